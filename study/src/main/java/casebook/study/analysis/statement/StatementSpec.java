// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.statement;

import casebook.study.analysis.people.Chosen;
import casebook.study.language.Clause;
import casebook.study.problem.Span;
import casebook.study.unit.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Numbers that a text prints.
///
/// @param whose the text, as the caption calls it: `the letter of 2007`
/// @param statements the numbers, in order
/// @param name its part of the address, where one was given
/// @param at its place
public record StatementSpec(
    String whose, List<Statement> statements, Optional<String> name, Span at) {
  public StatementSpec {
    statements = List.copyOf(statements);
  }

  /// A number that is printed, and what it must equal.
  ///
  /// @param name its name, a part of its address
  /// @param says the sentence as printed
  /// @param printed the number
  /// @param measure what it must equal
  /// @param of the persons whom it is about; empty: everybody, or nobody
  /// @param at its place
  public record Statement(
      String name, String says, Printed printed, Measure measure, Optional<Chosen> of, Span at) {}

  /// A number as printed: it stands for all that round to it.
  ///
  /// @param value with as many decimals as were printed
  /// @param unit its unit
  /// @param at its place
  public record Printed(BigDecimal value, Unit unit, Span at) {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    /// Says whether a number prints as this one. A number half-way between two is either.
    ///
    /// @param number in the unit of this one
    public boolean matches(BigDecimal number) {
      BigDecimal reach = HALF.movePointLeft(value.scale());
      return number.subtract(value).abs().compareTo(reach) <= 0;
    }
  }

  /// What a number must equal.
  public sealed interface Measure {
    /// A calculation without data.
    record Arithmetic(Clause expression) implements Measure {}

    /// How many persons meet a condition.
    record Persons(Counting counting, Clause condition) implements Measure {}

    /// A summary of a number of each person.
    record Summary(Statistic statistic, Clause expression) implements Measure {}

    /// Any value that a summary of so many whole numbers can have.
    record Possible(Statistic statistic, int numbers, Clause words) implements Measure {}
  }

  /// How persons are counted.
  public enum Counting {
    /// Those who meet a condition.
    COUNT("count"),
    /// Those who do not meet it, or to whom it does not apply.
    COUNT_WITHOUT("count without"),
    /// Those who meet it, in percent of those to whom it applies.
    SHARE("share");

    private final String word;

    Counting(String word) {
      this.word = word;
    }

    /// As the study file writes it.
    public String word() {
      return word;
    }
  }

  /// How the numbers of several persons become one.
  public enum Statistic {
    /// The middle one, or half-way between the middle two.
    MEDIAN("median"),
    /// Their sum divided by how many there are.
    MEAN("mean"),
    /// The smallest.
    LEAST("least"),
    /// The largest.
    GREATEST("greatest");

    private final String word;

    Statistic(String word) {
      this.word = word;
    }

    /// As the study file writes it.
    public String word() {
      return word;
    }
  }
}
