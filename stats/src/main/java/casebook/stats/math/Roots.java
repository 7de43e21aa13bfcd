// SPDX-License-Identifier: Apache-2.0
package casebook.stats.math;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/// Roots of continuous functions of one variable.
public final class Roots {
  private static final int LIMIT = 400;

  private Roots() {}

  /// Finds a root between two points at which the function has different signs, to the last digit.
  ///
  /// Source: Brent 1973, Algorithms for Minimization without Derivatives, chapter 4. Differs from:
  /// R `uniroot`, whose default tolerance leaves 3 to 4 digits.
  ///
  /// @param f a continuous function; infinite values are allowed, NaN is not
  /// @param low one end
  /// @param high the other end
  public static double brent(DoubleUnaryOperator f, double low, double high) {
    return brent(f, low, high, 0);
  }

  /// Finds a root between two points at which the function has different signs.
  ///
  /// @param f a continuous function; infinite values are allowed, NaN is not
  /// @param low one end
  /// @param high the other end
  /// @param tolerance largest absolute error that is good enough; 0 asks for the last digit
  public static double brent(DoubleUnaryOperator f, double low, double high, double tolerance) {
    double atLow = f.applyAsDouble(low);
    double atHigh = f.applyAsDouble(high);
    if (!(Math.signum(atLow) * Math.signum(atHigh) <= 0)) {
      throw new IllegalArgumentException(
          "no change of sign: f(" + low + ") = " + atLow + ", f(" + high + ") = " + atHigh);
    }
    return search(f, low, high, atLow, atHigh, tolerance);
  }

  /// Walks from a point in one direction, each step longer than the last, until the function has
  /// changed its sign, and finds the root there; empty when it does not change within 200 steps.
  ///
  /// @param f a continuous function
  /// @param start the first point
  /// @param step the first step; its sign is the direction
  public static OptionalDouble outward(DoubleUnaryOperator f, double start, double step) {
    double before = start;
    double atBefore = f.applyAsDouble(before);
    double width = step;
    for (int i = 0; i < 200 && Double.isFinite(before + width); i++) {
      double next = before + width;
      double atNext = f.applyAsDouble(next);
      if (Math.signum(atBefore) * Math.signum(atNext) <= 0) {
        return OptionalDouble.of(search(f, before, next, atBefore, atNext, 0));
      }
      before = next;
      atBefore = atNext;
      width *= 1.6;
    }
    return OptionalDouble.empty();
  }

  // One loop with Brent's own names (a, b, c and their values), so that it can be read beside him.
  private static double search(
      DoubleUnaryOperator f, double low, double high, double atLow, double atHigh, double wanted) {
    double a = low;
    double fa = atLow;
    double b = high;
    double fb = atHigh;
    double c = a;
    double fc = fa;
    double d = b - a;
    double e = d;
    for (int i = 0; i < LIMIT; i++) {
      if (Math.abs(fc) < Math.abs(fb)) {
        a = b;
        b = c;
        c = a;
        fa = fb;
        fb = fc;
        fc = fa;
      }
      double near = Math.max(wanted / 2, Math.ulp(b));
      double middle = 0.5 * (c - b);
      if (Math.abs(middle) <= near || fb == 0) {
        return b;
      }
      if (Math.abs(e) >= near && Math.abs(fa) > Math.abs(fb) && Double.isFinite(fa)) {
        double p = interpolate(a, b, c, fa, fb, fc);
        if (Math.abs(p) < Math.min(1.5 * Math.abs(middle), Math.abs(e) / 2) && p * middle > 0) {
          e = d;
          d = p;
        } else {
          d = middle;
          e = d;
        }
      } else {
        d = middle;
        e = d;
      }
      a = b;
      fa = fb;
      b += Math.abs(d) > near ? d : Math.copySign(near, middle);
      fb = f.applyAsDouble(b);
      if (Math.signum(fb) * Math.signum(fc) > 0) {
        c = a;
        fc = fa;
        d = b - a;
        e = d;
      }
    }
    return b;
  }

  /// Returns the step from b that inverse quadratic interpolation, or the secant, proposes.
  private static double interpolate(double a, double b, double c, double fa, double fb, double fc) {
    double s = fb / fa;
    if (a == c || !Double.isFinite(fc)) {
      return (b - a) * s / (1 - s);
    }
    double q = fa / fc;
    double r = fb / fc;
    double p = s * ((c - b) * q * (q - r) - (b - a) * (r - 1));
    return p / -((q - 1) * (r - 1) * (s - 1));
  }
}
