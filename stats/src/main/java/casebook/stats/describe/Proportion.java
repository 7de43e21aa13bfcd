// SPDX-License-Identifier: Apache-2.0
package casebook.stats.describe;

import casebook.stats.dist.Beta;
import casebook.stats.dist.ExactLimits;
import casebook.stats.dist.Normal;
import casebook.stats.dist.PowerSeries;
import casebook.stats.dist.Saddlepoint;
import casebook.stats.math.Roots;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.stats.result.TestResult;
import java.util.function.Supplier;

/// One proportion, x of n, with its intervals; nobody counted (n = 0) has no answer.
///
/// In the formulas p = x / n and z is the normal quantile of the level. Source, for all but the
/// exact ones: Newcombe, Statistics in Medicine 17 (1998) 857; Brown, Cai and DasGupta, Statistical
/// Science 16 (2001) 101.
///
/// @param level confidence level, between 0 and 1
public record Proportion(double level) {
  public Proportion {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level " + level + " is not between 0 and 1");
    }
  }

  /// Makes the method with level 0.95.
  public static Proportion standard() {
    return new Proportion(0.95);
  }

  /// Returns this method with another confidence level.
  public Proportion withLevel(double other) {
    return new Proportion(other);
  }

  private double z() {
    return Normal.ofLevel(level);
  }

  /// The Wald interval p +- z sqrt(p (1 - p) / n): not cut at 0 and 1, and without width where
  /// nobody or everybody has the event.
  ///
  /// Equals: statsmodels `proportion_confint(method = "normal")` before cutting.
  public Answer<Estimate> wald(long x, long n) {
    return answer(x, n, () -> around(x, n, waldHalf(x, n)));
  }

  /// The Wald interval widened by the continuity correction 1 / (2 n).
  public Answer<Estimate> waldCorrected(long x, long n) {
    return answer(x, n, () -> around(x, n, waldHalf(x, n) + 0.5 / n));
  }

  private double waldHalf(long x, long n) {
    return z() * Math.sqrt((double) x / n * (n - x) / n / n);
  }

  private Interval around(long x, long n, double half) {
    double p = (double) x / n;
    return new Interval(p - half, p + half, level);
  }

  /// The score interval of Wilson, which inverts the z test with the variance at the null value.
  ///
  /// Source: Wilson, Journal of the American Statistical Association 22 (1927) 209. Equals:
  /// `prop.test(correct = FALSE)` (R 4.2).
  public Answer<Estimate> wilson(long x, long n) {
    return answer(x, n, () -> wilson(x, n, z()));
  }

  private Interval wilson(long x, long n, double z) {
    return new Interval(wilsonLow(x, n, z), 1 - wilsonLow(n - x, n, z), level);
  }

  /// Returns the lower Wilson limit for any z, by the product of the two limits: the difference
  /// would lose digits where x is small.
  ///
  /// @param x events, 0 to n
  /// @param n trials, above 0
  public static double wilsonLow(long x, long n, double z) {
    double z2 = z * z;
    double upper = x + z2 / 2 + z * Math.sqrt((double) x / n * (n - x) + z2 / 4);
    return x == 0 ? 0 : (double) x / n * x / upper;
  }

  /// Wilson's interval with a continuity correction.
  ///
  /// Source: Newcombe 1998, method 4; Fleiss, Statistical Methods for Rates and Proportions, 2nd
  /// edition 1981, page 14. Equals: `prop.test` (R 4.2) except where its correction exceeds |x -
  /// n/2|.
  public Answer<Estimate> wilsonCorrected(long x, long n) {
    return answer(
        x,
        n,
        () ->
            new Interval(
                wilsonCorrectedLow(x, n, z()), 1 - wilsonCorrectedLow(n - x, n, z()), level));
  }

  /// Returns the lower Wilson limit with continuity correction for any z.
  public static double wilsonCorrectedLow(long x, long n, double z) {
    if (x == 0) {
      return 0;
    }
    double p = (double) x / n;
    double root = Math.sqrt(Math.max(0, z * z - 2 - 1.0 / n + 4 * p * (n - x + 1)));
    return Math.max(0, (2.0 * x + z * z - 1 - z * root) / (2 * (n + z * z)));
  }

  /// The exact interval of Clopper and Pearson: each tail has half of what the level leaves.
  ///
  /// Source: Clopper and Pearson, Biometrika 26 (1934) 404. Equals: `binom.test` (R 4.2), whose
  /// p-value belongs to another interval.
  public Answer<Estimate> clopperPearson(long x, long n) {
    return answer(x, n, () -> shares(limits(x, n).central(level, 1)));
  }

  /// The mid-P interval: Clopper and Pearson's with half of the probability of x in each tail.
  ///
  /// Source: Berry and Armitage, The Statistician 44 (1995) 417.
  public Answer<Estimate> midP(long x, long n) {
    return answer(x, n, () -> shares(limits(x, n).central(level, 0.5)));
  }

  /// Blaker's exact interval, as the hull of what his test does not reject.
  ///
  /// Source: Blaker, Canadian Journal of Statistics 28 (2000) 783.
  public Answer<Estimate> blaker(long x, long n) {
    return answer(x, n, () -> shares(limits(x, n).blaker(level)));
  }

  private static ExactLimits limits(long x, long n) {
    return new ExactLimits(PowerSeries.binomial(n), x);
  }

  private Interval shares(Interval odds) {
    return new Interval(share(odds.low()), share(odds.high()), level);
  }

  private static double share(double odds) {
    return odds <= 1 ? odds / (1 + odds) : 1 / (1 + 1 / odds);
  }

  /// The interval of Agresti and Coull, Wald's after z^2 / 2 events and as many non-events are
  /// added; the estimate stays x / n. Not cut at 0 and 1.
  ///
  /// Source: Agresti and Coull, The American Statistician 52 (1998) 119.
  public Answer<Estimate> agrestiCoull(long x, long n) {
    return answer(
        x,
        n,
        () -> {
          double trials = n + z() * z();
          double p = (x + z() * z() / 2) / trials;
          double half = z() * Math.sqrt(p * (1 - p) / trials);
          return new Interval(p - half, p + half, level);
        });
  }

  /// The equal-tailed interval of the posterior under Jeffreys' prior, beta(x + 1/2, n - x + 1/2),
  /// with 0 and 1 where nobody and everybody has the event.
  ///
  /// Source: Brown, Cai and DasGupta 2001, section 4.
  public Answer<Estimate> jeffreys(long x, long n) {
    return answer(
        x,
        n,
        () -> {
          Beta posterior = new Beta(x + 0.5, n - x + 0.5);
          double tail = (1 - level) / 2;
          return new Interval(
              x == 0 ? 0 : posterior.quantile(tail),
              x == n ? 1 : posterior.upperQuantile(tail),
              level);
        });
  }

  /// The likelihood-ratio interval: all p whose likelihood is not exp(-z^2 / 2) times smaller than
  /// the largest.
  public Answer<Estimate> likelihoodRatio(long x, long n) {
    return answer(
        x, n, () -> new Interval(likelihoodLow(x, n), 1 - likelihoodLow(n - x, n), level));
  }

  private double likelihoodLow(long x, long n) {
    if (x == 0) {
      return 0;
    }
    double z = z();
    double lnP =
        Roots.outward(u -> signedRoot(x, n, Math.exp(u)) - z, Math.log((double) x / n), -0.5)
            .orElseThrow();
    return Math.exp(lnP);
  }

  private static double signedRoot(long x, long n, double p) {
    double moved = x - n * p;
    if (moved <= 0) {
      return 0;
    }
    double successes = x;
    double failures = n - x;
    return Math.sqrt(
        2
            * (Saddlepoint.deviance(successes, n * p, moved)
                + Saddlepoint.deviance(failures, failures + moved, -moved)));
  }

  /// The Wald interval on the logit scale; none where nobody or everybody has the event.
  public Answer<Estimate> logit(long x, long n) {
    if (n > 0 && (x == 0 || x == n)) {
      return Answer.none(x == 0 ? "nobody has the event" : "everybody has the event");
    }
    return answer(
        x,
        n,
        () -> {
          double odds = (double) x / (n - x);
          double half = z() * Math.sqrt(1.0 / x + 1.0 / (n - x));
          return shares(new Interval(odds * Math.exp(-half), odds * Math.exp(half), level));
        });
  }

  /// The exact binomial test of a proportion: the probability of all counts no more probable than
  /// x; two probabilities within a relative 1e-12 are equal.
  ///
  /// Equals: `binom.test` (R 4.2), whose tolerance is 1e-7.
  ///
  /// @param proportion the proportion tested, above 0 and below 1
  public static Answer<TestResult> exactTest(long x, long n, double proportion) {
    if (!(proportion > 0 && proportion < 1)) {
      throw new IllegalArgumentException("proportion " + proportion + " is not between 0 and 1");
    }
    require(x, n);
    if (n == 0) {
      return Answer.none("nobody was counted");
    }
    double logit = Math.log(proportion) - Math.log1p(-proportion);
    ExactLimits limits = limits(x, n);
    return Answer.of(
        TestResult.exact(
            "exact binomial test", limits.minimumLikelihoodP(logit, limits.within(logit))));
  }

  private static void require(long x, long n) {
    if (x < 0 || x > n) {
      throw new IllegalArgumentException("x is " + x + "; it lies between 0 and n = " + n);
    }
  }

  private static Answer<Estimate> answer(long x, long n, Supplier<Interval> interval) {
    require(x, n);
    if (n == 0) {
      return Answer.none("nobody was counted");
    }
    return Answer.of(new Estimate((double) x / n, interval.get()));
  }
}
