// SPDX-License-Identifier: Apache-2.0
package casebook.study.language;

import casebook.study.problem.Problems;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the words of a clause as a number, a day, yes or no, or names. Words stay as written until
/// something here reads them: `no`, `012` and `2024-01-02` are texts where a text is expected.
public final class Words {
  /// The code of a text that is no number.
  public static final String NOT_A_NUMBER = "study/not-a-number";

  /// The code of a text that is no date.
  public static final String NOT_A_DATE = "study/not-a-date";

  /// The code of a value of another shape: a list where a word belongs.
  public static final String WRONG_SHAPE = "study/wrong-shape";

  private static final Pattern NUMBER = Pattern.compile("[+-]?(0|[1-9]\\d{0,17})(\\.\\d{1,18})?");
  private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
  private static final Pattern NAME = Pattern.compile("[^\\s,]+(?:\\s+at\\s+[^\\s,]+)?");
  private static final Pattern PHRASE = Pattern.compile("[^\\s,]+\\s+at\\s+[^,]+");

  private Words() {}

  /// Reads a plain decimal number; anything else is a problem that says how to write it.
  public static Optional<BigDecimal> number(Clause clause, Problems problems) {
    if (!single(clause, "a number", problems)) {
      return Optional.empty();
    }
    Optional<BigDecimal> number = number(clause.words());
    if (number.isEmpty()) {
      problems.error(
          NOT_A_NUMBER,
          clause.wordsAt(),
          "`" + clause.words() + "` is not a number that can be read only one way.",
          numberFix(clause.words()));
    }
    return number;
  }

  /// Reads a plain decimal number: `12`, `-0.5`; not `1e3`, `012`, `1_000`, `1,5`, `NaN`.
  public static Optional<BigDecimal> number(String words) {
    return NUMBER.matcher(words).matches() ? Optional.of(new BigDecimal(words)) : Optional.empty();
  }

  private static String numberFix(String words) {
    if (words.matches("[+-]?\\d+,\\d+")) {
      return "Write a point as the decimal sign: " + words.replace(',', '.') + ".";
    }
    if (words.matches("[+-]?0\\d+")) {
      return "Write it without the leading zero; text such as an id needs no number.";
    }
    return "Write digits, with a point for decimals: 1000, 0.5.";
  }

  /// Reads a day, year-month-day.
  public static Optional<LocalDate> date(Clause clause, Problems problems) {
    if (!single(clause, "a date", problems)) {
      return Optional.empty();
    }
    Optional<LocalDate> day = date(clause.words());
    if (day.isEmpty()) {
      problems.error(
          NOT_A_DATE,
          clause.wordsAt(),
          "`" + clause.words() + "` is not a day of the calendar.",
          "Write year-month-day: 2002-04-30.");
    }
    return day;
  }

  /// Reads `2002-04-30`; empty for anything else, a 30th of February included.
  public static Optional<LocalDate> date(String words) {
    Matcher day = DAY.matcher(words);
    if (!day.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(day.group(1)),
              Integer.parseInt(day.group(2)),
              Integer.parseInt(day.group(3))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// Reads `yes` or `no`.
  public static Optional<Boolean> yesNo(Clause clause, Problems problems) {
    if (!single(clause, "yes or no", problems)) {
      return Optional.empty();
    }
    return switch (clause.words()) {
      case "yes" -> Optional.of(true);
      case "no" -> Optional.of(false);
      default -> {
        problems.error(
            "study/not-yes-no",
            clause.wordsAt(),
            "`" + clause.words() + "` is neither yes nor no.",
            "Write yes or no.");
        yield Optional.empty();
      }
    };
  }

  /// Reads names written as a list, or in a line with commas or spaces: each becomes a clause with
  /// its place. A phrase such as `age at start` is one name.
  public static List<Clause> names(Clause clause, Problems problems) {
    List<Clause> names = new ArrayList<>();
    List<Clause> parts = clause.shape() == Clause.Shape.LIST ? clause.children() : List.of(clause);
    for (Clause part : parts) {
      if (single(part, "a name", problems)) {
        boolean item =
            clause.shape() == Clause.Shape.LIST && PHRASE.matcher(part.words()).matches();
        Matcher name = (item ? PHRASE : NAME).matcher(part.words());
        while (name.find()) {
          names.add(part.words(name.start(), name.end() - name.start()));
        }
      }
    }
    return names;
  }

  /// Reads the items of a list, or the one value beside the key; each stays as written.
  public static List<Clause> items(Clause clause, Problems problems) {
    List<Clause> parts = clause.shape() == Clause.Shape.LIST ? clause.children() : List.of(clause);
    return parts.stream().filter(part -> single(part, "a value", problems)).toList();
  }

  /// Reads the several names that share a line, `"own_vt, family_vt": ...`: one clause for each,
  /// with the same value and a place of its own.
  public static List<Clause> sharing(Clause clause) {
    List<Clause> clauses = new ArrayList<>();
    String key = clause.keyword();
    int from = 0;
    for (String part : key.split(",", -1)) {
      String name = part.strip();
      int start = from + part.indexOf(name);
      from += part.length() + 1;
      boolean exact = clause.at().length() == key.length();
      clauses.add(
          new Clause(
              name,
              clause.words(),
              clause.shape(),
              clause.children(),
              exact ? clause.at().part(start, Math.max(1, name.length())) : clause.at(),
              clause.wordsAt(),
              clause.lines()));
    }
    return clauses;
  }

  /// Says whether a clause has words; otherwise adds a problem that names what was expected.
  ///
  /// @param expected such as `a number`
  public static boolean single(Clause clause, String expected, Problems problems) {
    if (clause.isWords()) {
      return true;
    }
    String key = clause.keyword().isEmpty() ? "This item" : "`" + clause.keyword() + "`";
    String found =
        switch (clause.shape()) {
          case EMPTY -> "nothing";
          case LIST -> "a list";
          case MAP -> "entries";
          case PLAIN, QUOTED -> "words";
        };
    problems.error(
        WRONG_SHAPE,
        clause.shape() == Clause.Shape.EMPTY ? clause.at() : clause.wordsAt(),
        key + " needs " + expected + ", but " + found + " stands here.",
        "");
    return false;
  }
}
