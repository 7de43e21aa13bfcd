// SPDX-License-Identifier: Apache-2.0
package casebook.stats.curve;

import casebook.stats.math.LongFunctions;
import java.util.Arrays;
import org.apache.commons.numbers.core.DD;

/// A number together with its exact derivatives by the parameters of a curve, both with twice the
/// digits of a double.
///
/// Whoever writes a curve with these operations has written its derivatives too (forward automatic
/// differentiation). A value that does not exist, such as the logarithm of a negative number, is
/// NaN and stays inside the fit.
///
/// Source: Griewank & Walther 2008, Evaluating Derivatives, 2nd ed., chapter 3.
public final class Dual {
  private static final DD[] NONE = {};
  private static final DD NAN = DD.of(Double.NaN);

  private final DD value;
  // empty for a constant
  private final DD[] slopes;

  private Dual(DD value, DD[] slopes) {
    this.value = value;
    this.slopes = slopes;
  }

  /// Makes a number that no parameter changes.
  public static Dual of(double value) {
    return new Dual(DD.of(value), NONE);
  }

  /// Makes a number that no parameter changes.
  public static Dual of(DD value) {
    return new Dual(value, NONE);
  }

  /// Makes a parameter.
  ///
  /// @param value its value
  /// @param place its place, counted from 0
  /// @param size the number of parameters
  static Dual parameter(DD value, int place, int size) {
    DD[] slopes = new DD[size];
    Arrays.fill(slopes, DD.ZERO);
    slopes[place] = DD.ONE;
    return new Dual(value, slopes);
  }

  /// Returns the value, rounded.
  public double value() {
    return value.doubleValue();
  }

  /// Returns the derivative by a parameter, rounded.
  ///
  /// @param parameter its place, counted from 0
  public double slope(int parameter) {
    return longSlope(parameter).doubleValue();
  }

  DD longValue() {
    return value;
  }

  DD longSlope(int parameter) {
    return slopes.length == 0 ? DD.ZERO : slopes[parameter];
  }

  /// Applies a function with a value and a derivative at this value.
  private Dual chain(DD result, DD derivative) {
    DD[] all = new DD[slopes.length];
    for (int j = 0; j < all.length; j++) {
      all[j] = slopes[j].multiply(derivative);
    }
    return new Dual(result, all);
  }

  /// Applies a function of two with its two partial derivatives.
  private Dual chain(Dual other, DD result, DD byThis, DD byOther) {
    if (other.slopes.length == 0) {
      return chain(result, byThis);
    }
    if (slopes.length == 0) {
      return other.chain(result, byOther);
    }
    DD[] all = new DD[slopes.length];
    for (int j = 0; j < all.length; j++) {
      all[j] = slopes[j].multiply(byThis).add(other.slopes[j].multiply(byOther));
    }
    return new Dual(result, all);
  }

  /// Adds.
  public Dual plus(Dual other) {
    return chain(other, value.add(other.value), DD.ONE, DD.ONE);
  }

  /// Adds a constant.
  public Dual plus(double other) {
    return chain(value.add(other), DD.ONE);
  }

  /// Subtracts.
  public Dual minus(Dual other) {
    return chain(other, value.subtract(other.value), DD.ONE, DD.ONE.negate());
  }

  /// Changes the sign.
  public Dual negated() {
    return chain(value.negate(), DD.ONE.negate());
  }

  /// Multiplies.
  public Dual times(Dual other) {
    return chain(other, value.multiply(other.value), other.value, value);
  }

  /// Multiplies by a constant.
  public Dual times(double other) {
    return chain(value.multiply(other), DD.of(other));
  }

  /// Divides.
  public Dual over(Dual other) {
    DD quotient = value.divide(other.value);
    DD inverse = other.value.reciprocal();
    return chain(other, quotient, inverse, quotient.multiply(inverse).negate());
  }

  /// Returns e to this power.
  public Dual exp() {
    DD result = LongFunctions.exp(value);
    return chain(result, result);
  }

  /// Returns the natural logarithm.
  public Dual ln() {
    return chain(LongFunctions.ln(value), value.reciprocal());
  }

  /// Returns the square root.
  public Dual sqrt() {
    DD root = value.sqrt();
    return chain(root, root.multiply(2).reciprocal());
  }

  /// Returns the sine of an angle in radians.
  public Dual sin() {
    return chain(LongFunctions.sin(value), LongFunctions.cos(value));
  }

  /// Returns the cosine of an angle in radians.
  public Dual cos() {
    return chain(LongFunctions.cos(value), LongFunctions.sin(value).negate());
  }

  /// Returns the angle in radians, between -pi/2 and pi/2, that has this tangent.
  public Dual atan() {
    return chain(LongFunctions.atan(value), value.square().add(DD.ONE).reciprocal());
  }

  /// Raises to a whole power.
  ///
  /// @param exponent may be negative
  public Dual power(int exponent) {
    if (exponent == 0) {
      return of(1);
    }
    return chain(value.pow(exponent), value.pow(exponent - 1).multiply(exponent));
  }

  /// Raises to any power. 0 to a positive power is 0; a negative number has whole powers only.
  public Dual power(Dual exponent) {
    double e = exponent.value.hi();
    boolean whole = exponent.slopes.length == 0 && e == Math.rint(e) && Math.abs(e) <= 1024;
    if (whole && exponent.value.lo() == 0) {
      return power((int) e);
    }
    if (value.hi() == 0 && e > 0) {
      return chain(exponent, DD.ZERO, e > 1 ? DD.ZERO : NAN, DD.ZERO);
    }
    return exponent.times(ln()).exp();
  }

  @Override
  public String toString() {
    return value.doubleValue() + " with " + slopes.length + " derivatives";
  }
}
