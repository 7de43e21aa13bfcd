// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import casebook.stats.dist.Normal;
import casebook.stats.result.Interval;
import java.util.Arrays;
import java.util.Optional;

/// The survival that a Cox model predicts for given covariates: exp(-H(t)), where H is the
/// cumulative baseline hazard times exp(x' b).
///
/// The baseline hazard has the increments that go with the ties: Breslow's d / S0, or Efron's sum
/// over the d steps. The variance of H counts both the increments and the coefficients.
///
/// Source: Tsiatis, 1981, Annals of Statistics 9:93-108; Link, 1984, Biometrics 40:601-610. Equals:
/// `survfit.coxph` of R's survival 3.5.
public final class CoxCurve {
  private final double[] time;
  private final double[] hazard;
  private final double[] variance;

  CoxCurve(double[] time, double[] hazard, double[] variance) {
    this.time = time;
    this.hazard = hazard;
    this.variance = variance;
  }

  /// A predicted survival.
  ///
  /// @param time the time asked for
  /// @param survival probability to be without the event after it
  /// @param standardError its standard error
  /// @param interval pointwise interval; absent where its scale has none
  public record Point(
      double time, double survival, double standardError, Optional<Interval> interval) {}

  /// Returns the number of distinct event times.
  public int size() {
    return time.length;
  }

  /// Returns an event time, ascending.
  public double time(int row) {
    return time[row];
  }

  /// Returns the cumulative hazard from an event time on.
  public double cumulativeHazard(int row) {
    return hazard[row];
  }

  /// Reads the curve at a time.
  ///
  /// @param when the time
  /// @param band scale of the interval
  /// @param level confidence level, between 0 and 1
  public Point at(double when, ConfidenceBand band, double level) {
    double z = Normal.ofLevel(level);
    int found = Arrays.binarySearch(time, when);
    int row = found >= 0 ? found : -found - 2;
    if (row < 0) {
      return new Point(when, 1, 0, Optional.of(new Interval(1, 1, level)));
    }
    double survival = Math.exp(-hazard[row]);
    double error = Math.sqrt(variance[row]);
    return new Point(when, survival, survival * error, band.interval(survival, error, z, level));
  }
}
