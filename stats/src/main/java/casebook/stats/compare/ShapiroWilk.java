// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import casebook.stats.dist.Normal;
import casebook.stats.result.Answer;
import casebook.stats.result.PValue;
import casebook.stats.result.TestResult;
import java.util.Arrays;

/// The Shapiro-Wilk test of normality, for looking at values, never for choosing a test.
///
/// Source: Royston, P. (1995). Remark AS R94: a remark on algorithm AS 181: the W-test for
/// normality. Applied Statistics 44, 547-551. Equals: `shapiro.test` (R 4.2).
public final class ShapiroWilk {
  private static final double[] LAST = {0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056};
  private static final double[] LAST_BUT_ONE = {
    0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633
  };
  private static final double[] SMALL_MEAN = {0.544, -0.39978, 0.025054, -6.714e-4};
  private static final double[] SMALL_DEVIATION = {1.3822, -0.77857, 0.062767, -0.0020322};
  private static final double[] MEAN = {-1.5861, -0.31082, -0.083751, 0.0038915};
  private static final double[] DEVIATION = {-0.4803, -0.082676, 0.0030302};
  private static final double[] GAMMA = {-2.273, 0.459};

  private ShapiroWilk() {}

  /// Tests values.
  ///
  /// @param values 3 to 5000, each finite
  /// @return W and p, or the reason when there are too few or too many values or all are equal
  public static Answer<TestResult> test(double[] values) {
    int n = values.length;
    if (n < 3 || n > 5000) {
      return Answer.none("the test needs 3 to 5000 values, not " + n);
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    if (sorted[0] == sorted[n - 1]) {
      return Answer.none("all values are equal");
    }
    double lack = lack(sorted, weights(n));
    double w = 1 - lack;
    return Answer.of(TestResult.of("Shapiro-Wilk test", w, p(n, lack)));
  }

  /// Returns the weights of the larger half, the largest value's first.
  private static double[] weights(int n) {
    if (n == 3) {
      return new double[] {Math.sqrt(0.5)};
    }
    int half = n / 2;
    double[] m = new double[half];
    double squares = 0;
    for (int i = 0; i < half; i++) {
      m[i] = Normal.STANDARD.upperQuantile((i + 1 - 0.375) / (n + 0.25));
      squares += 2 * m[i] * m[i];
    }
    double root = 1 / Math.sqrt(n);
    double[] weights = new double[half];
    weights[0] = polynomial(LAST, root) + m[0] / Math.sqrt(squares);
    double left = squares - 2 * m[0] * m[0];
    double free = 1 - 2 * weights[0] * weights[0];
    int fitted = 1;
    if (n > 5) {
      weights[1] = polynomial(LAST_BUT_ONE, root) + m[1] / Math.sqrt(squares);
      left -= 2 * m[1] * m[1];
      free -= 2 * weights[1] * weights[1];
      fitted = 2;
    }
    double scale = Math.sqrt(left / free);
    for (int i = fitted; i < half; i++) {
      weights[i] = m[i] / scale;
    }
    return weights;
  }

  /// Returns 1 - W without subtracting nearly equal numbers.
  private static double lack(double[] sorted, double[] weights) {
    int n = sorted.length;
    Sample sample = Sample.of(sorted);
    double mean = sample.mean().doubleValue();
    double squares = sample.squares().doubleValue();
    double weightSquares = 0;
    for (double weight : weights) {
      weightSquares += 2 * weight * weight;
    }
    double product = 0;
    for (int i = 0; i < weights.length; i++) {
      product += weights[i] * ((sorted[n - 1 - i] - mean) - (sorted[i] - mean));
    }
    double root = Math.sqrt(weightSquares * squares);
    return (root - product) * (root + product) / (weightSquares * squares);
  }

  private static PValue p(int n, double lack) {
    if (n == 3) {
      double p = 6 / Math.PI * (Math.asin(Math.sqrt(1 - lack)) - Math.asin(Math.sqrt(0.75)));
      return PValue.of(Math.max(0, p));
    }
    double y = Math.log(lack);
    double ln = Math.log(n);
    if (n > 11) {
      return tail((y - polynomial(MEAN, ln)) / Math.exp(polynomial(DEVIATION, ln)));
    }
    double gamma = polynomial(GAMMA, n);
    if (y >= gamma) {
      return new PValue(Double.NEGATIVE_INFINITY);
    }
    double transformed = -Math.log(gamma - y);
    return tail(
        (transformed - polynomial(SMALL_MEAN, n)) / Math.exp(polynomial(SMALL_DEVIATION, n)));
  }

  private static PValue tail(double z) {
    return PValue.ofLn(Normal.STANDARD.lnUpper(z));
  }

  private static double polynomial(double[] coefficients, double x) {
    double value = 0;
    for (int i = coefficients.length - 1; i >= 0; i--) {
      value = value * x + coefficients[i];
    }
    return value;
  }
}
