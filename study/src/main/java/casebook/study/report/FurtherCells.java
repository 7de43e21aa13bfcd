// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import casebook.study.finding.Cell;
import casebook.study.finding.Finding;
import casebook.study.finding.Statistic;
import java.util.List;

/// Puts numbers that no table of their own shows into two columns: value and p-value.
final class FurtherCells {
  private FurtherCells() {}

  /// The columns.
  static List<Finding.Column> columns(Numbers numbers) {
    return List.of(
        new Finding.Column("value", "Value", 0, ""),
        new Finding.Column("p", numbers.pLetter() + " value", 0, ""));
  }

  /// The cells of a number.
  static List<Cell> of(Statistic statistic) {
    Cell none = Cell.of(Cell.Form.NOT_APPLICABLE);
    boolean test = statistic.estimate().isEmpty() && statistic.p().isPresent();
    return List.of(
        test ? none : Cell.of(form(statistic), statistic),
        statistic.p().isPresent() ? Cell.of(Cell.Form.P, statistic) : none);
  }

  /// How a number that stands alone is printed, from what it is.
  static Cell.Form form(Statistic statistic) {
    String kind = statistic.statistic();
    if (kind.contains("ratio")) {
      return Cell.Form.RATIO;
    }
    if (kind.contains("difference")) {
      return Cell.Form.DIFFERENCE;
    }
    boolean count =
        statistic.unit().isEmpty()
            && statistic
                .estimate()
                .filter(e ->
                    e.interval().isEmpty() && e.value() >= 0 && e.value() == Math.rint(e.value()))
                .isPresent();
    return count ? Cell.Form.COUNT : Cell.Form.QUANTITY;
  }
}
