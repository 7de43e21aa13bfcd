// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.expression;

import casebook.study.language.Dictionary;
import casebook.study.language.Expr;
import casebook.study.language.Names;
import casebook.study.language.expression.ExprScanner.Kind;
import casebook.study.language.expression.ExprScanner.Token;
import casebook.study.language.expression.ExprTypes.Typed;
import casebook.study.problem.NearestWord;
import casebook.study.unit.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads `count of prior except Sple`: how many items a list variable holds.
final class ExprItems {
  private ExprItems() {}

  /// The list variable that comes next, if one does; it is taken.
  static Optional<Typed> list(ExprReading reading) {
    Token name = reading.scanner.peek();
    boolean list =
        reading.names.find(name.text()).flatMap(Names.Name::type).orElse(new Dictionary.Type.Text())
            instanceof Dictionary.Type.Several;
    return list && name.kind() == Kind.WORD
        ? Optional.of(reading.variable(reading.scanner.next()))
        : Optional.empty();
  }

  /// Reads what follows the list: nothing, or `except` and some of its items.
  static Typed count(ExprReading reading, Typed list, Token word) {
    List<String> except = new ArrayList<>();
    if (reading.accept("except") && list.kind() instanceof ExprTypes.Kind.Several several) {
      do {
        except.add(item(reading, several.type()));
      } while (!reading.stopped() && another(reading, several.type()));
    }
    List<Expr.Variable> counted =
        list.expr() instanceof Expr.Variable variable ? List.of(variable) : List.of();
    return new Typed(
        new Expr.CountOf(counted, except, reading.since(word.offset())),
        new ExprTypes.Kind.Numeric(Unit.NONE, ""));
  }

  private static boolean another(ExprReading reading, Dictionary.Type.Several list) {
    return reading.accept(",") || list.items().contains(reading.scanner.peek().text());
  }

  private static String item(ExprReading reading, Dictionary.Type.Several list) {
    Token item = reading.scanner.next();
    if (item.kind() != Kind.WORD) {
      reading.stop(item, "an item of the list", "Its items are " + words(list) + ".");
    } else if (!list.items().contains(item.text())) {
      String nearest = NearestWord.question(item.text(), list.items());
      reading.problems.error(
          "study/unknown-item",
          reading.at(item),
          "`" + item.text() + "` is not an item of the list.",
          nearest.isEmpty() ? "Its items are " + words(list) + "." : nearest);
    }
    return item.text();
  }

  private static String words(Dictionary.Type.Several list) {
    return String.join(", ", list.items());
  }
}
