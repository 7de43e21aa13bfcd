// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.analysis;

import casebook.clinic.protocol.Measures.Measure;
import casebook.clinic.protocol.ResponseDefinition;
import casebook.clinic.protocol.ResponseDefinition.Response;
import casebook.clinic.record.Timeline;
import casebook.study.analysis.people.Chosen;
import casebook.study.cohort.Cohort;
import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Finding;
import casebook.study.finding.Finding.Column;
import casebook.study.finding.Finding.Heading;
import casebook.study.finding.Finding.Row;
import casebook.study.finding.Statement;
import casebook.study.unit.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The table of best responses: one column a definition and day.
///
/// @param spec what the study asks for
/// @param base the beginning of its addresses
/// @param cohort who belongs
/// @param treated how patients are treated, and what happened to them
/// @param definitions what counts as a response; at least one
/// @param level confidence level
record ResponseTable(
    ResponseSpec spec,
    Address base,
    Cohort cohort,
    Treated treated,
    List<ResponseDefinition> definitions,
    double level) {
  private static final String COUNTED = "n/N, %";

  ResponseTable {
    definitions = List.copyOf(definitions);
  }

  Finding finding() {
    Chosen.People people = spec.of().people(cohort);
    List<ResponseColumn> columns = new ArrayList<>();
    for (ResponseDefinition definition : definitions) {
      for (Optional<LocalDate> day : days()) {
        columns.add(column(definition, day, people));
      }
    }
    String title = spec.caption().orElse("Best response of the treated patients");
    return new Finding.Outcomes(
        new Heading(base, title, spec.at(), false, notes(columns), List.of()),
        new Statement.Place("Response", "Response"),
        columns.stream().map(this::head).toList(),
        rows(columns),
        statements(columns));
  }

  private List<Optional<LocalDate>> days() {
    return spec.asOf().isEmpty()
        ? List.of(Optional.empty())
        : spec.asOf().stream().map(Optional::of).toList();
  }

  private ResponseColumn column(
      ResponseDefinition definition, Optional<LocalDate> day, Chosen.People people) {
    List<Timeline> patients =
        people.rows().stream().mapToObj(row -> treated.timelines().get(row)).toList();
    ResponseGroup group = ResponseGroup.of(definition, patients, people.out(), day, treated.drug());
    DefinitionWords words = words(definition);
    Address place = definitions.size() > 1 ? base.with(definition.name()) : base;
    Address address = day.map(it -> place.with("as of " + it)).orElse(place);
    String head = ResponseColumn.head(words, day, definitions.size() > 1);
    OutcomeCells cells = new OutcomeCells(address, head, Treated.origin(cohort, spec.at()), level);
    return new ResponseColumn(words, day, treated.drug(), group, cells);
  }

  private DefinitionWords words(ResponseDefinition definition) {
    String unit =
        treated
            .protocol()
            .measures()
            .find(definition.measure())
            .map(Measure::unit)
            .map(Unit::printed)
            .orElse("");
    return new DefinitionWords(definition, unit);
  }

  private Column head(ResponseColumn column) {
    String words = column.cells().words();
    String label =
        words.isEmpty()
            ? "Treated patients"
            : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    String slug = words.isEmpty() ? "all" : Address.slug(words);
    return new Column(slug, label, column.group().treated().size(), "");
  }

  private List<Row> rows(List<ResponseColumn> columns) {
    List<Row> rows = new ArrayList<>();
    rows.add(row("Response, complete or partial", COUNTED, 0, columns, ResponseColumn::response));
    rows.add(row("Complete", COUNTED, 1, columns, it -> it.best(Response.COMPLETE)));
    rows.add(row("Partial", COUNTED, 1, columns, it -> it.best(Response.PARTIAL)));
    rows.add(row("No response", COUNTED, 0, columns, it -> it.best(Response.NONE)));
    rows.add(row("Response not confirmed", "n/N (%)", 1, columns, ResponseColumn::unconfirmed));
    rows.add(row("Not known", "n/N (%)", 0, columns, ResponseColumn::unknown));
    rows.add(row("Drug-dependent response", COUNTED, 0, columns, ResponseColumn::dependent));
    rows.add(row("Time to response", "days, median (range)", 0, columns, ResponseColumn::time));
    rows.add(
        row("In response at last contact or death", COUNTED, 0, columns, ResponseColumn::holding));
    rows.add(row("On the drug", "n/N (%)", 1, columns, ResponseColumn::holdingOnDrug));
    rows.add(row("Never lost", "n/N (%)", 1, columns, ResponseColumn::neverLost));
    rows.add(row("Died in response", "n/N (%)", 1, columns, ResponseColumn::diedInResponse));
    rows.add(row("Response lost", COUNTED, 0, columns, ResponseColumn::lost));
    rows.add(row("Relapse", COUNTED, 0, columns, ResponseColumn::relapsed));
    rows.removeIf(ResponseTable::saysNothing);
    return rows;
  }

  /// Whether a row is of what no definition here knows, or of nobody's missing counts.
  private static boolean saysNothing(Row row) {
    boolean nowhere = row.cells().stream().allMatch(it -> it.form() == Cell.Form.NOT_APPLICABLE);
    boolean unknown = row.label().equals("Not known");
    return nowhere
        || (unknown
            && row.cells().stream()
                .allMatch(it -> it.statistics().getFirst().estimate().orElseThrow().value() == 0));
  }

  private static Row row(
      String label,
      String unit,
      int indent,
      List<ResponseColumn> columns,
      Function<ResponseColumn, Cell> cell) {
    return new Row(label, unit, indent, columns.stream().map(cell).toList());
  }

  private List<String> notes(List<ResponseColumn> columns) {
    List<String> notes = new ArrayList<>();
    for (ResponseDefinition definition : definitions) {
      DefinitionWords words = words(definition);
      notes.add((words.whole() + " " + stopped(words.source())).strip());
    }
    notes.add(
        "N is the number of patients who had begun treatment, and below the time to response the"
            + " number of responders; a response that is not known counts as none.");
    spec.of().note().ifPresent(notes::add);
    Set<String> out = new LinkedHashSet<>();
    for (ResponseColumn column : columns) {
      column.group().untreated().ifPresent(it -> out.add(it.count() + " " + it.reason()));
    }
    if (!out.isEmpty()) {
      notes.add("Left out: " + String.join("; ", out) + ".");
    }
    notes.add(
        "Time to response is from the first dose to the first count in response, of responders"
            + " only: a median of times, not a Kaplan–Meier estimate. A response that was lost and"
            + " regained is counted as lost, and as held at last contact.");
    return notes;
  }

  private static String stopped(String words) {
    return words.isEmpty() ? "" : words + ".";
  }

  private List<Statement> statements(List<ResponseColumn> columns) {
    List<Statement> all = new ArrayList<>();
    int days = days().size();
    for (int i = 0; i < columns.size(); i++) {
      all.add(columns.get(i).rates());
      if (i % days == days - 1) {
        all.addAll(columns.get(i).courses());
      }
    }
    for (ResponseDefinition definition : definitions) {
      DefinitionWords words = words(definition);
      all.add(Statement.ofMethods(words.whole(), words.source()));
    }
    all.add(
        Statement.ofMethods(
            "Each treated patient counts with the best response until the day named; a response"
                + " that is not known counts as none. Times to response are of responders only.",
            ""));
    return all;
  }
}
