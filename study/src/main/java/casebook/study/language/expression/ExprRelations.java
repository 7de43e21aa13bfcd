// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.expression;

import casebook.study.language.Dictionary;
import casebook.study.language.Expr;
import casebook.study.language.expression.ExprScanner.Token;
import casebook.study.language.expression.ExprTypes.Typed;
import casebook.study.problem.Problem;
import casebook.study.problem.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Reads what may stand after a value: a comparison, `is`, `in`, `between`, `carries`, `above
/// limit`.
final class ExprRelations {
  private final ExprReading reading;
  private final Supplier<Typed> operand;
  private final ExprLevels levels;

  /// @param operand reads the value on the right side
  ExprRelations(ExprReading reading, Supplier<Typed> operand) {
    this.reading = reading;
    this.operand = operand;
    this.levels = new ExprLevels(reading);
  }

  /// Reads the relation that the operator begins; the operator was taken.
  Typed read(Typed left, Token operator, int from) {
    return switch (operator.text()) {
      case "is" -> is(left, from);
      case "in" -> in(left, false, from);
      case "not" -> notIn(left, from);
      case "between" -> between(left, from);
      case "carries" -> carries(left, from);
      case "above", "below" -> limit(left, operator, from);
      default -> comparison(left, operator, from);
    };
  }

  private Typed comparison(Typed left, Token operator, int from) {
    boolean equality = operator.is("=") || operator.is("!=");
    if (equality && levels.has(left)) {
      return levels.read(left, operator.is("!="), from);
    }
    if (equality && left.kind() instanceof ExprTypes.Kind.Text) {
      return textCompared(from);
    }
    if (levels.has(left)) {
      return reading.stop(
          operator,
          Problem.error(
              ExprTypes.MISMATCH,
              reading.at(operator),
              "`"
                  + operator.text()
                  + "` compares numbers and dates, not "
                  + ExprTypes.described(left.kind())
                  + ".",
              "Levels are compared with `is`: `site is DVT or PE`."));
    }
    Typed right = operand.get();
    return reading.types.compare(relation(operator), left, right, reading.since(from));
  }

  private static Expr.Relation relation(Token operator) {
    return switch (operator.text()) {
      case "<" -> Expr.Relation.LESS;
      case "<=" -> Expr.Relation.AT_MOST;
      case ">" -> Expr.Relation.GREATER;
      case ">=" -> Expr.Relation.AT_LEAST;
      case "=" -> Expr.Relation.EQUAL;
      default -> Expr.Relation.NOT_EQUAL;
    };
  }

  private Typed is(Typed left, int from) {
    boolean negated = reading.accept("not");
    Token next = reading.scanner.peek();
    if (!levels.isLevel(left, next)) {
      if (reading.accept("known")) {
        return ExprTypes.truth(new Expr.IsKnown(left.expr(), negated, reading.since(from)));
      }
      if (reading.accept("missing") || reading.accept("unknown")) {
        return ExprTypes.truth(new Expr.IsKnown(left.expr(), !negated, reading.since(from)));
      }
    }
    return switch (next.text()) {
      case "above", "below" -> negated(limit(left, reading.scanner.next(), from), negated, from);
      case "between" -> {
        reading.scanner.next();
        yield negated(between(left, from), negated, from);
      }
      case "in" -> {
        reading.scanner.next();
        yield in(left, negated, from);
      }
      default -> equal(left, negated, from);
    };
  }

  private Typed negated(Typed truth, boolean negated, int from) {
    return negated ? ExprTypes.truth(new Expr.Not(truth.expr(), reading.since(from))) : truth;
  }

  private Typed equal(Typed left, boolean negated, int from) {
    if (levels.has(left) || left.isUnknown()) {
      return levels.read(left, negated, from);
    }
    if (left.kind() instanceof ExprTypes.Kind.Text) {
      return textCompared(from);
    }
    Typed right = operand.get();
    Expr.Relation relation = negated ? Expr.Relation.NOT_EQUAL : Expr.Relation.EQUAL;
    return reading.types.compare(relation, left, right, reading.since(from));
  }

  private Typed textCompared(int from) {
    return reading.stop(
        reading.scanner.peek(),
        Problem.error(
            "study/text-compared",
            reading.since(from),
            "A text variable is not compared with words.",
            "Declare its `levels:`, so that a misspelt word is found."));
  }

  private Typed notIn(Typed left, int from) {
    if (reading.accept("in")) {
      return in(left, true, from);
    }
    return reading.stop(
        reading.scanner.peek(), "`in`", "Write `is not`, or `not` before the condition.");
  }

  private Typed in(Typed left, boolean negated, int from) {
    if (!reading.accept("(")) {
      return reading.stop(
          reading.scanner.peek(), "`(`", "Write, for example, `site in (DVT, PE)`.");
    }
    if (levels.has(left) || left.isUnknown()) {
      return levels.list(left, negated, from);
    }
    List<Expr> parts = new ArrayList<>();
    do {
      int start = reading.scanner.peek().offset();
      Typed right = operand.get();
      Span at = reading.since(start);
      parts.add(reading.types.compare(Expr.Relation.EQUAL, left, right, at).expr());
    } while (reading.accept(","));
    if (!reading.accept(")")) {
      return reading.stop(reading.scanner.peek(), "`,` or `)`", "");
    }
    Typed any = ExprTypes.truth(new Expr.Or(parts, reading.since(from)));
    return negated(any, negated, from);
  }

  private Typed between(Typed left, int from) {
    Typed low = operand.get();
    if (!reading.accept("and")) {
      return reading.stop(
          reading.scanner.peek(), "`and`", "Write, for example, `between 18 and 70`.");
    }
    Typed high = operand.get();
    return reading.types.between(left, low, high, reading.since(from));
  }

  private Typed carries(Typed left, int from) {
    Token allele = reading.scanner.run();
    Span at = reading.since(from);
    if (left.kind() instanceof ExprTypes.Kind.Level(Dictionary.Type.Genotype genotype)) {
      List<String> alleles = List.of(genotype.first(), genotype.second());
      if (!alleles.contains(allele.text())) {
        reading.problems.error(
            "study/unknown-allele",
            reading.at(allele),
            "There is no allele `" + allele.text() + "` of this variant.",
            "Its alleles are " + String.join(" and ", alleles) + ".");
      }
    } else if (!left.isUnknown()) {
      reading.problems.error(
          ExprTypes.MISMATCH,
          at,
          "`carries` needs a genotype, not " + ExprTypes.described(left.kind()) + ".",
          "");
    }
    return ExprTypes.truth(new Expr.Carries(left.expr(), allele.text(), at));
  }

  private Typed limit(Typed left, Token word, int from) {
    if (!reading.accept("limit")) {
      return reading.stop(
          reading.scanner.peek(),
          "`limit`",
          "Write `" + word.text() + " limit`, or a comparison such as `> 8.2`.");
    }
    Span at = reading.since(from);
    if (!(left.expr() instanceof Expr.Variable variable)) {
      return reading.stop(word, "`" + word.text() + " limit` after the name of a variable", "");
    }
    if (!left.isUnknown() && !left.isNumber()) {
      reading.problems.error(
          ExprTypes.MISMATCH,
          at,
          "`"
              + variable.name()
              + "` is "
              + ExprTypes.described(left.kind())
              + "; only numbers have a limit.",
          "");
    } else if (!left.isUnknown() && !reading.names.hasLimit(variable.name())) {
      reading.problems.error(
          "study/no-limit",
          at,
          "There is no reference limit for `" + variable.name() + "`.",
          "Declare it under `reference limits`: `"
              + variable.name()
              + ": {percentile: 99, of: controls}`.");
    }
    return ExprTypes.truth(new Expr.AboveLimit(variable, word.is("below"), at));
  }
}
