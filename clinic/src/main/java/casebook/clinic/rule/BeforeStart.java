// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import casebook.clinic.protocol.Treatment.Baseline;
import casebook.study.language.Expr.Relation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// The value of a measurement before start of treatment, against which later values are held.
///
/// It is the mean of the last values in some days before start, the day of start included. A value
/// that somebody marked as baseline counts alone; two marked ones are refused, as is a baseline of
/// 0. Shares of it are compared exactly, without dividing: 150.0 % is not above 150 %.
public sealed interface BeforeStart {
  /// A value.
  ///
  /// @param day the day
  /// @param value the number, in the declared unit
  /// @param marked whether it is marked as baseline
  record Value(LocalDate day, BigDecimal value, boolean marked) {}

  /// There is a baseline.
  ///
  /// @param values what it is the mean of, in the order of time, at least one
  record Known(List<Value> values) implements BeforeStart {
    /// Far above the relative error of some operations on doubles, 1e-15.
    private static final double ROUNDING = 1e-12;

    public Known {
      values = List.copyOf(values);
    }

    private BigDecimal sum() {
      BigDecimal sum = values.getFirst().value();
      for (int i = 1; i < values.size(); i++) {
        sum = sum.add(values.get(i).value());
      }
      return sum;
    }

    /// The baseline, with 16 significant digits.
    public BigDecimal mean() {
      return sum().divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL64);
    }

    /// A value as a percentage of the baseline, with 16 significant digits.
    public BigDecimal percent(BigDecimal value) {
      return hundredfold(value).divide(sum(), MathContext.DECIMAL64);
    }

    /// Says exactly whether a value stands in a relation to a percentage of the baseline.
    public boolean holds(BigDecimal value, Relation relation, BigDecimal percent) {
      return limit(relation, percent).test(value);
    }

    /// Says the same of many values. Doubles decide where they are far enough apart.
    Predicate<BigDecimal> limit(Relation relation, BigDecimal percent) {
      BigDecimal limit = percent.multiply(sum());
      BigDecimal factor = BigDecimal.valueOf(100L * values.size());
      double about = limit.doubleValue() / (100.0 * values.size());
      return value -> {
        double gap = value.doubleValue() - about;
        int side =
            Math.abs(gap) > ROUNDING * about
                ? (gap > 0 ? 1 : -1)
                : value.multiply(factor).compareTo(limit);
        return Comparisons.stands(side, relation);
      };
    }

    private BigDecimal hundredfold(BigDecimal value) {
      return value.multiply(BigDecimal.valueOf(100L * values.size()));
    }
  }

  /// There are fewer values than the protocol asks for.
  record TooFew(int found, int needed) implements BeforeStart {}

  /// The values are 0, so that nothing is a share of them.
  record Zero() implements BeforeStart {}

  /// Several values are marked as baseline.
  record SeveralMarked(List<Value> marked) implements BeforeStart {
    public SeveralMarked {
      marked = List.copyOf(marked);
    }
  }

  /// Takes the baseline.
  ///
  /// @param values all values, in the order of time
  /// @param start the first day of treatment
  /// @param rule how many values count, and how far back
  static BeforeStart of(List<Value> values, LocalDate start, Baseline rule) {
    LocalDate from = start.minusDays(rule.days());
    List<Value> before = new ArrayList<>();
    List<Value> marked = new ArrayList<>();
    for (Value value : values) {
      if (!value.day().isBefore(from) && !value.day().isAfter(start)) {
        before.add(value);
        if (value.marked()) {
          marked.add(value);
        }
      }
    }
    if (marked.size() > 1) {
      return new SeveralMarked(marked);
    }
    if (before.size() < rule.least() && marked.isEmpty()) {
      return new TooFew(before.size(), rule.least());
    }
    List<Value> used =
        marked.isEmpty()
            ? before.subList(Math.max(0, before.size() - rule.most()), before.size())
            : marked;
    for (Value value : used) {
      if (value.value().signum() <= 0) {
        return new Zero();
      }
    }
    return new Known(used);
  }
}
