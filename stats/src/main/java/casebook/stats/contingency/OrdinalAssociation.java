// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import casebook.stats.dist.ChiSquared;
import casebook.stats.result.Answer;
import casebook.stats.result.TestResult;
import java.util.stream.IntStream;

/// How two sets of ordered categories move together: measures from the pairs of persons that agree
/// (concordant, C) or disagree (discordant, D) in order, and the linear-by-linear test.
///
/// No answer when all persons are in one row or one column. Source: Agresti, Categorical Data
/// Analysis, 2nd edition 2002, sections 2.4 and 3.4.
public final class OrdinalAssociation {
  private OrdinalAssociation() {}

  /// Returns the correlation of row and column numbers.
  public static Answer<Double> correlation(Crosstab table) {
    return correlation(table, ranks(table.rows()), ranks(table.columns()));
  }

  private static double[] ranks(int k) {
    return IntStream.rangeClosed(1, k).asDoubleStream().toArray();
  }

  /// Returns the correlation of row and column scores.
  ///
  /// @param rowScores one finite score a row
  /// @param columnScores one finite score a column
  public static Answer<Double> correlation(
      Crosstab table, double[] rowScores, double[] columnScores) {
    if (rowScores.length != table.rows() || columnScores.length != table.columns()) {
      throw new IllegalArgumentException(
          rowScores.length + " row and " + columnScores.length + " column scores do not fit");
    }
    double meanRow = 0;
    double meanColumn = 0;
    for (int i = 0; i < rowScores.length; i++) {
      meanRow += rowScores[i] * table.rowTotal(i) / table.n();
    }
    for (int j = 0; j < columnScores.length; j++) {
      meanColumn += columnScores[j] * table.columnTotal(j) / table.n();
    }
    double rows = 0;
    double columns = 0;
    double both = 0;
    for (int i = 0; i < rowScores.length; i++) {
      for (int j = 0; j < columnScores.length; j++) {
        double byRow = rowScores[i] - meanRow;
        double byColumn = columnScores[j] - meanColumn;
        rows += byRow * byRow * table.count(i, j);
        columns += byColumn * byColumn * table.count(i, j);
        both += byRow * byColumn * table.count(i, j);
      }
    }
    return rows > 0 && columns > 0
        ? Answer.of(Math.clamp(both / Math.sqrt(rows * columns), -1, 1))
        : Answer.none(ONE);
  }

  private static final String ONE = "all persons are in one row or one column";

  /// The linear-by-linear test with row and column numbers as scores.
  public static Answer<TestResult> linearByLinear(Crosstab table) {
    return linearByLinear(table, ranks(table.rows()), ranks(table.columns()));
  }

  /// The linear-by-linear test, (n - 1) r^2 with one degree of freedom.
  ///
  /// Source: Mantel, Journal of the American Statistical Association 58 (1963) 690. Equals:
  /// `coin::lbl_test`.
  public static Answer<TestResult> linearByLinear(
      Crosstab table, double[] rowScores, double[] columnScores) {
    return correlation(table, rowScores, columnScores)
        .map(r -> {
          double x = (table.n() - 1.0) * r * r;
          return TestResult.of("linear-by-linear test", x, 1, ChiSquared.p(x, 1));
        });
  }

  /// Returns gamma of Goodman and Kruskal, (C - D) / (C + D); no answer without such pairs.
  public static Answer<Double> gamma(Crosstab table) {
    Pairs pairs = Pairs.of(table);
    double all = pairs.concordant() + pairs.discordant();
    return all > 0
        ? Answer.of(pairs.net() / all)
        : Answer.none("no two persons differ in both row and column");
  }

  /// Returns Kendall's tau-b, (C - D) / sqrt((pairs not tied in rows) (pairs not tied in columns)).
  public static Answer<Double> tauB(Crosstab table) {
    Pairs pairs = Pairs.of(table);
    double product = pairs.acrossRows() * pairs.acrossColumns();
    return product > 0 ? Answer.of(pairs.net() / Math.sqrt(product)) : Answer.none(ONE);
  }

  /// Returns Stuart's tau-c, 2 m (C - D) / (n^2 (m - 1)), with m the smaller number of rows and
  /// columns.
  public static Answer<Double> tauC(Crosstab table) {
    double m = Math.min(table.rows(), table.columns());
    double n = table.n();
    return m > 1 && n > 0
        ? Answer.of(2 * m * Pairs.of(table).net() / (n * n * (m - 1)))
        : Answer.none(ONE);
  }

  /// Returns Somers's d of the columns given the rows, (C - D) / (pairs not tied in rows).
  public static Answer<Double> somersD(Crosstab table) {
    Pairs pairs = Pairs.of(table);
    return pairs.acrossRows() > 0 ? Answer.of(pairs.net() / pairs.acrossRows()) : Answer.none(ONE);
  }

  private record Pairs(
      double concordant, double discordant, double acrossRows, double acrossColumns) {
    static Pairs of(Crosstab table) {
      double concordant = 0;
      double discordant = 0;
      double sameRow = 0;
      double sameColumn = 0;
      for (int i = 0; i < table.rows(); i++) {
        sameRow += pairs(table.rowTotal(i));
        for (int j = 0; j < table.columns(); j++) {
          for (int k = i + 1; k < table.rows(); k++) {
            for (int l = 0; l < table.columns(); l++) {
              double both = (double) table.count(i, j) * table.count(k, l);
              concordant += l > j ? both : 0;
              discordant += l < j ? both : 0;
            }
          }
        }
      }
      for (int j = 0; j < table.columns(); j++) {
        sameColumn += pairs(table.columnTotal(j));
      }
      double all = pairs(table.n());
      return new Pairs(concordant, discordant, all - sameRow, all - sameColumn);
    }

    private static double pairs(long count) {
      return count * (count - 1.0) / 2;
    }

    double net() {
      return concordant - discordant;
    }
  }
}
