// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import casebook.stats.result.Answer;
import casebook.stats.result.PValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// The largest of several trends in one measurement, with a p-value that knows that the best of
/// them was taken.
///
/// Each trend is a code of each subject, such as the copies of an allele under a genetic model; its
/// statistic is |r| sqrt(n - 1), r the correlation of code and value (the score test of a straight
/// line). p is (1 + k) / (1 + B) when k of B random orders of the values have a maximum at least as
/// large, which holds for every sample size and every set of codes, up to its Monte Carlo error. A
/// code that is the same for everybody has the statistic 0.
///
/// Source: So, H.-C. and Sham, P. C. (2011). Behavior Genetics 41, 768-775 (measurements);
/// Freidlin, B. and others (2002). Human Heredity 53, 146-152 (the idea, for cases and controls).
///
/// @param permutations number of random orders, at least 999
/// @param seed of the random numbers
public record MaxTrend(int permutations, long seed) {
  /// Statistics closer than this are tied.
  private static final double SAME = 1e-9;

  public MaxTrend {
    if (permutations < 999) {
      throw new IllegalArgumentException(permutations + " permutations; at least 999 are needed");
    }
  }

  /// What the test found.
  ///
  /// @param statistic the largest statistic
  /// @param trend place of the code that has it, the first of equal ones
  /// @param p two-sided p-value
  /// @param monteCarloError standard error of the p-value
  public record Result(double statistic, int trend, PValue p, double monteCarloError) {}

  /// Uses 9999 random orders and seed 1.
  public static MaxTrend standard() {
    return new MaxTrend(9999, 1);
  }

  /// Changes the number of random orders.
  public MaxTrend withPermutations(int count) {
    return new MaxTrend(count, seed);
  }

  /// Changes the seed.
  public MaxTrend withSeed(long other) {
    return new MaxTrend(permutations, other);
  }

  /// Tests.
  ///
  /// The values are put into ascending order first, with their codes, so that the order of the
  /// subjects does not matter.
  ///
  /// @param values one of each subject
  /// @param codes one array a trend, each as long as the values; at least one
  public Answer<Result> of(double[] values, List<double[]> codes) {
    require(values, codes);
    double[][] scores = standardised(sorted(values, codes));
    double[] centred = unit(Arrays.stream(values).sorted().toArray());
    if (values.length < 3) {
      return Answer.none("there are fewer than three values");
    }
    if (Arrays.stream(centred).allMatch(value -> value == 0)) {
      return Answer.none("all values are equal");
    }
    if (Arrays.stream(scores).flatMapToDouble(Arrays::stream).allMatch(score -> score == 0)) {
      return Answer.none("everybody has the same codes");
    }
    double[] seen = statistics(centred, scores);
    double observed = Arrays.stream(seen).max().orElseThrow();
    int best =
        IntStream.range(0, seen.length)
            .filter(k -> seen[k] >= observed - SAME)
            .findFirst()
            .orElseThrow();
    double p = (1.0 + reached(centred, scores, observed)) / (1.0 + permutations);
    double error = Math.sqrt(p * (1 - p) / permutations);
    return Answer.of(new Result(observed, best, PValue.of(p), error));
  }

  private static void require(double[] values, List<double[]> codes) {
    if (codes.isEmpty()) {
      throw new IllegalArgumentException("there are 0 trends; at least 1 is needed");
    }
    for (double[] code : codes) {
      if (code.length != values.length) {
        throw new IllegalArgumentException(code.length + " codes for " + values.length + " values");
      }
    }
  }

  /// The codes in the order of the values; equal values by their codes.
  private static List<double[]> sorted(double[] values, List<double[]> codes) {
    List<Integer> order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted((i, j) -> {
              int compared = Double.compare(values[i], values[j]);
              for (int k = 0; compared == 0 && k < codes.size(); k++) {
                compared = Double.compare(codes.get(k)[i], codes.get(k)[j]);
              }
              return compared;
            })
            .toList();
    List<double[]> sorted = new ArrayList<>();
    for (double[] code : codes) {
      sorted.add(order.stream().mapToDouble(i -> code[i]).toArray());
    }
    return sorted;
  }

  private static double[][] standardised(List<double[]> codes) {
    return codes.stream().map(MaxTrend::unit).toArray(double[][]::new);
  }

  /// Values about their mean, of length 1; all 0 where they do not vary.
  private static double[] unit(double[] values) {
    if (values.length == 0) {
      return values;
    }
    Sample sample = Sample.of(values);
    double length = Math.sqrt(sample.squares().doubleValue());
    double mean = sample.mean().doubleValue();
    return Arrays.stream(values).map(value -> length > 0 ? (value - mean) / length : 0).toArray();
  }

  private static double[] statistics(double[] values, double[][] scores) {
    double[] statistics = new double[scores.length];
    for (int k = 0; k < scores.length; k++) {
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        sum += values[i] * scores[k][i];
      }
      statistics[k] = Math.abs(sum) * Math.sqrt(values.length - 1.0);
    }
    return statistics;
  }

  private int reached(double[] values, double[][] scores, double observed) {
    var random = new SplittableRandom(seed);
    double[] drawn = values.clone();
    int reached = 0;
    for (int b = 0; b < permutations; b++) {
      for (int i = drawn.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        double kept = drawn[i];
        drawn[i] = drawn[j];
        drawn[j] = kept;
      }
      double largest = Arrays.stream(statistics(drawn, scores)).max().orElseThrow();
      reached += largest >= observed - SAME ? 1 : 0;
    }
    return reached;
  }
}
