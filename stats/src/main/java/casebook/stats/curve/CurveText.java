// SPDX-License-Identifier: Apache-2.0
package casebook.stats.curve;

import casebook.stats.math.LongFunctions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.numbers.core.DD;

/// A curve written as text, such as `b1*(1-exp(-b2*x))`.
///
/// Signs: `+ - * /`, `**` or `^` for powers (from the right), brackets, decimal numbers, `pi`, and
/// the functions `exp`, `log` or `ln` (natural), `sqrt`, `sin`, `cos`, `tan`, `atan` or `arctan`,
/// and `Rational(a, b)` for a/b. Every other word must be a variable or a parameter.
public final class CurveText implements CurveFormula {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*([0-9.]+(?:[eE][-+]?[0-9]+)?|[A-Za-z_]\\w*|\\*\\*|[-+*/^(),])\\s*");

  private final String text;
  private final List<String> parameters;
  private final CurveFormula root;

  private CurveText(String text, List<String> parameters, CurveFormula root) {
    this.text = text;
    this.parameters = parameters;
    this.root = root;
  }

  /// Reads a curve.
  ///
  /// @param text the formula
  /// @param variables names of the explaining values, in the order of a row
  /// @param parameters names of the parameters, in their order
  public static CurveText of(String text, List<String> variables, List<String> parameters) {
    Reader reader = new Reader(tokens(text), text, variables, parameters);
    CurveFormula root = reader.sum();
    reader.end();
    return new CurveText(text, List.copyOf(parameters), root);
  }

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    int place = 0;
    while (place < text.length()) {
      if (!matcher.find(place) || matcher.start() != place) {
        throw new IllegalArgumentException(
            "'" + text.substring(place) + "' in " + text + " is not understood");
      }
      tokens.add(matcher.group(1));
      place = matcher.end();
    }
    return tokens;
  }

  /// Returns the names of the parameters.
  public List<String> parameters() {
    return parameters;
  }

  @Override
  public Dual at(double[] x, Dual[] b) {
    return root.at(x, b);
  }

  @Override
  public String toString() {
    return text;
  }

  /// Reads from left to right, one word at a time.
  private static final class Reader {
    private final List<String> tokens;
    private final String text;
    private final List<String> variables;
    private final List<String> parameters;
    private int next;

    Reader(List<String> tokens, String text, List<String> variables, List<String> parameters) {
      this.tokens = tokens;
      this.text = text;
      this.variables = variables;
      this.parameters = parameters;
    }

    private boolean take(String sign) {
      boolean found = next < tokens.size() && tokens.get(next).equals(sign);
      next += found ? 1 : 0;
      return found;
    }

    private void require(String sign) {
      if (!take(sign)) {
        throw new IllegalArgumentException(text + " lacks '" + sign + "' before '" + rest() + "'");
      }
    }

    private String rest() {
      return String.join("", tokens.subList(next, tokens.size()));
    }

    void end() {
      if (next < tokens.size()) {
        throw new IllegalArgumentException("'" + rest() + "' in " + text + " is not expected");
      }
    }

    CurveFormula sum() {
      CurveFormula left = product();
      while (true) {
        CurveFormula one = left;
        if (take("+")) {
          CurveFormula two = product();
          left = (x, b) -> one.at(x, b).plus(two.at(x, b));
        } else if (take("-")) {
          CurveFormula two = product();
          left = (x, b) -> one.at(x, b).minus(two.at(x, b));
        } else {
          return left;
        }
      }
    }

    private CurveFormula product() {
      CurveFormula left = signed();
      while (true) {
        CurveFormula one = left;
        if (take("*")) {
          CurveFormula two = signed();
          left = (x, b) -> one.at(x, b).times(two.at(x, b));
        } else if (take("/")) {
          CurveFormula two = signed();
          left = (x, b) -> one.at(x, b).over(two.at(x, b));
        } else {
          return left;
        }
      }
    }

    private CurveFormula signed() {
      if (take("-")) {
        CurveFormula one = signed();
        return (x, b) -> one.at(x, b).negated();
      }
      return take("+") ? signed() : power();
    }

    private CurveFormula power() {
      CurveFormula base = atom();
      if (take("**") || take("^")) {
        CurveFormula exponent = signed();
        return (x, b) -> base.at(x, b).power(exponent.at(x, b));
      }
      return base;
    }

    private CurveFormula atom() {
      if (take("(")) {
        CurveFormula inside = sum();
        require(")");
        return inside;
      }
      if (next == tokens.size()) {
        throw new IllegalArgumentException(text + " ends too early");
      }
      String token = tokens.get(next++);
      if (Character.isDigit(token.charAt(0)) || token.charAt(0) == '.') {
        Dual number = Dual.of(DD.from(new BigDecimal(token)));
        return (_, _) -> number;
      }
      return take("(") ? function(token) : named(token);
    }

    private CurveFormula named(String name) {
      int variable = variables.indexOf(name);
      int parameter = parameters.indexOf(name);
      if (parameter >= 0) {
        return (_, b) -> b[parameter];
      }
      if (variable >= 0) {
        return (x, _) -> Dual.of(x[variable]);
      }
      if (name.equals("pi")) {
        Dual pi = Dual.of(LongFunctions.PI);
        return (_, _) -> pi;
      }
      throw new IllegalArgumentException(
          "'" + name + "' in " + text + " is none of " + variables + " and " + parameters);
    }

    private CurveFormula function(String name) {
      CurveFormula one = sum();
      if (name.equals("Rational")) {
        require(",");
        CurveFormula two = sum();
        require(")");
        return (x, b) -> one.at(x, b).over(two.at(x, b));
      }
      require(")");
      return switch (name) {
        case "exp" -> (x, b) -> one.at(x, b).exp();
        case "log", "ln" -> (x, b) -> one.at(x, b).ln();
        case "sqrt" -> (x, b) -> one.at(x, b).sqrt();
        case "sin" -> (x, b) -> one.at(x, b).sin();
        case "cos" -> (x, b) -> one.at(x, b).cos();
        case "tan" -> (x, b) -> one.at(x, b).sin().over(one.at(x, b).cos());
        case "atan", "arctan" -> (x, b) -> one.at(x, b).atan();
        default ->
            throw new IllegalArgumentException(
                "'" + name + "' in " + text + " is no function known here");
      };
    }
  }
}
