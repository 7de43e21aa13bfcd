// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.comparison;

import casebook.stats.result.Answer;
import casebook.study.analysis.comparison.ComparisonSpec.Scale;
import casebook.study.data.Column;
import casebook.study.data.RowSet;
import casebook.study.finding.Plot;
import casebook.study.finding.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The pairs of two measurements of some persons, with what is held constant; in the order of their
/// values, so that the order of the rows does not matter.
final class Pairs {
  private final CorrelationQuestion asked;
  private final int[] order;
  private final List<Column> held;
  private final Rows rows;

  /// @param held what is held constant, known for all of the rows
  /// @param rows who they are, and who is left out
  Pairs(CorrelationQuestion asked, RowSet persons, List<Column> held, Rows rows) {
    this.asked = asked;
    this.held = List.copyOf(held);
    this.rows = rows;
    Comparator<Integer> byValues =
        Comparator.<Integer>comparingDouble(row -> first().value(row))
            .thenComparingDouble(row -> second().value(row));
    for (Column column : held) {
      byValues = byValues.thenComparingDouble(row -> code(column, row));
    }
    this.order = persons.stream().boxed().sorted(byValues).mapToInt(row -> row).toArray();
  }

  private Column.Numeric first() {
    return asked.numbers(asked.spec().names().first());
  }

  private Column.Numeric second() {
    return asked.numbers(asked.spec().names().second());
  }

  private static double code(Column column, int row) {
    return switch (column) {
      case Column.Numeric number -> number.value(row);
      case Column.Leveled levels -> levels.code(row);
      case Column.Dates dates -> dates.value(row).toEpochDay();
      case Column.Text text -> 0;
    };
  }

  int size() {
    return order.length;
  }

  Rows rows() {
    return rows;
  }

  long censored() {
    return IntStream.of(order)
        .filter(row -> dot(first(), row).beyond() != 0 || dot(second(), row).beyond() != 0)
        .count();
  }

  private static Plot.Dot dot(Column.Numeric column, int row) {
    return new Plot.Dot(column.value(row), Sample.beyond(column.censoring(row)));
  }

  /// The pairs as a figure shows them: the first measurement upwards along the second.
  List<Plot.Pair> dots() {
    return IntStream.of(order)
        .mapToObj(row -> new Plot.Pair(dot(second(), row), dot(first(), row)))
        .toList();
  }

  /// The values of one measurement for ranks: a censored one lies beyond all others.
  double[] ranked(boolean ofFirst) {
    Column.Numeric column = ofFirst ? first() : second();
    return IntStream.of(order)
        .mapToObj(row -> dot(column, row))
        .mapToDouble(dot ->
            switch (dot.beyond()) {
              case -1 -> Double.NEGATIVE_INFINITY;
              case 1 -> Double.POSITIVE_INFINITY;
              default -> dot.at();
            })
        .toArray();
  }

  boolean anyNotPositive() {
    return IntStream.of(order)
        .anyMatch(row -> !(first().value(row) > 0 && second().value(row) > 0));
  }

  /// The values of one measurement on a scale; a censored one stands at its limit.
  double[] on(boolean ofFirst, Scale scale) {
    Column.Numeric column = ofFirst ? first() : second();
    return IntStream.of(order)
        .mapToDouble(row -> scale == Scale.LOG ? Math.log(column.value(row)) : column.value(row))
        .toArray();
  }

  /// What is held constant as numbers: numbers as they are, levels as one column for each but the
  /// first that somebody has.
  Answer<double[][]> given() {
    List<double[]> given = new ArrayList<>();
    for (Column column : held) {
      int before = given.size();
      if (column instanceof Column.Leveled levels) {
        for (int level = 1; level < levels.levels().size(); level++) {
          int wanted = level;
          add(given, row -> levels.code(row) == wanted ? 1 : 0);
        }
        dropFullSet(given, before, levels);
      } else {
        add(given, row -> code(column, row));
      }
      if (given.size() == before) {
        return Answer.none(column.name() + " does not vary");
      }
    }
    return Answer.of(given.toArray(double[][]::new));
  }

  private interface Coding {
    double of(int row);
  }

  private void add(List<double[]> given, Coding coding) {
    double[] codes = IntStream.of(order).mapToDouble(coding::of).toArray();
    if (Arrays.stream(codes).distinct().count() > 1) {
      given.add(codes);
    }
  }

  /// Where nobody has the first level, the columns of the others add up to one.
  private void dropFullSet(List<double[]> given, int before, Column.Leveled levels) {
    boolean first = IntStream.of(order).anyMatch(row -> levels.code(row) == 0);
    if (!first && given.size() > before) {
      given.removeLast();
    }
  }
}
