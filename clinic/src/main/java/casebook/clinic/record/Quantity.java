// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.record;

import casebook.study.data.Censoring;
import casebook.study.unit.Unit;
import java.math.BigDecimal;
import java.util.Optional;

/// A measured value: exact decimals in the unit that the study file declares, beside the text as it
/// was written. Comparisons use the decimals, never what is printed.
///
/// @param value the number; of a censored value its limit; of a pair the first (systolic) number
/// @param second the second number of a pair such as blood pressure `150/95`
/// @param unit the declared unit, to which `value` was converted
/// @param censoring on which side of `value` the true value lies
/// @param written the number and unit as they were written, such as `150000/uL`
public record Quantity(
    BigDecimal value, Optional<BigDecimal> second, Unit unit, Censoring censoring, String written) {

  /// A plain value that was written in the declared unit.
  public static Quantity of(BigDecimal value, Unit unit) {
    String words = value.toPlainString() + (unit.printed().isEmpty() ? "" : " " + unit.printed());
    return new Quantity(value, Optional.empty(), unit, Censoring.NONE, words);
  }

  /// Says whether the value itself is known, not only a limit of it.
  public boolean exact() {
    return censoring == Censoring.NONE;
  }
}
