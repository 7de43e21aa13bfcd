// SPDX-License-Identifier: Apache-2.0
package casebook.study.language;

import casebook.study.problem.Span;
import casebook.study.unit.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/// An expression of the study language. Data only: it is evaluated by one switch elsewhere, names
/// were looked up when it was read, and every node keeps its place.
public sealed interface Expr {
  /// The place in the study file.
  Span at();

  /// The expressions that this one is made of.
  default List<? extends Expr> parts() {
    return List.of();
  }

  /// A number, with the unit written beside it or that of the variable it is compared with.
  record NumberLiteral(BigDecimal value, Unit unit, Span at) implements Expr {}

  /// A day.
  record DateLiteral(LocalDate value, Span at) implements Expr {}

  /// The value of a variable, declared or derived.
  record Variable(String name, Span at) implements Expr {}

  /// A number of calendar steps to add to or take from a date.
  record Period(int amount, Step step, Span at) implements Expr {}

  /// `+ - * /` of numbers, dates and periods.
  record Arithmetic(Operator operator, Expr left, Expr right, Span at) implements Expr {
    @Override
    public List<? extends Expr> parts() {
      return List.of(left, right);
    }
  }

  /// `< <= > >= = is` between numbers or dates; also date arithmetic on either side.
  record Comparison(Relation relation, Expr left, Expr right, Span at) implements Expr {
    @Override
    public List<? extends Expr> parts() {
      return List.of(left, right);
    }
  }

  /// `between a and b`; both ends belong.
  record Between(Expr value, Expr low, Expr high, Span at) implements Expr {
    @Override
    public List<? extends Expr> parts() {
      return List.of(value, low, high);
    }
  }

  /// `is A`, `is A or B`, `in (A, B)`: the value is one of these levels.
  record IsLevel(Expr value, List<String> levels, boolean negated, Span at) implements Expr {
    @Override
    public List<? extends Expr> parts() {
      return List.of(value);
    }
  }

  /// `is known`, `is missing`: never unknown itself.
  record IsKnown(Expr value, boolean negated, Span at) implements Expr {
    @Override
    public List<? extends Expr> parts() {
      return List.of(value);
    }
  }

  /// `fvl carries A`: the genotype has at least one such allele.
  record Carries(Expr value, String allele, Span at) implements Expr {
    @Override
    public List<? extends Expr> parts() {
      return List.of(value);
    }
  }

  /// `igm above limit`: the number is greater than the reference limit declared for the variable.
  record AboveLimit(Variable variable, boolean below, Span at) implements Expr {
    @Override
    public List<? extends Expr> parts() {
      return List.of(variable);
    }
  }

  /// `any of`, `any known of`, `all of` several truths.
  record Quantified(Quantifier quantifier, List<Variable> variables, Span at) implements Expr {
    @Override
    public List<? extends Expr> parts() {
      return variables;
    }
  }

  /// `count of a b c` that are true, or items of a list variable `except` some.
  record CountOf(List<Variable> variables, List<String> except, Span at) implements Expr {
    @Override
    public List<? extends Expr> parts() {
      return variables;
    }
  }

  /// `percentile 99 of x in controls`.
  record Percentile(BigDecimal percent, Variable variable, String group, Span at) implements Expr {
    @Override
    public List<? extends Expr> parts() {
      return List.of(variable);
    }
  }

  /// `third of x`, `quarter of x`: which equal part of the controls' distribution, from 1.
  record PartOf(int equalParts, Variable variable, Span at) implements Expr {
    @Override
    public List<? extends Expr> parts() {
      return List.of(variable);
    }
  }

  /// `age at start`: completed years from birth to a date variable.
  record AgeAt(Variable date, Span at) implements Expr {
    @Override
    public List<? extends Expr> parts() {
      return List.of(date);
    }
  }

  /// `not`.
  record Not(Expr operand, Span at) implements Expr {
    @Override
    public List<? extends Expr> parts() {
      return List.of(operand);
    }
  }

  /// `and`: false when any part is false, otherwise unknown when any is unknown.
  record And(List<Expr> parts, Span at) implements Expr {}

  /// `or`: true when any part is true, otherwise unknown when any is unknown.
  record Or(List<Expr> parts, Span at) implements Expr {}

  /// Calendar steps.
  enum Step {
    DAYS,
    WEEKS,
    MONTHS,
    YEARS
  }

  /// Arithmetic operators.
  enum Operator {
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE
  }

  /// Relations between numbers or dates.
  enum Relation {
    LESS,
    AT_MOST,
    GREATER,
    AT_LEAST,
    EQUAL,
    NOT_EQUAL
  }

  /// How several truths become one.
  enum Quantifier {
    /// Three-valued or.
    ANY,
    /// Or over those that are known; unknown only when none is.
    ANY_KNOWN,
    /// Three-valued and.
    ALL
  }
}
