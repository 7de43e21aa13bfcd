// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.math.Accumulator;
import casebook.stats.math.Matrix;
import casebook.stats.math.Maximum;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Outcome;
import casebook.stats.result.TestResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What maximising a likelihood over a design gave: the estimates, and every test and interval that
/// goes back to the likelihood.
///
/// A fit has estimates when its [#outcome()] is `Converged`, and, for the columns that remain, when
/// it is `Collinear`.
public final class Fit {
  private final Fitted end;
  private final Model model;
  private final Maximum top;
  private final double[] coefficients;

  private Fit(Fitted end) {
    this.end = end;
    model = end.model();
    top = end.top();
    coefficients = end.coefficients();
  }

  /// Wraps the end of a search.
  ///
  /// @param model what was maximised
  /// @param top where it ended
  /// @param outcome how the fit ended, which may say more than `top` does
  static Fit of(Model model, Maximum top, Outcome outcome) {
    return new Fit(Fitted.of(model, top, outcome));
  }

  /// Says how the fit ended.
  public Outcome outcome() {
    return end.outcome();
  }

  /// Returns the design.
  public Design design() {
    return model.design();
  }

  /// Returns the number of people: rows, or the sum of their frequencies.
  public double people() {
    return model.design().people();
  }

  /// Returns the number of coefficients estimated, the intercept included.
  public int parameters() {
    return model.x().size;
  }

  /// Returns the names of the columns that have a coefficient: those of the design without the
  /// aliased ones.
  public List<String> columnNames() {
    List<String> names = model.design().columnNames();
    return Arrays.stream(model.x().kept).mapToObj(names::get).toList();
  }

  /// Returns the coefficients in the order of [#columnNames()]; none when there are no estimates.
  public List<Coefficient> terms() {
    List<Coefficient> all = new ArrayList<>();
    if (end.isEstimated()) {
      Matrix covariance = covariance();
      List<String> names = columnNames();
      for (int j = 0; j < names.size(); j++) {
        all.add(new Coefficient(names.get(j), coefficients[j], Math.sqrt(covariance.at(j, j))));
      }
    }
    return all;
  }

  /// Returns the coefficient of a column; throws where there is none, saying how the fit ended.
  ///
  /// @param column a column's name: a variable, or `name=level` for a factor
  public Coefficient term(String column) {
    model.design().column(column);
    return terms().stream()
        .filter(term -> term.name().equals(column))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(outcome().words()));
  }

  /// Returns the covariance matrix of the coefficients, in the order of [#columnNames()]: the
  /// inverse of the Fisher information at the estimate.
  public Matrix covariance() {
    return model.x().natural(end.covariance());
  }

  /// Returns the log-likelihood at the estimate, without a penalty. Where the outcome is
  /// `Separated` it is the limit that the likelihood tends to.
  public double logLikelihood() {
    return model.likelihood().over(model.x(), 0).plainValue(top.point());
  }

  /// Returns what was maximised: the log-likelihood with its penalty, where there is one.
  public double penalizedLogLikelihood() {
    return top.value();
  }

  /// Returns what is maximised when only the intercept (if any) is free.
  public double nullLogLikelihood() {
    return top.value() + end.without(model.columnsOf(slopes())).value();
  }

  /// Returns twice what the log-likelihood lacks to that of a model with a parameter for each row:
  /// -2 times the log-likelihood, except for counts.
  public double deviance() {
    return model.likelihood().over(model.x(), 0).deviance(top.point());
  }

  /// Returns the deviance of the model with the intercept only.
  public double nullDeviance() {
    return -2 * nullLogLikelihood() + (deviance() + 2 * logLikelihood());
  }

  /// Returns Akaike's information criterion, 2 k minus twice the log-likelihood.
  public double aic() {
    return -2 * logLikelihood() + 2 * parameters();
  }

  /// Returns Schwarz's information criterion, k ln(people) minus twice the log-likelihood.
  public double bic() {
    return -2 * logLikelihood() + parameters() * Math.log(people());
  }

  /// Tests all terms but the intercept at once by the likelihood ratio.
  public Answer<TestResult> likelihoodRatio() {
    return likelihoodRatio(slopes().toArray(new String[0]));
  }

  /// Tests whether all coefficients of some terms are 0, by twice the difference of the maximised
  /// (penalised) log-likelihoods against chi-square.
  ///
  /// For a penalised fit the penalty keeps all columns while the coefficients are held at 0.
  /// Equals: `anova(m0, m1, test = "LRT")` (R), `logistf` (R) for Firth's penalty.
  ///
  /// @param terms names of terms of the design, at least one
  public Answer<TestResult> likelihoodRatio(String... terms) {
    return NestedTests.ratio(end, model.columnsOf(List.of(terms)));
  }

  /// Tests whether one coefficient is 0 by the likelihood ratio, as [#likelihoodRatio(String...)]
  /// does for whole terms.
  ///
  /// @param column a column's name, such as one level of a factor
  public Answer<TestResult> likelihoodRatioOfColumn(String column) {
    boolean[] fixed = new boolean[model.x().size];
    model.place(model.design().column(column)).ifPresent(place -> fixed[place] = true);
    return NestedTests.ratio(end, fixed);
  }

  /// Tests whether all coefficients of some terms are 0, by Wald's quadratic form.
  ///
  /// @param terms names of terms of the design, at least one
  public Answer<TestResult> wald(String... terms) {
    return NestedTests.wald(end, model.columnsOf(List.of(terms)));
  }

  /// Tests whether all coefficients of some terms are 0, by Rao's score at the fit without them.
  ///
  /// Source: Rao 1948, Proc Camb Phil Soc 44:50. Equals: `anova(m0, m1, test = "Rao")` (R).
  ///
  /// @param terms names of terms of the design, at least one
  public Answer<TestResult> score(String... terms) {
    return NestedTests.score(end, model.columnsOf(List.of(terms)));
  }

  /// Returns a coefficient with its profile-likelihood interval, on the scale of the linear
  /// predictor; its pair is [#likelihoodRatio(String...)].
  ///
  /// Source: Venzon & Moolgavkar 1988, Appl Statist 37:87. Differs from: R `confint.glm`, whose
  /// spline leaves 2 to 3 digits.
  ///
  /// @param column a column's name
  /// @param level confidence level, between 0 and 1
  public Answer<Estimate> profile(String column, double level) {
    return Profiles.of(end, column, level);
  }

  /// Returns an odds ratio with its profile-likelihood interval.
  ///
  /// @param column a column's name
  /// @param level confidence level, between 0 and 1
  public Answer<Estimate> profileOddsRatio(String column, double level) {
    return profile(column, level)
        .map(log -> new Estimate(Math.exp(log.value()), log.interval().map(i -> i.exp())));
  }

  private List<String> slopes() {
    return model.design().terms().stream()
        .map(Term::name)
        .filter(name -> !name.equals(Design.INTERCEPT))
        .toList();
  }

  /// Returns the model behind the fit, for the diagnostics of this package.
  Model model() {
    return model;
  }

  /// Says whether there are estimates.
  boolean isEstimated() {
    return end.isEstimated();
  }

  /// Returns the covariance of the estimates of the standardised columns.
  Matrix standardisedCovariance() {
    return end.covariance();
  }

  /// Returns the estimates of the standardised columns.
  double[] point() {
    return top.point();
  }

  /// Returns the linear predictor of every row of the design, offset included.
  public double[] predictor() {
    return predictor(model.design());
  }

  /// Returns the linear predictor of the rows of another design with the same columns, offset
  /// included.
  public double[] predictor(Design rows) {
    end.covariance();
    require(rows);
    double[] eta = new double[rows.rows()];
    int[] kept = model.x().kept;
    for (int i = 0; i < eta.length; i++) {
      Accumulator sum = new Accumulator(rows.offset(i));
      for (int j = 0; j < kept.length; j++) {
        sum.addProduct(coefficients[j], rows.at(i, kept[j]));
      }
      eta[i] = sum.value();
    }
    return eta;
  }

  /// Returns the standard error of the linear predictor of each row of a design with the same
  /// columns.
  public double[] predictorStandardError(Design rows) {
    require(rows);
    Matrix v = end.covariance();
    Columns x = model.x();
    boolean centred = x.centredOnIntercept();
    double[] result = new double[rows.rows()];
    for (int i = 0; i < result.length; i++) {
      int row = i;
      result[i] =
          Math.sqrt(
              v.quadratic(j -> {
                double centre = centred && j > 0 ? x.centre(j) : 0;
                return (rows.at(row, x.kept[j]) - centre) * x.scale(j);
              }));
    }
    return result;
  }

  private void require(Design rows) {
    if (!rows.columnNames().equals(model.design().columnNames())) {
      throw new IllegalArgumentException(
          "columns " + rows.columnNames() + " are not " + model.design().columnNames());
    }
  }
}
