// SPDX-License-Identifier: Apache-2.0
package casebook.stats.curve;

import casebook.stats.dist.StudentT;
import casebook.stats.math.LeastSquares;
import casebook.stats.math.Matrix;
import casebook.stats.regress.LeastSquaresCoefficient;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.stats.result.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.numbers.core.DD;

/// A fitted curve: its parameters, and what follows from them by the tangent plane at the end.
///
/// Standard errors are those of the linear model that touches the curve: \\(s \sqrt{(J^T W
/// J)^{-1}_{jj}}\\) with J the derivatives and \\(s^2\\) the weighted sum of squared residuals over
/// rows minus parameters. Equals: `summary.nls`, `vcov.nls` (R 4.2).
public final class CurveFit {
  private final CurveFormula formula;
  private final List<String> names;
  private final Observations data;
  private final CurvePoint end;
  private final LeastSquares tangent;
  private final Outcome outcome;
  private final boolean exact;

  CurveFit(
      CurveFormula formula,
      List<String> names,
      Observations data,
      CurvePoint end,
      Outcome outcome,
      boolean exact) {
    this.formula = formula;
    this.names = List.copyOf(names);
    this.data = data;
    this.end = end;
    this.exact = exact;
    tangent = end.linear();
    this.outcome = outcome.usable() ? determined(outcome) : outcome;
  }

  /// Looks for parameters that the data do not tell apart.
  private Outcome determined(Outcome converged) {
    List<String> open = new ArrayList<>(names);
    for (int place : tangent.kept()) {
      open.remove(names.get(place));
    }
    return open.isEmpty() ? converged : new Outcome.Collinear(open);
  }

  /// Says how the fit ended. `Collinear` names parameters that the data do not determine beside
  /// those before them; then nothing is estimated.
  public Outcome outcome() {
    return outcome;
  }

  /// Returns the names of the parameters.
  public List<String> names() {
    return names;
  }

  /// Returns the number of rows.
  public int rows() {
    return data.rows();
  }

  /// Returns the residual degrees of freedom, rows minus parameters.
  public int df() {
    return data.rows() - names.size();
  }

  /// Says whether no residual is larger than the rounding of the response.
  public boolean exact() {
    return exact;
  }

  /// Returns where the search ended, in the order of [#names()], whether or not it converged.
  public List<Double> values() {
    return IntStream.range(0, names.size()).mapToObj(j -> end.parameter(j).doubleValue()).toList();
  }

  private DD squares() {
    return exact ? DD.ZERO : end.squares();
  }

  /// Returns the weighted sum of the squared residuals.
  public double residualSumOfSquares() {
    return squares().doubleValue();
  }

  private Answer<DD> deviation() {
    if (!outcome.usable()) {
      return Answer.none(outcome);
    }
    return df() > 0
        ? Answer.of(squares().divide(DD.of(df())).sqrt())
        : Answer.none("there are as many parameters as rows");
  }

  /// Returns the residual standard deviation of a row of weight 1, in units of the response.
  public Answer<Double> residualStandardDeviation() {
    return deviation().map(DD::doubleValue);
  }

  /// Returns the residuals, unweighted.
  public double[] residuals() {
    double[] result = new double[data.rows()];
    Arrays.setAll(result, i -> end.residual(i) / Math.sqrt(data.weight(i)));
    return result;
  }

  /// Returns the parameters with their standard errors, or the reason why there are none.
  public Answer<List<LeastSquaresCoefficient>> terms() {
    return deviation()
        .map(sigma -> {
          DD[][] products = tangent.inverseProducts();
          List<LeastSquaresCoefficient> all = new ArrayList<>();
          for (int j = 0; j < names.size(); j++) {
            double error = sigma.multiply(products[j][j].sqrt()).doubleValue();
            double value = end.parameter(j).doubleValue();
            all.add(new LeastSquaresCoefficient(names.get(j), value, error, df()));
          }
          return List.copyOf(all);
        });
  }

  /// Returns a parameter; throws where there is none, saying how the fit ended.
  public LeastSquaresCoefficient term(String name) {
    int place = names.indexOf(name);
    if (place < 0) {
      throw new IllegalArgumentException("no parameter " + name + " among " + names);
    }
    return terms().orThrow().get(place);
  }

  /// Returns the covariance matrix of the parameters.
  public Answer<Matrix> covariance() {
    return deviation()
        .map(sigma -> {
          DD[][] products = tangent.inverseProducts();
          int size = products.length;
          double[] values = new double[size * size];
          for (int k = 0; k < values.length; k++) {
            values[k] = products[k % size][k / size].multiply(sigma.square()).doubleValue();
          }
          return Matrix.of(size, size, values);
        });
  }

  /// Returns a number that follows from the parameters, with the standard error that their
  /// covariance gives it to first order (the delta method).
  ///
  /// @param name what to call it
  /// @param function of the parameters; finite at the estimate
  public Answer<LeastSquaresCoefficient> derived(String name, Function<Dual[], Dual> function) {
    return deviation()
        .map(sigma -> {
          Dual result = function.apply(parameters());
          double error = sigma.multiply(length(result)).doubleValue();
          return new LeastSquaresCoefficient(name, result.value(), error, df());
        });
  }

  private Dual[] parameters() {
    int size = names.size();
    return IntStream.range(0, size)
        .mapToObj(j -> Dual.parameter(end.parameter(j), j, size))
        .toArray(Dual[]::new);
  }

  /// Returns the standard error of a number for a residual standard deviation of 1.
  private DD length(Dual number) {
    DD[][] inverse = tangent.inverse();
    DD squares = DD.ZERO;
    for (int k = 0; k < inverse.length; k++) {
      DD share = DD.ZERO;
      for (int j = 0; j <= k; j++) {
        share = share.add(number.longSlope(j).multiply(inverse[j][k]));
      }
      squares = squares.add(share.square());
    }
    return squares.sqrt();
  }

  /// Returns the curve at some explaining values, with its standard error.
  ///
  /// @param x the explaining values
  public Answer<LeastSquaresCoefficient> at(double... x) {
    return derived("fitted", b -> formula.at(x, b));
  }

  /// Returns where the mean of new responses lies.
  ///
  /// @param level confidence level, between 0 and 1
  /// @param weight the sum of their weights: 2 for a pair of responses of weight 1
  /// @param x their explaining values
  public Answer<Estimate> single(double level, double weight, double... x) {
    if (!(weight > 0)) {
      throw new IllegalArgumentException("the weight is " + weight + "; it is above 0");
    }
    return at(x)
        .map(mean -> {
          double sigma = deviation().orThrow().doubleValue();
          double t = new StudentT(df()).upperQuantile((1 - level) / 2);
          double half = t * Math.hypot(mean.standardError(), sigma / Math.sqrt(weight));
          double value = mean.value();
          return new Estimate(value, new Interval(value - half, value + half, level));
        });
  }
}
