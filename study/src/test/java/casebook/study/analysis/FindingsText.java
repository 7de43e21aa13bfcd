// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.study.finding.Cell;
import casebook.study.finding.Choice;
import casebook.study.finding.Finding;
import casebook.study.finding.Finding.Column;
import casebook.study.finding.Finding.Row;
import casebook.study.finding.GroupCurve;
import casebook.study.finding.PlateCurve;
import casebook.study.finding.Rows;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/// Findings as plain text, for golden files: layout first, then the numbers.
final class FindingsText {
  private final StringBuilder text = new StringBuilder();

  private FindingsText() {}

  static String of(List<Finding> findings) {
    FindingsText writer = new FindingsText();
    findings.forEach(writer::finding);
    return writer.text.toString();
  }

  private void finding(Finding finding) {
    Finding.Heading heading = finding.heading();
    line(
        "# "
            + heading.title()
            + " ["
            + heading.address()
            + "]"
            + (heading.primary() ? " primary" : ""));
    switch (finding) {
      case Finding.Characteristics it -> table(it.columns(), it.rows());
      case Finding.Estimates it -> {
        table(it.columns(), it.rows());
        it.further().forEach(statistic -> line("+ " + number(statistic)));
      }
      case Finding.Limits it -> table(it.columns(), it.rows());
      case Finding.Matching it -> table(it.columns(), it.rows());
      case Finding.Outcomes it -> table(it.columns(), it.rows());
      case Finding.Statements it -> table(it.columns(), it.rows());
      case Finding.Listing it ->
          it.patients()
              .forEach(patient -> patient.values().forEach(value -> line("  " + value.text())));
      case Finding.Flow it -> flow(it);
      case Finding.Curve it -> curve(it);
      case Finding.Specifications it -> specifications(it);
      case Finding.Calibration it -> calibration(it);
      case Finding.Timelines it -> it.totals().forEach(statistic -> line("+ " + number(statistic)));
      case Finding.Comparison it -> {
        table(it.columns(), it.rows());
        it.contrasts().forEach(contrast -> line("> " + contrast.words()));
        it.figure().ifPresent(plot -> line("figure " + PlotText.of(plot)));
      }
      case Finding.Survival it -> {
        table(it.columns(), it.rows());
        it.further().forEach(statistic -> line("+ " + number(statistic)));
        it.groups().forEach(this::curve);
      }
      case Finding.Correlation it -> {
        table(it.columns(), it.rows());
        it.figure().ifPresent(plot -> line("figure " + PlotText.of(plot)));
      }
    }
    heading.notes().forEach(note -> line("note: " + note));
    heading.warnings().forEach(warning -> line("warning: " + warning));
    line("");
  }

  private void table(List<Column> columns, List<Row> rows) {
    for (Column column : columns) {
      String note = column.note().isEmpty() ? "" : " (" + column.note() + ")";
      line("| " + column.slug() + ": " + column.label() + ", n " + column.n() + note);
    }
    for (Row row : rows) {
      line(
          "  ".repeat(row.indent())
              + row.label()
              + (row.unit().isEmpty() ? "" : " [" + row.unit() + "]"));
      for (Cell cell : row.cells()) {
        line("    " + cell.form());
        cell.statistics().forEach(statistic -> line("      " + number(statistic)));
        cell.notes().forEach(note -> line("      * " + note));
      }
    }
  }

  private void curve(GroupCurve curve) {
    line(
        "curve of "
            + curve.label()
            + ", n "
            + curve.people()
            + ", median "
            + number(curve.median()));
    for (GroupCurve.Step step : curve.steps()) {
      String interval =
          step.share()
              .interval()
              .map(it -> " " + number(it.low()) + " " + number(it.high()))
              .orElse("");
      String deaths = step.deaths() > 0 ? " -" + step.deaths() : "";
      line(
          "  "
              + number(step.time())
              + ": "
              + number(step.share().value())
              + interval
              + ", "
              + step.atRisk()
              + " -"
              + step.events()
              + " -"
              + step.censored()
              + deaths);
    }
  }

  private void flow(Finding.Flow flow) {
    for (Finding.Flow.Step step : flow.steps()) {
      line(step.label());
      for (Finding.Flow.Out out : step.out()) {
        out.groups()
            .forEach(group -> line("    out, " + out.reason() + ": " + number(group.count())));
      }
      step.groups().forEach(group -> line("    " + number(group.count())));
    }
  }

  private void specifications(Finding.Specifications grid) {
    for (Choice choice : grid.choices()) {
      line("choice " + choice.label() + " [" + choice.unit() + "]");
      for (Choice.Option option : choice.options()) {
        String value = option.value().isPresent() ? " " + number(option.value().orElseThrow()) : "";
        line("  " + option.label() + value + ": " + option.words());
      }
    }
    for (Finding.Specifications.Specification it : grid.specifications()) {
      List<String> cells =
          it.row().cells().stream()
              .flatMap(cell -> cell.statistics().stream())
              .map(FindingsText::brief)
              .toList();
      String main = it.main() ? " main" : "";
      line(it.row().label() + " " + it.taken() + main + ": " + String.join("; ", cells));
    }
    grid.summary().statistics().forEach(statistic -> line("+ " + number(statistic)));
  }

  private void calibration(Finding.Calibration calibration) {
    line(calibration.axes().effect() + " along " + calibration.axes().along());
    for (PlateCurve plate : calibration.plates()) {
      line("  " + plate.label());
      for (PlateCurve.Dot dot : plate.standards()) {
        line("    " + number(dot.concentration()) + ": " + number(dot.response()));
      }
      plate
          .samples()
          .ifPresent(it -> line("    samples " + number(it.low()) + " to " + number(it.high())));
    }
  }

  private void curve(Finding.Curve curve) {
    line(
        curve.axes().effect()
            + " along "
            + curve.axes().along()
            + " ["
            + curve.axes().unit()
            + "]; "
            + curve.method().name()
            + ", "
            + curve.method().interval());
    for (Finding.Curve.Mark mark : curve.marks()) {
      line(
          "  mark "
              + mark.label()
              + " "
              + number(mark.at())
              + mark.range().map(FindingsText::interval).orElse(""));
    }
    for (Finding.Curve.Stretch step : curve.steps()) {
      line(
          "  from "
              + number(step.from())
              + " to "
              + number(step.to())
              + ": "
              + estimate(step.effect())
              + " "
              + step.counts());
    }
  }

  /// A number without what it rests on.
  private static String brief(Statistic statistic) {
    return statistic.statistic()
        + statistic.estimate().map(it -> " " + estimate(it)).orElse("")
        + statistic.p().map(p -> " " + number(p.value())).orElse("")
        + (statistic.whyNot().isEmpty() ? "" : " -- " + statistic.whyNot());
  }

  private static String number(Statistic statistic) {
    StringBuilder words = new StringBuilder(statistic.address().path());
    statistic.estimate().ifPresent(it -> words.append(" = ").append(estimate(it)));
    statistic.p().ifPresent(p -> words.append(" p ").append(number(p.value())));
    words.append(statistic.whyNot().isEmpty() ? "" : " -- " + statistic.whyNot());
    words.append("; ").append(statistic.method().name());
    words.append(
        statistic.method().interval().isEmpty() ? "" : ", " + statistic.method().interval());
    Basis basis = statistic.basis();
    words.append("; ").append(basis.counts()).append(" in ").append(basis.rows().in());
    for (Rows.Out out : basis.rows().out()) {
      words.append(", out ").append(out.count()).append(": ").append(out.reason());
    }
    for (Basis.Other other : basis.others()) {
      words.append("\n          ").append(other.label()).append(": ");
      Statistic it = other.statistic();
      words.append(it.estimate().map(FindingsText::estimate).orElse(""));
      it.p().ifPresent(p -> words.append(" p ").append(number(p.value())));
      words.append(it.whyNot());
    }
    return words.toString();
  }

  private static String estimate(Estimate estimate) {
    return number(estimate.value()) + estimate.interval().map(FindingsText::interval).orElse("");
  }

  private static String interval(Interval interval) {
    return " (" + number(interval.low()) + ", " + number(interval.high()) + ")";
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  /// Nine digits: what is left of a double's are the summation's own.
  private static String number(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value).round(new MathContext(9)).stripTrailingZeros().toString()
        : Double.toString(value);
  }
}
