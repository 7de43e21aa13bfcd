// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import casebook.study.report.Document.Footnote;
import casebook.study.report.style.Journal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Marks footnotes in the order in which they appear; equal texts share a mark.
final class Footnotes {
  private static final String SYMBOLS = "*†‡§¶‖";

  private final Journal.Marks marks;
  private final Map<String, String> byText = new LinkedHashMap<>();

  Footnotes(Journal.Marks marks) {
    this.marks = marks;
  }

  /// The mark of a footnote.
  String mark(String text) {
    return byText.computeIfAbsent(text, t -> mark(byText.size()));
  }

  /// The marks of several footnotes, each once and in order; texts without words have none.
  List<String> marks(List<String> texts) {
    List<String> marked = texts.stream().filter(t -> !t.isBlank()).map(this::mark).toList();
    return byText.values().stream().filter(marked::contains).toList();
  }

  /// The footnotes so far, in the order of their marks.
  List<Footnote> list() {
    List<Footnote> list = new ArrayList<>();
    byText.forEach((text, mark) -> list.add(new Footnote(mark, text)));
    return list;
  }

  private String mark(int place) {
    return switch (marks) {
      case LETTERS -> letters(place);
      case SYMBOLS ->
          SYMBOLS
              .substring(place % SYMBOLS.length(), place % SYMBOLS.length() + 1)
              .repeat(place / SYMBOLS.length() + 1);
    };
  }

  /// a to z, then aa, ab and so on.
  private static String letters(int place) {
    String last = String.valueOf((char) ('a' + place % 26));
    return place < 26 ? last : letters(place / 26 - 1) + last;
  }
}
