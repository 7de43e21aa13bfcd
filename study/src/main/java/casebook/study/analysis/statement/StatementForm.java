// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.statement;

import casebook.study.analysis.people.Chosen;
import casebook.study.analysis.statement.StatementSpec.Counting;
import casebook.study.analysis.statement.StatementSpec.Measure;
import casebook.study.analysis.statement.StatementSpec.Printed;
import casebook.study.analysis.statement.StatementSpec.Statement;
import casebook.study.analysis.statement.StatementSpec.Statistic;
import casebook.study.language.Clause;
import casebook.study.language.Entries;
import casebook.study.language.Field;
import casebook.study.language.Field.Kind;
import casebook.study.language.Form;
import casebook.study.problem.Checked;
import casebook.study.problem.Problems;
import casebook.study.unit.Unit;
import casebook.study.unit.Units;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How `statements` are written.
public final class StatementForm {
  /// The word that begins them.
  public static final String KEYWORD = "statements";

  private static final Pattern PRINTED = Pattern.compile("(-?\\d{1,12}(?:\\.\\d{1,10})?)\\s*(.*)");
  private static final Pattern POSSIBLE =
      Pattern.compile("(median|mean) of (\\d{1,6}) whole (?:numbers|years|months|weeks|days)");

  private static final List<Field> STATEMENT =
      List.of(
          Field.required(
              "says", Kind.TEXT, "The sentence as printed.", "\"83.3% of response (10/12)\""),
          Field.required(
              "prints",
              Kind.TEXT,
              "The number with its unit; it stands for all that round to it.",
              "83.3 percent"),
          Field.optional(
              "equals", Kind.EXPRESSION, "A calculation that it must equal; no data.", "10 / 12"),
          Field.optional(
              "count", Kind.EXPRESSION, "The number of persons who meet this.", "responder"),
          Field.optional(
              "count without",
              Kind.EXPRESSION,
              "The number of persons who do not meet this, or to whom it does not apply.",
              "relapse is known"),
          Field.optional(
              "share", Kind.EXPRESSION, "The percentage of persons who meet this.", "responder"),
          Field.optional("median", Kind.EXPRESSION, "The median of this number.", "age"),
          Field.optional("mean", Kind.EXPRESSION, "The mean of this number.", "age"),
          Field.optional("least", Kind.EXPRESSION, "The smallest of this number.", "age"),
          Field.optional("greatest", Kind.EXPRESSION, "The largest of this number.", "age"),
          Field.optional(
              "possible as",
              Kind.TEXT,
              "A summary of whole numbers that it must be able to be.",
              "median of 12 whole years"),
          Field.optional("of", Kind.TEXT, "The persons whom it is about.", "responders except 8")
              .otherwise("all"));

  private static final List<String> MEASURES =
      List.of(
          "equals",
          "count",
          "count without",
          "share",
          "median",
          "mean",
          "least",
          "greatest",
          "possible as");

  private static final List<Field> FIELDS =
      List.of(
          Field.required(
              KEYWORD, Kind.TEXT, "Whose statements they are, as the caption says.", "the letter"),
          Field.optional(
                  "<statement>",
                  Kind.ENTRIES,
                  "A number that is printed, and one thing that it must equal.",
                  "{says: \"83.3% of response (10/12)\", prints: 83.3 percent, equals: 10 / 12}")
              .with(STATEMENT.toArray(new Field[0])),
          Field.optional(
              "name",
              Kind.TEXT,
              "A name for the addresses of its numbers, needed when a study holds statements of two"
                  + " texts.",
              "first report"));

  /// The form.
  public static final Form<StatementSpec> FORM =
      new Form<>(
          KEYWORD,
          "What a text prints, held against what it must equal: which numbers hold, which do not.",
          FIELDS,
          """
          - statements: the letter
            response: {says: "83.3% of response (10/12)", prints: 83.3 percent, share: responder}
            follow-up: {says: "approximately 5.5 years (69 months)", prints: 5.5 years, equals: 69 months}
          """,
          StatementForm::read);

  private StatementForm() {}

  private static Checked<StatementSpec> read(Clause clause) {
    Problems problems = new Problems();
    Entries entries = Entries.of(clause, FIELDS, problems);
    List<Statement> statements = new ArrayList<>();
    for (Clause entry : entries.named()) {
      statement(entry, problems).ifPresent(statements::add);
    }
    StatementSpec spec =
        new StatementSpec(
            entries.text(KEYWORD).orElse(""), statements, entries.text("name"), clause.at());
    return problems.hasErrors() ? Checked.none(problems.list()) : problems.with(spec);
  }

  private static Optional<Statement> statement(Clause clause, Problems problems) {
    Entries entries = Entries.of(clause, STATEMENT, problems);
    Optional<String> says = entries.text("says");
    Optional<Printed> printed = entries.clause("prints").flatMap(it -> printed(it, problems));
    List<String> there = MEASURES.stream().filter(it -> entries.clause(it).isPresent()).toList();
    if (there.size() != 1) {
      problems.error(
          "study/statement-measure",
          clause.at(),
          there.isEmpty()
              ? "It is not said what the number must equal."
              : "The number is held against several things: " + String.join(", ", there) + ".",
          "Write one of " + String.join(", ", MEASURES) + "; two of them are two statements.");
      return Optional.empty();
    }
    Optional<Chosen> of = entries.clause("of").filter(Clause::isWords).map(Chosen::read);
    entries.text("of");
    Optional<Measure> measure = measure(there.getFirst(), entries, problems);
    return says.isEmpty() || printed.isEmpty()
        ? Optional.empty()
        : measure.map(
            it -> new Statement(clause.keyword(), says.get(), printed.get(), it, of, clause.at()));
  }

  private static Optional<Printed> printed(Clause clause, Problems problems) {
    Matcher number = PRINTED.matcher(clause.words().strip());
    Optional<Unit> unit =
        !number.matches()
            ? Optional.empty()
            : number.group(2).isEmpty() ? Optional.of(Unit.NONE) : Units.read(number.group(2));
    if (unit.isEmpty()) {
      problems.error(
          "study/statement-number",
          clause.isWords() ? clause.wordsAt() : clause.at(),
          "`" + clause.words() + "` is not a number with a unit that is known here.",
          "Write the number as it is printed, and its unit: `69 months`, `83.3 percent`, `10`.");
    }
    return unit.map(it -> new Printed(new BigDecimal(number.group(1)), it, clause.wordsAt()));
  }

  private static Optional<Measure> measure(String key, Entries entries, Problems problems) {
    Clause clause = entries.clause(key).orElseThrow();
    if (entries.text(key).isEmpty()) {
      return Optional.empty();
    }
    return switch (key) {
      case "equals" -> Optional.of(new Measure.Arithmetic(clause));
      case "count" -> Optional.of(new Measure.Persons(Counting.COUNT, clause));
      case "count without" -> Optional.of(new Measure.Persons(Counting.COUNT_WITHOUT, clause));
      case "share" -> Optional.of(new Measure.Persons(Counting.SHARE, clause));
      case "possible as" -> possible(clause, problems);
      default -> Optional.of(new Measure.Summary(statistic(key), clause));
    };
  }

  private static Statistic statistic(String word) {
    return Arrays.stream(Statistic.values())
        .filter(it -> it.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no statistic is called " + word));
  }

  private static Optional<Measure> possible(Clause clause, Problems problems) {
    Matcher words = POSSIBLE.matcher(clause.words().strip());
    if (!words.matches() || Integer.parseInt(words.group(2)) == 0) {
      problems.error(
          "study/statement-possible",
          clause.wordsAt(),
          "`" + clause.words() + "` is not a summary of whole numbers.",
          "Write, for example, `median of 12 whole years` or `mean of 20 whole numbers`.");
      return Optional.empty();
    }
    int numbers = Integer.parseInt(words.group(2));
    return Optional.of(new Measure.Possible(statistic(words.group(1)), numbers, clause));
  }
}
