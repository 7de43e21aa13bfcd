// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import casebook.stats.result.Answer;

/// How strongly two sets of unordered categories hang together, from Pearson's chi-square X^2 of n
/// persons. No answer where the chi-square has none.
public final class NominalAssociation {
  private NominalAssociation() {}

  /// Returns phi, (a d - b c) / sqrt(product of the margins), between -1 and 1.
  public static Answer<Double> phi(TwoByTwo t) {
    return t.emptyMargin()
        .map(Answer::<Double>none)
        .orElseGet(() ->
            Answer.of(
                t.determinant()
                    / Math.sqrt((double) t.row1() * t.row2())
                    / Math.sqrt((double) t.column1() * t.column2())));
  }

  /// Returns Cramer's V, sqrt(X^2 / (n (k - 1))) with k the smaller of the numbers of non-empty
  /// rows and columns; between 0 and 1.
  ///
  /// Source: Cramer, Mathematical Methods of Statistics, 1946, page 282.
  public static Answer<Double> cramersV(Crosstab table) {
    Crosstab kept = table.withoutEmpty();
    int smaller = Math.min(kept.rows(), kept.columns());
    return pearson(table).map(x -> Math.sqrt(x / kept.n() / (smaller - 1)));
  }

  /// Returns Pearson's contingency coefficient, sqrt(X^2 / (n + X^2)).
  public static Answer<Double> contingencyCoefficient(Crosstab table) {
    return pearson(table).map(x -> Math.sqrt(x / (table.n() + x)));
  }

  private static Answer<Double> pearson(Crosstab table) {
    return ChiSquare.pearson(table).map(test -> test.statistic().orElseThrow());
  }
}
