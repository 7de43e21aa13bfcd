// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.reading;

import casebook.clinic.protocol.Brought;
import casebook.clinic.protocol.Protocol;
import casebook.clinic.protocol.ProtocolReader;
import casebook.clinic.protocol.ResponseDefinition;
import casebook.clinic.protocol.ResponseDefinition.Response;
import casebook.clinic.record.Event;
import casebook.clinic.record.Timeline;
import casebook.clinic.response.ResponseCourse;
import casebook.clinic.response.Spell;
import casebook.study.data.Column;
import casebook.study.data.Presence;
import casebook.study.data.Table;
import casebook.study.language.Dictionary.Variable;
import casebook.study.language.Study;
import casebook.study.problem.Checked;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// The columns of what the events of each patient come to: first dose, best response, loss,
/// relapse, death, last contact.
///
/// A day of what did not happen is not applicable. A patient who was not treated has no response to
/// look for, which is not applicable as well; without a file of events all is missing.
///
/// @param protocol how patients are treated; empty: the file does not say
/// @param timelines one a row; none without a file of events
record FollowedColumns(Optional<Protocol> protocol, List<Timeline> timelines) {

  /// The table with the columns that the sections of the study file bring.
  static Table added(Study study, Table table, List<Timeline> timelines) {
    Optional<Protocol> protocol = ProtocolReader.read(study).flatMap(Checked::value);
    FollowedColumns columns = new FollowedColumns(protocol, timelines);
    List<Optional<ResponseCourse>> courses = timelines.stream().map(columns::course).toList();
    Table whole = table;
    for (Variable variable : study.dictionary().brought()) {
      whole = whole.with(columns.column(variable.name(), table.rows(), courses));
    }
    return whole;
  }

  /// The course of a patient who was treated, where the file says what counts as a response.
  private Optional<ResponseCourse> course(Timeline patient) {
    Optional<ResponseDefinition> definition = protocol.flatMap(Protocol::response);
    return definition
        .map(it ->
            ResponseCourse.of(it, patient, protocol.orElseThrow().treatment().dosing().drug()))
        .filter(it -> it.start().isPresent());
  }

  private Column column(String name, int rows, List<Optional<ResponseCourse>> courses) {
    return switch (name) {
      case Brought.START ->
          days(
              name,
              rows,
              row ->
                  protocol.flatMap(it -> timelines.get(row).start(it.treatment().dosing().drug())));
      case Brought.DEATH -> days(name, rows, row -> timelines.get(row).death().map(Event::day));
      case Brought.LAST_CONTACT -> days(name, rows, row -> timelines.get(row).lastContact());
      case Brought.RESPONSE -> days(name, rows, row -> first(courses.get(row)).map(Spell::from));
      case Brought.LOST -> days(name, rows, row -> first(courses.get(row)).flatMap(Spell::lost));
      case Brought.RELAPSE ->
          days(name, rows, row -> courses.get(row).flatMap(ResponseCourse::relapse));
      case Brought.BEST ->
          levels(name, Brought.words(), rows, row -> best(courses.get(row)).map(Response::word));
      case Brought.RESPONDER ->
          levels(
              name,
              List.of("no", "yes"),
              rows,
              row -> best(courses.get(row)).map(it -> it == Response.NONE ? "no" : "yes"));
      default -> throw new IllegalArgumentException("nothing brings " + name);
    };
  }

  /// The first time in response of a patient who is a responder.
  private static Optional<Spell> first(Optional<ResponseCourse> course) {
    return course.filter(it -> it.best() != Response.NONE).map(it -> it.spells().getFirst());
  }

  private static Optional<Response> best(Optional<ResponseCourse> course) {
    return course.map(ResponseCourse::best);
  }

  private Column days(String name, int rows, IntFunction<Optional<LocalDate>> day) {
    LocalDate[] values = new LocalDate[rows];
    Presence[] presence = unknown(rows);
    for (int row = 0; row < timelines.size(); row++) {
      Optional<LocalDate> found = day.apply(row);
      presence[row] = found.isPresent() ? Presence.KNOWN : Presence.NOT_APPLICABLE;
      values[row] = found.orElse(LocalDate.MIN);
    }
    return new Column.Dates(name, values, presence);
  }

  private Column levels(
      String name, List<String> levels, int rows, IntFunction<Optional<String>> level) {
    int[] codes = new int[rows];
    Presence[] presence = unknown(rows);
    for (int row = 0; row < timelines.size(); row++) {
      Optional<String> found = level.apply(row);
      presence[row] = found.isPresent() ? Presence.KNOWN : Presence.NOT_APPLICABLE;
      codes[row] = found.map(levels::indexOf).orElse(0);
    }
    return new Column.Leveled(name, levels, codes, presence);
  }

  private static Presence[] unknown(int rows) {
    Presence[] presence = new Presence[rows];
    Arrays.fill(presence, Presence.MISSING);
    return presence;
  }
}
