// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.expression;

import casebook.study.language.Dictionary;
import casebook.study.language.Expr;
import casebook.study.language.expression.ExprScanner.Kind;
import casebook.study.language.expression.ExprScanner.Token;
import casebook.study.language.expression.ExprTypes.Typed;
import casebook.study.problem.NearestWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the levels after `is` and `in`: words of the variable's own list, of one word or several.
final class ExprLevels {
  private static final List<String> YES_NO = List.of("no", "yes");

  private final ExprReading reading;

  ExprLevels(ExprReading reading) {
    this.reading = reading;
  }

  /// Says whether a value has levels to be compared with.
  boolean has(Typed value) {
    return value.kind() instanceof ExprTypes.Kind.Level
        || value.kind() instanceof ExprTypes.Kind.Truth;
  }

  /// Says whether a token is one of the levels of a value.
  boolean isLevel(Typed value, Token token) {
    return has(value) && levels(value).contains(token.text());
  }

  /// The levels of a value, the reference first; `no` and `yes` for a truth.
  private static List<String> levels(Typed value) {
    return switch (value.kind()) {
      case ExprTypes.Kind.Level(Dictionary.Type.Levels levels) -> levels.levels();
      case ExprTypes.Kind.Level(Dictionary.Type.Genotype genotype) -> genotype.genotypes();
      case ExprTypes.Kind.Truth truth -> YES_NO;
      default -> List.of();
    };
  }

  private static Map<String, String> codes(Typed value) {
    return switch (value.kind()) {
      case ExprTypes.Kind.Level(Dictionary.Type.Levels levels) -> levels.codes();
      case ExprTypes.Kind.Level(Dictionary.Type.Genotype genotype) -> genotype.codes();
      default -> Map.of();
    };
  }

  /// Reads `A`, `A or B`, `A, B or C` after `is`.
  Typed read(Typed value, boolean negated, int from) {
    List<String> chosen = new ArrayList<>();
    one(value).ifPresent(chosen::add);
    while (!reading.stopped() && another(value)) {
      one(value).ifPresent(chosen::add);
    }
    return isOneOf(value, chosen, negated, from);
  }

  /// Reads `A, B)` after `in (`.
  Typed list(Typed value, boolean negated, int from) {
    List<String> chosen = new ArrayList<>();
    do {
      one(value).ifPresent(chosen::add);
    } while (reading.accept(",") && !reading.stopped());
    if (!reading.accept(")")) {
      return reading.stop(reading.scanner.peek(), "`,` or `)`", "");
    }
    return isOneOf(value, chosen, negated, from);
  }

  private Typed isOneOf(Typed value, List<String> chosen, boolean negated, int from) {
    List<String> distinct = chosen.stream().distinct().toList();
    if (value.kind() instanceof ExprTypes.Kind.Truth && distinct.size() == 1) {
      boolean no = distinct.contains("no") != negated;
      return no
          ? ExprTypes.truth(new Expr.Not(value.expr(), reading.since(from)))
          : new Typed(value.expr(), value.kind());
    }
    return ExprTypes.truth(new Expr.IsLevel(value.expr(), distinct, negated, reading.since(from)));
  }

  /// Takes `or` (or a comma) when a level follows it, rather than another condition.
  private boolean another(Typed value) {
    Token joint = reading.scanner.peek();
    if (!joint.is("or") && !joint.is(",")) {
      return false;
    }
    int before = reading.scanner.position();
    reading.scanner.next();
    if (continues(value)) {
      return true;
    }
    reading.scanner.seek(before);
    return false;
  }

  private boolean continues(Typed value) {
    int before = reading.scanner.position();
    boolean level = reading.scanner.oneOf(written(value)).isPresent();
    boolean more = relation(reading.scanner.peek());
    reading.scanner.seek(before);
    Token next = reading.scanner.peek();
    boolean name = reading.names.find(next.text()).isPresent() || next.is("not") || next.is("(");
    boolean begins = name || relation(reading.scanner.peekSecond());
    return level ? !(name && more) : !begins && next.kind() != Kind.END;
  }

  /// Says whether a token makes the word before it the beginning of another condition.
  private static boolean relation(Token token) {
    return switch (token.text()) {
      case "is", "in", "between", "carries", "above", "below", "of", "at", "known" -> true;
      case "<", "<=", ">", ">=", "=", "!=", "+", "-", "*" -> token.kind() == Kind.SYMBOL;
      default -> false;
    };
  }

  private static List<String> written(Typed value) {
    List<String> written = new ArrayList<>(levels(value));
    if (value.kind() instanceof ExprTypes.Kind.Level(Dictionary.Type.Genotype it)) {
      for (String one : List.of(it.first(), it.second())) {
        for (String other : List.of(it.first(), it.second())) {
          written.add(one + other);
          written.add(one + "/" + other);
        }
      }
    }
    return written;
  }

  private Optional<String> one(Typed value) {
    Token next = reading.scanner.peek();
    Optional<Token> level =
        next.kind() == Kind.STRING
            ? Optional.of(reading.scanner.next())
            : reading.scanner.oneOf(written(value));
    boolean none = level.isEmpty() && ExprScanner.RESERVED.contains(next.text());
    Token token = none ? next : level.orElseGet(reading.scanner::run);
    if (none || token.text().isEmpty()) {
      reading.stop(reading.scanner.peek(), "a level", "");
      return Optional.empty();
    }
    if (value.isUnknown()) {
      return Optional.of(token.text());
    }
    Optional<String> plain = meant(value, token.text());
    if (plain.isEmpty()) {
      unknown(value, token);
    }
    return plain;
  }

  private static Optional<String> meant(Typed value, String text) {
    if (value.kind() instanceof ExprTypes.Kind.Level(Dictionary.Type.Genotype genotype)) {
      return genotype.genotype(text);
    }
    return Optional.of(text).filter(levels(value)::contains);
  }

  private void unknown(Typed value, Token token) {
    List<String> levels = levels(value);
    Optional<String> coded =
        codes(value).entrySet().stream()
            .filter(code -> code.getValue().equals(token.text()))
            .map(Map.Entry::getKey)
            .findFirst();
    String fix =
        coded
            .map(
                level -> "In the data this code stands for `" + level + "`: write `" + level + "`.")
            .or(() ->
                NearestWord.to(token.text(), levels).map(near -> "Did you mean `" + near + "`?"))
            .orElse("Its levels are " + String.join(", ", levels) + ".");
    reading.problems.error(
        "study/unknown-level",
        reading.at(token),
        "`" + token.text() + "` is not a level of " + name(value) + ".",
        fix);
  }

  private static String name(Typed value) {
    return value.expr() instanceof Expr.Variable variable
        ? "`" + variable.name() + "`"
        : "this expression";
  }
}
