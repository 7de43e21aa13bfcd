// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import casebook.stats.dist.ChiSquared;
import casebook.stats.dist.ExactLimits;
import casebook.stats.dist.PowerSeries;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.stats.result.TestResult;
import java.util.function.Supplier;

/// McNemar's tests of matched pairs and the matched odds ratio b / c.
///
/// Only the discordant pairs count: b with the event in the first member alone, c in the second
/// alone. Given b + c, b is binomial and its odds are the odds ratio. Without discordant pairs
/// there is no answer. Source: McNemar, Psychometrika 12 (1947) 153; Fagerland, Lydersen and Laake,
/// BMC Medical Research Methodology 13 (2013) 91.
///
/// @param level confidence level, between 0 and 1
public record McNemar(double level) {
  public McNemar {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level " + level + " is not between 0 and 1");
    }
  }

  /// Makes the method with level 0.95.
  public static McNemar standard() {
    return new McNemar(0.95);
  }

  /// Returns this method with another confidence level.
  public McNemar withLevel(double other) {
    return new McNemar(other);
  }

  /// The chi-square (b - c)^2 / (b + c).
  ///
  /// Equals: `mcnemar.test(correct = FALSE)` (R 4.2).
  public static Answer<TestResult> chiSquare(long b, long c) {
    return chiSquare("McNemar chi-square", b, c, 0);
  }

  /// The chi-square with Edwards's continuity correction, max(0, |b - c| - 1)^2 / (b + c).
  ///
  /// Equals: `mcnemar.test` (R 4.2).
  public static Answer<TestResult> chiSquareCorrected(long b, long c) {
    return chiSquare("McNemar chi-square, corrected", b, c, 1);
  }

  private static Answer<TestResult> chiSquare(String method, long b, long c, int correction) {
    return answer(
        b,
        c,
        () -> {
          double distance = Math.max(0, Math.abs(b - c) - correction);
          double x = distance * distance / (b + c);
          return TestResult.of(method, x, 1, ChiSquared.p(x, 1));
        });
  }

  /// The exact conditional test: twice the smaller binomial tail, at most 1.
  ///
  /// Equals: `binom.test(b, b + c)` (R 4.2), Stata `mcc`.
  public static Answer<TestResult> exact(long b, long c) {
    return answer(b, c, () -> TestResult.exact("McNemar exact test", limits(b, c).centralP(0, 1)));
  }

  /// The mid-P test: twice the smaller mid-P tail.
  public static Answer<TestResult> midP(long b, long c) {
    return answer(
        b, c, () -> TestResult.exact("McNemar mid-P test", limits(b, c).centralP(0, 0.5)));
  }

  /// The matched odds ratio b / c with the Wald interval of its logarithm, variance 1/b + 1/c; no
  /// answer when one of them is 0.
  public Answer<Effect> wald(long b, long c) {
    if (b + c > 0 && (b == 0 || c == 0)) {
      return Answer.none("no pair is discordant in one direction");
    }
    return answer(
        b,
        c,
        () ->
            Wald.ratio(
                "matched odds ratio, Wald", (double) b / c, Math.sqrt(1.0 / b + 1.0 / c), level));
  }

  /// The matched odds ratio with the exact interval (Clopper-Pearson of b / (b + c)) and test.
  public Answer<Effect> exactOddsRatio(long b, long c) {
    return conditional("matched odds ratio, exact", b, c, 1);
  }

  /// The matched odds ratio with the mid-P interval and test.
  public Answer<Effect> midPOddsRatio(long b, long c) {
    return conditional("matched odds ratio, mid-P", b, c, 0.5);
  }

  private Answer<Effect> conditional(String method, long b, long c, double share) {
    return answer(
        b,
        c,
        () -> {
          Interval interval = limits(b, c).central(level, share);
          return new Effect(
              method, new Estimate((double) b / c, interval), limits(b, c).centralP(0, share));
        });
  }

  private static ExactLimits limits(long b, long c) {
    return new ExactLimits(PowerSeries.binomial(b + c), b);
  }

  private static <T> Answer<T> answer(long b, long c, Supplier<T> value) {
    if (b < 0 || c < 0) {
      throw new IllegalArgumentException(b + " and " + c + " pairs; there are at least 0");
    }
    return b + c == 0 ? Answer.none("no pair is discordant") : Answer.of(value.get());
  }
}
