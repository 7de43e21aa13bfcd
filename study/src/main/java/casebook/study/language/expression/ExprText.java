// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.expression;

import casebook.study.language.Clause;
import casebook.study.language.Dictionary;
import casebook.study.language.Expr;
import casebook.study.language.ExprUses;
import casebook.study.language.Names;
import casebook.study.language.Words;
import casebook.study.language.expression.ExprScanner.Kind;
import casebook.study.language.expression.ExprScanner.Token;
import casebook.study.language.expression.ExprTypes.Typed;
import casebook.study.problem.Checked;
import casebook.study.problem.NearestWord;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import casebook.study.unit.Unit;
import casebook.study.unit.Units;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads expressions of the study language.
///
/// Grammar, weakest first: `or`; `and`; `not`; one of `< <= > >= = != is in between carries above
/// below`; `+ -`; `* /`; a value. A value is a number with or without a unit, a date, the name of a
/// variable, brackets, `any of`, `any known of`, `all of`, `count of ... except ...`, `age at`,
/// `percentile ... of ... in`, `third of`. Names, levels, units and types are checked while
/// reading.
///
/// Source: Pratt 1973, Top down operator precedence, POPL 1973:41.
public final class ExprText {
  /// The code of a unit that is not known.
  public static final String UNKNOWN_UNIT = "study/unknown-unit";

  /// The longest expression, in characters.
  static final int LONGEST = 4000;

  /// The deepest brackets.
  static final int DEEPEST = 60;

  /// The most values in one expression.
  static final int MOST = 400;

  private static final int OR = 1;
  private static final int AND = 2;
  private static final int NOT = 3;
  private static final int RELATION = 4;
  private static final int SUM = 5;
  private static final int PRODUCT = 6;
  private static final int SIGN = 7;

  private final ExprReading reading;
  private final ExprPhrases phrases;
  private final ExprRelations relations;
  private int depth;
  private int values;

  private ExprText(ExprReading reading) {
    this.reading = reading;
    this.phrases = new ExprPhrases(reading);
    this.relations = new ExprRelations(reading, () -> expression(SUM));
  }

  /// An expression and the type of its values.
  public record Value(Expr expr, Dictionary.Type type) {}

  /// Reads a condition: something that is true or false of a person.
  ///
  /// @param clause its words are the expression
  /// @param names the variables that there are
  public static Checked<Expr> truth(Clause clause, Names names) {
    Problems problems = new Problems();
    Optional<Typed> whole = whole(clause, names, problems);
    if (whole.isPresent() && !isTruth(whole.get().kind())) {
      problems.error(
          "study/not-a-condition",
          clause.wordsAt(),
          "This gives "
              + ExprTypes.described(whole.get().kind())
              + "; a condition is needed here, which is true or false of a person.",
          "Write, for example, `age < 70` or `site is DVT`.");
    }
    return problems.hasErrors() || whole.isEmpty()
        ? Checked.none(problems.list())
        : problems.with(whole.get().expr());
  }

  private static boolean isTruth(ExprTypes.Kind kind) {
    return kind instanceof ExprTypes.Kind.Truth || kind instanceof ExprTypes.Kind.Unknown;
  }

  /// Reads an expression that gives a truth or a number.
  public static Checked<Value> value(Clause clause, Names names) {
    Problems problems = new Problems();
    Optional<Value> value =
        whole(clause, names, problems).flatMap(it -> value(it, clause, problems));
    return problems.hasErrors() || value.isEmpty()
        ? Checked.none(problems.list())
        : problems.with(value.get());
  }

  private static Optional<Value> value(Typed typed, Clause clause, Problems problems) {
    return switch (typed.kind()) {
      case ExprTypes.Kind.Truth truth ->
          Optional.of(new Value(typed.expr(), new Dictionary.Type.YesNo(Map.of())));
      case ExprTypes.Kind.Numeric number ->
          Optional.of(
              new Value(
                  typed.expr(),
                  new Dictionary.Type.Measure(number.unit(), Optional.empty(), false)));
      case ExprTypes.Kind.Unknown unknown -> Optional.empty();
      case ExprTypes.Kind.Day day -> noValue(typed, clause, problems);
      case ExprTypes.Kind.Level level -> noValue(typed, clause, problems);
      case ExprTypes.Kind.Several several -> noValue(typed, clause, problems);
      case ExprTypes.Kind.Text text -> noValue(typed, clause, problems);
    };
  }

  private static Optional<Value> noValue(Typed typed, Clause clause, Problems problems) {
    problems.error(
        ExprTypes.MISMATCH,
        clause.wordsAt(),
        "This gives " + ExprTypes.described(typed.kind()) + "; a condition or a number is needed.",
        "");
    return Optional.empty();
  }

  /// The variables that an expression uses, as far as it can be read.
  public static Set<String> uses(Clause clause, Names names) {
    return whole(clause, names, new Problems())
        .map(typed -> ExprUses.variables(typed.expr()))
        .orElse(Set.of());
  }

  private static Optional<Typed> whole(Clause clause, Names names, Problems problems) {
    if (!Words.single(clause, "an expression", problems)) {
      return Optional.empty();
    }
    if (clause.words().length() > LONGEST) {
      problems.add(tooLong(clause, clause.words().length() + " characters", LONGEST));
      return Optional.empty();
    }
    ExprReading reading = new ExprReading(clause, names, problems);
    Typed typed = new ExprText(reading).expression(0);
    Token rest = reading.scanner.peek();
    if (rest.kind() != Kind.END) {
      reading.stop(rest, "`and`, `or` or the end", restFix(rest));
    }
    return reading.stopped() ? Optional.empty() : Optional.of(typed);
  }

  private static String restFix(Token rest) {
    return switch (rest.text()) {
      case "<", "<=", ">", ">=", "=" -> "Write two comparisons joined by `and`, or `between`.";
      case "&", "&&" -> "Write `and`.";
      case "|", "||" -> "Write `or`.";
      case "%" -> "Write `percent` after a number.";
      case "," -> "A decimal sign is a point, 1.5; levels are joined by `or`.";
      default -> "";
    };
  }

  private static Problem tooLong(Clause clause, String found, int most) {
    return Problem.error(
        "study/expression-too-long",
        clause.at(),
        "This expression has " + found + "; at most " + most + " are read.",
        "Split it into derived variables.");
  }

  /// Reads an expression whose operators bind at least as strongly as `binding`.
  private Typed expression(int binding) {
    if (++depth > DEEPEST || values > MOST) {
      Token token = reading.scanner.peek();
      return reading.stop(token, tooDeep());
    }
    int from = start();
    Typed left = prefix();
    while (!reading.stopped()) {
      Token operator = reading.scanner.peek();
      int power = binding(operator);
      if (power == 0 || power < binding) {
        break;
      }
      left = infix(left, operator, power, from);
      if (power == RELATION && binding(reading.scanner.peek()) == RELATION) {
        break;
      }
    }
    depth--;
    return left;
  }

  private Problem tooDeep() {
    return depth > DEEPEST
        ? tooLong(
            reading.clause,
            "more than " + DEEPEST + " brackets or `not` inside each other",
            DEEPEST)
        : tooLong(reading.clause, "more than " + MOST + " values", MOST);
  }

  private int start() {
    return reading.scanner.peek().offset();
  }

  private static int binding(Token token) {
    if (token.kind() != Kind.WORD && token.kind() != Kind.SYMBOL) {
      return 0;
    }
    return switch (token.text()) {
      case "or" -> OR;
      case "and" -> AND;
      case "<", "<=", ">", ">=", "=", "!=" -> RELATION;
      case "is", "in", "between", "carries", "above", "below", "not" -> RELATION;
      case "+", "-" -> SUM;
      case "*", "/" -> PRODUCT;
      default -> 0;
    };
  }

  private Typed infix(Typed left, Token operator, int power, int from) {
    reading.scanner.next();
    return switch (operator.text()) {
      case "or" -> joined(left, OR, from);
      case "and" -> joined(left, AND, from);
      case "+" -> arithmetic(Expr.Operator.ADD, left, power, from);
      case "-" -> arithmetic(Expr.Operator.SUBTRACT, left, power, from);
      case "*" -> arithmetic(Expr.Operator.MULTIPLY, left, power, from);
      case "/" -> arithmetic(Expr.Operator.DIVIDE, left, power, from);
      default -> relations.read(left, operator, from);
    };
  }

  private Typed arithmetic(Expr.Operator operator, Typed left, int power, int from) {
    Typed right = expression(power + 1);
    return reading.types.arithmetic(operator, left, right, reading.since(from));
  }

  /// Reads `a and b and c` as one node with three parts.
  private Typed joined(Typed first, int power, int from) {
    String word = power == AND ? "and" : "or";
    List<Expr> parts = new ArrayList<>(List.of(condition(first, from)));
    do {
      int next = start();
      parts.add(condition(expression(power + 1), next));
    } while (reading.accept(word));
    return ExprTypes.truth(
        power == AND
            ? new Expr.And(parts, reading.since(from))
            : new Expr.Or(parts, reading.since(from)));
  }

  private Expr condition(Typed part, int from) {
    if (!isTruth(part.kind()) && !reading.stopped()) {
      reading.problems.error(
          "study/not-a-condition",
          reading.since(from),
          "This gives "
              + ExprTypes.described(part.kind())
              + "; between `and`, `or` and `not` stand conditions.",
          "Write, for example, `age < 70` or `site is DVT`.");
    }
    return part.expr();
  }

  private Typed prefix() {
    values++;
    Token token = reading.scanner.next();
    return switch (token.kind()) {
      case NUMBER -> number(token);
      case DATE -> date(token);
      case WORD -> word(token);
      case SYMBOL -> sign(token);
      case STRING -> reading.stop(token, "a value", "Quotes are for levels: `site is \"other\"`.");
      case STRANGE, END -> reading.stop(token, "a value", strange(token));
    };
  }

  private static String strange(Token token) {
    if (token.kind() == Kind.END) {
      return "";
    }
    return String.format(Locale.ROOT, "This is the character U+%04X.", token.text().codePointAt(0));
  }

  private Typed sign(Token token) {
    if (token.is("(")) {
      Typed inner = expression(0);
      if (!reading.accept(")")) {
        return reading.stop(reading.scanner.peek(), "`)`", "A bracket was opened and not closed.");
      }
      return inner;
    }
    if (token.is("-")) {
      return negative(token);
    }
    return reading.stop(token, "a value", "");
  }

  private Typed negative(Token token) {
    Typed right = expression(SIGN);
    if (right.expr() instanceof Expr.NumberLiteral number) {
      return new Typed(
          new Expr.NumberLiteral(
              number.value().negate(), number.unit(), reading.since(token.offset())),
          right.kind());
    }
    Expr zero = new Expr.NumberLiteral(BigDecimal.ZERO, Unit.NONE, reading.at(token));
    Typed nothing = new Typed(zero, new ExprTypes.Kind.Numeric(Unit.NONE, ""));
    return reading.types.arithmetic(
        Expr.Operator.SUBTRACT, nothing, right, reading.since(token.offset()));
  }

  private Typed word(Token token) {
    if (token.is("not")) {
      int from = start();
      Typed operand = expression(NOT);
      return ExprTypes.truth(new Expr.Not(condition(operand, from), reading.since(token.offset())));
    }
    if (ExprScanner.RESERVED.contains(token.text())) {
      return reading.stop(token, "a value", "");
    }
    return phrases.read(token).orElseGet(() -> reading.variable(token));
  }

  private Typed number(Token token) {
    Optional<BigDecimal> value = Words.number(token.text());
    if (value.isEmpty()) {
      return reading.stop(token, reading.notANumber(token));
    }
    Unit unit = Units.read(token.unit()).orElse(Unit.NONE);
    strayUnit();
    return new Typed(
        new Expr.NumberLiteral(value.get(), unit, reading.at(token)),
        new ExprTypes.Kind.Numeric(unit, ""));
  }

  /// A word behind a number that is neither a unit nor continues the expression.
  private void strayUnit() {
    Token next = reading.scanner.peek();
    if (next.kind() == Kind.WORD && binding(next) == 0 && !reading.stopped()) {
      String nearest = NearestWord.question(next.text(), Units.common());
      reading.problems.error(
          UNKNOWN_UNIT,
          reading.at(next),
          "`" + next.text() + "` is not a unit that is known here.",
          nearest.isEmpty() ? "Write a unit such as years, percent, 10^9/L, mg/dL." : nearest);
      reading.scanner.next();
    }
  }

  private Typed date(Token token) {
    return Words.date(token.text())
        .map(day ->
            new Typed(
                new Expr.DateLiteral(day, reading.at(token)),
                (ExprTypes.Kind) new ExprTypes.Kind.Day()))
        .orElseGet(() ->
            reading.stop(
                token,
                Problem.error(
                    Words.NOT_A_DATE,
                    reading.at(token),
                    "`" + token.text() + "` is not a day of the calendar.",
                    "Write year-month-day: 2002-04-30.")));
  }
}
