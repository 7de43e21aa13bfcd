// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import java.util.Optional;

/// A 2x2 table of counts: row 1 has `a` with and `b` without the column event, row 2 `c` and `d`.
///
/// For a case-control study the rows are cases and controls and the column event is the exposure;
/// for a cohort the rows are exposed and unexposed and the column event is the outcome. The odds
/// ratio a d / (b c) is the same both ways; risks, their ratio and difference compare the rows.
///
/// @param a row 1 with the event, at least 0 and at most 10^9, as all counts
/// @param b row 1 without the event
/// @param c row 2 with the event
/// @param d row 2 without the event
public record TwoByTwo(long a, long b, long c, long d) {
  private static final long LARGEST = 1_000_000_000;

  public TwoByTwo {
    require("a", a);
    require("b", b);
    require("c", c);
    require("d", d);
  }

  private static void require(String name, long count) {
    if (count < 0 || count > LARGEST) {
      throw new IllegalArgumentException(
          "count " + name + " is " + count + "; it lies between 0 and " + LARGEST);
    }
  }

  /// Returns the total of row 1.
  public long row1() {
    return a + b;
  }

  /// Returns the total of row 2.
  public long row2() {
    return c + d;
  }

  /// Returns the total of column 1, those with the event.
  public long column1() {
    return a + c;
  }

  /// Returns the total of column 2, those without the event.
  public long column2() {
    return b + d;
  }

  /// Returns the number of all.
  public long n() {
    return a + b + c + d;
  }

  /// Returns the share of row 1 with the event; not a number when row 1 is empty.
  double risk1() {
    return (double) a / row1();
  }

  /// Returns the share of row 2 with the event; not a number when row 2 is empty.
  double risk2() {
    return (double) c / row2();
  }

  /// Returns risk 1 / risk 2; infinite when row 2 has no event.
  double riskRatio() {
    return (double) (a * row2()) / (c * row1());
  }

  /// Returns risk 1 - risk 2, rounded once.
  double riskDifference() {
    return determinant() / row1() / row2();
  }

  /// Returns a d - b c, which is exact below 2^63.
  double determinant() {
    return (double) (a * d - b * c);
  }

  /// Returns the smallest expected count under independence; 0 for an empty table.
  public double smallestExpected() {
    double smaller = (double) Math.min(row1(), row2()) * Math.min(column1(), column2());
    return n() == 0 ? 0 : smaller / n();
  }

  /// Exchanges rows and columns.
  public TwoByTwo transposed() {
    return new TwoByTwo(a, c, b, d);
  }

  /// Exchanges the rows; the odds ratio becomes its reciprocal.
  public TwoByTwo rowsSwapped() {
    return new TwoByTwo(c, d, a, b);
  }

  /// Exchanges the columns; the odds ratio becomes its reciprocal.
  public TwoByTwo columnsSwapped() {
    return new TwoByTwo(b, a, d, c);
  }

  /// Returns why the risks of the rows cannot be compared: which row is empty.
  Optional<String> emptyRow() {
    return row1() == 0 || row2() == 0
        ? Optional.of("row " + (row1() == 0 ? 1 : 2) + " of the table is empty")
        : Optional.empty();
  }

  /// Returns why the table has nothing to say about association: which margin is empty.
  Optional<String> emptyMargin() {
    if (row1() > 0 && row2() > 0 && (column1() == 0 || column2() == 0)) {
      return Optional.of("column " + (column1() == 0 ? 1 : 2) + " of the table is empty");
    }
    return emptyRow();
  }

  /// Returns why a Wald interval of the odds ratio does not exist: which cell is empty.
  Optional<String> emptyCell() {
    if (a > 0 && b > 0 && c > 0 && d > 0) {
      return Optional.empty();
    }
    String cell = a == 0 ? "a" : b == 0 ? "b" : c == 0 ? "c" : "d";
    String row = a == 0 || b == 0 ? "row 1" : "row 2";
    String event = a == 0 || (b > 0 && c == 0) ? "with" : "without";
    return Optional.of(
        "cell "
            + cell
            + " ("
            + row
            + ", "
            + event
            + " the event) is empty, its logarithm infinite");
  }
}
