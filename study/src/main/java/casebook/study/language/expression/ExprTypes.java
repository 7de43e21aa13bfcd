// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.expression;

import casebook.study.language.Dictionary;
import casebook.study.language.Expr;
import casebook.study.problem.Problems;
import casebook.study.problem.Span;
import casebook.study.unit.MolarMass;
import casebook.study.unit.Unit;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;

/// What the parts of an expression give, and which of them go together. Numbers are brought to one
/// unit here, so that whoever evaluates an expression needs no units.
final class ExprTypes {
  /// The code of values that cannot be compared or computed with.
  static final String MISMATCH = "study/type-mismatch";

  private static final String UNITS = "study/unit-mismatch";

  private final Problems problems;

  ExprTypes(Problems problems) {
    this.problems = problems;
  }

  /// What an expression gives.
  sealed interface Kind {
    /// Yes or no.
    record Truth() implements Kind {}

    /// A number in a unit; `analyte` is what was measured, for its molar mass.
    record Numeric(Unit unit, String analyte) implements Kind {}

    /// A day.
    record Day() implements Kind {}

    /// One of several levels, or a genotype.
    record Level(Dictionary.Type type) implements Kind {}

    /// Several items of a list.
    record Several(Dictionary.Type.Several type) implements Kind {}

    /// Text.
    record Text() implements Kind {}

    /// Not known, because of a problem that was already told.
    record Unknown() implements Kind {}
  }

  /// An expression and what it gives.
  record Typed(Expr expr, Kind kind) {
    boolean isNumber() {
      return kind instanceof Kind.Numeric;
    }

    boolean isDay() {
      return kind instanceof Kind.Day;
    }

    boolean isUnknown() {
      return kind instanceof Kind.Unknown;
    }

    Unit unit() {
      return kind instanceof Kind.Numeric number ? number.unit() : Unit.NONE;
    }

    String analyte() {
      return kind instanceof Kind.Numeric number ? number.analyte() : "";
    }
  }

  /// What a variable of that type gives.
  static Kind kind(Dictionary.Type type, String name) {
    return switch (type) {
      case Dictionary.Type.Measure measure ->
          new Kind.Numeric(measure.unit(), measure.analyte().isEmpty() ? name : measure.analyte());
      case Dictionary.Type.Levels levels -> new Kind.Level(levels);
      case Dictionary.Type.Genotype genotype -> new Kind.Level(genotype);
      case Dictionary.Type.YesNo yesNo -> new Kind.Truth();
      case Dictionary.Type.Date date -> new Kind.Day();
      case Dictionary.Type.Several several -> new Kind.Several(several);
      case Dictionary.Type.Text text -> new Kind.Text();
    };
  }

  /// How a sentence calls what an expression gives.
  static String described(Kind kind) {
    return switch (kind) {
      case Kind.Truth truth -> "yes or no";
      case Kind.Numeric number ->
          number.unit().code().isEmpty()
              ? "a number"
              : "a number (" + number.unit().printed() + ")";
      case Kind.Day day -> "a date";
      case Kind.Level(Dictionary.Type.Genotype genotype) -> "a genotype";
      case Kind.Level level -> "a word from a list of levels";
      case Kind.Several several -> "a list";
      case Kind.Text text -> "text";
      case Kind.Unknown unknown -> "not known";
    };
  }

  /// A relation between two numbers or two dates.
  Typed compare(Expr.Relation relation, Typed left, Typed right, Span at) {
    if (!comparable(left, right, at)) {
      return truth(new Expr.Comparison(relation, left.expr(), right.expr(), at));
    }
    Pair pair = oneUnit(left, right, at);
    return truth(new Expr.Comparison(relation, pair.left().expr(), pair.right().expr(), at));
  }

  /// A value between two others.
  Typed between(Typed value, Typed low, Typed high, Span at) {
    boolean both = comparable(value, low, at) && comparable(value, high, at);
    Expr lower = both ? oneUnit(value, low, at).right().expr() : low.expr();
    Expr upper = both ? oneUnit(value, high, at).right().expr() : high.expr();
    if (both && reversed(lower, upper)) {
      problems.error(
          "study/between-reversed",
          at,
          "The first end of `between` is greater than the second, so nothing lies between them.",
          "Write the smaller one first.");
    }
    return truth(new Expr.Between(value.expr(), lower, upper, at));
  }

  private static boolean reversed(Expr low, Expr high) {
    if (low instanceof Expr.NumberLiteral l && high instanceof Expr.NumberLiteral h) {
      return l.value().compareTo(h.value()) > 0;
    }
    return low instanceof Expr.DateLiteral l
        && high instanceof Expr.DateLiteral h
        && l.value().isAfter(h.value());
  }

  private boolean comparable(Typed left, Typed right, Span at) {
    if (left.isUnknown() || right.isUnknown()) {
      return false;
    }
    boolean same = (left.isNumber() && right.isNumber()) || (left.isDay() && right.isDay());
    if (!same) {
      problems.error(
          MISMATCH,
          at,
          "This compares " + described(left.kind()) + " with " + described(right.kind()) + ".",
          hint(left, right));
    }
    return same;
  }

  private static String hint(Typed left, Typed right) {
    if (left.isDay() || right.isDay()) {
      return "Dates are compared with dates: 2002-04-30, or `last_event + 6 months`.";
    }
    if (left.kind() instanceof Kind.Level || right.kind() instanceof Kind.Level) {
      return "Levels are compared with `is`: `site is DVT or PE`.";
    }
    return "Numbers are compared with numbers.";
  }

  /// `+ - * /`.
  Typed arithmetic(Expr.Operator operator, Typed left, Typed right, Span at) {
    if (left.isUnknown() || right.isUnknown()) {
      return unknown(new Expr.Arithmetic(operator, left.expr(), right.expr(), at));
    }
    boolean additive = operator == Expr.Operator.ADD || operator == Expr.Operator.SUBTRACT;
    if (left.isDay() || right.isDay()) {
      return additive ? onDates(operator, left, right, at) : refused(operator, left, right, at);
    }
    if (!left.isNumber() || !right.isNumber()) {
      return refused(operator, left, right, at);
    }
    if (additive) {
      Pair pair = oneUnit(left, right, at);
      Unit unit = pair.left().unit().equals(Unit.NONE) ? pair.right().unit() : pair.left().unit();
      return number(operator, pair.left(), pair.right(), unit, at);
    }
    Unit unit =
        operator == Expr.Operator.MULTIPLY
            ? left.unit().times(right.unit())
            : left.unit().per(right.unit());
    return number(operator, left, right, unit, at);
  }

  private static Typed number(Expr.Operator operator, Typed left, Typed right, Unit unit, Span at) {
    return new Typed(
        new Expr.Arithmetic(operator, left.expr(), right.expr(), at), new Kind.Numeric(unit, ""));
  }

  private Typed onDates(Expr.Operator operator, Typed left, Typed right, Span at) {
    if (left.isDay() && right.isDay() && operator == Expr.Operator.SUBTRACT) {
      return number(operator, left, right, ExprPeriods.DAYS, at);
    }
    boolean turned = right.isDay() && operator == Expr.Operator.ADD;
    Typed day = turned ? right : left;
    Typed steps = turned ? left : right;
    Optional<Expr.Period> period =
        day.isDay() ? ExprPeriods.of(steps.expr(), problems) : Optional.empty();
    return period
        .map(it ->
            new Typed(new Expr.Arithmetic(operator, day.expr(), it, at), (Kind) new Kind.Day()))
        .orElseGet(() -> refused(operator, left, right, at));
  }

  private Typed refused(Expr.Operator operator, Typed left, Typed right, Span at) {
    String sign =
        switch (operator) {
          case ADD -> "+";
          case SUBTRACT -> "-";
          case MULTIPLY -> "*";
          case DIVIDE -> "/";
        };
    boolean dates = left.isDay() || right.isDay();
    problems.error(
        MISMATCH,
        at,
        "`"
            + sign
            + "` cannot join "
            + described(left.kind())
            + " and "
            + described(right.kind())
            + ".",
        dates
            ? "A date moves by whole days, weeks, months or years: `last_event + 6 months`."
            : "Only numbers can be reckoned with.");
    return unknown(new Expr.Arithmetic(operator, left.expr(), right.expr(), at));
  }

  /// Two numbers in one unit.
  record Pair(Typed left, Typed right) {}

  /// Brings two numbers to one unit: a written number takes the unit of the other side.
  Pair oneUnit(Typed left, Typed right, Span at) {
    if (!left.isNumber() || left.unit().sameScale(right.unit())) {
      return new Pair(left, right);
    }
    boolean turn = left.expr() instanceof Expr.NumberLiteral;
    Typed fixed = turn ? right : left;
    Typed moved = turn ? left : right;
    Typed inUnit = into(fixed, moved, at);
    return turn ? new Pair(inUnit, right) : new Pair(left, inUnit);
  }

  private Typed into(Typed fixed, Typed moved, Span at) {
    Unit unit = fixed.unit();
    Kind kind = new Kind.Numeric(unit, fixed.analyte());
    if (moved.expr() instanceof Expr.NumberLiteral bare && bare.unit().equals(Unit.NONE)) {
      return new Typed(new Expr.NumberLiteral(bare.value(), unit, bare.at()), kind);
    }
    if (moved.expr() instanceof Expr.NumberLiteral written) {
      Optional<BigDecimal> value = convert(written.value(), moved, fixed);
      value.ifPresentOrElse(it -> {}, () -> mismatch(fixed, moved, at));
      return new Typed(
          new Expr.NumberLiteral(value.orElse(written.value()), unit, written.at()), kind);
    }
    Optional<BigDecimal> ratio = convert(BigDecimal.ONE, moved, fixed);
    if (ratio.isEmpty()) {
      mismatch(fixed, moved, at);
      return moved;
    }
    Expr factor = new Expr.NumberLiteral(ratio.get(), Unit.NONE, moved.expr().at());
    return new Typed(
        new Expr.Arithmetic(Expr.Operator.MULTIPLY, moved.expr(), factor, moved.expr().at()), kind);
  }

  private static Optional<BigDecimal> convert(BigDecimal value, Typed from, Typed into) {
    OptionalDouble mass = MolarMass.of(into.analyte());
    OptionalDouble other = mass.isPresent() ? mass : MolarMass.of(from.analyte());
    return other.isPresent()
        ? from.unit().convert(value, into.unit(), other.getAsDouble())
        : from.unit().convert(value, into.unit());
  }

  private void mismatch(Typed fixed, Typed moved, Span at) {
    problems.error(
        UNITS,
        moved.expr() instanceof Expr.NumberLiteral ? moved.expr().at() : at,
        "A number " + unitOf(moved) + " cannot be compared with one " + unitOf(fixed) + ".",
        mismatchFix(fixed.unit(), moved.unit()));
  }

  private static String unitOf(Typed number) {
    Unit unit = number.unit();
    return unit.equals(Unit.NONE) ? "without unit" : "in " + unit.printed();
  }

  private static String mismatchFix(Unit fixed, Unit moved) {
    if (fixed.equals(Unit.NONE) || moved.equals(Unit.NONE)) {
      return "Declare the `unit:` of the variable, or write the number without one.";
    }
    boolean amount =
        fixed
            .dimension()
            .replace("mass", "amount")
            .equals(moved.dimension().replace("mass", "amount"));
    if (amount) {
      return "This needs the molar mass of the analyte: declare `analyte:` with one of "
          + String.join(", ", MolarMass.analytes())
          + ", or write the number in "
          + fixed.printed()
          + ".";
    }
    boolean calendar =
        (fixed.dimension() + moved.dimension()).matches("(time|calendar)(time|calendar)");
    return calendar
        ? "A month has no fixed number of days: write `sampled >= last_event + 6 months`."
        : "Write the number in " + fixed.printed() + ".";
  }

  static Typed truth(Expr expr) {
    return new Typed(expr, new Kind.Truth());
  }

  static Typed unknown(Expr expr) {
    return new Typed(expr, new Kind.Unknown());
  }
}
