// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import casebook.study.report.Document.Footnote;
import casebook.study.report.Document.Head;
import casebook.study.report.Document.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Spells out the statistical abbreviations that a table uses, in the order of the alphabet.
final class Abbreviations {
  private static final TreeMap<String, String> WORDS =
      new TreeMap<>(
          Map.of(
              "AU", "arbitrary units",
              "CI", "confidence interval",
              "CV", "coefficient of variation",
              "HR", "hazard ratio",
              "IQR", "interquartile range",
              "OR", "odds ratio",
              "Q1–Q3", "first to third quartile",
              "SD", "standard deviation",
              "SE", "standard error",
              "SMD", "standardised mean difference"));

  private Abbreviations() {}

  /// The footnote on the abbreviations of a table; empty when it uses none.
  ///
  /// @param notes what stands under it
  static Optional<String> of(
      String caption, List<Head> head, List<Line> lines, List<Footnote> notes) {
    StringBuilder text = new StringBuilder(caption);
    notes.forEach(note -> text.append(' ').append(note.text()));
    head.forEach(h -> text.append(' ').append(h.text()));
    lines.forEach(l -> text.append(' ').append(l.label()).append(' ').append(l.unit()));
    String whole = text.toString();
    List<String> used = new ArrayList<>();
    WORDS.forEach((word, meaning) -> {
      if (stands(word, whole)) {
        used.add(word + ": " + meaning);
      }
    });
    return used.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", used) + ".");
  }

  /// Says whether a word stands by itself, no part of a longer one.
  private static boolean stands(String word, String text) {
    int at = text.indexOf(word);
    while (at >= 0) {
      int end = at + word.length();
      boolean begins = at == 0 || !joins(text.codePointBefore(at));
      if (begins && (end == text.length() || !joins(text.codePointAt(end)))) {
        return true;
      }
      at = text.indexOf(word, at + 1);
    }
    return false;
  }

  private static boolean joins(int point) {
    return point == '-' || Character.isLetter(point) || isNumber(point);
  }

  private static boolean isNumber(int point) {
    int kind = Character.getType(point);
    return kind == Character.DECIMAL_DIGIT_NUMBER
        || kind == Character.LETTER_NUMBER
        || kind == Character.OTHER_NUMBER;
  }
}
