// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.dist.FisherF;
import casebook.stats.dist.StudentT;
import casebook.stats.math.LeastSquares;
import casebook.stats.math.LongVector;
import casebook.stats.math.Matrix;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.stats.result.Outcome;
import casebook.stats.result.TestResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.apache.commons.numbers.core.DD;

/// What a linear regression gave.
///
/// Coefficients are there when the outcome is `Converged`, and, for the columns that remain, when
/// it is `Collinear`; whatever needs a residual variance is an [Answer] that says why where there
/// is none.
public final class LinearFit {
  private static final String SATURATED = "there are as many coefficients as people";

  /// So many units in the last place of the response are rounding.
  private static final int ULPS = 4;

  private final Design design;
  private final LongVector y;
  private final LeastSquares solution;
  private final DD[] coefficients;
  private final LongVector residuals;
  private final boolean exact;
  private final boolean finite;

  /// Takes a solution.
  ///
  /// @param design the design
  /// @param response as given
  /// @param y the response without the offset
  /// @param solution over the columns of the design, rows weighted by their frequencies
  LinearFit(Design design, double[] response, LongVector y, LeastSquares solution) {
    this.design = design;
    this.y = y.copy();
    this.solution = solution;
    coefficients = solution.coefficients();
    residuals = y.copy();
    int[] kept = solution.kept();
    for (int j = 0; j < kept.length; j++) {
      residuals.subtract(coefficients[j], design.longValues(kept[j]));
    }
    finite = solution.residualSquares().isFinite() && residuals.isFinite();
    exact = finite && isExact(response);
  }

  private boolean isExact(double[] response) {
    double largest = 0;
    double left = 0;
    for (int i = 0; i < response.length; i++) {
      boolean counts = design.frequency(i) > 0;
      largest = Math.max(largest, counts ? Math.abs(response[i]) : 0);
      left = Math.max(left, counts ? Math.abs(residuals.at(i).hi()) : 0);
    }
    return left <= ULPS * Math.ulp(largest);
  }

  /// Says how the fit ended.
  public Outcome outcome() {
    if (design.people() == 0) {
      return new Outcome.NotEstimable("there are no rows");
    }
    if (parameters() == 0) {
      return new Outcome.NotEstimable("there is no column to estimate");
    }
    if (!finite) {
      return new Outcome.NotEstimable("the numbers are too large to be squared");
    }
    List<String> gone = new ArrayList<>(design.columnNames());
    gone.removeAll(columnNames());
    return gone.isEmpty() ? new Outcome.Converged(0) : new Outcome.Collinear(gone);
  }

  private boolean isEstimated() {
    return design.people() > 0 && parameters() > 0 && finite;
  }

  /// Returns the design.
  public Design design() {
    return design;
  }

  /// Returns the number of people: rows, or the sum of their frequencies.
  public double people() {
    return design.people();
  }

  /// Returns the number of coefficients estimated, the intercept included.
  public int parameters() {
    return solution.rank();
  }

  /// Returns the residual degrees of freedom, people minus coefficients.
  public double df() {
    return people() - parameters();
  }

  /// Returns the degrees of freedom of all columns but the intercept.
  public int regressionDf() {
    return parameters() - (design.hasIntercept() ? 1 : 0);
  }

  /// Returns the names of the columns that have a coefficient: those of the design without the
  /// aliased ones.
  public List<String> columnNames() {
    List<String> names = design.columnNames();
    return Arrays.stream(solution.kept()).mapToObj(names::get).toList();
  }

  /// Says whether no residual is larger than the rounding of the response; residuals and standard
  /// errors then are 0, and nothing can be tested.
  public boolean exact() {
    return exact;
  }

  /// Returns the estimates alone, in the order of [#columnNames()]; none when there are none.
  public List<Double> values() {
    return isEstimated() ? Arrays.stream(coefficients).map(DD::doubleValue).toList() : List.of();
  }

  /// Returns the coefficients in the order of [#columnNames()], or the reason why there are no
  /// standard errors.
  public Answer<List<LeastSquaresCoefficient>> terms() {
    return deviation()
        .map(sigma -> {
          DD[][] products = solution.inverseProducts();
          List<String> names = columnNames();
          List<LeastSquaresCoefficient> all = new ArrayList<>();
          for (int j = 0; j < coefficients.length; j++) {
            double error = sigma.multiply(products[j][j].sqrt()).doubleValue();
            double value = coefficients[j].doubleValue();
            all.add(new LeastSquaresCoefficient(names.get(j), value, error, df()));
          }
          return List.copyOf(all);
        });
  }

  /// Returns the coefficient of a column; throws where there is none, saying how the fit ended.
  ///
  /// @param column a column's name: a variable, or `name=level` for a factor
  public LeastSquaresCoefficient term(String column) {
    design.column(column);
    return terms().orThrow().stream()
        .filter(term -> term.name().equals(column))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(outcome().words()));
  }

  /// Returns the covariance matrix of the coefficients, in the order of [#columnNames()].
  public Answer<Matrix> covariance() {
    return deviation()
        .map(sigma -> {
          DD[][] products = solution.inverseProducts();
          int size = products.length;
          double[] values = new double[size * size];
          for (int k = 0; k < values.length; k++) {
            values[k] = products[k % size][k / size].multiply(sigma.square()).doubleValue();
          }
          return Matrix.of(size, size, values);
        });
  }

  private DD residualSquares() {
    return exact ? DD.ZERO : solution.residualSquares();
  }

  /// Returns what the columns at some places explain after those before them.
  private DD explained(IntPredicate places) {
    return explained(solution, places);
  }

  private static DD explained(LeastSquares of, IntPredicate places) {
    int[] kept = of.kept();
    DD[] effects = of.effects();
    DD sum = DD.ZERO;
    for (int j = 0; j < kept.length; j++) {
      sum = places.test(kept[j]) ? sum.add(effects[j].square()) : sum;
    }
    return sum;
  }

  private DD regressionSquares() {
    return explained(column -> column > 0 || !design.hasIntercept());
  }

  /// Returns the sum of the squared residuals.
  public double residualSumOfSquares() {
    return residualSquares().doubleValue();
  }

  /// Returns the sum of squares that the columns explain: about the mean, or about 0 where the
  /// design has no intercept.
  public double regressionSumOfSquares() {
    return regressionSquares().doubleValue();
  }

  private Answer<DD> deviation() {
    if (!isEstimated()) {
      return Answer.none(outcome());
    }
    return df() > 0
        ? Answer.of(residualSquares().divide(DD.of(df())).sqrt())
        : Answer.none(SATURATED);
  }

  /// Returns the residual standard deviation, in units of the response.
  public Answer<Double> residualStandardDeviation() {
    return deviation().map(DD::doubleValue);
  }

  /// Returns the share of the sum of squares that the columns explain, R squared.
  public Answer<Double> rSquared() {
    DD total = regressionSquares().add(residualSquares());
    return isEstimated() && total.hi() > 0
        ? Answer.of(regressionSquares().divide(total).doubleValue())
        : Answer.none(isEstimated() ? "the response does not vary" : outcome().words());
  }

  /// Returns R squared adjusted for the degrees of freedom.
  public Answer<Double> adjustedRSquared() {
    if (isEstimated() && !(df() > 0)) {
      return Answer.none(SATURATED);
    }
    return rSquared().map(share -> 1 - (1 - share) * (df() + regressionDf()) / df());
  }

  private Answer<TestResult> test(DD squares, int columns) {
    if (deviation().value().isEmpty() || columns == 0) {
      return Answer.none(columns == 0 ? "no column of the terms is estimated" : why());
    }
    if (exact) {
      return Answer.none(LeastSquaresCoefficient.EXACT);
    }
    DD residual = residualSquares().divide(DD.of(df()));
    double f = squares.divide(DD.of(columns)).divide(residual).doubleValue();
    return Answer.of(TestResult.of("F test", f, columns, FisherF.p(f, columns, df())));
  }

  private String why() {
    return deviation().outcome().words();
  }

  /// Tests all columns but the intercept at once; the result's degrees of freedom are those of the
  /// columns, beside [#df()].
  public Answer<TestResult> test() {
    return test(regressionSquares(), regressionDf());
  }

  /// Tests whether all coefficients of some terms are 0 while the others stay in the model.
  ///
  /// Equals: `anova(m0, m1)` (R 4.2).
  ///
  /// @param terms names of terms of the design, at least one
  public Answer<TestResult> test(String... terms) {
    IntPredicate tested =
        column ->
            Arrays.stream(terms)
                .map(design::term)
                .anyMatch(t -> column >= t.first() && column < t.first() + t.size());
    List<LongVector> order = new ArrayList<>();
    int first = 0;
    for (int column : solution.kept()) {
      LongVector values = design.weighted(design.longValues(column));
      order.add(tested.test(column) ? order.size() : first++, values);
    }
    int others = first;
    LeastSquares last = LeastSquares.of(order, new double[order.size()], design.weighted(y));
    return test(explained(last, place -> place >= others), order.size() - others);
  }

  /// Returns the sequential analysis of variance: each term but the intercept after those before
  /// it.
  ///
  /// Equals: `anova.lm` (R 4.2).
  public List<AnovaLine> anova() {
    List<AnovaLine> lines = new ArrayList<>();
    for (Term term : design.terms()) {
      IntPredicate own = c -> c >= term.first() && c < term.first() + term.size();
      int df = (int) Arrays.stream(solution.kept()).filter(own).count();
      if (!term.name().equals(Design.INTERCEPT)) {
        DD squares = explained(own);
        lines.add(new AnovaLine(term.name(), df, squares.doubleValue(), test(squares, df)));
      }
    }
    return List.copyOf(lines);
  }

  /// Returns the log-likelihood of normal residuals at its maximum.
  public Answer<Double> logLikelihood() {
    if (!isEstimated() || exact) {
      return Answer.none(isEstimated() ? LeastSquaresCoefficient.EXACT : outcome().words());
    }
    double n = people();
    return Answer.of(-n / 2 * (Math.log(2 * Math.PI * residualSumOfSquares() / n) + 1));
  }

  /// Returns Akaike's information criterion; the residual variance counts as a parameter.
  public Answer<Double> aic() {
    return logLikelihood().map(value -> -2 * value + 2 * (parameters() + 1));
  }

  /// Returns Schwarz's information criterion; the residual variance counts as a parameter.
  public Answer<Double> bic() {
    return logLikelihood().map(value -> -2 * value + Math.log(people()) * (parameters() + 1));
  }

  /// Returns the response minus what was fitted, row by row.
  public double[] residuals() {
    double[] result = new double[residuals.size()];
    Arrays.setAll(result, i -> residuals.at(i).doubleValue());
    return result;
  }

  /// Predicts the rows of a design with the same columns; its offset counts.
  ///
  /// @param rows what is known of the people
  /// @param level confidence level, between 0 and 1
  public Answer<List<LinearPrediction>> predict(Design rows, double level) {
    if (!rows.columnNames().equals(design.columnNames())) {
      throw new IllegalArgumentException(
          "columns " + rows.columnNames() + " are not " + design.columnNames());
    }
    return deviation()
        .map(sigma -> {
          double t = new StudentT(df()).upperQuantile((1 - level) / 2);
          DD[][] inverse = solution.inverse();
          List<LongVector> columns =
              Arrays.stream(solution.kept()).mapToObj(rows::longValues).toList();
          List<LinearPrediction> all = new ArrayList<>();
          for (int i = 0; i < rows.rows(); i++) {
            int row = i;
            DD[] x = columns.stream().map(column -> column.at(row)).toArray(DD[]::new);
            DD mean = product(x, coefficients).add(rows.offset(i));
            all.add(prediction(mean.doubleValue(), sigma, leverage(x, inverse), t, level));
          }
          return List.copyOf(all);
        });
  }

  private static DD product(DD[] a, DD[] b) {
    DD sum = DD.ZERO;
    for (int j = 0; j < a.length; j++) {
      sum = sum.add(a[j].multiply(b[j]));
    }
    return sum;
  }

  private static DD leverage(DD[] x, DD[][] inverse) {
    DD leverage = DD.ZERO;
    for (int k = 0; k < x.length; k++) {
      DD share = DD.ZERO;
      for (int j = 0; j <= k; j++) {
        share = share.add(x[j].multiply(inverse[j][k]));
      }
      leverage = leverage.add(share.square());
    }
    return leverage;
  }

  private static LinearPrediction prediction(
      double value, DD sigma, DD leverage, double t, double level) {
    double error = sigma.multiply(leverage.sqrt()).doubleValue();
    double half = t * error;
    double wide = t * sigma.multiply(leverage.add(DD.ONE).sqrt()).doubleValue();
    return new LinearPrediction(
        new Estimate(value, new Interval(value - half, value + half, level)),
        error,
        new Interval(value - wide, value + wide, level));
  }
}
