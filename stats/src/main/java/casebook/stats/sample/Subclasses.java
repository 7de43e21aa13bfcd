// SPDX-License-Identifier: Apache-2.0
package casebook.stats.sample;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// People divided into classes within which cases and controls are compared, with the weights that
/// make the controls look like the cases.
///
/// A control weighs cases over controls of its class, scaled so that the weights of the controls
/// sum to their number; a class without cases or without controls weighs nothing.
///
/// Source: Rosenbaum and Rubin, 1984, Journal of the American Statistical Association 79:516-524.
/// Equals: `matchit(method = "exact")` and `"subclass"` of R's MatchIt 4.5 (weights for the effect
/// in the treated).
public final class Subclasses {
  private final int[] classOf; // -1 outside every class that has both kinds
  private final double[] weights;
  private final int count;

  private Subclasses(int[] classOf, double[] weights, int count) {
    this.classOf = classOf;
    this.weights = weights;
    this.count = count;
  }

  /// Puts people with the same codes of all variables into one class.
  ///
  /// @param cases length n, true for a case
  /// @param codes one array of length n for each variable; equal numbers are equal
  public static Subclasses exact(boolean[] cases, List<double[]> codes) {
    Map<List<Double>, Integer> numbers = new HashMap<>();
    int[] raw = new int[cases.length];
    for (int i = 0; i < raw.length; i++) {
      int row = i;
      List<Double> key = codes.stream().map(code -> code[row] + 0.0).toList();
      numbers.putIfAbsent(key, numbers.size());
      raw[i] = numbers.get(key);
    }
    return of(cases, raw, numbers.size());
  }

  /// Puts people into classes of a score, cut so that each holds about as many cases: at the
  /// quantiles (type 7) of the cases' scores. Lower ends belong to a class.
  ///
  /// @param cases length n, true for a case; at least one
  /// @param score length n, finite
  /// @param classes number of classes, at least 2
  public static Subclasses byScore(boolean[] cases, double[] score, int classes) {
    if (classes < 2 || score.length != cases.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d classes of %d scores for %d people; at least 2",
              classes,
              score.length,
              cases.length));
    }
    double[] sorted = new double[cases.length];
    int n = 0;
    for (int i = 0; i < cases.length; i++) {
      if (cases[i]) {
        sorted[n++] = score[i];
      }
    }
    if (n == 0) {
      throw new IllegalArgumentException("there are 0 cases; at least 1 is needed");
    }
    sorted = Arrays.copyOf(sorted, n);
    Arrays.sort(sorted);
    double[] cuts = new double[classes - 1];
    for (int c = 1; c < classes; c++) {
      double place = (double) c / classes * (n - 1);
      int low = (int) Math.floor(place);
      double above = sorted[Math.min(low + 1, n - 1)];
      cuts[c - 1] = sorted[low] + (place - low) * (above - sorted[low]);
    }
    int[] raw = new int[cases.length];
    for (int i = 0; i < raw.length; i++) {
      double s = score[i];
      raw[i] = (int) Arrays.stream(cuts).filter(cut -> cut <= s).count();
    }
    return of(cases, raw, classes);
  }

  private static Subclasses of(boolean[] cases, int[] raw, int size) {
    int[] caseCount = new int[size];
    int[] controlCount = new int[size];
    for (int i = 0; i < raw.length; i++) {
      (cases[i] ? caseCount : controlCount)[raw[i]]++;
    }
    int[] classOf = raw.clone();
    double[] control = new double[raw.length];
    int used = 0;
    for (int c = 0; c < size; c++) {
      used += caseCount[c] > 0 && controlCount[c] > 0 ? 1 : 0;
    }
    for (int i = 0; i < raw.length; i++) {
      boolean both = caseCount[raw[i]] > 0 && controlCount[raw[i]] > 0;
      classOf[i] = both ? raw[i] : -1;
      control[i] = both && !cases[i] ? (double) caseCount[raw[i]] / controlCount[raw[i]] : 0;
    }
    double[] weights = MatchedSets.scaled(control);
    for (int i = 0; i < raw.length; i++) {
      weights[i] = cases[i] && classOf[i] >= 0 ? 1 : weights[i];
    }
    return new Subclasses(classOf, weights, used);
  }

  /// Returns the number of classes with both cases and controls.
  public int count() {
    return count;
  }

  /// Says whether somebody is in a class with both cases and controls.
  public boolean matched(int row) {
    return classOf[row] >= 0;
  }

  /// Returns the weights, length n.
  public double[] weights() {
    return weights.clone();
  }
}
