// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.expression;

import casebook.study.language.Dictionary;
import casebook.study.language.Expr;
import casebook.study.language.Names;
import casebook.study.language.expression.ExprScanner.Kind;
import casebook.study.language.expression.ExprScanner.Token;
import casebook.study.language.expression.ExprTypes.Typed;
import casebook.study.unit.Unit;
import casebook.study.unit.Units;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the phrases that stand for one value: `any of a b c`, `count of a b c`, `age at start`,
/// `percentile 99 of x in controls`, `third of x`. Their words are names elsewhere: `age` alone is
/// a variable.
final class ExprPhrases {
  private static final Unit YEARS = Units.read("years").orElseThrow();
  private static final Map<String, Integer> PARTS =
      Map.of("half", 2, "third", 3, "quarter", 4, "fifth", 5, "tenth", 10);

  private final ExprReading reading;

  ExprPhrases(ExprReading reading) {
    this.reading = reading;
  }

  /// Reads the phrase that this word begins; empty when the word is a name.
  Optional<Typed> read(Token word) {
    String text = word.text();
    Token next = reading.scanner.peek();
    if (text.equals("any") && next.is("known") && reading.scanner.peekSecond().is("of")) {
      reading.scanner.next();
      return Optional.of(quantified(Expr.Quantifier.ANY_KNOWN, word));
    }
    if (text.equals("percentile") && next.kind() == Kind.NUMBER) {
      return Optional.of(percentile(word));
    }
    if (text.equals("age") && next.is("at")) {
      return Optional.of(age(word));
    }
    if (!next.is("of")) {
      return Optional.empty();
    }
    return switch (text) {
      case "any" -> Optional.of(quantified(Expr.Quantifier.ANY, word));
      case "all" -> Optional.of(quantified(Expr.Quantifier.ALL, word));
      case "count" -> Optional.of(count(word));
      default -> PARTS.containsKey(text) ? Optional.of(part(word)) : Optional.empty();
    };
  }

  private Typed quantified(Expr.Quantifier quantifier, Token word) {
    reading.scanner.next();
    List<Expr.Variable> variables = truths();
    return ExprTypes.truth(
        new Expr.Quantified(quantifier, variables, reading.since(word.offset())));
  }

  private Typed count(Token word) {
    reading.scanner.next();
    Optional<Typed> list = ExprItems.list(reading);
    if (list.isPresent()) {
      return ExprItems.count(reading, list.get(), word);
    }
    List<Expr.Variable> variables = truths();
    List<String> except =
        reading.accept("except") ? truths().stream().map(Expr.Variable::name).toList() : List.of();
    List<String> counted = variables.stream().map(Expr.Variable::name).toList();
    for (String name : except) {
      if (!counted.contains(name) && !reading.stopped()) {
        reading.problems.error(
            "study/not-counted",
            reading.since(word.offset()),
            "`" + name + "` stands after `except`, but is not among what is counted.",
            "");
      }
    }
    return new Typed(
        new Expr.CountOf(variables, except, reading.since(word.offset())),
        new ExprTypes.Kind.Numeric(Unit.NONE, ""));
  }

  /// Names of yes/no variables, with spaces or commas between, in brackets or not.
  private List<Expr.Variable> truths() {
    boolean bracket = reading.accept("(");
    List<Expr.Variable> variables = new ArrayList<>();
    while (continues(variables)) {
      Token name = reading.scanner.next();
      Typed variable = reading.variable(name);
      boolean truth = variable.kind() instanceof ExprTypes.Kind.Truth;
      if (!truth && !variable.isUnknown()) {
        reading.problems.error(
            ExprTypes.MISMATCH,
            reading.at(name),
            "`"
                + name.text()
                + "` is "
                + ExprTypes.described(variable.kind())
                + "; yes/no variables are needed here.",
            "");
      }
      variables.add(new Expr.Variable(name.text(), reading.at(name)));
      reading.accept(",");
    }
    if (variables.isEmpty()) {
      reading.stop(reading.scanner.peek(), "the name of a yes/no variable", "");
    }
    if (bracket && !reading.accept(")")) {
      reading.stop(reading.scanner.peek(), "`)`", "A bracket was opened and not closed.");
    }
    return variables;
  }

  private boolean continues(List<Expr.Variable> variables) {
    Token next = reading.scanner.peek();
    if (next.kind() != Kind.WORD || ExprScanner.RESERVED.contains(next.text())) {
      return false;
    }
    boolean except = next.is("except") && !variables.isEmpty();
    return !except || reading.names.find("except").isPresent();
  }

  private Typed percentile(Token word) {
    Token number = reading.scanner.next();
    BigDecimal percent = new BigDecimal(number.text());
    if (percent.signum() <= 0 || percent.compareTo(new BigDecimal(100)) >= 0) {
      reading.problems.error(
          "study/percentile",
          reading.at(number),
          "A percentile lies between 0 and 100, not at " + number.text() + ".",
          "");
    }
    Optional<Typed> measured = ofMeasure();
    if (measured.isEmpty() || !reading.accept("in")) {
      return reading.stop(reading.scanner.peek(), "`in controls`", example());
    }
    Token group = reading.scanner.next();
    if (!List.of("controls", "cases", "all").contains(group.text())) {
      return reading.stop(group, "`controls`, `cases` or `all`", example());
    }
    return new Typed(
        new Expr.Percentile(
            percent, variable(measured.get()), group.text(), reading.since(word.offset())),
        measured.get().kind());
  }

  private static String example() {
    return "Write `percentile 99 of igm_ps in controls`.";
  }

  private Typed part(Token word) {
    Optional<Typed> measured = ofMeasure();
    if (measured.isEmpty()) {
      return reading.stop(reading.scanner.peek(), "the name of a variable", "");
    }
    int parts = PARTS.getOrDefault(word.text(), 1);
    return new Typed(
        new Expr.PartOf(parts, variable(measured.get()), reading.since(word.offset())),
        new ExprTypes.Kind.Numeric(Unit.NONE, ""));
  }

  /// Reads `of x`, where x is a number.
  private Optional<Typed> ofMeasure() {
    if (!reading.accept("of") || reading.scanner.peek().kind() != Kind.WORD) {
      return Optional.empty();
    }
    Token name = reading.scanner.next();
    Typed variable = reading.variable(name);
    if (!variable.isNumber() && !variable.isUnknown()) {
      reading.problems.error(
          ExprTypes.MISMATCH,
          reading.at(name),
          "`"
              + name.text()
              + "` is "
              + ExprTypes.described(variable.kind())
              + "; a number is needed here.",
          "");
    }
    return Optional.of(variable);
  }

  private static Expr.Variable variable(Typed typed) {
    return typed.expr() instanceof Expr.Variable variable
        ? variable
        : new Expr.Variable("", typed.expr().at());
  }

  private Typed age(Token word) {
    reading.scanner.next();
    Token name = reading.scanner.next();
    if (name.kind() != Kind.WORD) {
      return reading.stop(name, "the name of a date", "Write, for example, `age at start`.");
    }
    Typed date = reading.variable(name);
    if (!date.isDay() && !date.isUnknown()) {
      reading.problems.error(
          ExprTypes.MISMATCH,
          reading.at(name),
          "`"
              + name.text()
              + "` is "
              + ExprTypes.described(date.kind())
              + "; `age at` needs a date.",
          "");
    }
    boolean birth =
        reading.names.find("birth").flatMap(Names.Name::type).orElse(new Dictionary.Type.Text())
            instanceof Dictionary.Type.Date;
    if (!birth && !reading.stopped()) {
      reading.problems.error(
          "study/no-birth",
          reading.since(word.offset()),
          "`age at` needs a date variable named `birth`, and there is none.",
          "Declare it under `variables`: `birth: date`.");
    }
    return new Typed(
        new Expr.AgeAt(variable(date), reading.since(word.offset())),
        new ExprTypes.Kind.Numeric(YEARS, ""));
  }
}
