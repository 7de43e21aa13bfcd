// SPDX-License-Identifier: Apache-2.0
package casebook.stats.dist;

/// The hypergeometric distribution: successes among draws without replacement.
///
/// Equals: `phyper` (R 4.2).
///
/// @param population number of all
/// @param successes number of successes among them, at most `population`
/// @param draws number drawn, at most `population`
public record Hypergeometric(long population, long successes, long draws) implements Distribution {
  public Hypergeometric {
    if (population < 0
        || successes < 0
        || draws < 0
        || successes > population
        || draws > population) {
      throw new IllegalArgumentException(
          "there are no " + draws + " draws and " + successes + " successes of " + population);
    }
  }

  private PowerSeries counts() {
    return PowerSeries.noncentralHypergeometric(draws, population - draws, successes);
  }

  @Override
  public double lower(double k) {
    return Math.exp(lnLower(k));
  }

  @Override
  public double upper(double k) {
    return Math.exp(lnUpper(k));
  }

  @Override
  public double lnLower(double k) {
    PowerSeries counts = counts();
    if (k < counts.low()) {
      return Double.NEGATIVE_INFINITY;
    }
    return k >= counts.high() ? 0 : counts.lnLower((long) Math.floor(k), 0, 1);
  }

  @Override
  public double lnUpper(double k) {
    PowerSeries counts = counts();
    if (k < counts.low()) {
      return 0;
    }
    return k >= counts.high()
        ? Double.NEGATIVE_INFINITY
        : counts.lnUpper((long) Math.floor(k), 0, 0);
  }

  /// Returns ln P(X = k); minus infinity where k cannot occur.
  public double lnPoint(long k) {
    PowerSeries counts = counts();
    return k < counts.low() || k > counts.high() ? Double.NEGATIVE_INFINITY : counts.lnPoint(k, 0);
  }
}
