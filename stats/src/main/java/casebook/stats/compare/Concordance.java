// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import casebook.stats.dist.Normal;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import java.util.Optional;

/// Lin's concordance correlation: how near pairs lie to the line y = x.
///
/// rho = 2 w / (u + v + (mean x - mean y)^2) with variances and covariance of divisor n. The
/// interval is on the scale of atanh with Lin's corrected standard error.
///
/// Source: Lin, L. I. (1989). Biometrics 45, 255-268, and correction (2000) 56, 324-325.
///
/// @param level confidence level, between 0 and 1
public record Concordance(double level) {
  public Concordance {
    FisherInterval.requireLevel(level);
  }

  /// Makes the coefficient with a 95% interval.
  public static Concordance standard() {
    return new Concordance(0.95);
  }

  /// Computes the coefficient.
  ///
  /// @param x first value of each pair
  /// @param y second value of each pair
  /// @return the coefficient, or the reason when there are fewer than three pairs or a variable is
  ///   constant
  public Answer<Estimate> of(double[] x, double[] y) {
    Pairs.require(x, y);
    double n = x.length;
    if (n < 3) {
      return Answer.none("there are fewer than three pairs");
    }
    CrossProducts products = CrossProducts.of(x, y);
    if (products.constant()) {
      return Answer.none("a variable does not vary");
    }
    double shift = products.meanX().subtract(products.meanY()).doubleValue();
    double u = products.xx().doubleValue() / n;
    double v = products.yy().doubleValue() / n;
    double w = products.xy().doubleValue() / n;
    double rho = 2 * w / (u + v + shift * shift);
    double r = products.correlation();
    return Answer.of(new Estimate(rho, interval(rho, r, shift * shift / Math.sqrt(u * v), n)));
  }

  // shift: (mean x - mean y)^2 over the product of the standard deviations
  private Optional<Interval> interval(double rho, double r, double shift, double n) {
    double square = rho * rho;
    if (r == 0 || !(square < 1)) {
      return Optional.empty();
    }
    double rest = 1 - square;
    double variance =
        ((1 - r * r) * square / (rest * r * r)
                + 2 * rho * square * (1 - rho) * shift / (r * rest * rest)
                - square * square * shift * shift / (2 * r * r * rest * rest))
            / (n - 2);
    if (!(variance >= 0)) {
      return Optional.empty();
    }
    double z = 0.5 * (Math.log1p(rho) - Math.log1p(-rho));
    double half = Normal.ofLevel(level) * Math.sqrt(variance);
    return Optional.of(new Interval(Math.tanh(z - half), Math.tanh(z + half), level));
  }
}
