// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.analysis;

import casebook.clinic.record.Event.Complication;
import casebook.clinic.record.Timeline;
import casebook.study.analysis.people.Chosen;
import casebook.study.cohort.Cohort;
import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Finding;
import casebook.study.finding.Finding.Column;
import casebook.study.finding.Finding.Heading;
import casebook.study.finding.Finding.Row;
import casebook.study.finding.Rows;
import casebook.study.finding.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Builds the table of complications.
///
/// @param spec what the study asks for
/// @param base the beginning of its addresses
/// @param cohort who belongs
/// @param drug the drug of the treatment
/// @param patients the treated patients
/// @param out who is not among them, and why
/// @param level confidence level
record ComplicationTable(
    ComplicationSpec spec,
    Address base,
    Cohort cohort,
    String drug,
    List<Timeline> patients,
    List<Rows.Out> out,
    double level) {
  private static final String ANY = "Any complication";

  ComplicationTable {
    patients = List.copyOf(patients);
    out = List.copyOf(out);
  }

  static ComplicationTable of(
      ComplicationSpec spec, Address base, Cohort cohort, Treated treated, double level) {
    Chosen.People people = spec.of().people(cohort);
    List<Timeline> chosen =
        people.rows().stream().mapToObj(row -> treated.timelines().get(row)).toList();
    List<Timeline> patients =
        chosen.stream().filter(it -> it.start(treated.drug()).isPresent()).toList();
    List<Rows.Out> out = new ArrayList<>(people.out());
    if (patients.size() < chosen.size()) {
      out.add(new Rows.Out("not treated", chosen.size() - patients.size()));
    }
    return new ComplicationTable(spec, base, cohort, treated.drug(), patients, out, level);
  }

  private List<ComplicationRow> complications() {
    Map<String, List<ComplicationRow.Episode>> byName =
        patients.stream()
            .flatMap(this::episodes)
            .collect(Collectors.groupingBy(it -> it.event().name()));
    Comparator<ComplicationRow> order =
        Comparator.comparingInt((ComplicationRow it) -> -it.patients())
            .thenComparing(ComplicationRow::name);
    return byName.entrySet().stream()
        .map(it -> new ComplicationRow(it.getKey(), it.getValue(), cells(it.getKey()), rows()))
        .sorted(order)
        .toList();
  }

  /// The complications of a patient from the first dose on; of a rate, those on the drug.
  private Stream<ComplicationRow.Episode> episodes(Timeline patient) {
    TimeOnDrug time = new TimeOnDrug(patient, drug);
    return patient.all(Complication.class).stream()
        .filter(it ->
            spec.byYear()
                ? time.counts(it.day())
                : !it.day().isBefore(patient.start(drug).orElseThrow()))
        .map(it -> new ComplicationRow.Episode(patient, it));
  }

  /// Makes the cells of a row.
  OutcomeCells cells(String name) {
    return new OutcomeCells(base.with(name), name, Treated.origin(cohort, spec.at()), level);
  }

  private Rows rows() {
    return new Rows(patients.size(), out);
  }

  private double years() {
    return patients.stream().mapToDouble(it -> new TimeOnDrug(it, drug).years()).sum();
  }

  Finding finding() {
    List<ComplicationRow> single = complications();
    List<ComplicationRow.Episode> all =
        single.stream().flatMap(it -> it.episodes().stream()).toList();
    ComplicationRow any = new ComplicationRow(ANY, all, cells("any"), rows());
    List<Row> rows = new ArrayList<>();
    if (spec.byYear()) {
      rows.add(
          new Row(
              "Time on the drug",
              "patient-years",
              0,
              List.of(
                  cells("exposure").years(years(), rows()),
                  Cell.of(Cell.Form.EMPTY),
                  Cell.of(Cell.Form.EMPTY))));
    }
    rows.add(row(any, 0));
    single.forEach(it -> rows.add(row(it, 1)));
    String title = "Complications" + (spec.byYear() ? " by time on the drug" : "");
    Heading heading =
        new Heading(base, spec.caption().orElse(title), spec.at(), false, notes(all), List.of());
    return new Finding.Outcomes(
        heading,
        new Statement.Place("Complications", "Complication"),
        columns(),
        rows,
        statements(any, single));
  }

  private List<Column> columns() {
    List<String> heads =
        spec.byYear()
            ? List.of("Events", "Patients", "Events per 100 patient-years")
            : List.of(
                "Patients, n/N, %",
                "Events", "Grade 1", "Grade 2", "Grade 3 to 5", "Resolved", "Acted upon");
    return heads.stream().map(it -> new Column(Address.slug(it), it, 0, "")).toList();
  }

  private Row row(ComplicationRow row, int indent) {
    List<Cell> cells =
        spec.byYear()
            ? List.of(row.events(), row.numberOfPatients(), row.rate(years()))
            : List.of(
                row.share(),
                row.events(),
                row.grade(1, 1),
                row.grade(2, 2),
                row.grade(3, 5),
                row.resolved(),
                row.acted());
    String label = row.name();
    return new Row(
        label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1), "", indent, cells);
  }

  private List<String> notes(List<ComplicationRow.Episode> all) {
    List<String> notes = new ArrayList<>();
    if (spec.byYear()) {
      notes.add(
          "Events are complications that began on a day on the drug or on the day after; time on"
              + " the drug is from the first dose to the last contact, gaps left out.");
    } else {
      notes.add(
          "N is the number of treated patients. Complications count from the first dose on; grades"
              + " are numbers of patients by the worst grade written down. Resolved: an end was"
              + " written down; acted upon: something was done.");
      long ungraded = all.stream().filter(it -> it.event().grade().isEmpty()).count();
      if (ungraded > 0) {
        notes.add("No grade was written down for " + ungraded + " of " + all.size() + " events.");
      }
    }
    spec.of().note().ifPresent(notes::add);
    long untreated =
        out.stream()
            .filter(it -> it.reason().equals("not treated"))
            .mapToLong(Rows.Out::count)
            .sum();
    if (untreated > 0) {
      notes.add("Left out: " + untreated + " not treated.");
    }
    return notes;
  }

  private List<Statement> statements(ComplicationRow any, List<ComplicationRow> single) {
    List<Statement> all = new ArrayList<>();
    if (spec.byYear()) {
      all.add(
          Statement.of(
              "There were {} complications in {} patient-years on the drug: {} per 100"
                  + " patient-years.",
              any.events(),
              cells("exposure").years(years(), rows()),
              any.rate(years())));
      return all;
    }
    all.add(Statement.of("{} patients had a complication.", any.share()));
    if (!single.isEmpty()) {
      int most = single.getFirst().patients();
      List<ComplicationRow> first = single.stream().filter(it -> it.patients() == most).toList();
      if (first.size() < 4) {
        List<String> names = first.stream().map(it -> it.name() + " in {}").toList();
        all.add(
            Statement.of(
                "Most frequent: " + String.join(" and ", names) + ".",
                first.stream().map(ComplicationRow::fraction).toArray(Cell[]::new)));
      }
    }
    return all;
  }
}
