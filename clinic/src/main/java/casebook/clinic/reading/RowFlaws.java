// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.reading;

import casebook.study.problem.LineNumbers;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import casebook.study.problem.Severity;
import casebook.study.problem.Span;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Gathers what is wrong with rows: flaws of one kind are one problem with its count and its lines.
final class RowFlaws {
  private static final int MOST_LINES = 10;

  private final String file;
  private final Map<Key, Lines> lines = new LinkedHashMap<>();

  RowFlaws(String file) {
    this.file = file;
  }

  private record Key(Severity severity, String code, String message, String fix) {}

  /// The lines of one kind of flaw; they may be many.
  private static final class Lines {
    private int[] lines = new int[4];
    private int size;

    void add(int line) {
      if (size == lines.length) {
        lines = Arrays.copyOf(lines, 2 * size);
      }
      lines[size++] = line;
    }

    void addAll(Lines other) {
      for (int i = 0; i < other.size; i++) {
        add(other.lines[i]);
      }
    }

    /// The lines, rising, each once.
    int[] sorted() {
      return Arrays.stream(lines, 0, size).sorted().distinct().toArray();
    }
  }

  void error(int line, String code, String message, String fix) {
    add(line, new Key(Severity.ERROR, code, message, fix));
  }

  void warning(int line, String code, String message, String fix) {
    add(line, new Key(Severity.WARNING, code, message, fix));
  }

  void note(int line, String code, String message) {
    add(line, new Key(Severity.NOTE, code, message, ""));
  }

  private void add(int line, Key key) {
    lines.computeIfAbsent(key, any -> new Lines()).add(line);
  }

  /// Takes the problems of one cell, which were found elsewhere.
  ///
  /// @param column the header of the cell
  void take(int line, String column, List<Problem> problems) {
    for (Problem problem : problems) {
      String message = "Column `" + column + "`: " + problem.message();
      add(line, new Key(problem.severity(), problem.code(), message, problem.fix()));
    }
  }

  /// Takes what was gathered elsewhere, of later rows.
  void takeAll(RowFlaws other) {
    other.lines.forEach(
        (key, found) -> lines.computeIfAbsent(key, any -> new Lines()).addAll(found));
  }

  /// Says whether anything is an error.
  boolean errors() {
    return lines.keySet().stream().anyMatch(it -> it.severity() == Severity.ERROR);
  }

  /// Says whether nothing was gathered.
  boolean isEmpty() {
    return lines.isEmpty();
  }

  /// Hands over what was gathered.
  void into(Problems problems) {
    lines.forEach((key, found) -> {
      int[] sorted = found.sorted();
      List<Integer> first = Arrays.stream(sorted).limit(MOST_LINES).boxed().toList();
      String count =
          sorted.length == 1
              ? ""
              : " Found "
                  + sorted.length
                  + " times: "
                  + LineNumbers.words(first, sorted.length)
                  + ".";
      Span at = Span.ofLine(file, first.getFirst());
      problems.add(new Problem(key.severity(), key.code(), at, key.message() + count, key.fix()));
    });
  }
}
