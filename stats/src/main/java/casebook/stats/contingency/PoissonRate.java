// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import casebook.stats.dist.ExactLimits;
import casebook.stats.dist.Normal;
import casebook.stats.dist.PowerSeries;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;

/// A rate of events per person-time, from a Poisson count; with the expected number in place of the
/// person-time it is a standardised mortality (or incidence) ratio, whose null value is 1.
///
/// Without events the rate is 0 and has an upper limit. The person-time, in any unit, is above 0;
/// the rate is per that unit. Every p-value tests the rate 1.
///
/// @param level confidence level, between 0 and 1
public record PoissonRate(double level) {
  public PoissonRate {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level " + level + " is not between 0 and 1");
    }
  }

  /// Makes the method with level 0.95.
  public static PoissonRate standard() {
    return new PoissonRate(0.95);
  }

  /// Returns this method with another confidence level.
  public PoissonRate withLevel(double other) {
    return new PoissonRate(other);
  }

  /// The exact interval of Garwood with twice the smaller tail.
  ///
  /// Source: Garwood, Biometrika 28 (1936) 437. Equals: the interval of `poisson.test` (R 4.2),
  /// whose p-value belongs to another interval.
  public Effect exact(long events, double personTime) {
    return conditional("exact (Garwood)", events, personTime, 1);
  }

  /// The mid-P interval with twice the smaller mid-P tail.
  ///
  /// Source: Cohen and Yang, Statistics in Medicine 13 (1994) 2189.
  public Effect midP(long events, double personTime) {
    return conditional("mid-P", events, personTime, 0.5);
  }

  private Effect conditional(String method, long events, double personTime, double share) {
    require(events, personTime);
    ExactLimits limits = new ExactLimits(PowerSeries.poisson(), events);
    Interval mean = limits.central(level, share);
    return new Effect(
        method,
        new Estimate(
            events / personTime,
            new Interval(mean.low() / personTime, mean.high() / personTime, level)),
        limits.centralP(Math.log(personTime), share));
  }

  /// Byar's approximation to the exact interval, a cube of a normal variable.
  ///
  /// Source: Breslow and Day, Statistical Methods in Cancer Research II, 1987, page 69.
  public Estimate byar(long events, double personTime) {
    require(events, personTime);
    double z = Normal.ofLevel(level);
    double low = events == 0 ? 0 : Math.max(0, cube(events, -z));
    return new Estimate(
        events / personTime,
        new Interval(low / personTime, cube(events + 1, z) / personTime, level));
  }

  private static double cube(long count, double z) {
    double root = 1 - 1 / (9.0 * count) + z / (3 * Math.sqrt((double) count));
    return count * root * root * root;
  }

  /// The Wald interval of the logarithm, with variance 1 / events; no answer without events.
  public Answer<Effect> wald(long events, double personTime) {
    require(events, personTime);
    if (events == 0) {
      return Answer.none("there are no events");
    }
    return Answer.of(
        Wald.ratio("Wald of the logarithm", events / personTime, Math.sqrt(1.0 / events), level));
  }

  static void require(long events, double personTime) {
    if (events < 0) {
      throw new IllegalArgumentException(events + " events; there are at least 0");
    }
    if (!(personTime > 0) || personTime == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("person-time is " + personTime + "; it is above 0");
    }
  }
}
