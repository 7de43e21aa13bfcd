// SPDX-License-Identifier: Apache-2.0
package casebook.study.unit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A unit of measurement: the UCUM code, how a paper prints it, and how it converts.
///
/// Two units convert into each other when their dimensions are equal; a mass concentration and a
/// substance concentration convert through the molar mass of the analyte. Arbitrary units (`AU`)
/// convert only into themselves. Months and years convert into each other, and so do hours, days
/// and weeks; a month has no fixed number of days.
///
/// @param code canonical UCUM code, such as `10*9/L`, `mg/dL`, `umol/L`, `a`, `%`; `AU` for
///   arbitrary units, empty for a bare number
/// @param printed how a paper prints it, such as `×10⁹/L`, `years`
/// @param dimension what it measures, such as `mass/volume`; equal dimensions convert
/// @param factor multiplies a value in this unit to give the dimension's base unit
public record Unit(String code, String printed, String dimension, double factor) {
  /// A bare number.
  public static final Unit NONE = new Unit("", "", "1", 1);

  /// Written out, as the generated ones cost more at a start than all else that units do.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Unit unit
        && code.equals(unit.code)
        && printed.equals(unit.printed)
        && dimension.equals(unit.dimension)
        && Double.compare(factor, unit.factor) == 0;
  }

  @Override
  public int hashCode() {
    return code.hashCode();
  }

  /// Says whether values convert between the two units without a molar mass.
  public boolean converts(Unit other) {
    return dimension.equals(other.dimension);
  }

  /// Says whether a value is the same number in both units: `10*9/L` and `10*3/uL`, `ng/mL` and
  /// `ug/L`.
  public boolean sameScale(Unit other) {
    return equals(other) || (converts(other) && ratio(other).compareTo(BigDecimal.ONE) == 0);
  }

  /// Converts a value of this unit into another unit; empty when they do not convert. Powers of ten
  /// convert exactly, everything else to 15 digits.
  public Optional<BigDecimal> convert(BigDecimal value, Unit into) {
    if (equals(into)) {
      return Optional.of(value);
    }
    return converts(into) ? Optional.of(scaled(value, ratio(into))) : Optional.empty();
  }

  /// Converts between mass and substance concentration as well, through the molar mass.
  ///
  /// @param gramsPerMole molar mass of the analyte, g/mol
  public Optional<BigDecimal> convert(BigDecimal value, Unit into, double gramsPerMole) {
    if (converts(into)) {
      return convert(value, into);
    }
    BigDecimal molarMass = BigDecimal.valueOf(gramsPerMole);
    if (dimension.replace("mass", "amount").equals(into.dimension)) {
      return Optional.of(scaled(value, ratio(into).divide(molarMass, MathContext.DECIMAL128)));
    }
    if (dimension.equals(into.dimension.replace("mass", "amount"))) {
      return Optional.of(scaled(value, ratio(into).multiply(molarMass)));
    }
    return Optional.empty();
  }

  /// The unit of a product.
  public Unit times(Unit other) {
    if (this.equals(NONE) || other.equals(NONE)) {
      return this.equals(NONE) ? other : this;
    }
    if (equals(other) && code.matches("[a-z]+")) {
      return new Unit(code + "2", printed + "²", dimension + "·" + dimension, factor * factor);
    }
    return new Unit(
        code + "." + other.code,
        printed + "·" + other.printed,
        joined(
            above(dimension) + "·" + above(other.dimension),
            below(dimension) + below(other.dimension)),
        factor * other.factor);
  }

  /// The unit of a quotient; a bare number when both have the same scale.
  public Unit per(Unit other) {
    if (other.equals(NONE) || sameScale(other)) {
      return other.equals(NONE) ? this : NONE;
    }
    return new Unit(
        code + "/" + other.code.replace('.', '/'),
        printed + "/" + other.printed.replace('·', '/'),
        joined(
            above(dimension) + "·" + below(other.dimension).replace("/", "·"),
            below(dimension) + "/" + above(other.dimension).replace("·", "/")),
        factor / other.factor);
  }

  private static String above(String dimension) {
    int slash = dimension.indexOf('/');
    return slash < 0 ? dimension : dimension.substring(0, slash);
  }

  private static String below(String dimension) {
    int slash = dimension.indexOf('/');
    return slash < 0 ? "" : dimension.substring(slash);
  }

  /// Puts the parts of a dimension into their fixed order.
  private static String joined(String above, String below) {
    String top =
        String.join("·", Arrays.stream(above.split("·")).filter(Unit::counts).sorted().toList());
    String under =
        String.join("/", Arrays.stream(below.split("/")).filter(Unit::counts).sorted().toList());
    return (top.isEmpty() ? "1" : top) + (under.isEmpty() ? "" : "/" + under);
  }

  private static boolean counts(String part) {
    return !part.isEmpty() && !part.equals("1");
  }

  private BigDecimal ratio(Unit into) {
    return BigDecimal.valueOf(factor)
        .divide(BigDecimal.valueOf(into.factor), MathContext.DECIMAL128);
  }

  private static BigDecimal scaled(BigDecimal value, BigDecimal ratio) {
    BigDecimal product = value.multiply(ratio).round(new MathContext(15)).stripTrailingZeros();
    return product.scale() < 0 ? product.setScale(0) : product;
  }
}
