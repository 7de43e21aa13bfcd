// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.statement;

import casebook.study.analysis.people.Chosen;
import casebook.study.analysis.statement.StatementSpec.Counting;
import casebook.study.analysis.statement.StatementSpec.Measure;
import casebook.study.analysis.statement.StatementSpec.Printed;
import casebook.study.analysis.statement.StatementSpec.Statement;
import casebook.study.analysis.statement.StatementSpec.Statistic;
import casebook.study.cohort.Cohort;
import casebook.study.cohort.Conditions;
import casebook.study.cohort.Value;
import casebook.study.data.RowSet;
import casebook.study.data.Table;
import casebook.study.finding.Rows;
import casebook.study.language.Dictionary;
import casebook.study.language.Expr;
import casebook.study.language.Names;
import casebook.study.language.Study;
import casebook.study.language.expression.ExprText;
import casebook.study.unit.Unit;
import casebook.study.unit.Units;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Holds a printed number against what it must equal.
///
/// A number holds when what it must equal rounds to it. A summary leaves out persons of whom the
/// number is not known or not asked; a count or share of whom somebody is not known cannot be told.
/// The median of several whole numbers is a whole or a half number, of an odd number of them a
/// whole one, and their mean is a multiple of 1 divided by how many there are.
///
/// @param study the study, for the names
record Audit(Study study) {
  private static final MathContext DIGITS = MathContext.DECIMAL64;
  private static final Unit PERCENT = Units.read("percent").orElseThrow();

  /// Whether a printed number holds.
  enum Verdict {
    HOLDS,
    DOES_NOT_HOLD,
    CANNOT_TELL
  }

  /// What was found.
  ///
  /// @param value what the number must equal, in its unit; empty: it cannot be told
  /// @param verdict whether it holds
  /// @param rows the persons who were looked at
  /// @param whyNot why it cannot be told; empty when it can
  record Answer(Optional<BigDecimal> value, Verdict verdict, Rows rows, String whyNot) {
    static Answer unknown(String whyNot, Rows rows) {
      return new Answer(Optional.empty(), Verdict.CANNOT_TELL, rows, whyNot);
    }

    static Answer of(BigDecimal value, Printed printed, Rows rows) {
      Verdict verdict = printed.matches(value) ? Verdict.HOLDS : Verdict.DOES_NOT_HOLD;
      return new Answer(Optional.of(value), verdict, rows, "");
    }
  }

  /// What can be said without data; empty where data are needed.
  Optional<Answer> withoutData(Statement statement) {
    return switch (statement.measure()) {
      case Measure.Arithmetic it ->
          Optional.of(
              arithmetic(it)
                  .flatMap(found -> found.in(statement.printed().unit()))
                  .map(value -> Answer.of(value, statement.printed(), Rows.all(0)))
                  .orElse(Answer.unknown("it has no value", Rows.all(0))));
      case Measure.Possible it ->
          Optional.of(
              Answer.of(nearest(it, statement.printed()), statement.printed(), Rows.all(0)));
      case Measure.Persons it -> Optional.empty();
      case Measure.Summary it -> Optional.empty();
    };
  }

  /// The value of a calculation; empty when it has none, as 1 / 0.
  Optional<Amount> arithmetic(Measure.Arithmetic measure) {
    Optional<ExprText.Value> read = ExprText.value(measure.expression(), Names.of(study)).value();
    Table nobody = new Table(new Table.Origin("", "", 1), new int[] {0}, List.of());
    return read.flatMap(it ->
        Conditions.value(it.expr(), nobody, 0) instanceof Value.Decimal number
            ? Optional.of(new Amount(number.value(), unit(it)))
            : Optional.empty());
  }

  private static Unit unit(ExprText.Value value) {
    return value.type() instanceof Dictionary.Type.Measure it ? it.unit() : Unit.NONE;
  }

  /// The nearest value that a summary of whole numbers can have.
  private static BigDecimal nearest(Measure.Possible it, Printed printed) {
    int parts = it.statistic() == Statistic.MEAN ? it.numbers() : it.numbers() % 2 == 0 ? 2 : 1;
    BigDecimal steps = BigDecimal.valueOf(parts);
    BigDecimal whole = printed.value().multiply(steps).setScale(0, RoundingMode.HALF_EVEN);
    return whole.divide(steps, DIGITS);
  }

  /// What can be said with data.
  Answer withData(Statement statement, Cohort cohort) {
    Optional<Answer> before = withoutData(statement);
    if (before.isPresent()) {
      return before.get();
    }
    Chosen.People people =
        statement
            .of()
            .map(it -> it.people(cohort))
            .orElse(new Chosen.People(cohort.rows(), List.of()));
    return switch (statement.measure()) {
      case Measure.Persons it -> persons(it, statement.printed(), cohort, people);
      case Measure.Summary it -> summary(it, statement.printed(), cohort, people);
      case Measure.Arithmetic it -> before.orElseThrow();
      case Measure.Possible it -> before.orElseThrow();
    };
  }

  private Answer persons(
      Measure.Persons measure, Printed printed, Cohort cohort, Chosen.People people) {
    Expr condition = ExprText.truth(measure.condition(), Names.of(study)).orThrow();
    int yes = 0;
    int of = 0;
    for (int row : people.rows().stream().toArray()) {
      Value value = Conditions.value(condition, cohort.table(), row);
      if (value instanceof Value.Unknown unknown) {
        return Answer.unknown(unknown.because(), rows(people.rows(), people));
      }
      yes += value == Value.Truth.YES ? 1 : 0;
      of += value instanceof Value.NotApplicable ? 0 : 1;
    }
    Rows rows = rows(people.rows(), people);
    if (measure.counting() != Counting.SHARE) {
      boolean without = measure.counting() == Counting.COUNT_WITHOUT;
      int count = without ? people.rows().size() - yes : yes;
      return Answer.of(BigDecimal.valueOf(count), printed, rows);
    }
    if (of == 0) {
      return Answer.unknown("nobody is there", rows);
    }
    BigDecimal percent = BigDecimal.valueOf(100L * yes).divide(BigDecimal.valueOf(of), DIGITS);
    return new Amount(percent, PERCENT)
        .in(printed.unit())
        .map(value -> Answer.of(value, printed, rows))
        .orElse(Answer.unknown("a share is in percent", rows));
  }

  private Answer summary(
      Measure.Summary measure, Printed printed, Cohort cohort, Chosen.People people) {
    ExprText.Value number = ExprText.value(measure.expression(), Names.of(study)).orThrow();
    List<BigDecimal> values = new ArrayList<>();
    RowSet known =
        people
            .rows()
            .where(row ->
                Conditions.value(number.expr(), cohort.table(), row) instanceof Value.Decimal);
    known.stream()
        .forEach(row -> {
          if (Conditions.value(number.expr(), cohort.table(), row) instanceof Value.Decimal it) {
            values.add(it.value());
          }
        });
    Rows rows = rows(known, people);
    if (values.isEmpty()) {
      return Answer.unknown("of nobody is it known", rows);
    }
    return new Amount(summary(measure.statistic(), values), unit(number))
        .in(printed.unit())
        .map(value -> Answer.of(value, printed, rows))
        .orElse(Answer.unknown("the units do not convert", rows));
  }

  private static BigDecimal summary(Statistic statistic, List<BigDecimal> values) {
    List<BigDecimal> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    BigDecimal two = BigDecimal.valueOf(2);
    return switch (statistic) {
      case LEAST -> sorted.getFirst();
      case GREATEST -> sorted.getLast();
      case MEAN ->
          sorted.stream()
              .reduce(BigDecimal.ZERO, BigDecimal::add)
              .divide(BigDecimal.valueOf(sorted.size()), DIGITS);
      case MEDIAN ->
          sorted.size() % 2 == 1
              ? sorted.get(half)
              : sorted.get(half - 1).add(sorted.get(half)).divide(two, DIGITS);
    };
  }

  private static Rows rows(RowSet used, Chosen.People people) {
    List<Rows.Out> out = new ArrayList<>(people.out());
    int unknown = people.rows().size() - used.size();
    if (unknown > 0) {
      out.add(new Rows.Out("not known or not asked", unknown));
    }
    return new Rows(used.size(), out);
  }
}
