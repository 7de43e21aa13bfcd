// SPDX-License-Identifier: Apache-2.0
package casebook.stats.reference;

import casebook.stats.describe.Quantile;
import casebook.stats.dist.Normal;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/// The bias-corrected and accelerated (BCa) bootstrap interval of any statistic of one sample.
///
/// The same seed gives the same interval on every machine. Source: Efron, B. (1987). Better
/// bootstrap confidence intervals. Journal of the American Statistical Association 82, 171-185.
/// Equals: `boot::boot.ci(type = "bca")` (R) up to the random numbers.
///
/// @param replicates number of samples drawn, at least 999
/// @param seed of the random numbers
/// @param level confidence level, between 0 and 1
public record BootstrapInterval(int replicates, long seed, double level) {
  public BootstrapInterval {
    if (replicates < 999) {
      throw new IllegalArgumentException(replicates + " replicates are fewer than 999");
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level " + level + " is not between 0 and 1");
    }
  }

  /// Makes a 90% interval from 9999 replicates with seed 1.
  public static BootstrapInterval standard() {
    return new BootstrapInterval(9999, 1, 0.9);
  }

  /// Returns the interval with another seed.
  public BootstrapInterval withSeed(long other) {
    return new BootstrapInterval(replicates, other, level);
  }

  /// Returns the interval with another level.
  public BootstrapInterval withLevel(double other) {
    return new BootstrapInterval(replicates, seed, other);
  }

  /// Computes the interval.
  ///
  /// @param values the sample, at least three
  /// @param statistic of a sample of the same length; finite for every sample of these values
  /// @return the statistic with its interval, or the reason when it does not vary
  public Answer<Estimate> of(double[] values, ToDoubleFunction<double[]> statistic) {
    int n = values.length;
    if (n < 3) {
      return Answer.none("there are fewer than three values");
    }
    double estimate = statistic.applyAsDouble(values.clone());
    double[] drawn = draws(values, statistic);
    double below = 0;
    for (double value : drawn) {
      below += value < estimate ? 1 : value == estimate ? 0.5 : 0;
    }
    double share = below / replicates;
    if (share == 0 || share == 1 || drawn[0] == drawn[replicates - 1]) {
      return Answer.none("the statistic does not vary enough over the samples drawn");
    }
    double bias = Normal.STANDARD.quantile(share);
    double acceleration = acceleration(values, statistic);
    double low = at(drawn, bias, acceleration, (1 - level) / 2);
    double high = at(drawn, bias, acceleration, (1 + level) / 2);
    return Answer.of(
        new Estimate(estimate, new Interval(Math.min(low, high), Math.max(low, high), level)));
  }

  private double[] draws(double[] values, ToDoubleFunction<double[]> statistic) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] drawn = new double[replicates];
    for (int b = 0; b < replicates; b++) {
      double[] sample = new double[values.length];
      for (int i = 0; i < sample.length; i++) {
        sample[i] = values[random.nextInt(values.length)];
      }
      drawn[b] = statistic.applyAsDouble(sample);
    }
    Arrays.sort(drawn);
    return drawn;
  }

  // one sixth of the skewness of the jackknife, turned round
  private static double acceleration(double[] values, ToDoubleFunction<double[]> statistic) {
    int n = values.length;
    double[] without = new double[n];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double[] rest = new double[n - 1];
      System.arraycopy(values, 0, rest, 0, i);
      System.arraycopy(values, i + 1, rest, i, n - 1 - i);
      without[i] = statistic.applyAsDouble(rest);
      sum += without[i];
    }
    double mean = sum / n;
    double cubes = 0;
    double squares = 0;
    for (double value : without) {
      double distance = mean - value;
      squares += distance * distance;
      cubes += distance * distance * distance;
    }
    return squares > 0 ? cubes / (6 * Math.pow(squares, 1.5)) : 0;
  }

  private static double at(double[] drawn, double bias, double acceleration, double p) {
    double moved = bias + Normal.STANDARD.quantile(p);
    double adjusted = Normal.STANDARD.lower(bias + moved / (1 - acceleration * moved));
    return Quantile.standard().ofSorted(drawn, adjusted);
  }
}
