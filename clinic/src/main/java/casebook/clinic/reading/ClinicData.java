// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.reading;

import casebook.clinic.protocol.Measures;
import casebook.clinic.protocol.Protocol;
import casebook.clinic.protocol.ProtocolReader;
import casebook.clinic.protocol.Treatment;
import casebook.clinic.record.Event;
import casebook.clinic.record.Facts;
import casebook.clinic.record.Struck;
import casebook.clinic.record.Timeline;
import casebook.study.cohort.Conditions;
import casebook.study.data.Column;
import casebook.study.data.Table;
import casebook.study.language.DataFiles;
import casebook.study.language.Dictionary.Moment;
import casebook.study.language.Study;
import casebook.study.problem.Checked;
import casebook.study.problem.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The patients of a study with everything that happened to them.
///
/// @param patients one row a patient, with the columns of measurements on a day
/// @param timelines one a patient, in the order of the rows
/// @param events the file of events
public record ClinicData(Table patients, List<Timeline> timelines, Optional<Table.Origin> events) {
  public ClinicData {
    timelines = List.copyOf(timelines);
  }

  /// The timeline of a patient; empty when there is no such patient.
  public Optional<Timeline> find(String patient) {
    return timelines.stream().filter(it -> it.patient().equals(patient)).findFirst();
  }

  /// Reads the events of a study's patients. All that is wrong is told at once; there are no data
  /// when anything is an error.
  ///
  /// @param folder the folder of the study file
  /// @param patients the patients as they were read
  public static Checked<ClinicData> read(Path folder, Study study, Table patients) {
    Problems problems = new Problems();
    Optional<DataFiles> files = study.data().ofEvents();
    if (files.isEmpty()) {
      return problems.with(
          new ClinicData(patients, List.of(), Optional.empty()).withColumns(study));
    }
    Measures measures = ProtocolReader.measures(study);
    Optional<EventTable.Rows> rows =
        EventTable.read(folder, files.get(), study.data().subject(), measures, problems);
    if (rows.isEmpty()) {
      return Checked.none(problems.list());
    }
    ClinicData data = data(study, patients, measures, rows.get(), problems);
    return problems.hasErrors()
        ? Checked.none(problems.list())
        : problems.with(data.withColumns(study));
  }

  private static ClinicData data(
      Study study, Table patients, Measures measures, EventTable.Rows rows, Problems problems) {
    DataFiles files = study.data().ofEvents().orElseThrow();
    RowFlaws flaws = new RowFlaws(files.file());
    Optional<Treatment> treatment =
        ProtocolReader.read(study).flatMap(Checked::value).map(Protocol::treatment);
    String drug = treatment.map(it -> it.dosing().drug()).orElse("");
    Map<String, List<EventRow>> byPatient = new LinkedHashMap<>();
    List<String> ids = ids(study, patients);
    ids.forEach(id -> byPatient.put(id, new ArrayList<>()));
    for (EventRow row : rows.rows()) {
      List<EventRow> own = byPatient.get(row.patient());
      if (own == null) {
        flaws.error(
            row.line(),
            "data/unknown-patient",
            "`" + row.patient() + "` is not among the patients.",
            "Correct the id, or add the patient to " + study.data().file() + ".");
      } else {
        own.add(row);
      }
    }
    EventReading reading = new EventReading(measures, drug, files.writing(), flaws);
    List<Timeline> timelines = new ArrayList<>();
    for (int row = 0; row < ids.size(); row++) {
      Facts facts = new Facts(patients, row);
      List<EventRow> own = OnOff.spans(byPatient.getOrDefault(ids.get(row), List.of()), drug);
      Timeline timeline = timeline(ids.get(row), facts, own, reading, flaws);
      new TimelineChecks(study, treatment, flaws).look(timeline, own);
      timelines.add(timeline);
    }
    flaws.into(problems);
    return new ClinicData(patients, timelines, Optional.of(rows.origin()));
  }

  private static List<String> ids(Study study, Table patients) {
    Column.Text ids = (Column.Text) patients.column(study.data().subject());
    List<String> all = new ArrayList<>();
    for (int row = 0; row < patients.rows(); row++) {
      all.add(ids.value(row));
    }
    return all;
  }

  private static Timeline timeline(
      String id, Facts facts, List<EventRow> rows, EventReading reading, RowFlaws flaws) {
    List<Event> events = new ArrayList<>();
    List<Struck> struck = new ArrayList<>();
    events(rows, reading, flaws, events, struck);
    return Timeline.of(id, facts, events, struck);
  }

  /// The events of rows, and those that were struck.
  static void events(
      List<EventRow> rows,
      EventReading reading,
      RowFlaws flaws,
      List<Event> events,
      List<Struck> struck) {
    for (EventRow row : rows) {
      Optional<Event> event = reading.event(row);
      if (row.cell("struck").isEmpty()) {
        event.ifPresent(events::add);
      } else {
        event.ifPresent(it -> struck.add(new Struck(it, row.cell("struck"))));
        flaws.note(row.line(), "data/struck", "A row that is struck is not used.");
      }
    }
  }

  /// A patient of whom no event is known.
  static Timeline without(String id, Table patients, int row) {
    return Timeline.of(id, new Facts(patients, row), List.of(), List.of());
  }

  /// Some patients with all their facts, as if they were all that there are.
  static List<Timeline> placed(Study study, List<Timeline> some) {
    int[] rows = some.stream().mapToInt(it -> it.facts().row()).toArray();
    Table table = new TableRows(rows).of(some.getFirst().facts().table());
    return new ClinicData(table, some, Optional.of(table.origin())).withColumns(study).timelines();
  }

  /// These data with a column for each variable that the events of the patients come to, and for
  /// each measurement on a day that the study file uses.
  private ClinicData withColumns(Study study) {
    Table beside =
        events.map(it -> patients.beside(new Table(it, new int[0], List.of()))).orElse(patients);
    Table table = FollowedColumns.added(study, beside, timelines);
    for (Moment moment : study.dictionary().moments()) {
      table = table.with(MomentColumn.of(moment, table, timelines));
    }
    Table whole = Conditions.withDerived(study, table);
    List<Timeline> placed = new ArrayList<>();
    for (int row = 0; row < timelines.size(); row++) {
      Timeline it = timelines.get(row);
      placed.add(it.with(new Facts(whole, row)));
    }
    return new ClinicData(table, placed, events);
  }
}
