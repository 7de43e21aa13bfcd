// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.reading;

import casebook.study.data.Censoring;
import casebook.study.data.Column;
import casebook.study.data.PartialDate;
import casebook.study.data.Presence;
import casebook.study.data.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Some rows of a table as a table of their own.
final class TableRows {
  private final int[] rows;

  /// @param rows which, from 0, in the order in which they are wanted
  TableRows(int[] rows) {
    this.rows = rows.clone();
  }

  Table of(Table table) {
    int[] lines = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      lines[i] = table.line(rows[i]);
    }
    List<Column> columns = table.columns().stream().map(this::of).toList();
    return new Table(table.origin(), lines, columns);
  }

  private Column of(Column column) {
    Presence[] presence = new Presence[rows.length];
    for (int i = 0; i < rows.length; i++) {
      presence[i] = column.presence(rows[i]);
    }
    return switch (column) {
      case Column.Numeric it -> numbers(it, presence);
      case Column.Leveled it -> {
        int[] codes = new int[rows.length];
        for (int i = 0; i < codes.length; i++) {
          codes[i] = it.known(rows[i]) ? it.code(rows[i]) : 0;
        }
        yield new Column.Leveled(it.name(), it.levels(), codes, presence);
      }
      case Column.Dates it -> dates(it, presence);
      case Column.Text it -> {
        List<String> texts = new ArrayList<>(rows.length);
        for (int row : rows) {
          texts.add(it.known(row) ? it.value(row) : "");
        }
        yield new Column.Text(it.name(), texts, presence);
      }
    };
  }

  private Column numbers(Column.Numeric it, Presence[] presence) {
    double[] values = new double[rows.length];
    Map<Integer, BigDecimal> exact = new HashMap<>();
    Map<Integer, Censoring> censored = new HashMap<>();
    for (int i = 0; i < rows.length; i++) {
      if (it.known(rows[i])) {
        values[i] = it.value(rows[i]);
        exact.put(i, it.decimal(rows[i]));
        if (it.censoring(rows[i]) != Censoring.NONE) {
          censored.put(i, it.censoring(rows[i]));
        }
      }
    }
    return new Column.Numeric(it.name(), values, presence, exact, censored);
  }

  private Column dates(Column.Dates it, Presence[] presence) {
    LocalDate[] days = new LocalDate[rows.length];
    Map<Integer, PartialDate> partial = new HashMap<>();
    for (int i = 0; i < days.length; i++) {
      int place = i;
      days[i] = it.known(rows[i]) ? it.value(rows[i]) : LocalDate.EPOCH;
      it.partial(rows[i]).ifPresent(part -> partial.put(place, part));
    }
    return new Column.Dates(it.name(), days, presence, partial);
  }
}
