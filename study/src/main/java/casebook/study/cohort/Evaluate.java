// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import casebook.study.data.Censoring;
import casebook.study.data.Column;
import casebook.study.data.PartialDate;
import casebook.study.data.Table;
import casebook.study.language.Dictionary;
import casebook.study.language.Expr;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Evaluates an expression of the study language for one row of a table.
///
/// Three-valued: a missing value makes what depends on it unknown, with the names of the variables
/// that are missing, unless the rest decides (`no and unknown` is no, `yes or unknown` is yes). A
/// variable that was not asked of this person makes a comparison not applicable; `and`, `or`, `any
/// of`, `all of` and `count of` leave such parts out. Numbers are decimals, so that 0.1 + 0.2 is
/// 0.3; the study language has already brought them to one unit.
///
/// @param table the rows
/// @param limits what only the cohort can tell: reference limits and percentiles
record Evaluate(Table table, CohortWise limits) {
  private static final String BIRTH = "birth";
  private static final Value NOT_APPLICABLE = new Value.NotApplicable();

  /// The value of an expression in row `row`, from 0.
  Value value(Expr expr, int row) {
    return switch (expr) {
      case Expr.NumberLiteral number -> new Value.Decimal(number.value());
      case Expr.DateLiteral date -> Value.Day.of(date.value());
      case Expr.Variable variable -> variable(variable.name(), row);
      case Expr.Period period -> steps(period);
      case Expr.Arithmetic it ->
          Arithmetic.apply(it.operator(), value(it.left(), row), value(it.right(), row));
      case Expr.Comparison it ->
          Comparing.compare(it.relation(), value(it.left(), row), value(it.right(), row));
      case Expr.Between it -> between(it, row);
      case Expr.IsLevel it -> isLevel(it, row);
      case Expr.IsKnown it -> isKnown(it, row);
      case Expr.Carries it -> carries(it, row);
      case Expr.AboveLimit it -> aboveLimit(it, row);
      case Expr.Quantified it -> quantified(it, row);
      case Expr.CountOf it -> count(it, row);
      case Expr.Percentile it ->
          limits.percentile(it.variable().name(), it.percent().doubleValue(), it.group());
      case Expr.PartOf it -> partOf(it, row);
      case Expr.AgeAt it -> age(it, row);
      case Expr.Not not -> Logic.not(value(not.operand(), row));
      case Expr.And and -> Logic.and(truths(and.parts(), row));
      case Expr.Or or -> Logic.or(truths(or.parts(), row));
    };
  }

  private List<Value> truths(List<? extends Expr> parts, int row) {
    List<Value> truths = new ArrayList<>(parts.size());
    for (Expr part : parts) {
      truths.add(value(part, row));
    }
    return truths;
  }

  private Value variable(String name, int row) {
    Column column = table.column(name);
    return switch (column.presence(row)) {
      case NOT_APPLICABLE -> NOT_APPLICABLE;
      case MISSING -> missing(column, row);
      case KNOWN -> known(column, row);
    };
  }

  private static Value missing(Column column, int row) {
    Optional<PartialDate> partial =
        column instanceof Column.Dates dates ? dates.partial(row) : Optional.empty();
    return partial
        .<Value>map(date ->
            new Value.PartialDay(
                Value.Day.of(date.first()),
                Value.Day.of(date.last()),
                new Value.Cause(column.name(), "has no day")))
        .orElseGet(() -> Value.Unknown.missing(column.name()));
  }

  private static Value known(Column column, int row) {
    return switch (column) {
      case Column.Numeric numbers -> number(numbers, row);
      case Column.Dates dates -> Value.Day.of(dates.value(row));
      case Column.Text text -> new Value.Word(text.value(row));
      case Column.Leveled leveled ->
          leveled.truth()
              ? Value.Truth.of(leveled.code(row) == 1)
              : new Value.Word(leveled.level(row));
    };
  }

  private static Value number(Column.Numeric numbers, int row) {
    BigDecimal value = numbers.decimal(row);
    return switch (numbers.censoring(row)) {
      case NONE -> new Value.Decimal(value);
      case BELOW ->
          new Value.Beyond(
              value,
              Censoring.BELOW,
              new Value.Cause(numbers.name(), "is below its limit of detection"));
      case ABOVE ->
          new Value.Beyond(
              value,
              Censoring.ABOVE,
              new Value.Cause(numbers.name(), "is above its limit of detection"));
    };
  }

  private static Value steps(Expr.Period period) {
    long amount = period.amount();
    return switch (period.step()) {
      case DAYS -> new Value.Steps(0, amount);
      case WEEKS -> new Value.Steps(0, 7 * amount);
      case MONTHS -> new Value.Steps(amount, 0);
      case YEARS -> new Value.Steps(12 * amount, 0);
    };
  }

  private Value between(Expr.Between it, int row) {
    Value value = value(it.value(), row);
    Value low = Comparing.compare(Expr.Relation.AT_LEAST, value, value(it.low(), row));
    Value high = Comparing.compare(Expr.Relation.AT_MOST, value, value(it.high(), row));
    return Logic.and(List.of(low, high));
  }

  private Value isLevel(Expr.IsLevel it, int row) {
    return switch (value(it.value(), row)) {
      case Value.Word word -> Value.Truth.of(it.levels().contains(word.text()) != it.negated());
      case Value.Truth truth ->
          Value.Truth.of(it.levels().contains(truth.yes() ? "yes" : "no") != it.negated());
      case Value.Unknown unknown -> unknown;
      case Value.NotApplicable none -> none;
      case Value.Decimal number -> throw mistyped(it, "levels", "a number");
      case Value.Beyond number -> throw mistyped(it, "levels", "a number");
      case Value.Day day -> throw mistyped(it, "levels", "a date");
      case Value.PartialDay day -> throw mistyped(it, "levels", "a date");
      case Value.Steps steps -> throw mistyped(it, "levels", "a period");
    };
  }

  private static IllegalArgumentException mistyped(Expr expr, String wanted, String found) {
    return new IllegalArgumentException(
        "line " + expr.at().line() + " of the study file asks for " + wanted + " of " + found);
  }

  private Value isKnown(Expr.IsKnown it, int row) {
    Value value = value(it.value(), row);
    if (value instanceof Value.NotApplicable) {
      return value;
    }
    boolean known = value.causes().isEmpty() || value instanceof Value.Beyond;
    return Value.Truth.of(known != it.negated());
  }

  private Value carries(Expr.Carries it, int row) {
    Value value = value(it.value(), row);
    if (!(value instanceof Value.Word word)) {
      return value;
    }
    String pair = word.text();
    int slash = pair.indexOf('/');
    String first = slash < 0 ? pair.substring(0, pair.length() / 2) : pair.substring(0, slash);
    String second = slash < 0 ? pair.substring(pair.length() / 2) : pair.substring(slash + 1);
    return Value.Truth.of(it.allele().equals(first) || it.allele().equals(second));
  }

  private Value aboveLimit(Expr.AboveLimit it, int row) {
    String name = it.variable().name();
    Expr.Relation relation = it.below() ? Expr.Relation.LESS : Expr.Relation.GREATER;
    return Comparing.compare(relation, variable(name, row), limits.limit(name));
  }

  private Value quantified(Expr.Quantified it, int row) {
    List<Value> truths = truths(it.variables(), row);
    return switch (it.quantifier()) {
      case ANY -> Logic.or(truths);
      case ANY_KNOWN -> Logic.anyKnown(truths);
      case ALL -> Logic.and(truths);
    };
  }

  /// How many of several truths hold, or how many items a list holds.
  private Value count(Expr.CountOf it, int row) {
    boolean one = it.variables().size() == 1;
    if (!one || !(table.column(it.variables().getFirst().name()) instanceof Column.Text)) {
      return Logic.count(truths(counted(it), row));
    }
    Value list = variable(it.variables().getFirst().name(), row);
    if (!(list instanceof Value.Word items)) {
      return list;
    }
    return new Value.Decimal(BigDecimal.valueOf(items(items.text(), it.except())));
  }

  private static long items(String list, List<String> except) {
    String between = Dictionary.Type.Several.BETWEEN;
    long counted = 0;
    int from = 0;
    while (from <= list.length()) {
      int end = list.indexOf(between, from);
      int length = (end < 0 ? list.length() : end) - from;
      counted += length == 0 || excepted(list, from, length, except) ? 0 : 1;
      from = end < 0 ? list.length() + 1 : end + between.length();
    }
    return counted;
  }

  private static boolean excepted(String list, int from, int length, List<String> except) {
    for (int i = 0; i < except.size(); i++) {
      String item = except.get(i);
      if (item.length() == length && list.startsWith(item, from)) {
        return true;
      }
    }
    return false;
  }

  private static List<Expr.Variable> counted(Expr.CountOf it) {
    return it.variables().stream().filter(v -> !it.except().contains(v.name())).toList();
  }

  /// The part from 1: one more than the number of cut points that the value lies above.
  private Value partOf(Expr.PartOf it, int row) {
    String name = it.variable().name();
    Value value = variable(name, row);
    int part = 1;
    for (int k = 1; k < it.equalParts(); k++) {
      Value cut = limits.percentile(name, 100.0 * k / it.equalParts(), "controls");
      Value above = Comparing.compare(Expr.Relation.GREATER, value, cut);
      if (!(above instanceof Value.Truth truth)) {
        return above;
      }
      part += truth.yes() ? 1 : 0;
    }
    return new Value.Decimal(BigDecimal.valueOf(part));
  }

  private Value age(Expr.AgeAt it, int row) {
    Value birth = variable(BIRTH, row);
    Value date = variable(it.date().name(), row);
    if (birth instanceof Value.Day from && date instanceof Value.Day to) {
      return years(from.date(), to.date());
    }
    return Logic.neither(birth, date);
  }

  private static Value years(LocalDate birth, LocalDate date) {
    return new Value.Decimal(BigDecimal.valueOf(Period.between(birth, date).getYears()));
  }
}
