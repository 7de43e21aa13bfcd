// SPDX-License-Identifier: Apache-2.0
package casebook.stats.genetic;

import casebook.stats.result.Answer;
import casebook.stats.result.PValue;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/// The largest of the recessive, additive and dominant trend statistics, with a p-value that knows
/// that the best of three was taken.
///
/// MAX3 = max(|Z(0)|, |Z(1/2)|, |Z(1)|), where Z(x) is the trend statistic with score x for the
/// heterozygote. Models that the data cannot tell apart (an allele seen in one genotype only) count
/// once.
///
/// Source: Freidlin, Zheng, Li and Gastwirth, 2002, Human Heredity 53:146-152; Gonzalez and others,
/// 2008, Genetic Epidemiology 32:246-254 (integration).
///
/// @param permutations number of random relabellings, at least 999
/// @param seed of the random numbers
public record Max3(int permutations, long seed) {
  private static final GenotypeModel[] MODELS = {
    GenotypeModel.RECESSIVE, GenotypeModel.ADDITIVE, GenotypeModel.DOMINANT
  };

  /// Statistics closer than this are tied.
  private static final double SAME = 1e-9;

  public Max3 {
    if (permutations < 999) {
      throw new IllegalArgumentException(permutations + " permutations; at least 999 are needed");
    }
  }

  /// What the test found.
  ///
  /// @param statistic MAX3
  /// @param model the model with the largest statistic
  /// @param p two-sided p-value
  /// @param monteCarloError standard error of the p-value, when it is from permutations
  public record Result(
      double statistic, GenotypeModel model, PValue p, OptionalDouble monteCarloError) {}

  /// Uses 9999 permutations and seed 1.
  public static Max3 standard() {
    return new Max3(9999, 1);
  }

  /// Changes the number of permutations.
  public Max3 withPermutations(int count) {
    return new Max3(count, seed);
  }

  /// Changes the seed.
  public Max3 withSeed(long other) {
    return new Max3(permutations, other);
  }

  /// Tests with the p-value of the trivariate normal distribution of the three statistics, by
  /// numerical integration. Z(1/2) is a weighted sum of the other two, so that one integral is
  /// enough.
  public Answer<Result> integrated(GenotypeTable table) {
    return table
        .trend(0.5)
        .map(any -> {
          double statistic = statistic(table.cases(), table.all());
          PValue p = new Max3Tail(table.all()).beyond(statistic);
          return new Result(statistic, model(table), p, OptionalDouble.empty());
        });
  }

  /// Tests with the p-value of random permutations of who is a case, (1 + k) / (1 + B) when k of B
  /// relabellings have a MAX3 at least as large. Exact for any sample size, up to its Monte Carlo
  /// error.
  public Answer<Result> permuted(GenotypeTable table) {
    return table
        .trend(0.5)
        .map(any -> {
          double observed = statistic(table.cases(), table.all());
          int reached = reached(table, observed);
          double p = (1.0 + reached) / (1.0 + permutations);
          double error = Math.sqrt(p * (1 - p) / permutations);
          return new Result(observed, model(table), PValue.of(p), OptionalDouble.of(error));
        });
  }

  private int reached(GenotypeTable table, double observed) {
    GenotypeCounts all = table.all();
    int[] copies = new int[all.people()];
    for (int i = 0; i < copies.length; i++) {
      copies[i] = i < all.aa() ? 0 : i < all.aa() + all.ab() ? 1 : 2;
    }
    var random = new SplittableRandom(seed);
    int cases = table.cases().people();
    int reached = 0;
    for (int b = 0; b < permutations; b++) {
      int[] count = new int[3];
      for (int i = 0; i < cases; i++) {
        int j = random.nextInt(i, copies.length);
        int drawn = copies[j];
        copies[j] = copies[i];
        copies[i] = drawn;
        count[drawn]++;
      }
      var drawn = new GenotypeCounts(count[0], count[1], count[2]);
      reached += statistic(drawn, all) >= observed - SAME ? 1 : 0;
    }
    return reached;
  }

  private static GenotypeModel model(GenotypeTable table) {
    double largest = statistic(table.cases(), table.all());
    for (int k = 0; k < 2; k++) {
      if (z(table.cases(), table.all(), k / 2.0) >= largest) {
        return MODELS[k];
      }
    }
    return MODELS[2];
  }

  private static double statistic(GenotypeCounts cases, GenotypeCounts all) {
    return Math.max(z(cases, all, 0), Math.max(z(cases, all, 0.5), z(cases, all, 1)));
  }

  private static double z(GenotypeCounts cases, GenotypeCounts all, double x) {
    double spread = GenotypeTable.spread(all, x);
    return spread == 0 ? 0 : Math.abs(GenotypeTable.z(cases, all, x, spread));
  }
}
