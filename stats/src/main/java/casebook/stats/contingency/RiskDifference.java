// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import casebook.stats.describe.Proportion;
import casebook.stats.dist.ChiSquared;
import casebook.stats.dist.Normal;
import casebook.stats.math.Roots;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.stats.result.PValue;
import java.util.Optional;
import java.util.function.Function;

/// The difference of the risks of the two rows, a / n1 - c / n2, of a cohort or trial; a
/// case-control table has no risks. No answer when a row is empty.
///
/// @param level confidence level, between 0 and 1
public record RiskDifference(double level) {
  public RiskDifference {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level " + level + " is not between 0 and 1");
    }
  }

  /// Makes the method with level 0.95.
  public static RiskDifference standard() {
    return new RiskDifference(0.95);
  }

  /// Returns this method with another confidence level.
  public RiskDifference withLevel(double other) {
    return new RiskDifference(other);
  }

  /// The Wald interval with the variances of the two risks added; not cut at -1 and 1.
  ///
  /// Where nobody or everybody of each row has the event the standard error is 0: the value comes
  /// with the reason not to use it. Equals: `prop.test(correct = FALSE)` (R 4.2) before cutting.
  public Answer<Effect> wald(TwoByTwo t) {
    return t.emptyRow()
        .map(Answer::<Effect>none)
        .orElseGet(() ->
            Wald.answer(
                Wald.difference("Wald", t.riskDifference(), standardError(t, 0), level),
                "all or nobody of each row has the event, the standard error is 0"));
  }

  private static double standardError(TwoByTwo t, int added) {
    return Math.sqrt(
        variance(t.a() + added, t.b() + added) + variance(t.c() + added, t.d() + added));
  }

  private static double variance(long with, long without) {
    double n = with + without;
    return with / n * without / n / n;
  }

  /// Wald's interval after one event and one non-event are added to each row; the estimate stays
  /// the difference of the sample.
  ///
  /// Source: Agresti and Caffo, The American Statistician 54 (2000) 280.
  public Answer<Effect> agrestiCaffo(TwoByTwo t) {
    return answer(
        t,
        rows -> {
          TwoByTwo more = new TwoByTwo(t.a() + 1, t.b() + 1, t.c() + 1, t.d() + 1);
          Effect wald =
              Wald.difference("Agresti-Caffo", more.riskDifference(), standardError(t, 1), level);
          Interval interval = wald.estimate().interval().orElseThrow();
          return new Effect(
              wald.method(),
              new Estimate(t.riskDifference(), interval),
              wald.standardError(),
              wald.p());
        });
  }

  /// Newcombe's hybrid interval from the two Wilson intervals (his method 10); the p-value is one
  /// minus the level at which its limit reaches 0.
  ///
  /// Source: Newcombe, Statistics in Medicine 17 (1998) 873. Equals: `Epi::ci.pd`, `epiR`.
  public Answer<Effect> newcombe(TwoByTwo t) {
    return answer(t, rows -> hybrid("Newcombe", rows, Proportion::wilsonLow));
  }

  /// Newcombe's hybrid interval from the two Wilson intervals with continuity correction (his
  /// method 11).
  public Answer<Effect> newcombeCorrected(TwoByTwo t) {
    return answer(t, rows -> hybrid("Newcombe, corrected", rows, Proportion::wilsonCorrectedLow));
  }

  @FunctionalInterface
  private interface LowerLimit {
    double of(long x, long n, double z);
  }

  private Effect hybrid(String method, TwoByTwo t, LowerLimit wilson) {
    double z = Normal.ofLevel(level);
    Interval interval =
        new Interval(hybridLow(t, wilson, z), -hybridLow(t.rowsSwapped(), wilson, z), level);
    double difference = t.riskDifference();
    return new Effect(
        method,
        new Estimate(difference, interval),
        hybridP(difference >= 0 ? t : t.rowsSwapped(), wilson));
  }

  private static double hybridLow(TwoByTwo t, LowerLimit wilson, double z) {
    double below1 = t.risk1() - wilson.of(t.a(), t.row1(), z);
    double above2 = t.d() / (double) t.row2() - wilson.of(t.d(), t.row2(), z);
    return t.riskDifference() - Math.hypot(below1, above2);
  }

  // the difference is not negative
  private static PValue hybridP(TwoByTwo t, LowerLimit wilson) {
    if (hybridLow(t, wilson, 0) <= 0) {
      return new PValue(0);
    }
    double z = Roots.outward(u -> hybridLow(t, wilson, u), 0, 1).orElseThrow();
    return Normal.twoSided(z);
  }

  /// The score interval that inverts Pearson's chi-square.
  ///
  /// Source: Mee, Biometrics 40 (1984) 1175. Equals: `PropCIs::diffscoreci`.
  public Answer<Effect> mee(TwoByTwo t) {
    return answer(t, rows -> score("score (Mee)", rows, 1));
  }

  /// The score interval that inverts the N-1 chi-square: Mee's with the variance times N / (N - 1).
  ///
  /// Source: Miettinen and Nurminen, Statistics in Medicine 4 (1985) 213.
  public Answer<Effect> miettinenNurminen(TwoByTwo t) {
    return answer(t, rows -> score("score (Miettinen-Nurminen)", rows, (t.n() - 1.0) / t.n()));
  }

  private Effect score(String method, TwoByTwo t, double factor) {
    double z = Normal.ofLevel(level) / Math.sqrt(factor);
    double low = DifferenceScore.low(t, z);
    double high = -DifferenceScore.low(t.rowsSwapped(), z);
    PValue p =
        t.emptyMargin().isPresent()
            ? new PValue(0)
            : ChiSquared.p(factor * ChiSquare.pearson(t).orThrow().statistic().orElseThrow(), 1);
    return new Effect(method, new Estimate(t.riskDifference(), new Interval(low, high, level)), p);
  }

  private static Answer<Effect> answer(TwoByTwo t, Function<TwoByTwo, Effect> method) {
    Optional<String> why = t.emptyRow();
    return why.map(Answer::<Effect>none).orElseGet(() -> Answer.of(method.apply(t)));
  }
}
