// SPDX-License-Identifier: Apache-2.0
package casebook.stats.dosing;

/// A number with its exact first and second derivatives by three parameters.
///
/// Source: Griewank & Walther 2008, Evaluating Derivatives, 2nd ed., chapters 3 and 5.
final class SecondOrder {
  static final int SIZE = 3;

  private static final double[] NONE = {};

  private final double value;
  private final double[] slopes;
  // row i, column j <= i at i (i + 1) / 2 + j; both are empty where no parameter matters
  private final double[] bends;

  private SecondOrder(double value, double[] slopes, double[] bends) {
    this.value = value;
    this.slopes = slopes;
    this.bends = bends;
  }

  /// Makes a number that no parameter changes.
  static SecondOrder of(double value) {
    return new SecondOrder(value, NONE, NONE);
  }

  private static SecondOrder blank(double value) {
    return new SecondOrder(value, new double[SIZE], new double[SIZE * (SIZE + 1) / 2]);
  }

  /// Makes a parameter.
  static SecondOrder parameter(double value, int place) {
    SecondOrder made = blank(value);
    made.slopes[place] = 1;
    return made;
  }

  double value() {
    return value;
  }

  double slope(int i) {
    return constant() ? 0 : slopes[i];
  }

  double bend(int i, int j) {
    if (constant()) {
      return 0;
    }
    return i >= j ? bends[i * (i + 1) / 2 + j] : bend(j, i);
  }

  private boolean constant() {
    return slopes.length == 0;
  }

  /// Applies a function whose value, first and second derivative here are given.
  private SecondOrder chain(double result, double first, double second) {
    if (constant()) {
      return of(result);
    }
    SecondOrder made = blank(result);
    for (int i = 0, at = 0; i < SIZE; i++) {
      made.slopes[i] = first * slopes[i];
      for (int j = 0; j <= i; j++, at++) {
        made.bends[at] = first * bends[at] + second * slopes[i] * slopes[j];
      }
    }
    return made;
  }

  SecondOrder plus(SecondOrder other) {
    if (other.constant()) {
      return plus(other.value);
    }
    if (constant()) {
      return other.plus(value);
    }
    SecondOrder made = blank(value + other.value);
    for (int i = 0; i < slopes.length; i++) {
      made.slopes[i] = slopes[i] + other.slopes[i];
    }
    for (int at = 0; at < bends.length; at++) {
      made.bends[at] = bends[at] + other.bends[at];
    }
    return made;
  }

  SecondOrder plus(double other) {
    return new SecondOrder(value + other, slopes, bends);
  }

  SecondOrder minus(SecondOrder other) {
    return plus(other.times(-1));
  }

  SecondOrder times(double factor) {
    return chain(value * factor, factor, 0);
  }

  SecondOrder times(SecondOrder other) {
    if (other.constant()) {
      return times(other.value);
    }
    if (constant()) {
      return other.times(value);
    }
    SecondOrder made = blank(value * other.value);
    for (int i = 0, at = 0; i < SIZE; i++) {
      made.slopes[i] = slopes[i] * other.value + value * other.slopes[i];
      for (int j = 0; j <= i; j++, at++) {
        made.bends[at] =
            bends[at] * other.value
                + value * other.bends[at]
                + slopes[i] * other.slopes[j]
                + slopes[j] * other.slopes[i];
      }
    }
    return made;
  }

  SecondOrder over(SecondOrder other) {
    return times(other.inverse());
  }

  SecondOrder inverse() {
    double result = 1 / value;
    return chain(result, -result * result, 2 * result * result * result);
  }

  SecondOrder square() {
    return times(this);
  }

  SecondOrder sqrt() {
    double root = Math.sqrt(value);
    return chain(root, 0.5 / root, -0.25 / (root * value));
  }

  SecondOrder exp() {
    double result = Math.exp(value);
    return chain(result, result, result);
  }

  /// Returns \\(1 - e^x\\) without loss of digits near 0.
  SecondOrder oneMinusExp() {
    double result = -Math.expm1(value);
    if (constant()) {
      return of(result);
    }
    double power = Math.exp(value);
    return chain(result, -power, -power);
  }

  SecondOrder ln() {
    return chain(Math.log(value), 1 / value, -1 / (value * value));
  }
}
