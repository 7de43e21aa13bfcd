// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import casebook.study.data.Column;
import casebook.study.data.Presence;
import casebook.study.data.Table;
import casebook.study.language.Dictionary;
import casebook.study.language.Study.Derived;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes the columns of derived variables.
final class Derive {
  private static final List<String> NO_YES = List.of("no", "yes");

  private Derive() {}

  /// The table with a column for each definition, in order; a later one may use an earlier one.
  static Table columns(Table table, List<Derived> definitions, CohortWise limits) {
    Table result = table;
    for (Derived derived : definitions) {
      result = result.with(column(derived, new Evaluate(result, limits)));
    }
    return result;
  }

  private static Column column(Derived derived, Evaluate evaluate) {
    int rows = evaluate.table().rows();
    Value[] values = new Value[rows];
    Presence[] presence = new Presence[rows];
    for (int row = 0; row < rows; row++) {
      values[row] = evaluate.value(derived.definition(), row);
      presence[row] = presence(values[row]);
    }
    return switch (derived.type()) {
      case Dictionary.Type.YesNo yesNo -> levels(derived.name(), NO_YES, values, presence);
      case Dictionary.Type.Levels it -> levels(derived.name(), it.levels(), values, presence);
      case Dictionary.Type.Genotype it -> levels(derived.name(), it.genotypes(), values, presence);
      case Dictionary.Type.Measure measure -> numbers(derived.name(), values, presence);
      case Dictionary.Type.Date date -> dates(derived.name(), values, presence);
      case Dictionary.Type.Several several -> words(derived.name(), values, presence);
      case Dictionary.Type.Text text -> words(derived.name(), values, presence);
    };
  }

  private static Presence presence(Value value) {
    if (value instanceof Value.NotApplicable) {
      return Presence.NOT_APPLICABLE;
    }
    return value.causes().isEmpty() ? Presence.KNOWN : Presence.MISSING;
  }

  private static Column levels(
      String name, List<String> levels, Value[] values, Presence[] presence) {
    int[] codes = new int[values.length];
    for (int row = 0; row < codes.length; row++) {
      if (values[row] instanceof Value.Truth truth) {
        codes[row] = levels.indexOf(truth.yes() ? "yes" : "no");
      } else if (values[row] instanceof Value.Word word) {
        codes[row] = levels.indexOf(word.text());
      }
    }
    return new Column.Leveled(name, levels, codes, presence);
  }

  private static Column numbers(String name, Value[] values, Presence[] presence) {
    double[] doubles = new double[values.length];
    Map<Integer, BigDecimal> exact = new HashMap<>();
    for (int row = 0; row < doubles.length; row++) {
      if (values[row] instanceof Value.Decimal(BigDecimal value)) {
        doubles[row] = value.doubleValue();
        boolean quotient = value.precision() >= MathContext.DECIMAL128.getPrecision();
        if (!quotient && BigDecimal.valueOf(doubles[row]).compareTo(value) != 0) {
          exact.put(row, value);
        }
      }
    }
    return new Column.Numeric(name, doubles, presence, exact, Map.of());
  }

  private static Column dates(String name, Value[] values, Presence[] presence) {
    LocalDate[] dates = new LocalDate[values.length];
    Arrays.fill(dates, LocalDate.EPOCH);
    for (int row = 0; row < dates.length; row++) {
      if (values[row] instanceof Value.Day day) {
        dates[row] = day.date();
      }
    }
    return new Column.Dates(name, dates, presence);
  }

  private static Column words(String name, Value[] values, Presence[] presence) {
    List<String> texts =
        Arrays.stream(values)
            .map(value -> value instanceof Value.Word(String text) ? text : "")
            .toList();
    return new Column.Text(name, texts, presence);
  }
}
