// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.analysis.provenance.Counts;
import casebook.study.analysis.provenance.Methods;
import casebook.study.analysis.provenance.Ordinal;
import casebook.study.analysis.provenance.Origin;
import casebook.study.analysis.provenance.StudyVariable;
import casebook.study.cohort.Cohort;
import casebook.study.cohort.ComputedLimit;
import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Finding.Column;
import casebook.study.finding.Finding.Heading;
import casebook.study.finding.Finding.Limits;
import casebook.study.finding.Finding.Row;
import casebook.study.finding.Method;
import casebook.study.finding.Rows;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import casebook.study.language.Study.LimitRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The reference limits: value, the people they were taken from, the declared rule.
final class LimitsFinding {
  private static final Address LIMITS = new Address("limits");

  private LimitsFinding() {}

  static Limits of(Cohort cohort) {
    List<Row> rows = new ArrayList<>();
    for (ComputedLimit limit : cohort.limits()) {
      rows.add(row(cohort, limit));
    }
    List<String> notes = new ArrayList<>();
    if (cohort.limits().stream().anyMatch(limit -> limit.rule().fixed().isEmpty())) {
      notes.add(
          "Limits are computed once, on all eligible members of the reference group, and do not"
              + " change in subsets. Above means greater than the limit.");
    }
    List<Column> columns = new ArrayList<>();
    boolean intervals =
        cohort.limits().stream()
            .anyMatch(it -> LimitInterval.of(cohort, it).interval().isPresent());
    columns.add(new Column("limit", intervals ? "Limit (90% interval)" : "Limit", 0, ""));
    columns.add(new Column("n", "Reference persons", 0, ""));
    columns.add(new Column("above", "Of these above", 0, ""));
    if (isCircular(cohort)) {
      columns.add(new Column("cases_above", "Cases above", 0, ""));
      columns.add(new Column("exceedance", "P", 0, ""));
      notes.add(
          "A limit taken from the controls fixes how many of them lie above it, so that the"
              + " ordinary tests of a 2x2 table do not keep their level; the exceedance test does.");
    }
    Heading heading =
        new Heading(
            LIMITS,
            "Reference limits",
            cohort.limits().getFirst().rule().at(),
            false,
            notes,
            warnings(cohort));
    return new Limits(heading, columns, rows);
  }

  private static List<String> warnings(Cohort cohort) {
    List<String> warnings = new ArrayList<>();
    for (ComputedLimit limit : cohort.limits()) {
      if (!limit.whyNot().isEmpty()) {
        warnings.add("There is no limit of " + label(cohort, limit) + ": " + limit.whyNot() + ".");
      }
    }
    return warnings;
  }

  private static String label(Cohort cohort, ComputedLimit limit) {
    return StudyVariable.find(cohort.study(), limit.rule().variable())
        .map(StudyVariable::label)
        .orElse(limit.rule().variable());
  }

  private static Row row(Cohort cohort, ComputedLimit limit) {
    LimitRule rule = limit.rule();
    Origin origin = Origin.of(cohort, rule.at());
    Address address = LIMITS.with(rule.variable());
    String label = label(cohort, limit);
    String unit =
        StudyVariable.find(cohort.study(), rule.variable()).map(StudyVariable::unit).orElse("");
    Basis basis =
        origin.basis(Counts.of("n", limit.n()).and("above", limit.above()), Rows.all(limit.n()));
    String group = rule.group();
    LimitInterval interval = LimitInterval.of(cohort, limit);
    Statistic value =
        limit.value().isPresent()
            ? new Statistic(
                address.with("limit"),
                label + ": reference limit",
                Optional.of(interval.estimate(limit.value().getAsDouble())),
                Optional.empty(),
                unit,
                method(limit),
                basis,
                "")
            : Origin.absent(
                address.with("limit"),
                label + ": reference limit",
                unit,
                method(limit),
                basis,
                limit.whyNot());
    Rows rows = Rows.all(limit.n());
    List<String> notes = new ArrayList<>(List.of(rule(limit)));
    notes.addAll(interval.notes());
    Cell cell = new Cell(Form.QUANTITY, List.of(value), notes);
    Cell n =
        Cell.of(Form.COUNT, origin.count(address.with("n"), label + ": " + group, limit.n(), rows));
    Cell above =
        Cell.of(
            Form.COUNT,
            origin.count(
                address.with("above"), label + ": " + group + " above", limit.above(), rows));
    List<Cell> cells = new ArrayList<>(List.of(cell, n, above));
    if (isCircular(cohort)) {
      cells.addAll(new LimitExceedance(cohort, limit, label, address).cells());
    }
    return new Row(label, unit, 0, cells);
  }

  /// Says whether some limit was taken from the very controls that the cases are compared with.
  private static boolean isCircular(Cohort cohort) {
    return cohort.limits().stream().anyMatch(limit -> LimitExceedance.applies(cohort, limit));
  }

  /// The rule in words: `99th percentile of the controls, type 6 (rank p(n + 1)), rounded to 0.1`.
  private static String rule(ComputedLimit limit) {
    LimitRule rule = limit.rule();
    String words =
        rule.percentile()
            .map(percent -> Ordinal.of(percent) + " percentile of the " + group(rule) + type(limit))
            .orElse("Limit from " + rule.fixedFrom() + ", as declared");
    return words + rule.roundedTo().map(step -> ", rounded to " + step.toPlainString()).orElse("");
  }

  private static String group(LimitRule rule) {
    return rule.group().equals("all") ? "participants" : rule.group();
  }

  private static String type(ComputedLimit limit) {
    return ", " + Methods.percentile(limit.quantileType());
  }

  private static Method method(ComputedLimit limit) {
    if (limit.rule().fixed().isPresent()) {
      return new Method(
          "declared limit",
          "",
          "A limit that was not taken from these data: " + limit.rule().fixedFrom() + ".",
          "",
          rule(limit));
    }
    return new Method(
        "percentile",
        "",
        "The value below which the declared share of the reference group lies.",
        "CLSI EP28-A3c; Hyndman RJ, Fan Y. Am Stat 1996;50:361-365",
        rule(limit));
  }
}
