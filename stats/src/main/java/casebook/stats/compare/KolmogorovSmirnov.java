// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import casebook.stats.result.Answer;
import casebook.stats.result.PValue;
import casebook.stats.result.TestResult;
import java.util.Arrays;

/// The two-sample Kolmogorov-Smirnov test: the largest distance between two empirical
/// distributions.
///
/// p is Kolmogorov's limit for sqrt(m n / (m + n)) D; with ties it is too large. Source: Smirnov,
/// N. (1948). Annals of Mathematical Statistics 19, 279-281. Equals: `ks.test(exact = FALSE)` (R
/// 4.2).
public final class KolmogorovSmirnov {
  private static final double FAR = 18;

  private KolmogorovSmirnov() {}

  /// Tests two groups.
  ///
  /// @param first at least one value
  /// @param second at least one value
  /// @return D and its asymptotic p, or the reason when a group is empty
  public static Answer<TestResult> test(double[] first, double[] second) {
    if (first.length == 0 || second.length == 0) {
      return Answer.none("a group is empty");
    }
    double d = distance(first, second);
    double size = (double) first.length * second.length / (first.length + second.length);
    double lambda = Math.sqrt(size) * d;
    // far out the first term of the series is all, and its logarithm does not underflow
    PValue p =
        lambda < FAR ? PValue.of(limit(lambda)) : new PValue(Math.log(2) - 2 * lambda * lambda);
    return Answer.of(TestResult.of("Kolmogorov-Smirnov test", d, p));
  }

  private static double distance(double[] first, double[] second) {
    double[] x = first.clone();
    double[] y = second.clone();
    Arrays.sort(x);
    Arrays.sort(y);
    int i = 0;
    int j = 0;
    double largest = 0;
    while (i < x.length && j < y.length) {
      double value = Math.min(x[i], y[j]);
      while (i < x.length && x[i] == value) {
        i++;
      }
      while (j < y.length && y[j] == value) {
        j++;
      }
      largest = Math.max(largest, Math.abs(i / (double) x.length - j / (double) y.length));
    }
    return largest;
  }

  /// Returns P(K > lambda) of Kolmogorov's distribution, by the series that converges faster.
  private static double limit(double lambda) {
    if (lambda < 0.2) {
      return 1;
    }
    double sum = 0;
    if (lambda < 1) {
      for (int k = 1; k <= 20; k++) {
        double odd = (2 * k - 1) * Math.PI / lambda;
        sum += Math.exp(-odd * odd / 8);
      }
      return 1 - Math.sqrt(2 * Math.PI) / lambda * sum;
    }
    for (int k = 20; k >= 1; k--) {
      sum += (k % 2 == 1 ? 1 : -1) * Math.exp(-2.0 * k * k * lambda * lambda);
    }
    return Math.clamp(2 * sum, 0, 1);
  }
}
