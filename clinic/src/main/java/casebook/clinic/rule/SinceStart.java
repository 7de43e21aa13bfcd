// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import casebook.clinic.record.DoseSeries;
import casebook.clinic.record.Series;
import casebook.clinic.rule.BeforeStart.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The values of a measurement that count during treatment: after the day of start, exact, and
/// while the drug was taken on the day or the day before.
record SinceStart(Series values, DoseSeries doses, LocalDate start) {
  /// Says whether the drug was taken on a day, counted from 1970-01-01, or the day before.
  boolean taken(long day) {
    return doses.inForce(day) >= 0 || doses.inForce(day - 1) >= 0;
  }

  private int first() {
    return values.until(start.toEpochDay());
  }

  /// Says whether any value is such, whether it counts or not.
  boolean any(Predicate<BigDecimal> such) {
    for (int i = first(); i < values.size(); i++) {
      if (such.test(values.quantity(i).value())) {
        return true;
      }
    }
    return false;
  }

  /// The last value that counts.
  Optional<Value> last() {
    for (int i = values.size() - 1; i >= first(); i--) {
      if (values.quantity(i).exact() && taken(values.day(i))) {
        return Optional.of(Baselines.value(values.get(i)));
      }
    }
    return Optional.empty();
  }

  /// All exact values, in the order of time, whether the drug was taken or not: a recheck decides
  /// while the drug is stopped.
  List<Value> all() {
    List<Value> all = new ArrayList<>();
    for (int i = first(); i < values.size(); i++) {
      if (values.quantity(i).exact()) {
        all.add(Baselines.value(values.get(i)));
      }
    }
    return all;
  }
}
