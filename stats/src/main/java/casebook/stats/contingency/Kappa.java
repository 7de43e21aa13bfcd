// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import casebook.stats.result.Answer;

/// Cohen's kappa, the agreement of two raters beyond chance, with its large-sample interval.
///
/// Rows are the categories of one rater, columns the same categories of the other. No answer when
/// chance alone agrees always (both raters use one category). Source: Cohen, Educational and
/// Psychological Measurement 20 (1960) 37; Fleiss, Cohen and Everitt, Psychological Bulletin 72
/// (1969) 323 for the standard error. Equals: `vcd::Kappa`.
///
/// @param weights how far apart two categories are taken to be
/// @param level confidence level, between 0 and 1
public record Kappa(Weights weights, double level) {
  /// The weight of an agreement that is off by some categories.
  public enum Weights {
    /// Only equal categories agree.
    NONE,
    /// 1 - distance / (k - 1) for k categories (Cicchetti and Allison).
    LINEAR,
    /// 1 - (distance / (k - 1))^2 (Fleiss and Cohen).
    QUADRATIC;

    private double of(int i, int j, int k) {
      double distance = Math.abs(i - j) / (k - 1.0);
      return switch (this) {
        case NONE -> i == j ? 1 : 0;
        case LINEAR -> 1 - distance;
        case QUADRATIC -> 1 - distance * distance;
      };
    }
  }

  public Kappa {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level " + level + " is not between 0 and 1");
    }
  }

  /// Makes the unweighted kappa with level 0.95.
  public static Kappa standard() {
    return new Kappa(Weights.NONE, 0.95);
  }

  /// Returns this method with other weights.
  public Kappa withWeights(Weights other) {
    return new Kappa(other, level);
  }

  /// Returns this method with another confidence level.
  public Kappa withLevel(double other) {
    return new Kappa(weights, other);
  }

  /// Returns the share of persons whom both raters put in one category; no answer without persons.
  public static Answer<Double> observedAgreement(Crosstab table) {
    requireSquare(table);
    double same = 0;
    for (int i = 0; i < table.rows(); i++) {
      same += table.count(i, i);
    }
    return table.n() == 0 ? Answer.none("the table is empty") : Answer.of(same / table.n());
  }

  /// Returns kappa with its Wald interval and p-value, both from the standard error that does not
  /// assume kappa to be 0.
  public Answer<Effect> of(Crosstab table) {
    requireSquare(table);
    if (table.n() == 0) {
      return Answer.none("the table is empty");
    }
    double expected = mean(table, (i, j) -> table.expected(i, j) * weight(table, i, j));
    if (1 - expected < 1e-15) {
      return Answer.none("both raters use one category only");
    }
    double observed = mean(table, (i, j) -> table.count(i, j) * weight(table, i, j));
    double kappa = (observed - expected) / (1 - expected);
    double beyond = 1 - kappa;
    double square =
        mean(
            table,
            (i, j) -> {
              double term =
                  weight(table, i, j) - (rowWeight(table, i) + columnWeight(table, j)) * beyond;
              return table.count(i, j) * term * term;
            });
    double centre = kappa - expected * beyond;
    double variance = Math.max(0, square - centre * centre) / table.n();
    return Wald.answer(
        Wald.difference("Cohen's kappa", kappa, Math.sqrt(variance) / (1 - expected), level),
        "the raters agree perfectly, the standard error is 0");
  }

  @FunctionalInterface
  private interface Cell {
    double of(int row, int column);
  }

  private static double mean(Crosstab table, Cell cell) {
    double sum = 0;
    for (int i = 0; i < table.rows(); i++) {
      for (int j = 0; j < table.columns(); j++) {
        sum += cell.of(i, j);
      }
    }
    return sum / table.n();
  }

  private double weight(Crosstab table, int i, int j) {
    return weights.of(i, j, table.rows());
  }

  // the mean weight of row i over the columns of the other rater
  private double rowWeight(Crosstab table, int i) {
    double sum = 0;
    for (int j = 0; j < table.columns(); j++) {
      sum += weight(table, i, j) * table.columnTotal(j);
    }
    return sum / table.n();
  }

  private double columnWeight(Crosstab table, int j) {
    double sum = 0;
    for (int i = 0; i < table.rows(); i++) {
      sum += weight(table, i, j) * table.rowTotal(i);
    }
    return sum / table.n();
  }

  private static void requireSquare(Crosstab table) {
    if (table.rows() != table.columns() || table.rows() < 2) {
      throw new IllegalArgumentException(
          "the table has " + table.rows() + " rows and " + table.columns() + " columns");
    }
  }
}
