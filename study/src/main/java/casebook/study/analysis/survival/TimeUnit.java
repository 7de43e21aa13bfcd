// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.survival;

import casebook.study.unit.Unit;
import casebook.study.unit.Units;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A unit of time between two days. A year has 365.25 days and a month the twelfth of it, 30.4375.
enum TimeUnit {
  DAYS(1),
  WEEKS(7),
  MONTHS(365.25 / 12),
  YEARS(365.25);

  private final double days;

  TimeUnit(double days) {
    this.days = days;
  }

  /// How many days it has.
  double days() {
    return days;
  }

  /// The word in the study file and in print.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The unit that is written so: `months`, `month`.
  static Optional<TimeUnit> of(String word) {
    return Units.read(word).flatMap(TimeUnit::of);
  }

  /// The unit of a variable, when it is one of time.
  static Optional<TimeUnit> of(Unit unit) {
    return Arrays.stream(values())
        .filter(it -> Units.read(it.word()).filter(unit::equals).isPresent())
        .findFirst();
  }
}
