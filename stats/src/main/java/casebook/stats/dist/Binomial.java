// SPDX-License-Identifier: Apache-2.0
package casebook.stats.dist;

/// The binomial distribution; its tails are those of the beta distribution.
///
/// Equals: `pbinom` (R 4.2).
///
/// @param n number of trials, at least 0
/// @param probability probability of success, between 0 and 1
public record Binomial(long n, double probability) implements Distribution {
  public Binomial {
    if (n < 0 || !(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          n + " trials of probability " + probability + "; it lies between 0 and 1");
    }
  }

  @Override
  public double lower(double k) {
    double x = Math.floor(k);
    return x < 0 ? 0 : x >= n ? 1 : new Beta(x + 1, n - x).upper(probability);
  }

  @Override
  public double upper(double k) {
    double x = Math.floor(k);
    return x < 0 ? 1 : x >= n ? 0 : new Beta(x + 1, n - x).lower(probability);
  }

  @Override
  public double lnLower(double k) {
    double x = Math.floor(k);
    return x < 0
        ? Double.NEGATIVE_INFINITY
        : x >= n ? 0 : new Beta(x + 1, n - x).lnUpper(probability);
  }

  @Override
  public double lnUpper(double k) {
    double x = Math.floor(k);
    return x < 0
        ? 0
        : x >= n ? Double.NEGATIVE_INFINITY : new Beta(x + 1, n - x).lnLower(probability);
  }

  /// Returns ln P(X = k).
  ///
  /// @param k a count between 0 and n
  public double lnPoint(long k) {
    double trials = n;
    double successes = k;
    double failures = n - k;
    if (successes == 0) {
      return failures == 0 ? 0 : failures * Math.log1p(-probability);
    }
    if (failures == 0) {
      return successes * Math.log(probability);
    }
    double stirling =
        Saddlepoint.stirlingError(trials)
            - Saddlepoint.stirlingError(successes)
            - Saddlepoint.stirlingError(failures);
    double roots =
        Saddlepoint.lnRoot(trials) - Saddlepoint.lnRoot(successes) - Saddlepoint.lnRoot(failures);
    return stirling
        + roots
        - Saddlepoint.deviance(successes, trials * probability)
        - Saddlepoint.deviance(failures, trials * (1 - probability));
  }
}
