// SPDX-License-Identifier: Apache-2.0
package casebook.study.imputed;

import casebook.study.data.Censoring;
import casebook.study.data.Column;
import casebook.study.data.Presence;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/// A column as it was observed, with the values of one set where it was missing.
final class Filled {
  /// Programs write 10 to 15 digits of a number.
  private static final double WRITTEN = 1e-9;

  private final Column observed;
  private final Column imputed;
  private final int[] from;

  /// @param observed the column of the data
  /// @param imputed the same variable in the file of the set
  /// @param from for each row of the data the row of the file; -1: the person is not there
  Filled(Column observed, Column imputed, int[] from) {
    this.observed = observed;
    this.imputed = imputed;
    this.from = from.clone();
  }

  /// The rows of the data whose observed value the set changed.
  int[] changed() {
    return IntStream.range(0, from.length)
        .filter(row -> observed.known(row) && from[row] >= 0)
        .filter(row -> !imputed.known(from[row]) || !same(row, from[row]))
        .toArray();
  }

  private boolean same(int row, int other) {
    return switch (observed) {
      case Column.Numeric own -> same(own, row, (Column.Numeric) imputed, other);
      case Column.Leveled own -> own.level(row).equals(((Column.Leveled) imputed).level(other));
      case Column.Dates own -> own.value(row).equals(((Column.Dates) imputed).value(other));
      case Column.Text own -> true; // words are not imputed
    };
  }

  /// A value beyond a limit of detection may have become a value on that side of the limit.
  private static boolean same(Column.Numeric own, int row, Column.Numeric imputed, int other) {
    double limit = own.value(row);
    double value = imputed.value(other);
    boolean equal = Math.abs(value - limit) <= WRITTEN * Math.max(1e-300, Math.abs(limit));
    return switch (own.censoring(row)) {
      case NONE -> equal;
      case BELOW -> equal || value <= limit;
      case ABOVE -> equal || value >= limit;
    };
  }

  /// The rows whose value is taken from the set.
  private boolean taken(int row) {
    if (from[row] < 0 || !imputed.known(from[row])) {
      return false;
    }
    boolean beyond =
        observed.known(row)
            && observed instanceof Column.Numeric own
            && own.censoring(row) != Censoring.NONE;
    return observed.presence(row) == Presence.MISSING || beyond;
  }

  /// The column with the values of the set.
  Column column() {
    Presence[] presence = new Presence[from.length];
    for (int row = 0; row < presence.length; row++) {
      presence[row] = taken(row) ? Presence.KNOWN : observed.presence(row);
    }
    return switch (observed) {
      case Column.Numeric own -> numeric(own, (Column.Numeric) imputed, presence);
      case Column.Leveled own -> leveled(own, (Column.Leveled) imputed, presence);
      case Column.Dates own -> dates(own, (Column.Dates) imputed, presence);
      case Column.Text own -> own;
    };
  }

  private Column numeric(Column.Numeric own, Column.Numeric other, Presence[] presence) {
    double[] values = new double[presence.length];
    Map<Integer, BigDecimal> exact = new HashMap<>();
    Map<Integer, Censoring> censored = new HashMap<>();
    for (int row = 0; row < presence.length; row++) {
      if (presence[row] == Presence.KNOWN) {
        Column.Numeric source = taken(row) ? other : own;
        int at = taken(row) ? from[row] : row;
        values[row] = source.value(at);
        exact.put(row, source.decimal(at));
        if (source.censoring(at) != Censoring.NONE) {
          censored.put(row, source.censoring(at));
        }
      }
    }
    return new Column.Numeric(own.name(), values, presence, exact, censored);
  }

  private Column leveled(Column.Leveled own, Column.Leveled other, Presence[] presence) {
    int[] codes = new int[presence.length];
    for (int row = 0; row < presence.length; row++) {
      if (presence[row] == Presence.KNOWN) {
        codes[row] = taken(row) ? own.levels().indexOf(other.level(from[row])) : own.code(row);
      }
    }
    return new Column.Leveled(own.name(), own.levels(), codes, presence);
  }

  private Column dates(Column.Dates own, Column.Dates other, Presence[] presence) {
    LocalDate[] values = new LocalDate[presence.length];
    for (int row = 0; row < presence.length; row++) {
      values[row] =
          presence[row] != Presence.KNOWN
              ? LocalDate.EPOCH
              : taken(row) ? other.value(from[row]) : own.value(row);
    }
    return new Column.Dates(own.name(), values, presence);
  }
}
