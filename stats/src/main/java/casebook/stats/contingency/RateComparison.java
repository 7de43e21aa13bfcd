// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import casebook.stats.dist.ExactLimits;
import casebook.stats.dist.PowerSeries;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.stats.result.TestResult;

/// Two rates of events per person-time, compared by their ratio or difference.
///
/// Given the number of all events, those of group 1 are binomial with the odds ratio * time1 /
/// time2. No answer for the ratio when neither group has an event. Source: Breslow and Day,
/// Statistical Methods in Cancer Research II, 1987, chapter 3.
///
/// @param level confidence level, between 0 and 1
public record RateComparison(double level) {
  public RateComparison {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level " + level + " is not between 0 and 1");
    }
  }

  /// Makes the method with level 0.95.
  public static RateComparison standard() {
    return new RateComparison(0.95);
  }

  /// Returns this method with another confidence level.
  public RateComparison withLevel(double other) {
    return new RateComparison(other);
  }

  /// The events and person-time of two groups.
  ///
  /// @param events1 events of group 1, at least 0
  /// @param time1 person-time of group 1, above 0
  /// @param events2 events of group 2
  /// @param time2 person-time of group 2, in the same unit
  public record Rates(long events1, double time1, long events2, double time2) {
    public Rates {
      PoissonRate.require(events1, time1);
      PoissonRate.require(events2, time2);
    }

    private double ratio() {
      return events1 / time1 / (events2 / time2);
    }

    private double difference() {
      return events1 / time1 - events2 / time2;
    }
  }

  /// The ratio with the Wald interval of its logarithm, variance 1 / events1 + 1 / events2.
  public Answer<Effect> waldRatio(Rates rates) {
    if (rates.events1() == 0 || rates.events2() == 0) {
      return Answer.none("group " + (rates.events1() == 0 ? 1 : 2) + " has no events");
    }
    double standardError = Math.sqrt(1.0 / rates.events1() + 1.0 / rates.events2());
    return Answer.of(Wald.ratio("rate ratio, Wald", rates.ratio(), standardError, level));
  }

  /// The ratio with the central exact interval and twice the smaller tail.
  ///
  /// Equals: the interval of `poisson.test` (R 4.2), whose p-value is that of [#exactTest].
  public Answer<Effect> exactRatio(Rates rates) {
    return conditional(rates, "rate ratio, central exact", 1);
  }

  /// The ratio with the central mid-P interval and twice the smaller mid-P tail.
  public Answer<Effect> midPRatio(Rates rates) {
    return conditional(rates, "rate ratio, mid-P", 0.5);
  }

  private Answer<Effect> conditional(Rates rates, String method, double share) {
    if (rates.events1() + rates.events2() == 0) {
      return Answer.none("there are no events");
    }
    ExactLimits limits = limits(rates);
    Interval odds = limits.central(level, share);
    double scale = rates.time2() / rates.time1();
    return Answer.of(
        new Effect(
            method,
            new Estimate(
                rates.ratio(), new Interval(odds.low() * scale, odds.high() * scale, level)),
            limits.centralP(-Math.log(scale), share)));
  }

  private static ExactLimits limits(Rates rates) {
    return new ExactLimits(
        PowerSeries.binomial(rates.events1() + rates.events2()), rates.events1());
  }

  /// The two-sided exact test that the rates are equal: the probability of all splits of the events
  /// that are no more probable than the one observed.
  ///
  /// Equals: `poisson.test` (R 4.2).
  public static Answer<TestResult> exactTest(Rates rates) {
    if (rates.events1() + rates.events2() == 0) {
      return Answer.none("there are no events");
    }
    ExactLimits limits = limits(rates);
    double logit = Math.log(rates.time1()) - Math.log(rates.time2());
    return Answer.of(
        TestResult.exact(
            "exact test of two rates", limits.minimumLikelihoodP(logit, limits.within(logit))));
  }

  /// The difference of the rates with its Wald interval, variance the sum of events / time^2.
  ///
  /// Without events the standard error is 0: the value comes with the reason not to use it.
  public Answer<Effect> waldDifference(Rates rates) {
    double standardError =
        Math.hypot(
            Math.sqrt((double) rates.events1()) / rates.time1(),
            Math.sqrt((double) rates.events2()) / rates.time2());
    return Wald.answer(
        Wald.difference("rate difference, Wald", rates.difference(), standardError, level),
        "there are no events, the standard error is 0");
  }
}
