// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.style;

import casebook.study.finding.Cell;
import casebook.study.finding.Finding;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Puts numbers that no table of their own shows into columns: value and p-value, and beside them
/// what profile `casebook` would print, where that is asked for.
///
/// @param statistics the numbers
/// @param numbers how they are printed
public record FurtherCells(List<Statistic> statistics, Numbers numbers) {
  private static final Pattern RATIO = Pattern.compile("\\.[a-z]+_ratio(\\.[a-z0-9_]+)?$");
  private static final Pattern DIFFERENCE =
      Pattern.compile("\\.([a-z]+_)?difference(\\.[a-z0-9_]+)?$");

  public FurtherCells {
    statistics = List.copyOf(statistics);
  }

  /// The columns.
  public List<Finding.Column> columns() {
    String p = numbers.pLetter() + " value";
    List<Finding.Column> columns = new ArrayList<>();
    columns.add(new Finding.Column("value", "Value", 0, ""));
    columns.add(new Finding.Column("p", p, 0, ""));
    if (compared()) {
      columns.add(new Finding.Column("casebook_value", "Profile casebook: value", 0, ""));
      columns.add(new Finding.Column("casebook_p", "Profile casebook: " + p, 0, ""));
    }
    return columns;
  }

  /// The rows.
  public List<Finding.Row> rows() {
    List<Finding.Row> rows = new ArrayList<>();
    for (Statistic statistic : statistics) {
      List<Cell> cells = new ArrayList<>(cells(statistic));
      if (compared()) {
        cells.addAll(
            casebook(statistic)
                .map(FurtherCells::cells)
                .orElse(List.of(Cell.of(Cell.Form.EMPTY), Cell.of(Cell.Form.EMPTY))));
      }
      rows.add(new Finding.Row(statistic.label(), statistic.unit(), 0, cells));
    }
    return rows;
  }

  /// Whether another profile is asked and some number would be another in profile `casebook`.
  private boolean compared() {
    return statistics.stream().anyMatch(statistic -> casebook(statistic).isPresent());
  }

  /// What profile `casebook` would say in the place of a number.
  public static Optional<Statistic> casebook(Statistic statistic) {
    return statistic.basis().others().stream()
        .filter(other -> other.label().equals(Basis.CASEBOOK))
        .map(Basis.Other::statistic)
        .findFirst();
  }

  private static List<Cell> cells(Statistic statistic) {
    Cell none = Cell.of(Cell.Form.NOT_APPLICABLE);
    boolean test = statistic.estimate().isEmpty() && statistic.p().isPresent();
    return List.of(
        test ? none : Cell.of(form(statistic), statistic),
        statistic.p().isPresent() ? Cell.of(Cell.Form.P, statistic) : none);
  }

  /// How a number that stands alone is printed, from what it is. Another answer to the same
  /// question carries the method behind the name: `odds_ratio.wald`.
  public static Cell.Form form(Statistic statistic) {
    String path = statistic.address().path();
    if (RATIO.matcher(path).find()) {
      return Cell.Form.RATIO;
    }
    if (DIFFERENCE.matcher(path).find()) {
      return Cell.Form.DIFFERENCE;
    }
    boolean count =
        statistic.unit().isEmpty()
            && statistic
                .estimate()
                .filter(e -> e.interval().isEmpty() && e.value() >= 0)
                .filter(e -> e.value() == Math.rint(e.value()))
                .isPresent();
    return count ? Cell.Form.COUNT : Cell.Form.QUANTITY;
  }
}
