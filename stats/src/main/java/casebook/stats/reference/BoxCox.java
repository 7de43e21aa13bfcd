// SPDX-License-Identifier: Apache-2.0
package casebook.stats.reference;

import casebook.stats.math.Roots;
import casebook.stats.math.Sums;
import casebook.stats.result.Answer;
import java.util.Arrays;
import java.util.OptionalDouble;

/// The Box-Cox power that makes positive values as normal as a power can.
///
/// y = (x^lambda - 1) / lambda, ln x for lambda = 0. Lambda maximises the likelihood -n/2
/// ln(variance of y) + (lambda - 1) sum(ln x); it is the root of the derivative. Source: Box, G. E.
/// P. and Cox, D. R. (1964). Journal of the Royal Statistical Society B 26, 211-252. Equals:
/// `car::powerTransform` (R).
///
/// @param lambda the power
public record BoxCox(double lambda) {
  // below this |lambda ln x| the power is taken by its series
  private static final double NEAR_ZERO = 1e-5;

  /// Estimates the power by maximum likelihood.
  ///
  /// @param values at least three, each positive
  /// @return the power, or the reason when a value is not positive or all are equal
  public static Answer<BoxCox> of(double[] values) {
    if (values.length < 3 || Arrays.stream(values).anyMatch(x -> !(x > 0))) {
      return Answer.none("a power needs at least three values, all positive");
    }
    double[] logarithms = Arrays.stream(values).map(Math::log).toArray();
    double centre = Sums.mean(logarithms);
    // about the geometric mean, which changes y by a factor and a constant only
    double[] centred = Arrays.stream(logarithms).map(l -> l - centre).toArray();
    if (Arrays.stream(centred).allMatch(l -> Math.abs(l) < 1e-12)) {
      return Answer.none("all values are equal");
    }
    double slope = slope(centred, 0);
    OptionalDouble root =
        slope == 0
            ? OptionalDouble.of(0)
            : Roots.outward(lambda -> slope(centred, lambda), 0, slope > 0 ? 0.25 : -0.25);
    return root.isPresent() && Math.abs(root.getAsDouble()) < 1e3
        ? Answer.of(new BoxCox(root.getAsDouble()))
        : Answer.none("the likelihood has no largest value at any power");
  }

  // derivative of the log likelihood over n, for logarithms whose mean is 0: - cov(y, dy) / var(y)
  private static double slope(double[] logarithms, double lambda) {
    int n = logarithms.length;
    double[] y = new double[n];
    double[] change = new double[n];
    for (int i = 0; i < n; i++) {
      double l = logarithms[i];
      double exponent = lambda * l;
      boolean near = Math.abs(exponent) < NEAR_ZERO;
      y[i] = lambda == 0 ? l : Math.expm1(exponent) / lambda;
      change[i] =
          near
              ? l * l * (0.5 + exponent / 3 + exponent * exponent / 8)
              : (l * Math.exp(exponent) - y[i]) / lambda;
    }
    double mean = Sums.mean(y);
    double[] centred = Arrays.stream(y).map(v -> v - mean).toArray();
    return -Sums.dot(centred, change) / Sums.dot(centred, centred);
  }

  /// Transforms a positive value.
  public double transform(double x) {
    double exponent = lambda * Math.log(x);
    return lambda == 0 ? Math.log(x) : Math.expm1(exponent) / lambda;
  }

  /// Brings a transformed value back; 0 or infinity where no positive value leads to it.
  public double back(double y) {
    if (lambda == 0) {
      return Math.exp(y);
    }
    double base = lambda * y;
    if (base <= -1) {
      return lambda > 0 ? 0 : Double.POSITIVE_INFINITY;
    }
    return Math.exp(Math.log1p(base) / lambda);
  }
}
