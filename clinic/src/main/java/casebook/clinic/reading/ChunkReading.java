// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.reading;

import casebook.clinic.record.Event;
import casebook.clinic.record.Facts;
import casebook.clinic.record.Struck;
import casebook.clinic.record.Timeline;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Reads the patients of a chunk. What the rows of most patients say has been read before ([Tails])
/// and is only given its day; a patient of whom anything else is said is read as everywhere.
///
/// Whatever could be an error makes the chunk unfit: then all is read anew, at rest, and every
/// problem is told. The table of patients is asked only for patients whose facts matter; whether
/// the others are in it, and their facts fit, is told of what was [#met] here.
final class ChunkReading {
  private final StreamPlan plan;
  private final Known known;
  private final PatientRows rows;
  private final byte[] bytes;
  private final RowFlaws flaws;
  private final EventReading reading;
  private final TimelineChecks checks;
  private final List<Met> met = new ArrayList<>();
  private final byte separator;
  private long[] said = new long[0];
  private LocalDate[] on = new LocalDate[0];
  private boolean back; // whether the rows of the patient go back in time
  private boolean fit = true;

  /// What was read before, of a thread.
  record Known(Tails tails, DayTexts days) {
    /// Nothing yet.
    static Known nothing() {
      return new Known(new Tails(), new DayTexts());
    }
  }

  /// A patient that a chunk holds.
  ///
  /// @param first the day of the first event; the last of all days when there is none
  /// @param start the day of the first dose
  record Met(String id, LocalDate first, Optional<LocalDate> start) {}

  /// @param known what the thread has read before
  ChunkReading(StreamPlan plan, Known known, Chunk chunk) {
    this.plan = plan;
    this.known = known;
    bytes = chunk.bytes();
    separator = (byte) plan.files().writing().separator();
    rows = new PatientRows(chunk, separator);
    flaws = new RowFlaws(plan.files().file());
    reading = new EventReading(plan.measures(), plan.drug(), plan.files().writing(), flaws);
    checks = new TimelineChecks(plan.study(), plan.treatment(), flaws);
  }

  /// Says whether nothing in it could be an error.
  boolean fit() {
    return fit && rows.plain() && !flaws.errors();
  }

  /// The patients, in the order of the file.
  List<Met> met() {
    return met;
  }

  /// What is to be known of its rows.
  RowFlaws flaws() {
    return flaws;
  }

  /// Hands over the patients, one after the other.
  ///
  /// @param bare says of whom nothing but events is asked; others come with their row
  void read(Predicate<Timeline> bare, Consumer<Timeline> patients) {
    while (fit && rows.plain() && rows.next()) {
      patient(bare)
          .ifPresent(it -> {
            LocalDate first = it.events().isEmpty() ? LocalDate.MAX : it.events().getFirst().day();
            met.add(new Met(it.patient(), first, it.start(plan.drug())));
            patients.accept(it);
          });
    }
  }

  private Optional<Timeline> patient(Predicate<Timeline> bare) {
    String id = text(rows.start(0), rows.start(0) + rows.idLength());
    List<Event> events = new ArrayList<>(rows.size());
    if (!plain(events) || twice()) {
      return whole(id, bare);
    }
    // none has a time on the clock, and lines rise
    Timeline timeline =
        back
            ? Timeline.of(id, Facts.none(), events, List.of())
            : Timeline.inOrder(id, Facts.none(), events);
    Optional<Timeline> patient = placed(timeline, bare);
    patient.ifPresent(checks::plain);
    return patient;
  }

  /// With the patient's row, where it matters; empty when there is none.
  private Optional<Timeline> placed(Timeline patient, Predicate<Timeline> bare) {
    if (bare.test(patient)) {
      return Optional.of(patient);
    }
    Optional<Timeline> placed = plan.patients().facts(patient.patient()).map(patient::with);
    fit &= placed.isPresent();
    return placed;
  }

  /// Takes the events of rows of which all that they say is known or easily learnt.
  private boolean plain(List<Event> events) {
    if (said.length < rows.size()) {
      said = new long[rows.size()];
      on = new LocalDate[rows.size()];
    }
    for (int i = 0; i < rows.size(); i++) {
      int tail = rows.start(i) + rows.idLength() + DayTexts.LENGTH + 2;
      int end = rows.end(i);
      if (tail > end || bytes[tail - 1] != separator) {
        return false;
      }
      Optional<LocalDate> day = known.days().at(bytes, tail - DayTexts.LENGTH - 1);
      if (day.isEmpty()) {
        return false;
      }
      on[i] = day.get();
      said[i] = Bytes.hash(bytes, tail, end);
      Optional<Event> kept = known.tails().find(said[i], bytes, tail, end);
      if (kept.isEmpty()) {
        kept = learnt(i, tail);
      }
      if (kept.isEmpty()) {
        return false;
      }
      events.add(Tails.on(on[i], rows.line(i), kept.get()));
    }
    return true;
  }

  /// Says whether two rows may say the same of one day; a patient with such rows is read as
  /// everywhere.
  private boolean twice() {
    back = false; // equal days may stand anywhere then
    for (int i = 1; i < rows.size(); i++) {
      back |= on[i].isBefore(on[i - 1]);
      for (int k = i - 1; k >= 0 && (back || on[k].equals(on[i])); k--) {
        if (said[k] == said[i] && on[k].equals(on[i])) {
          return true;
        }
      }
    }
    return false;
  }

  /// The event of a row that says what no row before said, kept for later ones.
  private Optional<Event> learnt(int i, int tail) {
    EventRow row = row(i, on[i]);
    RowFlaws found = new RowFlaws(plan.files().file());
    boolean plain =
        row.cell("struck").isEmpty()
            && row.cell("until").isEmpty()
            && row.cell("confirmed").isEmpty();
    Optional<Event> event =
        plain
            ? new EventReading(plan.measures(), plan.drug(), plan.files().writing(), found)
                .event(row)
            : Optional.empty();
    return event.filter(
        it -> found.isEmpty() && known.tails().keep(said[i], bytes, tail, rows.end(i), it));
  }

  /// A patient read as everywhere.
  private Optional<Timeline> whole(String id, Predicate<Timeline> bare) {
    List<EventRow> own = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      int date = rows.start(i) + rows.idLength() + 1;
      int after = date + DayTexts.LENGTH;
      Optional<LocalDate> day =
          after < rows.end(i) && bytes[after] == separator
              ? known.days().at(bytes, date)
              : Optional.empty();
      if (day.isEmpty()) {
        fit = false;
        return Optional.empty();
      }
      own.add(row(i, day.get()));
    }
    if (!fit) {
      return Optional.empty();
    }
    List<Event> events = new ArrayList<>();
    List<Struck> struck = new ArrayList<>();
    ClinicData.events(own, reading, flaws, events, struck);
    Optional<Timeline> patient = placed(Timeline.of(id, Facts.none(), events, struck), bare);
    patient.ifPresent(it -> checks.look(it, own));
    return patient;
  }

  private EventRow row(int i, LocalDate day) {
    Map<String, String> cells = new LinkedHashMap<>();
    String[] fields = text(rows.start(i), rows.end(i)).split("[" + (char) separator + "]", -1);
    fit &= fields.length == plan.header().size();
    for (int k = 0; k < Math.min(fields.length, plan.header().size()); k++) {
      String cell = fields[k].strip();
      fit &= cell.indexOf('\uFFFD') < 0;
      if (!cell.isEmpty() && !plan.files().writing().missing().contains(cell)) {
        cells.put(plan.header().get(k), cell);
      }
    }
    fit &= EventRow.KINDS.contains(cells.getOrDefault("kind", ""));
    String until = cells.getOrDefault("until", "");
    fit &= until.isEmpty() || until.matches("\\d{4}-\\d{2}-\\d{2}");
    return new EventRow(rows.line(i), fields[0], day, cells);
  }

  private String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }
}
