// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.dist.ChiSquared;
import casebook.stats.math.Accumulator;
import casebook.stats.math.Cholesky;
import casebook.stats.math.Matrix;
import casebook.stats.math.Maximum;
import casebook.stats.math.Sums;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Outcome;
import casebook.stats.result.TestResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What maximising a likelihood over a design gave: the estimates, and every test and interval that
/// goes back to the likelihood.
///
/// A fit has estimates when its [#outcome()] is `Converged`, and, for the columns that remain, when
/// it is `Collinear`.
public final class Fit {
  private final Model model;
  private final Maximum top;
  private final Outcome outcome;
  private final Optional<Matrix> standardised;
  private final double[] coefficients;

  private Fit(Model model, Maximum top, Outcome outcome) {
    this.model = model;
    this.top = top;
    this.outcome = outcome;
    boolean estimated = outcome.usable() || outcome instanceof Outcome.Collinear;
    standardised = estimated ? model.covariance(top.point()) : Optional.empty();
    coefficients = model.x().natural(top.point());
  }

  /// Wraps the end of a search.
  ///
  /// @param model what was maximised
  /// @param top where it ended
  /// @param outcome how the fit ended, which may say more than `top` does
  static Fit of(Model model, Maximum top, Outcome outcome) {
    Fit fit = new Fit(model, top, outcome);
    boolean singular = outcome.usable() && fit.standardised.isEmpty();
    return singular
        ? new Fit(model, top, new Outcome.NotEstimable("the information matrix is singular"))
        : fit;
  }

  /// Says how the fit ended.
  public Outcome outcome() {
    return outcome;
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
    if (standardised.isPresent()) {
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
        .orElseThrow(() -> new IllegalStateException(outcome.words()));
  }

  /// Returns the covariance matrix of the coefficients, in the order of [#columnNames()]: the
  /// inverse of the Fisher information at the estimate.
  public Matrix covariance() {
    return model.x().natural(estimated());
  }

  private Matrix estimated() {
    return standardised.orElseThrow(() -> new IllegalStateException(outcome.words()));
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
    return top.value() + without(slopes()).value();
  }

  /// Returns -2 times the log-likelihood.
  public double deviance() {
    return -2 * logLikelihood();
  }

  /// Returns -2 times the log-likelihood of the model with the intercept only.
  public double nullDeviance() {
    return -2 * nullLogLikelihood();
  }

  /// Returns Akaike's information criterion, deviance + 2 k.
  public double aic() {
    return deviance() + 2 * parameters();
  }

  /// Returns Schwarz's information criterion, deviance + k ln(people).
  public double bic() {
    return deviance() + parameters() * Math.log(people());
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
    List<String> names = List.of(terms);
    int df = count(model.columnsOf(names));
    if (df == 0) {
      return Answer.none("no column of " + names + " is estimated");
    }
    Maximum without = without(names);
    if (!without.outcome().usable() && !(outcome instanceof Outcome.Separated)) {
      return Answer.none(without.outcome());
    }
    double statistic = Math.max(0, -2 * without.value());
    return Answer.of(
        TestResult.of("likelihood ratio test", statistic, df, ChiSquared.p(statistic, df)));
  }

  /// Tests whether all coefficients of some terms are 0, by Wald's quadratic form.
  ///
  /// @param terms names of terms of the design, at least one
  public Answer<TestResult> wald(String... terms) {
    int[] places = places(model.columnsOf(List.of(terms)));
    if (standardised.isEmpty() || places.length == 0) {
      return Answer.none(places.length == 0 ? noColumn(terms) : outcome);
    }
    double[] point = Arrays.stream(places).mapToDouble(top::at).toArray();
    Matrix part = estimated().select(places);
    return Cholesky.of(part)
        .map(factor -> {
          double statistic = Sums.dot(point, factor.solve(point));
          return Answer.of(
              TestResult.of(
                  "Wald test", statistic, places.length, ChiSquared.p(statistic, places.length)));
        })
        .orElseGet(() -> Answer.none("their covariance is singular"));
  }

  /// Tests whether all coefficients of some terms are 0, by Rao's score at the fit without them.
  ///
  /// Source: Rao 1948, Proc Camb Phil Soc 44:50. Equals: `anova(m0, m1, test = "Rao")` (R).
  ///
  /// @param terms names of terms of the design, at least one
  public Answer<TestResult> score(String... terms) {
    boolean[] tested = model.columnsOf(List.of(terms));
    int df = count(tested);
    if (df == 0) {
      return Answer.none(noColumn(terms));
    }
    Maximum without = without(List.of(terms));
    if (!without.outcome().usable()) {
      return Answer.none(without.outcome());
    }
    int size = model.x().size;
    double[] score = new double[size];
    for (int j = 0; j < size; j++) {
      score[j] = tested[j] ? without.gradient(j) : 0;
    }
    return Cholesky.of(Matrix.of(size, size, without.information()))
        .map(factor -> {
          double statistic = Sums.dot(score, factor.solve(score));
          return Answer.of(TestResult.of("score test", statistic, df, ChiSquared.p(statistic, df)));
        })
        .orElseGet(() -> Answer.none("the information matrix is singular"));
  }

  private static Outcome noColumn(String... terms) {
    return new Outcome.NotEstimable("no column of " + List.of(terms) + " is estimated");
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
    return Profiles.of(model, top, outcome, standardised, column, level);
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

  /// Maximises while the coefficients of some terms are 0; the value is relative to the maximum.
  private Maximum without(List<String> terms) {
    boolean[] fixed = model.columnsOf(terms);
    double[] near = outcome instanceof Outcome.Separated ? model.start().values() : top.point();
    return model.constrained(
        top.value(), near, top.information(), fixed, new double[model.x().size]);
  }

  private static int count(boolean[] marked) {
    return places(marked).length;
  }

  private static int[] places(boolean[] marked) {
    return IntStream.range(0, marked.length).filter(j -> marked[j]).toArray();
  }

  /// Returns the model behind the fit, for the diagnostics of this package.
  Model model() {
    return model;
  }

  /// Returns the estimates of the standardised columns.
  double[] point() {
    return top.point();
  }

  /// Returns the linear predictor of every row of the design, offset included.
  public double[] predictor() {
    estimated();
    double[] eta = new double[model.design().rows()];
    int[] kept = model.x().kept;
    for (int i = 0; i < eta.length; i++) {
      Accumulator sum = new Accumulator(model.design().offset(i));
      for (int j = 0; j < kept.length; j++) {
        sum.addProduct(coefficients[j], model.design().at(i, kept[j]));
      }
      eta[i] = sum.value();
    }
    return eta;
  }
}
