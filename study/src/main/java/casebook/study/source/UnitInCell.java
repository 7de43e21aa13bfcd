// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import casebook.study.unit.MolarMass;
import casebook.study.unit.Unit;
import casebook.study.unit.Units;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;

/// A number with its unit in one cell: says what it would be in the unit of the variable.
final class UnitInCell {
  static final String CODE = "data/unit-in-cell";

  private UnitInCell() {}

  /// The flaw as it is, or with the converted number where the units convert.
  ///
  /// @param flaw any flaw; of one with this code the kind is the unit as written
  /// @param text the cell
  /// @param unit the unit of the variable
  /// @param analyte what was measured, for its molar mass
  static Flaw explained(Flaw flaw, String text, char decimal, Unit unit, String analyte) {
    if (!flaw.code().equals(CODE)) {
      return flaw;
    }
    String written = flaw.kind();
    String number = text.substring(0, text.length() - written.length()).strip();
    Optional<String> converted =
        NumberText.read(number, decimal) instanceof Reading.Good<BigDecimal>(BigDecimal value)
            ? Units.read(written)
                .flatMap(other -> convert(value, other, unit, analyte))
                .map(BigDecimal::toPlainString)
            : Optional.empty();
    String equal =
        converted
            .map(value ->
                " It equals " + value + " " + unit.printed() + ", the unit of the variable.")
            .orElse("");
    return new Flaw(flaw.severity(), flaw.code(), flaw.message() + equal, flaw.fix(), flaw.kind());
  }

  private static Optional<BigDecimal> convert(
      BigDecimal value, Unit from, Unit into, String analyte) {
    OptionalDouble molarMass = MolarMass.of(analyte);
    return molarMass.isPresent()
        ? from.convert(value, into, molarMass.getAsDouble())
        : from.convert(value, into);
  }
}
