// SPDX-License-Identifier: Apache-2.0
package casebook.study.unit;

/// A unit of measurement: the UCUM code, how a paper prints it, and how it converts.
///
/// Two units convert into each other when their dimensions are equal; a mass concentration and a
/// substance concentration convert through the molar mass of the analyte. Arbitrary units (`AU`)
/// convert only into themselves.
///
/// @param code canonical UCUM code, such as `10*9/L`, `mg/dL`, `umol/L`, `a`, `%`; `AU` for
///   arbitrary units, empty for a bare number
/// @param printed how a paper prints it, such as `×10⁹/L`, `years`
/// @param dimension what it measures, such as `mass/volume`; equal dimensions convert
/// @param factor multiplies a value in this unit to give the dimension's base unit
public record Unit(String code, String printed, String dimension, double factor) {
  /// A bare number.
  public static final Unit NONE = new Unit("", "", "1", 1);

  /// Says whether values convert between the two units without a molar mass.
  public boolean converts(Unit other) {
    return dimension.equals(other.dimension);
  }
}
