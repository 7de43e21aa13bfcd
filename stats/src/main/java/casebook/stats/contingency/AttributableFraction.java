// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import casebook.stats.dist.Normal;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import java.util.Optional;

/// The share of the event that is attributed to the exposure: rows are exposed and unexposed,
/// columns the event and its absence, and for a case-control study cases and controls.
///
/// A negative fraction says that the exposure protects. Source: Rothman, Greenland and Lash, Modern
/// Epidemiology, 3rd edition 2008, chapter 4. Equals: `epiR::epi.2by2` 2.0 where no other program
/// is named.
///
/// @param level confidence level, between 0 and 1
public record AttributableFraction(double level) {
  public AttributableFraction {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level " + level + " is not between 0 and 1");
    }
  }

  /// Makes the method with level 0.95.
  public static AttributableFraction standard() {
    return new AttributableFraction(0.95);
  }

  /// Returns this method with another confidence level.
  public AttributableFraction withLevel(double other) {
    return new AttributableFraction(other);
  }

  /// The fraction among the exposed, (RR - 1) / RR, with the limits of Katz's interval; minus
  /// infinity without an interval when no exposed has the event, no answer when no unexposed has.
  public Answer<Estimate> exposedByRiskRatio(TwoByTwo t) {
    return t.a() == 0 && t.column1() > 0 && t.row1() > 0
        ? Answer.of(Estimate.of(Double.NEGATIVE_INFINITY))
        : RiskRatio.standard().withLevel(level).katz(t).map(AttributableFraction::fraction);
  }

  /// The fraction among the exposed by the odds ratio, (OR - 1) / OR, with the limits of Woolf's
  /// interval.
  ///
  /// Where a cell is empty only the limiting value is given, or no answer where it is not defined.
  public Answer<Estimate> exposedByOddsRatio(TwoByTwo t) {
    boolean zero = t.emptyMargin().isEmpty() && t.b() * t.c() > 0 && t.a() * t.d() == 0;
    return zero
        ? Answer.of(Estimate.of(Double.NEGATIVE_INFINITY))
        : OddsRatio.standard().withLevel(level).woolf(t).map(AttributableFraction::fraction);
  }

  private static Estimate fraction(Effect ratio) {
    Interval interval = ratio.estimate().interval().orElseThrow();
    return new Estimate(
        1 - 1 / ratio.estimate().value(),
        new Interval(1 - 1 / interval.low(), 1 - 1 / interval.high(), interval.level()));
  }

  /// The fraction in the whole population of a cross-sectional study or cohort, 1 - risk of the
  /// unexposed / risk of all, with Walter's interval for a sample of the population.
  ///
  /// Source: Walter, Biometrics 32 (1976) 829. No interval when no unexposed has the event.
  public Answer<Estimate> population(TwoByTwo t) {
    Optional<String> why = t.emptyMargin();
    if (why.isPresent()) {
      return Answer.none(why.get());
    }
    double rest = (double) (t.c() * t.n()) / (t.row2() * t.column1());
    double variance = (t.b() + (1 - rest) * (t.a() + t.d())) / ((double) t.n() * t.c());
    return Answer.of(complement(rest, t.c() > 0 ? Math.sqrt(variance) : Double.NaN));
  }

  /// The fraction in the whole population of a case-control study, 1 - (c / cases) / (d /
  /// controls), which equals (a / cases) (OR - 1) / OR.
  ///
  /// Source: Walter, International Journal of Epidemiology 7 (1978) 175 for the interval, none when
  /// no unexposed case or control was seen. No answer when nobody among the controls is unexposed.
  public Answer<Estimate> caseControl(TwoByTwo t) {
    Optional<String> why = t.emptyMargin();
    if (why.isPresent()) {
      return Answer.none(why.get());
    }
    if (t.d() == 0) {
      return Answer.none("no control is unexposed");
    }
    double rest = (double) (t.c() * t.column2()) / (t.column1() * t.d());
    double variance =
        t.a() / ((double) t.c() * t.column1()) + t.b() / ((double) t.d() * t.column2());
    return Answer.of(complement(rest, t.c() > 0 ? Math.sqrt(variance) : Double.NaN));
  }

  // 1 - rest, with the interval of the logarithm of the rest
  private Estimate complement(double rest, double standardError) {
    if (Double.isNaN(standardError)) {
      return Estimate.of(1 - rest);
    }
    double factor = Math.exp(Normal.ofLevel(level) * standardError);
    return new Estimate(1 - rest, new Interval(1 - rest * factor, 1 - rest / factor, level));
  }

  /// The risk of all less the risk of the unexposed, with the interval of a sample of the
  /// population.
  ///
  /// Source: Pirikahu and others, Statistics in Medicine 35 (2016) 3117 (delta method).
  public Answer<Estimate> populationRisk(TwoByTwo t) {
    return populationRisk(t, multinomialVariance(t));
  }

  /// The risk of all less the risk of the unexposed, with the two risks taken as independent.
  ///
  /// Equals: `epiR` ("PARisk.strata.wald"); too wide, because the unexposed are part of all.
  public Answer<Estimate> populationRiskWald(TwoByTwo t) {
    return populationRisk(t, variance(t.column1(), t.column2()) + variance(t.c(), t.d()));
  }

  private Answer<Estimate> populationRisk(TwoByTwo t, double variance) {
    Optional<String> why = t.emptyRow();
    if (why.isPresent()) {
      return Answer.none(why.get());
    }
    double value = (double) t.row1() / t.n() * t.riskDifference();
    double half = Normal.ofLevel(level) * Math.sqrt(variance);
    return Answer.of(new Estimate(value, new Interval(value - half, value + half, level)));
  }

  // the derivatives of the difference by the four cell shares are 1, 0, 1 - q / r, p / r for the
  // shares p and q of the cells c and d among the unexposed, and r the share of the unexposed
  private static double multinomialVariance(TwoByTwo t) {
    double n = t.n();
    double unexposed = t.row2() / n;
    double byC = 1 - t.d() / (t.row2() * unexposed);
    double byD = t.c() / (t.row2() * unexposed);
    double mean = (t.a() + byC * t.c() + byD * t.d()) / n;
    double square = (t.a() + byC * byC * t.c() + byD * byD * t.d()) / n;
    return Math.max(0, square - mean * mean) / n;
  }

  private static double variance(long with, long without) {
    double n = with + without;
    return with / n * without / n / n;
  }
}
