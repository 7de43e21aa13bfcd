// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import casebook.study.finding.Cell;
import casebook.study.finding.Finding;
import casebook.study.finding.Finding.Flow;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import casebook.study.report.style.CellText;
import casebook.study.report.style.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A number with the text that the paper prints for it.
///
/// @param statistic the number
/// @param printed the text of its place: `12 (4.9)` for the count and for the percentage
/// @param beside the other numbers of that place
/// @param notes the footnotes of that place
public record Shown(
    Statistic statistic, String printed, List<Statistic> beside, List<String> notes) {
  public Shown {
    beside = List.copyOf(beside);
    notes = List.copyOf(notes);
  }

  /// Every number of a finding, in order, each address once: the table's, those that it does not
  /// show, and other answers to the same questions.
  public static List<Shown> of(Finding finding, Numbers numbers) {
    Map<String, Shown> found = new LinkedHashMap<>();
    CellText text = new CellText(numbers);
    switch (finding) {
      case Finding.Characteristics table -> rows(table.rows(), text, found);
      case Finding.Estimates table -> {
        rows(table.rows(), text, found);
        table.further().forEach(s -> put(alone(s, text), text, found));
      }
      case Finding.Limits table -> rows(table.rows(), text, found);
      case Finding.Matching table -> rows(table.rows(), text, found);
      case Finding.Statements table -> rows(table.rows(), text, found);
      case Flow flow -> flow(flow, text, found);
      case Finding.Specifications grid -> {
        rows(grid.rows(), text, found);
        grid.summary().statistics().forEach(s -> put(alone(s, text), text, found));
      }
      case Finding.Comparison table -> rows(table.rows(), text, found);
      case Finding.Correlation table -> rows(table.rows(), text, found);
      case Finding.Outcomes table -> rows(table.rows(), text, found);
      case Finding.Listing listing -> {
        // its values are texts
      }
      case Finding.Survival table -> {
        rows(table.rows(), text, found);
        table.further().forEach(s -> put(alone(s, text), text, found));
      }
      case Finding.Curve curve -> {
        // its points have no addresses of their own
      }
      case Finding.Calibration calibration -> {
        // nor have these
      }
      case Finding.Timelines timelines -> {
        timelines.totals().forEach(s -> put(alone(s, text), text, found));
        timelines.patients().forEach(it -> put(alone(it.summary(), text), text, found));
      }
    }
    return List.copyOf(found.values());
  }

  private static void rows(List<Finding.Row> rows, CellText text, Map<String, Shown> found) {
    for (Finding.Row row : rows) {
      for (int i = 0; i < row.cells().size(); i++) {
        cell(row, i, text).forEach(shown -> put(shown, text, found));
      }
    }
  }

  /// The numbers of one place.
  private static List<Shown> cell(Finding.Row row, int place, CellText text) {
    Cell cell = row.cells().get(place);
    List<Shown> shown = new ArrayList<>();
    for (Statistic statistic : cell.statistics()) {
      List<Statistic> beside = new ArrayList<>(cell.statistics());
      beside.removeIf(other -> other.address().equals(statistic.address()));
      shown.add(new Shown(statistic, text.of(row, place), beside, cell.notes()));
    }
    return shown;
  }

  private static void flow(Flow flow, CellText text, Map<String, Shown> found) {
    for (Flow.Step step : flow.steps()) {
      step.groups().forEach(group -> put(count(group.count(), text), text, found));
      for (Flow.Out out : step.out()) {
        out.groups().forEach(group -> put(count(group.count(), text), text, found));
      }
    }
  }

  private static Shown count(Statistic count, CellText text) {
    return new Shown(count, text.of(Cell.Form.COUNT, List.of(count)), List.of(), List.of());
  }

  private static Shown alone(Statistic statistic, CellText text) {
    return new Shown(statistic, text.alone(statistic), List.of(), List.of());
  }

  private static void put(Shown shown, CellText text, Map<String, Shown> found) {
    if (found.putIfAbsent(shown.statistic().address().path(), shown) == null) {
      for (Basis.Other other : shown.statistic().basis().others()) {
        put(alone(other.statistic(), text), text, found);
      }
    }
  }
}
