// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.analysis;

import casebook.clinic.record.Timeline;
import casebook.study.analysis.people.Chosen;
import casebook.study.cohort.Cohort;
import casebook.study.data.Column;
import casebook.study.finding.Address;
import casebook.study.finding.Finding;
import casebook.study.finding.Finding.Heading;
import casebook.study.finding.ListedPatient;
import casebook.study.language.Clause;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Builds the table of single patients.
///
/// @param spec what the study asks for
/// @param base the beginning of its addresses
/// @param cohort who belongs
/// @param timelines one a row of the table of the cohort; none without events
record ListingTable(ListingSpec spec, Address base, Cohort cohort, List<Timeline> timelines) {
  /// The column of the patients' numbers.
  static final String PATIENT = "patient";

  /// The column of complications.
  static final String COMPLICATIONS = "complications";

  /// Numbers before words, numbers by their size.
  private static final Comparator<String> BY_NUMBER =
      Comparator.comparing((String id) -> !isNumber(id))
          .thenComparing(id -> isNumber(id) ? new BigInteger(id) : BigInteger.ZERO)
          .thenComparing(Comparator.naturalOrder());

  private static boolean isNumber(String id) {
    return id.matches("\\d{1,18}");
  }

  Finding finding() {
    Chosen.People people = spec.of().people(cohort);
    Column.Text ids = (Column.Text) cohort.table().column(cohort.study().data().subject());
    List<Integer> rows =
        people.rows().stream().boxed().sorted(Comparator.comparing(ids::value, BY_NUMBER)).toList();
    List<ListedColumn> columns = columns();
    List<ListedPatient> patients = new ArrayList<>();
    for (int row : rows) {
      String id = ids.value(row);
      patients.add(
          new ListedPatient(id, columns.stream().map(it -> it.value(base, id, row)).toList()));
    }
    Heading heading =
        new Heading(
            base,
            spec.caption().orElse("Patients of the study"),
            spec.at(),
            false,
            notes(columns, rows),
            List.of());
    List<Finding.Column> heads =
        columns.stream().map(it -> new Finding.Column(it.slug(), it.head(), 0, "")).toList();
    return new Finding.Listing(heading, heads, patients);
  }

  private List<ListedColumn> columns() {
    List<ListedColumn> columns = new ArrayList<>();
    for (Clause column : spec.columns()) {
      String name = column.words();
      if (name.equals(COMPLICATIONS)) {
        columns.add(new ListedComplications(cohort, timelines));
      } else if (!name.equals(PATIENT) && !name.equals(cohort.study().data().subject())) {
        columns.add(ListedVariable.of(cohort, timelines, name));
      }
    }
    return columns;
  }

  private List<String> notes(List<ListedColumn> columns, List<Integer> rows) {
    List<String> notes = new ArrayList<>();
    for (ListedColumn column : columns) {
      column.legend(rows).ifPresent(notes::add);
    }
    spec.of().note().ifPresent(notes::add);
    Stream<String> values =
        columns.stream()
            .flatMap(column -> rows.stream().map(row -> column.value(base, "x", row).text()));
    if (values.anyMatch(ListedColumn.UNKNOWN::equals)) {
      notes.add(ListedColumn.UNKNOWN + ", not known or none.");
    }
    notes.add(
        "This table shows single patients because the study file asks for it: look whether anybody"
            + " could be recognised before it leaves the group.");
    return notes;
  }
}
