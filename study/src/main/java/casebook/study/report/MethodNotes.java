// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import casebook.study.finding.Cell;
import casebook.study.finding.Finding;
import casebook.study.finding.Method;
import casebook.study.finding.Statistic;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Decides where a table names its methods: on the head of a column when all its numbers share one,
/// else on a row, else on the number itself. Counts, means and medians are named by their rows.
final class MethodNotes {
  private final String level;
  private final IdentityHashMap<Finding.Row, List<String>> cells = new IdentityHashMap<>();
  private final List<String> columns = new ArrayList<>();

  MethodNotes(List<Finding.Row> rows, String level) {
    this.level = level;
    int width = 0;
    for (Finding.Row row : rows) {
      width = Math.max(width, row.cells().size());
      cells.put(row, IntStream.range(0, row.cells().size()).mapToObj(i -> note(row, i)).toList());
    }
    for (int i = 0; i < width; i++) {
      int place = i;
      columns.add(
          shared(
              cells.values().stream()
                  .filter(notes -> place < notes.size())
                  .map(notes -> notes.get(place))));
    }
  }

  /// The one note that all share who have any; empty when there is none, or more than one.
  private static String shared(Stream<String> notes) {
    List<String> different = notes.filter(note -> !note.isEmpty()).distinct().limit(2).toList();
    return different.size() == 1 ? different.getFirst() : "";
  }

  /// The note of a column; empty when its numbers do not share one.
  String ofColumn(int place) {
    return place < columns.size() ? columns.get(place) : "";
  }

  /// The note of a row; empty when its numbers do not share one, or the columns say it.
  String ofRow(Finding.Row row) {
    List<String> open = open(row);
    return open.size() > 1 ? shared(open.stream()) : "";
  }

  /// The note of a number; empty when its row or column says it.
  String ofCell(Finding.Row row, int place) {
    String note = notes(row).get(place);
    return note.equals(ofColumn(place)) || note.equals(ofRow(row)) ? "" : note;
  }

  /// The notes of a row that no column says.
  private List<String> open(Finding.Row row) {
    List<String> notes = notes(row);
    return IntStream.range(0, notes.size())
        .filter(i -> !notes.get(i).isEmpty() && !notes.get(i).equals(ofColumn(i)))
        .mapToObj(notes::get)
        .toList();
  }

  private List<String> notes(Finding.Row row) {
    return Objects.requireNonNull(cells.get(row));
  }

  private String note(Finding.Row row, int place) {
    Cell cell = row.cells().get(place);
    return switch (cell.form()) {
      case RATIO,
          DIFFERENCE,
          CORRELATION,
          P,
          QUANTITY,
          RATE,
          TIME,
          TIME_QUARTILES,
          TIME_RANGE,
          PERCENT ->
          note(row, cell, words(cell));
      case PROPORTION -> note(row, cell, words(cell.statistics().getLast(), level));
      case NUMBER -> note(row, cell, withReference(cell.statistics().getFirst().method()));
      case COUNT,
          COUNT_PERCENT,
          COUNT_OF_PERCENT,
          MEAN_SD,
          MEAN_SE,
          MEDIAN_QUARTILES,
          MEDIAN_RANGE,
          REFERENCE,
          NOT_APPLICABLE,
          EMPTY ->
          "";
    };
  }

  /// Nothing is said of the method of a number that there is not, nor where the row's label or the
  /// place's own footnote says it.
  private static String note(Finding.Row row, Cell cell, String words) {
    Statistic statistic = cell.statistics().getFirst();
    String name = statistic.method().name().toLowerCase(Locale.ROOT);
    boolean named = row.label().toLowerCase(Locale.ROOT).contains(name);
    boolean said = cell.form() == Cell.Form.QUANTITY && !cell.notes().isEmpty();
    return named || said || !statistic.whyNot().isEmpty() ? "" : sentence(words);
  }

  private String words(Cell cell) {
    return words(cell.statistics().getFirst(), level);
  }

  private static String withReference(Method method) {
    return method.name() + (method.reference().isEmpty() ? "" : " (" + method.reference() + ")");
  }

  /// The name of a method and of its interval: `sample odds ratio; 95% CI: Wald (Woolf)`.
  static String words(Statistic statistic, String level) {
    Method method = statistic.method();
    return method.name()
        + (method.interval().isEmpty() ? "" : "; " + level + "% CI: " + method.interval());
  }

  /// Words as a sentence: a capital at the start, a full stop at the end.
  static String sentence(String words) {
    return words.isBlank() ? "" : capital(stopped(words.strip()));
  }

  /// Words with a full stop at the end.
  static String stopped(String words) {
    boolean ended = words.endsWith(".") || words.endsWith("!") || words.endsWith("?");
    return ended || words.isBlank() ? words : words + ".";
  }

  /// Words with a capital at the start.
  static String capital(String words) {
    int first = words.codePointAt(0);
    String start = new String(Character.toChars(Character.toTitleCase(first)));
    return start + words.substring(Character.charCount(first));
  }
}
