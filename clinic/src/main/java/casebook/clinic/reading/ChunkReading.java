// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.reading;

import casebook.clinic.record.Event;
import casebook.clinic.record.Facts;
import casebook.clinic.record.Struck;
import casebook.clinic.record.Timeline;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads the patients of a chunk. What the rows of most patients say has been read before ([Tails])
/// and is only given its day; a patient of whom anything else is said is read as everywhere.
///
/// Whatever could be an error makes the chunk unfit: then all is read anew, at rest, and every
/// problem is told.
final class ChunkReading {
  private static final int DATE = 10;

  private final StreamPlan plan;
  private final Tails tails;
  private final RowFlaws flaws;
  private final EventReading reading;
  private final TimelineChecks checks;
  private final BitSet seen = new BitSet();
  private final Map<Integer, LocalDate> days = new HashMap<>();
  private final byte separator;
  private boolean fit = true;

  /// @param tails those of the thread
  ChunkReading(StreamPlan plan, Tails tails) {
    this.plan = plan;
    this.tails = tails;
    flaws = new RowFlaws(plan.files().file());
    reading = new EventReading(plan.measures(), plan.drug(), plan.files().writing(), flaws);
    checks = new TimelineChecks(plan.study(), plan.treatment(), flaws);
    separator = (byte) plan.files().writing().separator();
  }

  /// Says whether nothing in it could be an error.
  boolean fit() {
    return fit && !flaws.errors();
  }

  /// The rows of the patients that it holds.
  BitSet seen() {
    return seen;
  }

  /// What is to be known of its rows.
  RowFlaws flaws() {
    return flaws;
  }

  /// Hands over the patients, one after the other.
  void read(Chunk chunk, Consumer<Timeline> patients) {
    byte[] bytes = chunk.bytes();
    int line = chunk.line();
    int place = 0;
    while (fit && place < chunk.length()) {
      Block block = block(bytes, place, chunk.length(), line);
      if (block.rows > 0) {
        patient(bytes, block).ifPresent(patients);
      }
      place = block.end;
      line = block.nextLine;
    }
  }

  /// The rows of one patient: where they begin, where their ids and their lines end.
  private static final class Block {
    private int[] starts = new int[128];
    private int[] ends = new int[128];
    private int[] lines = new int[128];
    private int rows;
    private int idLength;
    private int end;
    private int nextLine;

    void add(int start, int stop, int line) {
      if (rows == starts.length) {
        starts = Arrays.copyOf(starts, 2 * rows);
        ends = Arrays.copyOf(ends, 2 * rows);
        lines = Arrays.copyOf(lines, 2 * rows);
      }
      starts[rows] = start;
      ends[rows] = stop;
      lines[rows++] = line;
    }
  }

  private Block block(byte[] bytes, int from, int length, int firstLine) {
    Block block = new Block();
    int place = from;
    int line = firstLine;
    while (place < length) {
      int end = place;
      while (end < length && bytes[end] != '\n') {
        fit &=
            bytes[end] != '"'
                && (bytes[end] >= ' '
                    || bytes[end] < 0
                    || bytes[end] == '\t'
                    || bytes[end] == '\r');
        end++;
      }
      int stop = end > place && bytes[end - 1] == '\r' ? end - 1 : end;
      if (stop > place) {
        int id = idEnd(bytes, place, stop) - place;
        boolean same =
            block.rows > 0
                && id == block.idLength
                && Arrays.equals(
                    bytes, place, place + id, bytes, block.starts[0], block.starts[0] + id);
        if (block.rows > 0 && !same) {
          break;
        }
        block.idLength = id;
        block.add(place, stop, line);
      }
      place = end + 1;
      line++;
    }
    block.end = place;
    block.nextLine = line;
    return block;
  }

  private int idEnd(byte[] bytes, int from, int to) {
    int end = from;
    while (end < to && bytes[end] != separator) {
      end++;
    }
    return end;
  }

  private Optional<Timeline> patient(byte[] bytes, Block block) {
    String id = text(bytes, block.starts[0], block.starts[0] + block.idLength);
    Integer row = plan.rows().get(id);
    if (row == null || seen.get(row)) {
      fit = false;
      return Optional.empty();
    }
    seen.set(row);
    Facts facts = new Facts(plan.patients(), row);
    List<Event> events = new ArrayList<>(block.rows);
    long[] said = new long[block.rows];
    boolean plain = true;
    for (int i = 0; plain && i < block.rows; i++) {
      int tail = block.starts[i] + block.idLength + DATE + 2;
      plain = tail <= block.ends[i] && bytes[tail - 1] == separator;
      Optional<LocalDate> day = plain ? day(bytes, tail - DATE - 1) : Optional.empty();
      if (day.isPresent()) {
        long hash = Tails.hash(bytes, tail, block.ends[i]);
        said[i] = hash * 31 + day.get().toEpochDay();
        Optional<Event> kept = tails.find(hash, bytes, tail, block.ends[i]);
        if (kept.isEmpty()) {
          kept = learnt(bytes, block, i, day.get(), hash, tail);
        }
        plain = kept.isPresent();
        int line = block.lines[i];
        kept.ifPresent(it -> events.add(Tails.on(day.get(), line, it)));
      } else {
        plain = false;
      }
    }
    if (!plain || twice(said)) {
      return whole(bytes, block, id, facts);
    }
    Timeline patient = Timeline.of(id, facts, events, List.of());
    checks.plain(patient);
    return Optional.of(patient);
  }

  /// Says whether two rows say the same; a patient with such rows is read as everywhere.
  private static boolean twice(long[] said) {
    long[] sorted = said.clone();
    Arrays.sort(sorted);
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i] == sorted[i - 1]) {
        return true;
      }
    }
    return false;
  }

  /// The event of a row that says what no row before said, kept for later ones.
  private Optional<Event> learnt(
      byte[] bytes, Block block, int i, LocalDate day, long hash, int tail) {
    EventRow row = row(bytes, block, i, day);
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
    return event.filter(it -> found.isEmpty() && tails.keep(hash, bytes, tail, block.ends[i], it));
  }

  /// A patient read as everywhere.
  private Optional<Timeline> whole(byte[] bytes, Block block, String id, Facts facts) {
    List<EventRow> rows = new ArrayList<>();
    for (int i = 0; i < block.rows; i++) {
      int date = block.starts[i] + block.idLength + 1;
      boolean long10 = date + DATE < block.ends[i] && bytes[date + DATE] == separator;
      Optional<LocalDate> day = long10 ? day(bytes, date) : Optional.empty();
      if (day.isEmpty()) {
        fit = false;
        return Optional.empty();
      }
      rows.add(row(bytes, block, i, day.get()));
    }
    if (!fit) {
      return Optional.empty();
    }
    List<Event> events = new ArrayList<>();
    List<Struck> struck = new ArrayList<>();
    ClinicData.events(rows, reading, flaws, events, struck);
    Timeline patient = Timeline.of(id, facts, events, struck);
    checks.look(patient, rows);
    return Optional.of(patient);
  }

  private EventRow row(byte[] bytes, Block block, int i, LocalDate day) {
    Map<String, String> cells = new LinkedHashMap<>();
    String[] fields =
        text(bytes, block.starts[i], block.ends[i]).split("[" + (char) separator + "]", -1);
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
    return new EventRow(block.lines[i], fields[0], day, cells);
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  /// A day written as 2004-03-28; empty when it is written otherwise or is none.
  private Optional<LocalDate> day(byte[] bytes, int from) {
    int digits = 0;
    for (int i = 0; i < DATE; i++) {
      byte c = bytes[from + i];
      boolean dash = i == 4 || i == 7;
      if (dash ? c != '-' : c < '0' || c > '9') {
        return Optional.empty();
      }
      digits = dash ? digits : 10 * digits + c - '0';
    }
    LocalDate known = days.get(digits);
    if (known != null) {
      return Optional.of(known);
    }
    try {
      LocalDate day = LocalDate.of(digits / 10000, digits / 100 % 100, digits % 100);
      days.put(digits, day);
      return Optional.of(day);
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
