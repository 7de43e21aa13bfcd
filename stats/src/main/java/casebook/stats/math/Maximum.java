// SPDX-License-Identifier: Apache-2.0
package casebook.stats.math;

import casebook.stats.result.Outcome;

/// Where a search for a maximum ended.
public final class Maximum {
  private final Outcome outcome;
  private final double[] at;
  private final double value;
  private final double[] gradient;
  private final double[] information;

  Maximum(Outcome outcome, double[] at, double value, double[] gradient, double[] information) {
    this.outcome = outcome;
    this.at = at;
    this.value = value;
    this.gradient = gradient;
    this.information = information;
  }

  /// Says how the search ended.
  public Outcome outcome() {
    return outcome;
  }

  /// Returns one coordinate of the last point.
  public double at(int place) {
    return at[place];
  }

  /// Returns a copy of the last point.
  public double[] point() {
    return at.clone();
  }

  /// Returns the value at the last point.
  public double value() {
    return value;
  }

  /// Returns one component of the gradient at the last point, those of fixed parameters included.
  public double gradient(int place) {
    return gradient[place];
  }

  /// Returns a copy of the information over all parameters at the last point, column-major; only
  /// its lower triangle is meant.
  public double[] information() {
    return information.clone();
  }
}
