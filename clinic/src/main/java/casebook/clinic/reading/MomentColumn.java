// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.reading;

import casebook.clinic.record.Event.Measured;
import casebook.clinic.record.Facts;
import casebook.clinic.record.Timeline;
import casebook.study.data.Censoring;
import casebook.study.data.Column;
import casebook.study.data.Presence;
import casebook.study.data.Table;
import casebook.study.language.Dictionary.Moment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The column of a measurement on a day: the last value on or before it, if it is not too old.
final class MomentColumn {
  private MomentColumn() {}

  /// @param table the patients; it has the date variable of the moment
  /// @param timelines one a row; or none, and all values are missing
  static Column of(Moment moment, Table table, List<Timeline> timelines) {
    int rows = table.rows();
    double[] values = new double[rows];
    Presence[] presence = new Presence[rows];
    Arrays.fill(presence, Presence.MISSING);
    Map<Integer, BigDecimal> exact = new HashMap<>();
    Map<Integer, Censoring> censored = new HashMap<>();
    for (int row = 0; row < timelines.size(); row++) {
      Optional<Measured> found = value(moment, new Facts(table, row), timelines.get(row));
      if (found.isPresent()) {
        values[row] = found.get().value().doubleValue();
        exact.put(row, found.get().value());
        presence[row] = Presence.KNOWN;
        if (!found.get().quantity().exact()) {
          censored.put(row, found.get().quantity().censoring());
        }
      }
    }
    return new Column.Numeric(moment.name(), values, presence, exact, censored);
  }

  /// The value that counts on the day.
  private static Optional<Measured> value(Moment moment, Facts facts, Timeline patient) {
    Optional<LocalDate> day = facts.date(moment.day());
    return day.flatMap(it -> patient.latest(moment.measure(), it, moment.days()));
  }
}
