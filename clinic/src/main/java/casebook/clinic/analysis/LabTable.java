// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.analysis;

import casebook.clinic.protocol.Measures.Measure;
import casebook.clinic.protocol.Measures.Range;
import casebook.clinic.record.Event.Measured;
import casebook.clinic.record.Timeline;
import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Finding;
import casebook.study.finding.Finding.Column;
import casebook.study.finding.Finding.Heading;
import casebook.study.finding.Finding.Row;
import casebook.study.finding.Rows;
import casebook.study.finding.Statement;
import casebook.study.problem.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// The table of laboratory values after the first dose by CTCAE grade: of each measurement with a
/// declared normal range the worst grade of each patient.
///
/// @param cells makes the cells of a measurement, by the beginning of its address
/// @param measures what is measured
/// @param patients the treated patients
/// @param drug the drug of the treatment
/// @param at the clause that asked
record LabTable(
    OutcomeCells cells, List<Measure> measures, List<Timeline> patients, String drug, Span at) {
  /// The value before the first dose may be so many days old.
  private static final int BASELINE_DAYS = 30;

  private static final int GRADES = 4;

  LabTable {
    measures = List.copyOf(measures);
    patients = List.copyOf(patients);
  }

  /// What one patient's values come to.
  ///
  /// @param worst the worst grade, 0 to 4
  /// @param episodes how often graded values came after one without a grade
  /// @param abnormal whether the value before the first dose lay above the normal range
  private record Graded(int worst, int episodes, boolean abnormal) {}

  /// The table; empty when no graded measurement has a normal range.
  Optional<Finding> finding() {
    List<Row> rows = new ArrayList<>();
    for (Measure measure : measures) {
      Optional<LabGrade> grades = LabGrade.of(measure.name());
      if (grades.isPresent() && measure.normal().isPresent()) {
        rows.add(row(measure, grades.get(), measure.normal().get()));
      }
    }
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Heading heading =
        new Heading(
            cells.base(),
            "Laboratory values by CTCAE grade",
            at,
            false,
            List.of(
                "Grades of CTCAE 5.0 from the values after the first dose and the declared normal"
                    + " range; each patient counts with the worst. Where the value before the first"
                    + " dose (at most 30 days old) lay above the normal range, ALT, AST and"
                    + " bilirubin are graded by multiples of it; creatinine by the higher of both."
                    + " An episode ends with a value without a grade.",
                "The grades of ALT, AST and bilirubin were compared with a published table of"
                    + " CTCAE 5.0; those of creatinine only with CTCAE 3.0, and its multiples of the"
                    + " value before treatment are as recalled: check them before they are printed."),
            List.of());
    return Optional.of(
        new Finding.Outcomes(
            heading,
            new Statement.Place("Complications", "Measurement"),
            columns(),
            rows,
            List.of()));
  }

  private static List<Column> columns() {
    return List.of(
            "Patients measured",
            "Abnormal before",
            "Episodes",
            "Grade 1",
            "Grade 2",
            "Grade 3",
            "Grade 4")
        .stream()
        .map(it -> new Column(Address.slug(it), it, 0, ""))
        .toList();
  }

  private Row row(Measure measure, LabGrade grades, Range normal) {
    List<Graded> all =
        patients.stream().flatMap(it -> graded(it, measure, grades, normal).stream()).toList();
    boolean initials = measure.name().length() < 4;
    String label = initials ? measure.name().toUpperCase(Locale.ROOT) : measure.label();
    OutcomeCells own =
        new OutcomeCells(cells.base().with(measure.name()), label, cells.origin(), cells.level());
    Rows rows = Rows.all(all.size());
    List<Cell> row = new ArrayList<>();
    row.add(own.count("patients", "patients measured", all.size(), rows));
    row.add(
        own.count(
            "abnormal_before",
            "abnormal before the first dose",
            all.stream().filter(Graded::abnormal).count(),
            rows));
    row.add(own.count("episodes", "episodes", all.stream().mapToInt(Graded::episodes).sum(), rows));
    IntStream.rangeClosed(1, GRADES)
        .forEach(grade ->
            row.add(
                own.count(
                    "grade_" + grade,
                    "grade " + grade,
                    all.stream().filter(it -> it.worst() == grade).count(),
                    rows)));
    return new Row(label, measure.unit().printed(), 0, row);
  }

  /// The grades of a patient; empty when nothing was measured after the first dose.
  private Optional<Graded> graded(
      Timeline patient, Measure measure, LabGrade grades, Range normal) {
    LocalDate start = patient.start(drug).orElseThrow();
    Optional<BigDecimal> baseline =
        patient.latest(measure.name(), start, BASELINE_DAYS).map(Measured::value);
    int worst = 0;
    int episodes = 0;
    int before = 0;
    boolean any = false;
    for (Measured value : patient.values(measure.name())) {
      if (value.day().isAfter(start)) {
        int grade = grades.grade(value.value(), baseline, normal);
        episodes += grade > 0 && before == 0 ? 1 : 0;
        worst = Math.max(worst, grade);
        before = grade;
        any = true;
      }
    }
    boolean abnormal = baseline.filter(it -> LabGrade.abnormal(it, normal)).isPresent();
    return any ? Optional.of(new Graded(worst, episodes, abnormal)) : Optional.empty();
  }
}
