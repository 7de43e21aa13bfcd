// SPDX-License-Identifier: Apache-2.0
package casebook.stats.math;

import org.apache.commons.numbers.core.DD;

/// Elementary functions to about 30 digits, of arguments and values that are sums of two doubles.
///
/// Source: Hida, Li & Bailey 2001, 15th IEEE Symposium on Computer Arithmetic, p. 155 (series after
/// reduction of the argument, inverses by one step of Newton's method).
public final class LongFunctions {
  /// The ratio of a circle's circumference to its diameter.
  public static final DD PI = DD.ofSum(Math.PI, 1.2246467991473532e-16);

  private static final DD LN2 = DD.ofSum(0.6931471805599453, 2.3190468138462996e-17);
  private static final int HALVINGS = 9;
  private static final int TERMS = 28;

  private LongFunctions() {}

  /// Returns e to a power; 0 and infinity beyond the range of doubles.
  public static DD exp(DD x) {
    if (!(x.hi() > -745 && x.hi() < 709.78)) {
      return DD.of(Math.exp(x.hi()));
    }
    int powers = (int) Math.rint(x.hi() / LN2.hi());
    DD small = x.subtract(LN2.multiply(DD.of(powers))).scalb(-HALVINGS);
    // e^small - 1, so that squaring loses no digits
    DD term = small;
    DD sum = small;
    for (int k = 2; k < 12; k++) {
      term = term.multiply(small).divide(DD.of(k));
      sum = sum.add(term);
    }
    for (int i = 0; i < HALVINGS; i++) {
      sum = sum.scalb(1).add(sum.square());
    }
    return sum.add(DD.ONE).scalb(powers);
  }

  /// Returns the natural logarithm; minus infinity for 0, NaN below it.
  public static DD ln(DD x) {
    double start = Math.log(x.hi());
    if (!Double.isFinite(start)) {
      return DD.of(start);
    }
    DD guess = DD.of(start);
    return guess.add(x.multiply(exp(guess.negate())).subtract(DD.ONE));
  }

  /// Returns the sine of an angle in radians.
  public static DD sin(DD x) {
    return circular(x, 0);
  }

  /// Returns the cosine of an angle in radians.
  public static DD cos(DD x) {
    return circular(x, 1);
  }

  /// Returns the angle in radians, between -pi/2 and pi/2, that has a tangent.
  public static DD atan(DD x) {
    if (!x.isFinite()) {
      return DD.of(Math.atan(x.hi()));
    }
    DD guess = DD.of(Math.atan(x.hi()));
    DD away = x.multiply(cos(guess)).subtract(sin(guess));
    return guess.add(away.divide(x.square().add(DD.ONE).sqrt()));
  }

  /// Returns sin(x + quarters pi/2).
  private static DD circular(DD x, int quarters) {
    if (!x.isFinite()) {
      return DD.of(Double.NaN);
    }
    double turns = Math.rint(x.hi() / (Math.PI / 2));
    DD rest = x.subtract(PI.scalb(-1).multiply(DD.of(turns)));
    int quadrant = (int) (((long) turns + quarters) & 3);
    DD value = (quadrant & 1) == 0 ? series(rest, rest, 1) : series(rest, DD.ONE, 0);
    return quadrant < 2 ? value : value.negate();
  }

  /// Sums the series of the sine (first term x, power 1) or of the cosine (first term 1, power 0).
  private static DD series(DD x, DD first, int power) {
    DD square = x.square();
    DD term = first;
    DD sum = first;
    for (int k = power + 2; k < TERMS + power; k += 2) {
      term = term.multiply(square).divide(DD.of((double) k * (k - 1))).negate();
      sum = sum.add(term);
    }
    return sum;
  }
}
