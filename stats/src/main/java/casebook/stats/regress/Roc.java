// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.dist.Normal;
import casebook.stats.math.Sums;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.stats.result.TestResult;
import java.util.Arrays;

/// The receiver operating characteristic of a marker: larger values speak for the event.
///
/// The area is the share of pairs of a case and a control in which the case has the larger value,
/// ties counted half. Its variance is DeLong's: the variances of the placements of cases among
/// controls and of controls among cases, each over its number.
///
/// Source: DeLong, DeLong & Clarke-Pearson 1988, Biometrics 44:837; placements by ranks: Sun & Xu
/// 2014, IEEE Signal Process Lett 21:1389. Equals: `pROC::roc`, `ci`, `roc.test` with `delong` (R).
public final class Roc {
  private final double[] cases;
  private final double[] controls;
  private final double[] casePlacements;
  private final double[] controlPlacements;
  private final int[] rows;

  private Roc(double[] cases, double[] controls, int[] rows) {
    this.cases = cases;
    this.controls = controls;
    this.rows = rows;
    casePlacements = placements(cases, controls, 1);
    controlPlacements = placements(controls, cases, -1);
  }

  /// Makes the curve; empty without cases or without controls.
  ///
  /// @param event whether each person is a case
  /// @param marker each person's value, none missing
  public static Answer<Roc> of(boolean[] event, double... marker) {
    if (event.length != marker.length) {
      throw new IllegalArgumentException(event.length + " events, " + marker.length + " markers");
    }
    int count = 0;
    for (int i = 0; i < event.length; i++) {
      if (Double.isNaN(marker[i])) {
        throw new IllegalArgumentException("the marker is missing in row " + i);
      }
      count += event[i] ? 1 : 0;
    }
    if (count == 0 || count == event.length) {
      return Answer.none(count == 0 ? "there are no cases" : "there are no controls");
    }
    double[] cases = new double[count];
    double[] controls = new double[event.length - count];
    int[] rows = new int[event.length];
    int a = 0;
    int b = 0;
    for (int i = 0; i < event.length; i++) {
      if (event[i]) {
        rows[a] = i;
        cases[a++] = marker[i];
      } else {
        rows[count + b] = i;
        controls[b++] = marker[i];
      }
    }
    return Answer.of(new Roc(cases, controls, rows));
  }

  /// Returns for each value the share of others that it exceeds (sign 1) or that exceed it (sign
  /// -1), ties counted half.
  private static double[] placements(double[] values, double[] others, int sign) {
    double[] sorted = others.clone();
    Arrays.sort(sorted);
    double[] result = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      int below = firstAtLeast(sorted, values[i]);
      int above = sorted.length - firstAtLeast(sorted, Math.nextUp(values[i]));
      double wins = sign > 0 ? below : above;
      result[i] = (wins + (sorted.length - below - above) / 2.0) / sorted.length;
    }
    return result;
  }

  private static int firstAtLeast(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// Returns the number of cases.
  public int cases() {
    return cases.length;
  }

  /// Returns the number of controls.
  public int controls() {
    return controls.length;
  }

  /// Returns the area under the curve.
  public double area() {
    return Sums.mean(casePlacements);
  }

  /// Returns DeLong's variance of the area; infinite with a single case or control.
  public double variance() {
    return covariance(this, this);
  }

  /// Returns the area with its symmetric interval, which may leave the range of an area.
  ///
  /// @param level confidence level, between 0 and 1
  public Estimate area(double level) {
    double half = Normal.ofLevel(level) * Math.sqrt(variance());
    return new Estimate(area(), new Interval(area() - half, area() + half, level));
  }

  private static double covariance(Roc one, Roc other) {
    return covariance(one.casePlacements, other.casePlacements)
        + covariance(one.controlPlacements, other.controlPlacements);
  }

  /// Returns the covariance of two means of as many values.
  private static double covariance(double[] first, double[] second) {
    int n = first.length;
    if (n < 2) {
      return Double.POSITIVE_INFINITY;
    }
    double meanFirst = Sums.mean(first);
    double meanSecond = Sums.mean(second);
    double[] a = Arrays.stream(first).map(v -> v - meanFirst).toArray();
    double[] b = Arrays.stream(second).map(v -> v - meanSecond).toArray();
    return Sums.dot(a, b) / (n - 1) / n;
  }

  /// Compares the areas of two markers measured in the same people.
  ///
  /// @param other the curve of the other marker, over the same rows
  public Answer<TestResult> compare(Roc other) {
    if (!Arrays.equals(rows, other.rows) || cases.length != other.cases.length) {
      throw new IllegalArgumentException("the curves are of different people");
    }
    double variance = variance() + other.variance() - 2 * covariance(this, other);
    if (!(variance > 0 && variance < Double.POSITIVE_INFINITY)) {
      return Answer.none("the difference of the areas has no variance");
    }
    double z = (area() - other.area()) / Math.sqrt(variance);
    return Answer.of(TestResult.of("DeLong test, paired", z, Normal.twoSided(z)));
  }

  /// A rule "positive above the threshold" and what it does.
  ///
  /// @param threshold midway between two neighbouring values; infinite when all or none are
  ///   positive
  /// @param truePositives cases above
  /// @param falsePositives controls above
  /// @param trueNegatives controls not above
  /// @param falseNegatives cases not above
  public record Threshold(
      double threshold,
      int truePositives,
      int falsePositives,
      int trueNegatives,
      int falseNegatives) {
    /// Returns the share of cases that are positive.
    public double sensitivity() {
      return truePositives / (double) (truePositives + falseNegatives);
    }

    /// Returns the share of controls that are negative.
    public double specificity() {
      return trueNegatives / (double) (trueNegatives + falsePositives);
    }
  }

  /// Returns the threshold with the largest sum of sensitivity and specificity (Youden); of several
  /// the lowest.
  ///
  /// Source: Youden 1950, Cancer 3:32.
  public Threshold youden() {
    double[] values = new double[cases.length + controls.length];
    System.arraycopy(cases, 0, values, 0, cases.length);
    System.arraycopy(controls, 0, values, cases.length, controls.length);
    double[] distinct = Arrays.stream(values).sorted().distinct().toArray();
    Threshold best = at(Double.NEGATIVE_INFINITY);
    for (int i = 0; i < distinct.length; i++) {
      boolean last = i == distinct.length - 1;
      Threshold next = at(last ? Double.POSITIVE_INFINITY : distinct[i] / 2 + distinct[i + 1] / 2);
      if (gain(next) > gain(best)) {
        best = next;
      }
    }
    return best;
  }

  /// Returns the numerator of Youden's index over cases times controls, a whole number.
  private long gain(Threshold threshold) {
    return (long) threshold.truePositives() * controls.length
        + (long) threshold.trueNegatives() * cases.length;
  }

  /// Returns what a threshold does.
  public Threshold at(double threshold) {
    int positiveCases = (int) Arrays.stream(cases).filter(v -> v > threshold).count();
    int positiveControls = (int) Arrays.stream(controls).filter(v -> v > threshold).count();
    return new Threshold(
        threshold,
        positiveCases,
        positiveControls,
        controls.length - positiveControls,
        cases.length - positiveCases);
  }
}
