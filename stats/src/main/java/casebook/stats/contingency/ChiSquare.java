// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import casebook.stats.contingency.FixedMargins.Distance;
import casebook.stats.dist.ChiSquared;
import casebook.stats.dist.Saddlepoint;
import casebook.stats.result.Answer;
import casebook.stats.result.TestResult;

/// Chi-square tests of independence of rows and columns.
///
/// A 2x2 table with an empty margin has no answer; from a larger table empty rows and columns are
/// left out, and no answer is left when only one row or column remains. Equals: `chisq.test(correct
/// = FALSE)` and, for Yates, `chisq.test` (R 4.2), which gives NaN where a margin is empty.
public final class ChiSquare {
  private ChiSquare() {}

  /// Pearson's chi-square, n (ad - bc)^2 / (product of the margins).
  ///
  /// Source: Pearson, Philosophical Magazine 50 (1900) 157.
  public static Answer<TestResult> pearson(TwoByTwo t) {
    return test(t, "Pearson chi-square", FixedMargins.of(t, 0).fromIndependence(Distance.SCORE));
  }

  /// Pearson's chi-square with (n - 1) in place of n, the variance of the finite population.
  ///
  /// Source: Campbell, Statistics in Medicine 26 (2007) 3661. Equals: `mantelhaen.test(correct =
  /// FALSE)` of one stratum (R 4.2).
  public static Answer<TestResult> nMinusOne(TwoByTwo t) {
    double x = FixedMargins.of(t, 0).fromIndependence(Distance.SCORE);
    return test(t, "N-1 chi-square", x * (t.n() - 1) / t.n());
  }

  /// Pearson's chi-square with Yates's continuity correction: n max(0, |ad - bc| - n/2)^2 /
  /// (product of the margins).
  ///
  /// Source: Yates, Supplement to the Journal of the Royal Statistical Society 1 (1934) 217.
  public static Answer<TestResult> yates(TwoByTwo t) {
    double distance = Math.max(0, Math.abs(t.determinant()) - t.n() / 2.0);
    double n = t.n();
    double x =
        distance
            * (distance / n)
            / ((double) t.row1() * t.row2())
            * (n / t.column1())
            * (n / t.column2());
    return test(t, "Yates chi-square", x);
  }

  /// The likelihood-ratio chi-square G^2, 2 sum o ln(o / e).
  ///
  /// Source: Wilks, Annals of Mathematical Statistics 6 (1935) 190.
  public static Answer<TestResult> likelihoodRatio(TwoByTwo t) {
    return test(
        t,
        "likelihood-ratio chi-square",
        FixedMargins.of(t, 0).fromIndependence(Distance.LIKELIHOOD));
  }

  private static Answer<TestResult> test(TwoByTwo t, String method, double statistic) {
    return t.emptyMargin()
        .map(Answer::<TestResult>none)
        .orElseGet(
            () -> Answer.of(TestResult.of(method, statistic, 1, ChiSquared.p(statistic, 1))));
  }

  /// Pearson's chi-square, sum (o - e)^2 / e, with (rows - 1)(columns - 1) degrees of freedom.
  public static Answer<TestResult> pearson(Crosstab table) {
    return test(
        table,
        "Pearson chi-square",
        (kept, i, j) -> {
          double difference = kept.difference(i, j);
          return difference * difference / kept.expected(i, j);
        });
  }

  /// The likelihood-ratio chi-square G^2, 2 sum o ln(o / e), with (rows - 1)(columns - 1) degrees
  /// of freedom.
  public static Answer<TestResult> likelihoodRatio(Crosstab table) {
    return test(
        table,
        "likelihood-ratio chi-square",
        (kept, i, j) ->
            2
                * Saddlepoint.deviance(
                    (double) kept.count(i, j), kept.expected(i, j), kept.difference(i, j)));
  }

  @FunctionalInterface
  private interface CellTerm {
    double of(Crosstab kept, int row, int column);
  }

  private static Answer<TestResult> test(Crosstab table, String method, CellTerm term) {
    Crosstab kept = table.withoutEmpty();
    if (kept.n() == 0 || kept.rows() < 2 || kept.columns() < 2) {
      String few = kept.n() == 0 ? "the table is empty" : "only one row or column holds counts";
      return Answer.none(few);
    }
    double statistic = 0;
    for (int i = 0; i < kept.rows(); i++) {
      for (int j = 0; j < kept.columns(); j++) {
        statistic += term.of(kept, i, j);
      }
    }
    double df = (kept.rows() - 1.0) * (kept.columns() - 1.0);
    return Answer.of(TestResult.of(method, statistic, df, ChiSquared.p(statistic, df)));
  }
}
