// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import casebook.stats.describe.Quantile;
import casebook.study.data.Column;
import casebook.study.data.RowSet;
import casebook.study.data.Table;
import casebook.study.language.Study.LimitRule;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// What only the eligible cohort can tell: reference limits and percentiles, each computed once
/// from the rows of its group and never again in a subset.
final class CohortWise {
  private final Table table;
  private final Map<String, RowSet> groups;
  private final Quantile quantile;
  private final Map<String, ComputedLimit> limits;
  private final Map<Asked, Value> percentiles;

  private record Asked(String variable, double percent, String group) {}

  /// A percentile, or why there is none.
  private record Percentile(OptionalDouble value, String whyNot) {}

  private CohortWise(
      Table table,
      Map<String, RowSet> groups,
      Quantile quantile,
      Map<String, ComputedLimit> limits,
      Map<Asked, Value> percentiles) {
    this.table = table;
    this.groups = groups;
    this.quantile = quantile;
    this.limits = limits;
    this.percentiles = percentiles;
  }

  private CohortWise(Table table, Map<String, RowSet> groups, Quantile quantile) {
    this(table, groups, quantile, new HashMap<>(), new HashMap<>());
  }

  /// Nothing yet: expressions that need the cohort must not be asked.
  static CohortWise notYet(Table table) {
    return new CohortWise(table, Map.of(), Quantile.standard(), Map.of(), Map.of());
  }

  /// Computes the declared limits.
  ///
  /// @param groups the eligible rows called `controls`, `cases` and `all`
  static CohortWise of(
      Table table, Map<String, RowSet> groups, List<LimitRule> rules, Quantile quantile) {
    CohortWise cohortWise = new CohortWise(table, Map.copyOf(groups), quantile);
    for (LimitRule rule : rules) {
      cohortWise.limits.put(rule.variable(), cohortWise.computed(rule));
    }
    return cohortWise;
  }

  /// The same with another limit of a variable that has one.
  CohortWise with(LimitRule rule, Quantile definition) {
    CohortWise other = new CohortWise(table, groups, quantile);
    other.limits.putAll(limits);
    other.limits.put(rule.variable(), new CohortWise(table, groups, definition).computed(rule));
    return other;
  }

  /// The limit of a variable as it is used.
  ComputedLimit computedLimit(String variable) {
    ComputedLimit limit = limits.get(variable);
    if (limit == null) {
      throw new IllegalArgumentException("there is no reference limit of " + variable + " here");
    }
    return limit;
  }

  /// The limit of a variable as a value; unknown when it cannot be given.
  Value limit(String variable) {
    OptionalDouble value = computedLimit(variable).value();
    return value.isPresent()
        ? new Value.Decimal(BigDecimal.valueOf(value.getAsDouble()))
        : new Value.Unknown(List.of(new Value.Cause(variable, "has no reference limit")));
  }

  /// A percentile of a variable in a group as a value; unknown when it cannot be given.
  Value percentile(String variable, double percent, String group) {
    return percentiles.computeIfAbsent(
        new Asked(variable, percent, group),
        asked -> {
          OptionalDouble value = percentile(asked).value();
          return value.isPresent()
              ? new Value.Decimal(BigDecimal.valueOf(value.getAsDouble()))
              : new Value.Unknown(
                  List.of(new Value.Cause(variable, "has no percentile " + percent)));
        });
  }

  private ComputedLimit computed(LimitRule rule) {
    double[] values = values(rule.variable(), rule.group());
    Percentile raw =
        rule.percentile().isPresent()
            ? percentile(new Asked(rule.variable(), rule.percentile().get(), rule.group()))
            : new Percentile(optional(rule.fixed()), "");
    OptionalDouble used =
        raw.value().isPresent()
            ? OptionalDouble.of(rounded(raw.value().getAsDouble(), rule.roundedTo()))
            : raw.value();
    int above = 0;
    for (double value : values) {
      above += used.isPresent() && value > used.getAsDouble() ? 1 : 0;
    }
    return new ComputedLimit(
        rule, used, raw.value(), values.length, above, quantile.type(), raw.whyNot());
  }

  private Percentile percentile(Asked asked) {
    double[] values = values(asked.variable(), asked.group());
    OptionalDouble value = decimal(quantile.of(values, asked.percent() / 100));
    if (value.isEmpty()) {
      return new Percentile(
          value, "nobody among the " + asked.group() + " has a value of " + asked.variable());
    }
    return amongCensored(asked, value.getAsDouble())
        ? new Percentile(
            OptionalDouble.empty(),
            "the percentile lies among values of "
                + asked.variable()
                + " beyond a limit of detection")
        : new Percentile(value, "");
  }

  /// Says whether a censored value might lie on the other side of the percentile.
  private boolean amongCensored(Asked asked, double percentile) {
    Column.Numeric column = numeric(asked.variable());
    return rows(asked.group()).stream()
        .filter(column::known)
        .anyMatch(row ->
            switch (column.censoring(row)) {
              case NONE -> false;
              case BELOW -> column.value(row) >= percentile;
              case ABOVE -> column.value(row) <= percentile;
            });
  }

  private double[] values(String variable, String group) {
    Column.Numeric column = numeric(variable);
    return rows(group).stream().filter(column::known).mapToDouble(column::value).toArray();
  }

  private Column.Numeric numeric(String variable) {
    if (table.column(variable) instanceof Column.Numeric numbers) {
      return numbers;
    }
    throw new IllegalArgumentException(variable + " is not a number; it has no percentile");
  }

  private RowSet rows(String group) {
    RowSet rows = groups.get(group);
    if (rows == null) {
      throw new IllegalArgumentException(
          "a percentile of `" + group + "` was asked; there are " + groups.keySet());
    }
    return rows;
  }

  private static OptionalDouble optional(Optional<Double> value) {
    return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
  }

  /// To 15 digits: decimals went in, so 206.50000000000006 is 206.5, which matters to somebody who
  /// has just that value.
  private static OptionalDouble decimal(OptionalDouble value) {
    return value.isEmpty()
        ? value
        : OptionalDouble.of(
            new BigDecimal(value.getAsDouble()).round(new MathContext(15)).doubleValue());
  }

  /// The nearest multiple of a step, as decimals; halves go up.
  static double rounded(double value, Optional<BigDecimal> step) {
    return step.map(by ->
            BigDecimal.valueOf(value)
                .divide(by, 0, RoundingMode.HALF_UP)
                .multiply(by)
                .doubleValue())
        .orElse(value);
  }
}
