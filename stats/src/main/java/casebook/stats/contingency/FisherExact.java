// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import casebook.stats.dist.ExactLimits;
import casebook.stats.dist.PowerSeries;
import casebook.stats.result.PValue;
import casebook.stats.result.TestResult;
import java.math.BigInteger;

/// Fisher's exact test of a 2x2 table, given both margins, with its mid-P and two-sided variants.
///
/// A table with an empty margin can be only itself: every exact p-value is 1. Source: Fisher,
/// Statistical Methods for Research Workers, 5th edition 1934, section 21.02; Agresti, Statistical
/// Science 7 (1992) 131 for the variants.
public final class FisherExact {
  private FisherExact() {}

  /// The two-sided test that sums all tables no more probable than the one observed; ties are
  /// decided in whole numbers, without a tolerance.
  ///
  /// The p-value belongs to the minimum-likelihood interval ([OddsRatio#minimumLikelihood]), not to
  /// the central one. Equals: `fisher.test` (R 4.2), which takes probabilities within a relative
  /// 1e-7 as equal.
  public static TestResult twoSided(TwoByTwo t) {
    return TestResult.exact("Fisher's exact test", twoSidedP(t));
  }

  /// The two-sided test less half the probability of the table observed.
  ///
  /// Source: Lydersen, Fagerland and Laake, Statistics in Medicine 28 (2009) 1159.
  public static TestResult twoSidedMidP(TwoByTwo t) {
    return lessHalf(t, 1, "Fisher's exact test, mid-P");
  }

  /// The two-sided test with half the probability of all tables exactly as probable as the one
  /// observed: lower than [#twoSidedMidP] where the far side holds such a table.
  ///
  /// Source: Lancaster, Journal of the American Statistical Association 56 (1961) 223.
  public static TestResult twoSidedMidPOfTies(TwoByTwo t) {
    return lessHalf(t, hasTwin(t) ? 2 : 1, "Fisher's exact test, mid-P of all ties");
  }

  private static TestResult lessHalf(TwoByTwo t, int tables, String method) {
    double half = counts(t).lnPoint(t.a(), 0) + Math.log(tables / 2.0);
    double whole = twoSidedP(t).ln();
    return TestResult.exact(method, PValue.ofLn(whole + Math.log1p(-Math.exp(half - whole))));
  }

  // weights are strictly log-concave: at most one other table is as probable, across the mode
  private static boolean hasTwin(TwoByTwo t) {
    PowerSeries counts = counts(t);
    long x = t.a();
    boolean rises = x < counts.high() && counts.ratio(x) >= 1;
    double ln = 0;
    for (long y = x; rises ? y < counts.high() : y > counts.low(); y += rises ? 1 : -1) {
      ln += rises ? Math.log(counts.ratio(y)) : -Math.log(counts.ratio(y - 1));
      long next = rises ? y + 1 : y - 1;
      if (ln < 1e-8) {
        return ln > -1e-8 && atMost(t, next, x) && atMost(t, x, next);
      }
    }
    return false;
  }

  /// The one-sided test against a positive association, P(A >= a).
  public static TestResult greater(TwoByTwo t) {
    double ln = counts(t).lnUpper(t.a(), 0, 1);
    return TestResult.exact("Fisher's exact test, one-sided (greater)", PValue.ofLn(ln));
  }

  /// The one-sided test against a negative association, P(A <= a).
  public static TestResult less(TwoByTwo t) {
    double ln = counts(t).lnLower(t.a(), 0, 1);
    return TestResult.exact("Fisher's exact test, one-sided (less)", PValue.ofLn(ln));
  }

  /// Twice the smaller tail, at most 1: the test of the central exact interval.
  ///
  /// Equals: `exact2x2(tsmethod = "central")`.
  public static TestResult central(TwoByTwo t) {
    return TestResult.exact("Fisher's exact test, central", limits(t).centralP(0, 1));
  }

  /// Twice the smaller mid-P tail, at most 1: the test of the mid-P interval.
  ///
  /// Source: Lancaster, Journal of the American Statistical Association 56 (1961) 223; Lydersen,
  /// Fagerland and Laake, Statistics in Medicine 28 (2009) 1159.
  public static TestResult centralMidP(TwoByTwo t) {
    return TestResult.exact("Fisher's exact test, central mid-P", limits(t).centralP(0, 0.5));
  }

  /// Blaker's test: the smaller tail and the largest opposite tail that is no more probable.
  ///
  /// Source: Blaker, Canadian Journal of Statistics 28 (2000) 783.
  public static TestResult blaker(TwoByTwo t) {
    return TestResult.exact("Blaker's exact test", limits(t).blakerP(0));
  }

  /// Returns the probability of the table observed, given its margins.
  public static PValue pointProbability(TwoByTwo t) {
    return PValue.ofLn(counts(t).lnPoint(t.a(), 0));
  }

  private static PValue twoSidedP(TwoByTwo t) {
    return limits(t).minimumLikelihoodP(0, (y, x) -> atMost(t, y, x));
  }

  static ExactLimits limits(TwoByTwo t) {
    return new ExactLimits(counts(t), t.a());
  }

  static PowerSeries counts(TwoByTwo t) {
    return PowerSeries.noncentralHypergeometric(t.row1(), t.row2(), t.column1());
  }

  // says whether the table with y in its first cell is no more probable than that with x, exactly
  private static boolean atMost(TwoByTwo t, long y, long x) {
    boolean rowsAlike = t.row1() == t.row2() && y == t.column1() - x;
    boolean columnsAlike = t.column1() == t.column2() && y == t.row1() - x;
    if (rowsAlike || columnsAlike) {
      return true;
    }
    long from = Math.min(x, y);
    long to = Math.max(x, y);
    // w(to) / w(from) = product of (row1 - i)(column1 - i) / ((i + 1)(row2 - column1 + i + 1))
    BigInteger up = product(t.row1(), t.column1(), -1, from, to);
    BigInteger down = product(1, t.row2() - t.column1() + 1, 1, from, to);
    int sign = up.compareTo(down);
    return y == to ? sign <= 0 : sign >= 0;
  }

  // the product over from <= i < to of (p + s i)(q + s i), by halves
  private static BigInteger product(long p, long q, int s, long from, long to) {
    if (to - from == 1) {
      return BigInteger.valueOf(p + s * from).multiply(BigInteger.valueOf(q + s * from));
    }
    long middle = (from + to) >>> 1;
    return product(p, q, s, from, middle).multiply(product(p, q, s, middle, to));
  }
}
