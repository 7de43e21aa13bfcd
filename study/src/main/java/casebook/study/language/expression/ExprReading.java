// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.expression;

import casebook.study.language.Clause;
import casebook.study.language.Expr;
import casebook.study.language.Names;
import casebook.study.language.Words;
import casebook.study.language.expression.ExprScanner.Kind;
import casebook.study.language.expression.ExprScanner.Token;
import casebook.study.language.expression.ExprTypes.Typed;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import casebook.study.problem.Span;

/// One reading of one expression: the text, what was found in it so far, and what is known about
/// the study.
final class ExprReading {
  final ExprScanner scanner;
  final Clause clause;
  final Names names;
  final Problems problems;
  final ExprTypes types;
  private boolean stopped;

  ExprReading(Clause clause, Names names, Problems problems) {
    this.clause = clause;
    this.names = names;
    this.problems = problems;
    this.types = new ExprTypes(problems);
    this.scanner = new ExprScanner(clause.words(), name -> names.find(name).isPresent());
  }

  /// The place from one offset up to another.
  Span at(int from, int to) {
    return clause.part(from, Math.max(1, to - from));
  }

  Span at(Token token) {
    return clause.part(token.offset(), Math.max(1, token.length()));
  }

  /// The place from an expression's beginning up to where reading stands.
  Span since(int from) {
    return at(from, scanner.position());
  }

  /// Takes the next token if it is that word or sign.
  boolean accept(String word) {
    if (scanner.peek().is(word)) {
      scanner.next();
      return true;
    }
    return false;
  }

  /// Says whether the next tokens are these words.
  boolean ahead(String first, String second) {
    return scanner.peek().is(first) && scanner.peekSecond().is(second);
  }

  /// Adds a problem of grammar and stops: what follows cannot be understood.
  Typed stop(Token token, String expected, String fix) {
    if (!stopped) {
      String found = token.kind() == Kind.END ? "The expression ends" : "`" + token.text() + "`";
      problems.error(
          "study/expression",
          at(token),
          found
              + (token.kind() == Kind.END ? " where " : " stands where ")
              + expected
              + " was expected.",
          fix);
    }
    return stop(token);
  }

  /// Adds a problem and stops.
  Typed stop(Token token, Problem problem) {
    if (!stopped) {
      problems.add(problem);
    }
    return stop(token);
  }

  private Typed stop(Token token) {
    stopped = true;
    scanner.stop();
    return ExprTypes.unknown(new Expr.Variable(token.text(), at(token)));
  }

  boolean stopped() {
    return stopped;
  }

  /// The problem that something is no number that can be read only one way.
  Problem notANumber(Token token) {
    return Problem.error(
        Words.NOT_A_NUMBER,
        at(token),
        "`" + token.text() + "` is not a number that can be read only one way.",
        "Write digits, with a point for decimals and no leading zero: 1000, 0.5.");
  }

  /// Reads the name of a variable, and says when there is none of that name.
  Typed variable(Token first) {
    Token token = whole(first);
    Expr.Variable variable = new Expr.Variable(names.variable(token.text()), at(token));
    if (names.find(token.text()).isEmpty()) {
      if (!stopped) {
        boolean digit = Character.isDigit(token.text().codePointAt(0));
        problems.add(digit ? notANumber(token) : names.unknown(token.text(), at(token)));
      }
      return ExprTypes.unknown(variable);
    }
    return names
        .find(token.text())
        .flatMap(Names.Name::type)
        .map(type -> new Typed(variable, ExprTypes.kind(type, token.text())))
        .orElseGet(() -> ExprTypes.unknown(variable));
  }

  /// The name with the words that belong to it: `last contact`, where there is a variable of that
  /// name.
  private Token whole(Token first) {
    Token whole = first;
    while (scanner.peek().kind() == Kind.WORD
        && names.find(whole.text() + " " + scanner.peek().text()).isPresent()) {
      Token next = scanner.next();
      whole =
          new Token(
              first.kind(),
              whole.text() + " " + next.text(),
              first.unit(),
              first.offset(),
              next.end() - first.offset());
    }
    return whole;
  }
}
