// SPDX-License-Identifier: Apache-2.0
package casebook.stats.reference;

import casebook.stats.describe.Quantile;
import casebook.stats.result.Answer;
import casebook.stats.result.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/// How far a cut-off, and the odds ratio that hangs on it, would move if the study were done again:
/// a bootstrap that takes the cut-off anew from every sample drawn.
///
/// Each replicate draws as many controls from the controls and as many cases from the cases, with
/// replacement; its cut-off is the percentile of the controls drawn, and its counts are those above
/// it. The values are put in order first, so that the order of the rows changes nothing; the same
/// seed gives the same samples on every machine.
///
/// Source: Davison, A. C. and Hinkley, D. V. (1997). Bootstrap Methods and their Application,
/// sections 3.2 (several samples) and 5.3 (percentile intervals).
///
/// @param quantile the definition of the percentile
/// @param probability of the percentile, between 0 and 1
/// @param replicates number of samples drawn, at least 999
/// @param seed of the random numbers
public record CutoffBootstrap(Quantile quantile, double probability, int replicates, long seed) {
  public CutoffBootstrap {
    if (!(probability > 0 && probability < 1)) {
      throw new IllegalArgumentException("probability " + probability + " is not between 0 and 1");
    }
    if (replicates < 999) {
      throw new IllegalArgumentException(replicates + " replicates are fewer than 999");
    }
  }

  /// Makes the bootstrap of a percentile of type 6 with 999 replicates and seed 1.
  public static CutoffBootstrap upper(double probability) {
    return new CutoffBootstrap(Quantile.standard(), probability, 999, 1);
  }

  /// Returns the bootstrap with another definition of the percentile.
  public CutoffBootstrap withQuantile(Quantile other) {
    return new CutoffBootstrap(other, probability, replicates, seed);
  }

  /// Returns the bootstrap with another number of replicates.
  public CutoffBootstrap withReplicates(int other) {
    return new CutoffBootstrap(quantile, probability, other, seed);
  }

  /// Returns the bootstrap with another seed.
  public CutoffBootstrap withSeed(long other) {
    return new CutoffBootstrap(quantile, probability, replicates, other);
  }

  /// One sample drawn.
  ///
  /// @param cutoff its percentile of the controls
  /// @param casesAbove number of cases drawn above it
  /// @param controlsAbove number of controls drawn above it
  public record Draw(double cutoff, int casesAbove, int controlsAbove) {}

  /// All samples drawn, in the order of the drawing.
  ///
  /// @param draws the samples
  /// @param cases number of cases in each
  /// @param controls number of controls in each
  public record Draws(List<Draw> draws, int cases, int controls) {
    public Draws {
      draws = List.copyOf(draws);
    }

    /// Returns the spread of the cut-offs.
    ///
    /// @param level between 0 and 1
    public Spread cutoffs(double level) {
      return Spread.of(draws.stream().mapToDouble(Draw::cutoff).toArray(), level);
    }

    /// Returns the spread of the sample odds ratios, which are infinite in samples without a
    /// control above (or a case below); samples without anybody above or below are left out.
    ///
    /// @param level between 0 and 1
    /// @return the spread, or the reason when no sample has an odds ratio
    public Answer<Spread> oddsRatios(double level) {
      return Spread.ofSome(ratios(0), level);
    }

    /// Returns the spread of the odds ratios with 1/2 added to every cell (Firth's estimate of a
    /// 2x2 table), which every sample has.
    ///
    /// @param level between 0 and 1
    public Spread firthOddsRatios(double level) {
      return Spread.of(ratios(0.5), level);
    }

    /// Returns the number of samples in which no control lies above the cut-off.
    public int withoutControlsAbove() {
      return (int) draws.stream().filter(draw -> draw.controlsAbove() == 0).count();
    }

    private double[] ratios(double added) {
      return draws.stream()
          .mapToDouble(draw ->
              (draw.casesAbove + added)
                  * (controls - draw.controlsAbove + added)
                  / ((cases - draw.casesAbove + added) * (draw.controlsAbove + added)))
          .filter(ratio -> !Double.isNaN(ratio))
          .toArray();
    }
  }

  /// How a statistic spreads over the samples.
  ///
  /// The limits are percentiles of type 6, those at (B + 1) p. The Monte Carlo error of a limit is
  /// half the distance of the percentiles at p -+ sqrt(p (1 - p) / B); it is absent where one of
  /// them is infinite.
  ///
  /// @param interval percentile interval
  /// @param lowError Monte Carlo standard error of its lower limit
  /// @param highError Monte Carlo standard error of its upper limit
  /// @param samples number of samples it rests on
  public record Spread(
      Interval interval, OptionalDouble lowError, OptionalDouble highError, int samples) {

    private static Answer<Spread> ofSome(double[] values, double level) {
      return values.length == 0
          ? Answer.none("in every sample nobody or everybody lies above the cut-off")
          : Answer.of(of(values, level));
    }

    private static Spread of(double[] values, double level) {
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      Quantile type = Quantile.standard();
      double tail = (1 - level) / 2;
      Interval interval =
          new Interval(type.ofSorted(sorted, tail), type.ofSorted(sorted, 1 - tail), level);
      return new Spread(interval, error(sorted, tail), error(sorted, 1 - tail), sorted.length);
    }

    private static OptionalDouble error(double[] sorted, double p) {
      double wide = Math.sqrt(p * (1 - p) / sorted.length);
      double low = Quantile.standard().ofSorted(sorted, Math.max(0, p - wide));
      double high = Quantile.standard().ofSorted(sorted, Math.min(1, p + wide));
      return Double.isInfinite(low) || Double.isInfinite(high)
          ? OptionalDouble.empty()
          : OptionalDouble.of((high - low) / 2);
    }
  }

  /// Draws the samples.
  ///
  /// @param cases values of the cases, any order
  /// @param controls values of the controls, any order
  /// @param rounding what is done to a percentile before it is used; the identity for nothing
  /// @return the samples, or the reason when a group is empty
  public Answer<Draws> of(double[] cases, double[] controls, DoubleUnaryOperator rounding) {
    if (cases.length == 0 || controls.length == 0) {
      return Answer.none("there are no " + (cases.length == 0 ? "cases" : "controls"));
    }
    Sample drawnCases = new Sample(sorted(cases));
    Sample drawnControls = new Sample(sorted(controls));
    SplittableRandom random = new SplittableRandom(seed);
    List<Draw> draws = new ArrayList<>(replicates);
    for (int b = 0; b < replicates; b++) {
      drawnControls.draw(random);
      double percentile = quantile.ofRanked(controls.length, drawnControls::ranked, probability);
      double cutoff = rounding.applyAsDouble(percentile);
      drawnCases.draw(random);
      draws.add(new Draw(cutoff, drawnCases.above(cutoff), drawnControls.above(cutoff)));
    }
    return Answer.of(new Draws(draws, cases.length, controls.length));
  }

  private static double[] sorted(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  /// A sample drawn with replacement: how often each value was drawn, which keeps it in order.
  private static final class Sample {
    private final double[] sorted;
    private final int[] times;

    Sample(double[] sorted) {
      this.sorted = sorted;
      this.times = new int[sorted.length];
    }

    void draw(SplittableRandom random) {
      Arrays.fill(times, 0);
      for (int i = 0; i < times.length; i++) {
        times[random.nextInt(times.length)]++;
      }
    }

    /// The value of a rank, from 1 for the smallest; found from the largest down.
    double ranked(int rank) {
      int at = times.length - 1;
      int notSmaller = times[at];
      while (notSmaller < times.length - rank + 1) {
        at--;
        notSmaller += times[at];
      }
      return sorted[at];
    }

    int above(double cutoff) {
      int above = 0;
      for (int i = times.length - 1; i >= 0 && sorted[i] > cutoff; i--) {
        above += times[i];
      }
      return above;
    }
  }

  /// The text of any record; written out, because what builds it for others is slow at its first
  /// call.
  @Override
  public String toString() {
    return "CutoffBootstrap[quantile="
        + quantile
        + ", probability="
        + probability
        + ", replicates="
        + replicates
        + ", seed="
        + seed
        + "]";
  }
}
