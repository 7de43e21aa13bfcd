// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.statement;

import casebook.study.unit.Unit;
import casebook.study.unit.Units;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/// A number with its unit, as it is held against a printed one.
///
/// Beside what units convert into each other, a fraction is 100 times as many percent, and days are
/// months and years of mean length: 30.4375 and 365.25 days.
///
/// @param value the number
/// @param unit its unit
record Amount(BigDecimal value, Unit unit) {
  private static final Unit PERCENT = Units.read("percent").orElseThrow();
  private static final Unit DAYS = Units.read("days").orElseThrow();
  private static final Unit MONTHS = Units.read("months").orElseThrow();
  private static final BigDecimal DAYS_OF_A_MONTH = new BigDecimal("30.4375");

  /// Says whether a number in one unit can be held against a number in another.
  static boolean fits(Unit unit, Unit other) {
    return new Amount(BigDecimal.ONE, unit).in(other).isPresent();
  }

  /// The number in another unit; empty when it has none there.
  Optional<BigDecimal> in(Unit other) {
    if (unit.converts(other)) {
      return unit.convert(value, other);
    }
    if (unit.equals(Unit.NONE) && other.equals(PERCENT)) {
      return Optional.of(value.movePointRight(2));
    }
    if (unit.converts(DAYS) && MONTHS.converts(other)) {
      return unit.convert(value, DAYS)
          .map(days -> days.divide(DAYS_OF_A_MONTH, MathContext.DECIMAL64))
          .flatMap(months -> MONTHS.convert(months, other));
    }
    return Optional.empty();
  }
}
