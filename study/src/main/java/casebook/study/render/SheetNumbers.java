// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.study.finding.Statistic;
import casebook.study.report.Shown;
import casebook.study.report.style.Numbers;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Worksheet;

/// Writes every number of a paper to a sheet, one a row, at full precision.
final class SheetNumbers {
  static final String NAME = "Numbers";

  private static final List<String> HEAD =
      List.of(
          "Address",
          "Label",
          "Printed",
          "Value",
          "Low",
          "High",
          "Level",
          "P value",
          "ln P",
          "Unit",
          "Method",
          "Interval method",
          "Why not");
  private static final List<Integer> WIDTHS =
      List.of(52, 52, 20, 20, 20, 20, 8, 20, 20, 12, 36, 36, 36);

  private final Worksheet sheet;
  private int row = 1;

  private SheetNumbers(Worksheet sheet) {
    this.sheet = sheet;
  }

  static void write(Worksheet sheet, List<Shown> numbers) {
    SheetNumbers writer = new SheetNumbers(sheet);
    for (int i = 0; i < HEAD.size(); i++) {
      sheet.value(0, i, HEAD.get(i));
      sheet.style(0, i).bold().borderStyle(BorderSide.BOTTOM, BorderStyle.THIN).set();
      sheet.width(i, WIDTHS.get(i));
    }
    numbers.forEach(writer::line);
    sheet.freezePane(1, 1);
    sheet.setAutoFilter(0, 0, numbers.size(), HEAD.size() - 1);
  }

  private void line(Shown shown) {
    Statistic statistic = shown.statistic();
    words(0, statistic.address().path());
    words(1, statistic.label());
    words(2, shown.printed());
    statistic.estimate().ifPresent(this::estimate);
    statistic
        .p()
        .ifPresent(p -> {
          if (p.value() > 0 || Double.isInfinite(p.ln())) {
            number(7, p.value());
          }
          number(8, p.ln());
        });
    words(9, statistic.unit());
    words(10, statistic.method().name());
    words(11, statistic.method().interval());
    words(12, statistic.whyNot());
    row++;
  }

  private void estimate(Estimate estimate) {
    number(3, estimate.value());
    Optional<Interval> interval = estimate.interval();
    if (interval.isPresent()) {
      number(4, interval.get().low());
      number(5, interval.get().high());
      number(6, interval.get().level());
    }
  }

  private void words(int column, String text) {
    if (!text.isEmpty()) {
      sheet.value(row, column, SheetTable.text(text));
    }
  }

  /// A number; one without bound is a word, as in `findings.json`.
  private void number(int column, double value) {
    if (Double.isInfinite(value)) {
      sheet.value(row, column, Numbers.exact(value));
    } else {
      sheet.value(row, column, value);
    }
  }
}
