// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import casebook.stats.result.Answer;
import casebook.stats.result.PValue;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Westfall and Young's step-down max-T: p-values of many variables compared between two groups,
/// adjusted by permuting the groups, so that their correlation is used.
///
/// The statistic is the pooled |t|. Subjects change groups as a whole; the adjusted p of the
/// variable with the j-th largest statistic counts the permutations in which the largest of its and
/// all smaller variables reaches it, and p-values are made to rise. The observed order counts as
/// one permutation: p = (1 + count) / (1 + permutations). The same seed gives the same p-values.
///
/// Source: Westfall, P. H. and Young, S. S. (1993). Resampling-Based Multiple Testing, algorithm
/// 4.1; Ge, Y., Dudoit, S. and Speed, T. P. (2003). Test 12, 1-77. Equals: `multtest::mt.maxT` (R)
/// up to the random numbers.
///
/// @param permutations number of permutations drawn, at least 999
/// @param seed of the random numbers
public record MaxT(int permutations, long seed) {
  public MaxT {
    if (permutations < 999) {
      throw new IllegalArgumentException(permutations + " permutations are fewer than 999");
    }
  }

  /// One variable.
  ///
  /// @param variable its index
  /// @param statistic |t| as observed; 0 where nothing varies
  /// @param adjusted the adjusted p-value
  /// @param monteCarloError its standard error from drawing permutations
  public record Adjusted(int variable, double statistic, PValue adjusted, double monteCarloError) {}

  /// Makes the test with 9999 permutations and seed 1.
  public static MaxT standard() {
    return new MaxT(9999, 1);
  }

  /// Returns the test with another seed.
  public MaxT withSeed(long other) {
    return new MaxT(permutations, other);
  }

  /// Returns the test with another number of permutations.
  public MaxT withPermutations(int other) {
    return new MaxT(other, seed);
  }

  /// Compares all variables between two groups.
  ///
  /// @param variables one array a variable, each with the values of the same subjects
  /// @param first for each subject, whether it belongs to the first group
  /// @return the variables in the order given, or the reason when a group is too small
  public Answer<List<Adjusted>> of(double[][] variables, boolean[] first) {
    int n1 = (int) IntStream.range(0, first.length).filter(i -> first[i]).count();
    if (n1 < 1 || first.length - n1 < 1 || first.length < 3) {
      return Answer.none("a group is empty, or there are fewer than three subjects");
    }
    double[][] centred = new double[variables.length][];
    for (int v = 0; v < variables.length; v++) {
      if (variables[v].length != first.length) {
        throw new IllegalArgumentException(
            "variable "
                + v
                + " has "
                + variables[v].length
                + " values for "
                + first.length
                + " subjects");
      }
      double mean = Sample.of(variables[v]).mean().doubleValue();
      centred[v] = Arrays.stream(variables[v]).map(x -> x - mean).toArray();
    }
    double[] observed = statistics(centred, first, n1);
    Integer[] order = IntStream.range(0, observed.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(v -> -observed[v]));
    return Answer.of(adjusted(observed, order, counts(centred, first, n1, observed, order)));
  }

  private int[] counts(
      double[][] centred, boolean[] first, int n1, double[] observed, Integer[] order) {
    int[] counts = new int[order.length];
    boolean[] labels = first.clone();
    SplittableRandom random = new SplittableRandom(seed);
    for (int b = 0; b < permutations; b++) {
      shuffle(labels, random);
      double[] drawn = statistics(centred, labels, n1);
      double largest = 0;
      for (int j = order.length - 1; j >= 0; j--) {
        largest = Math.max(largest, drawn[order[j]]);
        // equal up to rounding of sums in another order
        counts[j] += largest >= observed[order[j]] * (1 - 1e-12) ? 1 : 0;
      }
    }
    return counts;
  }

  private List<Adjusted> adjusted(double[] observed, Integer[] order, int[] counts) {
    Adjusted[] result = new Adjusted[order.length];
    double reached = 0;
    for (int j = 0; j < order.length; j++) {
      reached = Math.max(reached, (1.0 + counts[j]) / (1.0 + permutations));
      double error = Math.sqrt(reached * (1 - reached) / permutations);
      result[order[j]] = new Adjusted(order[j], observed[order[j]], PValue.of(reached), error);
    }
    return List.of(result);
  }

  private static void shuffle(boolean[] labels, SplittableRandom random) {
    for (int i = labels.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      boolean kept = labels[i];
      labels[i] = labels[j];
      labels[j] = kept;
    }
  }

  // |t| of each variable; the values are centred, so the second group's sum is minus the first's
  private static double[] statistics(double[][] centred, boolean[] first, int n1) {
    double n = first.length;
    double n2 = n - n1;
    double[] statistics = new double[centred.length];
    for (int v = 0; v < centred.length; v++) {
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < first.length; i++) {
        sum += first[i] ? centred[v][i] : 0;
        squares += centred[v][i] * centred[v][i];
      }
      double between = sum * sum * n / (n1 * n2);
      double within = squares - between;
      if (!(squares > 0)) {
        statistics[v] = 0;
      } else {
        statistics[v] =
            within > 1e-14 * squares
                ? Math.sqrt(between / within * (n - 2))
                : Double.POSITIVE_INFINITY;
      }
    }
    return statistics;
  }
}
