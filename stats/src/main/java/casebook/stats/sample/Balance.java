// SPDX-License-Identifier: Apache-2.0
package casebook.stats.sample;

import casebook.stats.result.Answer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How far cases and controls differ in a covariate, before and after matching or weighting.
///
/// The difference of the (weighted) means is divided by a standard deviation that does not change
/// with the weights: that of the cases, or the root of the mean of both variances. For a covariate
/// with two values it is sqrt(p (1 - p)).
///
/// Source: Austin, 2009, Statistics in Medicine 28:3083-3107. Equals: `summary.matchit` of R's
/// MatchIt 4.5 (cases' deviation).
///
/// @param pooled whether both groups' variances count; else the cases' only
public record Balance(boolean pooled) {
  /// Divides by the standard deviation of the cases.
  public static Balance standard() {
    return new Balance(false);
  }

  /// Divides by the root of the mean of both groups' variances.
  public Balance withPooled() {
    return new Balance(true);
  }

  /// Returns the standardised difference, cases minus controls, with everybody weighing the same.
  public Answer<Double> of(boolean[] cases, double[] values) {
    double[] ones = new double[values.length];
    Arrays.fill(ones, 1);
    return of(cases, values, ones);
  }

  /// Returns the standardised difference of the weighted means, cases minus controls.
  ///
  /// There is no answer when a group weighs nothing or the covariate does not vary.
  ///
  /// @param cases length n
  /// @param values length n, finite
  /// @param weights length n, at least 0
  public Answer<Double> of(boolean[] cases, double[] values, double[] weights) {
    if (values.length != cases.length || weights.length != cases.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d values and %d weights for %d people",
              values.length,
              weights.length,
              cases.length));
    }
    double difference = mean(cases, values, weights, true) - mean(cases, values, weights, false);
    if (Double.isNaN(difference)) {
      return Answer.none("there are no cases or no controls");
    }
    return standardised(difference, cases, values);
  }

  private Answer<Double> standardised(double difference, boolean[] cases, double[] values) {
    double variance = variance(cases, values, true);
    double deviation =
        Math.sqrt(pooled ? (variance + variance(cases, values, false)) / 2 : variance);
    return deviation > 0
        ? Answer.of(difference / deviation)
        : Answer.none("the covariate does not vary");
  }

  /// Returns the standardised difference inside matched sets: the mean over the sets of the mean of
  /// a set's cases minus that of its controls, a set counting as often as it has cases.
  ///
  /// It is the difference of means in which each case weighs 1 and the controls of a set together
  /// as much as its cases; what is the same in all persons of each set is exactly 0. Sets without a
  /// case or without a control say nothing, also not about the standard deviation.
  ///
  /// Source: Austin, 2008, Pharmacoepidemiology and Drug Safety 17:1218-1225.
  ///
  /// @param cases length n
  /// @param values length n, finite
  /// @param sets length n, the set of each person
  public Answer<Double> within(boolean[] cases, double[] values, int[] sets) {
    if (values.length != cases.length || sets.length != cases.length) {
      throw new IllegalArgumentException(
          values.length + " values and " + sets.length + " sets for " + cases.length + " people");
    }
    Map<Integer, List<Integer>> members = new LinkedHashMap<>();
    for (int i = 0; i < sets.length; i++) {
      members.computeIfAbsent(sets[i], any -> new ArrayList<>()).add(i);
    }
    members.values().removeIf(set -> set.stream().map(i -> cases[i]).distinct().count() < 2);
    if (members.isEmpty()) {
      return Answer.none("no set has a case and a control");
    }
    double sum = 0;
    int count = 0;
    for (List<Integer> set : members.values()) {
      int own = (int) set.stream().filter(i -> cases[i]).count();
      sum += own * distance(cases, values, set);
      count += own;
    }
    int[] used =
        members.values().stream().flatMap(List::stream).mapToInt(i -> i).sorted().toArray();
    boolean[] usedCases = new boolean[used.length];
    double[] usedValues = new double[used.length];
    for (int i = 0; i < used.length; i++) {
      usedCases[i] = cases[used[i]];
      usedValues[i] = values[used[i]];
    }
    return standardised(sum / count, usedCases, usedValues);
  }

  /// The mean of the cases of a set minus that of its controls.
  private static double distance(boolean[] cases, double[] values, List<Integer> set) {
    boolean[] group = new boolean[set.size()];
    double[] distance = new double[set.size()];
    double[] ones = new double[set.size()];
    for (int i = 0; i < group.length; i++) {
      group[i] = cases[set.get(i)];
      distance[i] = values[set.get(i)] - values[set.getFirst()];
      ones[i] = 1;
    }
    return mean(group, distance, ones, true) - mean(group, distance, ones, false);
  }

  /// Returns the difference of the weighted means, cases minus controls, in the covariate's unit.
  public Answer<Double> difference(boolean[] cases, double[] values, double[] weights) {
    double difference = mean(cases, values, weights, true) - mean(cases, values, weights, false);
    return Double.isNaN(difference)
        ? Answer.none("there are no cases or no controls")
        : Answer.of(difference);
  }

  private static double mean(boolean[] cases, double[] values, double[] weights, boolean group) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < cases.length; i++) {
      if (!(weights[i] >= 0)) {
        throw new IllegalArgumentException(
            "the weight is " + weights[i] + " in row " + i + "; it is at least 0");
      }
      if (cases[i] == group) {
        sum += weights[i] * values[i];
        total += weights[i];
      }
    }
    return sum / total;
  }

  private static double variance(boolean[] cases, double[] values, boolean group) {
    double[] ones = new double[values.length];
    Arrays.fill(ones, 1);
    double mean = mean(cases, values, ones, group);
    double squares = 0;
    int count = 0;
    for (int i = 0; i < cases.length; i++) {
      if (cases[i] == group) {
        squares += (values[i] - mean) * (values[i] - mean);
        count++;
      }
    }
    boolean binary = Arrays.stream(values).distinct().count() <= 2;
    return squares / (binary ? count : count - 1);
  }
}
