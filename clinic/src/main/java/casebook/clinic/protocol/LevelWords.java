// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.protocol;

import casebook.clinic.protocol.Treatment.Hours;
import casebook.clinic.protocol.Treatment.LevelWindow;
import casebook.clinic.protocol.Treatment.Steps;
import casebook.clinic.protocol.Treatment.Window;
import casebook.study.language.Clause;
import casebook.study.language.Entries;
import casebook.study.language.Words;
import casebook.study.problem.Problems;
import casebook.study.unit.Unit;
import casebook.study.unit.Units;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the window of a drug level.
final class LevelWords {
  private static final int STEADY = 3;
  private static final String NUMBER = "(\\d{1,6}(?:\\.\\d{1,6})?)";
  private static final Pattern WINDOW =
      Pattern.compile(NUMBER + "\\s*(?:to|-|–)\\s*" + NUMBER + "\\s*(.*)");

  private LevelWords() {}

  /// The window; empty, with a problem, when it cannot be read. The name of the measure is empty
  /// where the file leaves it out.
  static Optional<LevelWindow> read(Clause clause, Problems problems) {
    Entries entries = Entries.of(clause, TreatmentFields.LEVEL, problems);
    Optional<Clause> trough = entries.clause("trough");
    Optional<Clause> peak = entries.clause("peak");
    if (trough.isPresent() == peak.isPresent()) {
      problems.error(
          "protocol/level-kind",
          clause.at(),
          trough.isPresent()
              ? "The window is said twice: for `trough` and for `peak`."
              : "It is not said which level the window is for.",
          "Write, for example, `trough: 200 to 400 ng/mL`.");
      return Optional.empty();
    }
    Clause words = trough.or(() -> peak).orElseThrow();
    Optional<Window> window = window(words, problems);
    Optional<Hours> hours = entries.clause("at").flatMap(it -> hours(it, problems));
    int steady =
        entries
            .clause("steady after")
            .filter(it -> Words.single(it, "a number of days", problems))
            .flatMap(it -> StepWords.of(it, problems))
            .map(Steps::leastDays)
            .orElse(STEADY);
    String kind = trough.isPresent() ? "trough" : "peak";
    Optional<String> specimen = entries.text("specimen");
    String measure = entries.text("measure").orElse("");
    return window.map(
        it -> new LevelWindow(measure, kind, it, specimen, hours, steady, words.at()));
  }

  private static Optional<Window> window(Clause clause, Problems problems) {
    Matcher words = WINDOW.matcher(clause.words());
    if (!Words.single(clause, "a window", problems)) {
      return Optional.empty();
    }
    Optional<Unit> unit =
        words.matches() && !words.group(3).isEmpty()
            ? Units.read(words.group(3))
            : Optional.empty();
    if (unit.isEmpty()) {
      problems.error(
          "protocol/level-unit",
          clause.wordsAt(),
          "`" + clause.words() + "` is not a window with a unit.",
          "Write, for example, `200 to 400 ng/mL`.");
      return Optional.empty();
    }
    BigDecimal low = new BigDecimal(words.group(1));
    BigDecimal high = new BigDecimal(words.group(2));
    if (low.compareTo(high) >= 0) {
      problems.error(
          "protocol/window-inverted",
          clause.wordsAt(),
          "The window begins at "
              + words.group(1)
              + " and ends at "
              + words.group(2)
              + ", so that nothing lies in it.",
          "Write the smaller number first: `"
              + words.group(2)
              + " to "
              + words.group(1)
              + " "
              + words.group(3)
              + "`.");
      return Optional.empty();
    }
    return Optional.of(new Window(low, high, unit.get()));
  }

  private static Optional<Hours> hours(Clause clause, Problems problems) {
    Matcher words = WINDOW.matcher(clause.words());
    boolean read =
        words.matches()
            && words.group(3).matches("h|hours?")
            && new BigDecimal(words.group(1)).compareTo(new BigDecimal(words.group(2))) <= 0;
    if (!read) {
      problems.error(
          "protocol/hours",
          clause.wordsAt(),
          "`" + clause.words() + "` does not say between which hours after a dose.",
          "Write, for example, `at: 11 to 13 h`.");
      return Optional.empty();
    }
    return Optional.of(new Hours(new BigDecimal(words.group(1)), new BigDecimal(words.group(2))));
  }
}
