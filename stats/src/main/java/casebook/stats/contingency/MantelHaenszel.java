// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import casebook.stats.dist.ChiSquared;
import casebook.stats.result.Answer;
import casebook.stats.result.TestResult;
import java.util.function.ToDoubleFunction;

/// Mantel and Haenszel's summaries of the 2x2 tables of several strata.
///
/// Empty strata count for nothing. The sums run over the strata in their order. Source: Mantel and
/// Haenszel, Journal of the National Cancer Institute 22 (1959) 719; Rothman, Greenland and Lash,
/// Modern Epidemiology, 3rd edition 2008, chapter 15.
///
/// @param level confidence level, between 0 and 1
public record MantelHaenszel(double level) {
  public MantelHaenszel {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level " + level + " is not between 0 and 1");
    }
  }

  /// Makes the method with level 0.95.
  public static MantelHaenszel standard() {
    return new MantelHaenszel(0.95);
  }

  /// Returns this method with another confidence level.
  public MantelHaenszel withLevel(double other) {
    return new MantelHaenszel(other);
  }

  private static double sum(Strata strata, ToDoubleFunction<TwoByTwo> term) {
    double sum = 0;
    for (TwoByTwo t : strata.tables()) {
      if (t.n() > 0) {
        sum += term.applyAsDouble(t);
      }
    }
    return sum;
  }

  // x y / n
  private static double share(long x, long y, TwoByTwo t) {
    return (double) (x * y) / t.n();
  }

  /// The common odds ratio, sum(a d / n) / sum(b c / n), with the Wald interval and p-value from
  /// the variance of Robins, Breslow and Greenland.
  ///
  /// No answer when one of the two sums is 0. Source: Robins, Breslow and Greenland, Biometrics 42
  /// (1986) 311. Equals: `mantelhaen.test` (R 4.2), whose p-value is that of [#test].
  public Answer<Effect> oddsRatio(Strata strata) {
    double r = sum(strata, t -> share(t.a(), t.d(), t));
    double q = sum(strata, t -> share(t.b(), t.c(), t));
    if (r == 0 || q == 0) {
      return Answer.none("in every stratum cell " + (r == 0 ? "a or d" : "b or c") + " is empty");
    }
    // P and W are the shares of the diagonal and of the other two cells (the paper's letters)
    double pr = sum(strata, t -> share(t.a(), t.d(), t) * (t.a() + t.d()) / t.n());
    double wq = sum(strata, t -> share(t.b(), t.c(), t) * (t.b() + t.c()) / t.n());
    double mixed =
        sum(
            strata,
            t ->
                share(t.b(), t.c(), t) * (t.a() + t.d()) / t.n()
                    + share(t.a(), t.d(), t) * (t.b() + t.c()) / t.n());
    double variance = pr / (2 * r * r) + mixed / (2 * r * q) + wq / (2 * q * q);
    return Answer.of(Wald.ratio("Mantel-Haenszel odds ratio", r / q, Math.sqrt(variance), level));
  }

  /// The common risk ratio with the Wald interval from the variance of Greenland and Robins.
  ///
  /// No answer when one of the rows has no event in any stratum. Source: Greenland and Robins,
  /// Biometrics 41 (1985) 55.
  public Answer<Effect> riskRatio(Strata strata) {
    double r = sum(strata, t -> share(t.a(), t.row2(), t));
    double s = sum(strata, t -> share(t.c(), t.row1(), t));
    if (r == 0 || s == 0) {
      return Answer.none("row " + (r == 0 ? 1 : 2) + " has no event in any stratum");
    }
    double d =
        sum(
            strata,
            t -> {
              double all = share(t.row1(), t.row2(), t) * t.column1() / t.n();
              return all - share(t.a(), t.c(), t);
            });
    return Wald.answer(
        Wald.ratio("Mantel-Haenszel risk ratio", r / s, Math.sqrt(d / (r * s)), level),
        "everybody has the event, the standard error is 0");
  }

  /// The common risk difference with the Wald interval from the variance of Greenland and Robins.
  ///
  /// Source: Greenland and Robins, Biometrics 41 (1985) 55.
  public Answer<Effect> riskDifference(Strata strata) {
    double weights = sum(strata, t -> share(t.row1(), t.row2(), t));
    double variance = sum(strata, t -> rowVariance(t, t.a(), t.b()) + rowVariance(t, t.c(), t.d()));
    return difference("Mantel-Haenszel risk difference", strata, Math.sqrt(variance) / weights);
  }

  // weight^2 x y / m^3 for a row of m persons, x with and y without the event; weight n1 n2 / n
  private static double rowVariance(TwoByTwo t, long x, long y) {
    double m = x + y;
    double weight = share(t.row1(), t.row2(), t);
    return m == 0 ? 0 : weight / m * weight / m * x / m * y;
  }

  /// The common risk difference with the Wald interval from the variance of Sato, which also holds
  /// for many small strata.
  ///
  /// Source: Sato, Greenland and Robins, Biometrics 45 (1989) 1323.
  public Answer<Effect> riskDifferenceSato(Strata strata) {
    double weights = sum(strata, t -> share(t.row1(), t.row2(), t));
    double value = sum(strata, t -> t.determinant() / t.n()) / weights;
    double p =
        sum(
            strata,
            t -> {
              double n1 = t.row1();
              double n2 = t.row2();
              double first = n1 / t.n() * n1 * t.c() - n2 / t.n() * n2 * t.a();
              return (first + n1 / t.n() * n2 * (n2 - n1) / 2) / t.n();
            });
    double q = sum(strata, t -> (share(t.a(), t.d(), t) + share(t.c(), t.b(), t)) / 2);
    double variance = Math.max(0, value * p + q);
    return difference(
        "Mantel-Haenszel risk difference (Sato)", strata, Math.sqrt(variance) / weights);
  }

  private Answer<Effect> difference(String method, Strata strata, double standardError) {
    double weights = sum(strata, t -> share(t.row1(), t.row2(), t));
    if (weights == 0) {
      return Answer.none("no stratum has persons in both rows");
    }
    double value = sum(strata, t -> t.determinant() / t.n()) / weights;
    return Wald.answer(
        Wald.difference(method, value, standardError, level),
        "all or nobody of each row has the event, the standard error is 0");
  }

  /// The chi-square test of no association in any stratum, without continuity correction.
  ///
  /// Equals: `mantelhaen.test(correct = FALSE)` (R 4.2).
  public static Answer<TestResult> test(Strata strata) {
    return test(strata, "Cochran-Mantel-Haenszel chi-square", 0);
  }

  /// The chi-square test of no association with the correction |sum(a - e)| - 1/2, not below 0.
  ///
  /// Equals: `mantelhaen.test` (R 4.2) where the sum exceeds 1/2.
  public static Answer<TestResult> testCorrected(Strata strata) {
    return test(strata, "Cochran-Mantel-Haenszel chi-square, corrected", 0.5);
  }

  private static Answer<TestResult> test(Strata strata, String method, double correction) {
    double distance = sum(strata, t -> t.determinant() / t.n());
    double variance =
        sum(
            strata,
            t ->
                t.n() < 2
                    ? 0
                    : share(t.row1(), t.row2(), t)
                        * share(t.column1(), t.column2(), t)
                        / (t.n() - 1.0));
    if (variance == 0) {
      return Answer.none("every stratum has an empty margin");
    }
    double beyond = Math.max(0, Math.abs(distance) - correction);
    double statistic = beyond * beyond / variance;
    return Answer.of(TestResult.of(method, statistic, 1, ChiSquared.p(statistic, 1)));
  }
}
