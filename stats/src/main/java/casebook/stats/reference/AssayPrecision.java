// SPDX-License-Identifier: Apache-2.0
package casebook.stats.reference;

import casebook.stats.dist.ChiSquared;
import casebook.stats.math.Sums;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import java.util.Arrays;

/// The precision of an assay from a nested analysis of variance (CLSI EP05).
///
/// Repeated measurements of one sample lie in runs, and runs, where there is more than one a day,
/// in days. The variance components come from the mean squares by their expectations, also for
/// unequal numbers; a negative component is 0. Repeatability has the variance within runs,
/// within-laboratory precision the sum of all components, whose degrees of freedom are
/// Satterthwaite's. Limits of a standard deviation are s sqrt(df / chi-squared).
///
/// Source: CLSI EP05-A3 (2014), Evaluation of precision of quantitative measurement procedures,
/// section 3; Searle, S. R. (1971). Linear Models, p. 475 (unequal numbers).
///
/// @param level confidence level of the limits, between 0 and 1
public record AssayPrecision(double level) {
  public AssayPrecision {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level " + level + " is not between 0 and 1");
    }
  }

  /// One kind of precision.
  ///
  /// @param standardDeviation in the unit of the assay, with its limits
  /// @param df degrees of freedom
  public record Precision(Estimate standardDeviation, double df) {}

  /// What the measurements say.
  ///
  /// @param n number of measurements
  /// @param mean of all measurements
  /// @param repeatability within a run
  /// @param betweenRun standard deviation between the runs of a day
  /// @param betweenDay standard deviation between days; 0 where runs are not in days
  /// @param withinLaboratory all together
  public record Result(
      int n,
      double mean,
      Precision repeatability,
      double betweenRun,
      double betweenDay,
      Precision withinLaboratory) {
    /// Returns a standard deviation as a fraction of the mean (the CV).
    ///
    /// @return the CV, or the reason when the mean is not positive
    public Answer<Double> coefficientOfVariation(double standardDeviation) {
      return mean > 0
          ? Answer.of(standardDeviation / mean)
          : Answer.none("the mean is not positive, so that there is no CV");
    }
  }

  /// Makes the analysis with 95% limits.
  public static AssayPrecision standard() {
    return new AssayPrecision(0.95);
  }

  /// Analyses measurements in runs.
  ///
  /// @param runs one array a run, at least two runs, one of them with two measurements
  /// @return the precision, or the reason when there are too few measurements
  public Answer<Result> ofRuns(double[]... runs) {
    return MeanSquares.ofRuns(runs).map(squares -> runResult(squares, runs));
  }

  private Result runResult(MeanSquares squares, double[][] runs) {
    double share = 1 / squares.runSize();
    double between = squares.between() - squares.within();
    boolean none = !(between > 0);
    double[] weights = none ? new double[] {1, 0} : new double[] {1 - share, share};
    return new Result(
        squares.n(),
        squares.mean(),
        precision(squares.within(), squares.dfWithin()),
        none ? 0 : Math.sqrt(between * share),
        0,
        combined(
            weights,
            new double[] {squares.within(), squares.between()},
            new double[] {squares.dfWithin(), runs.length - 1.0}));
  }

  /// Analyses measurements in runs in days.
  ///
  /// @param days one array of runs a day, each run an array; at least two days, one of them with
  ///   two runs, one run with two measurements
  /// @return the precision, or the reason when there are too few measurements
  public Answer<Result> ofDays(double[][]... days) {
    double[][] runs = Arrays.stream(days).flatMap(Arrays::stream).toArray(double[][]::new);
    int dfDay = days.length - 1;
    int dfRun = runs.length - days.length;
    boolean empty = Arrays.stream(runs).anyMatch(run -> run.length == 0);
    double[] all = Arrays.stream(runs).flatMapToDouble(Arrays::stream).toArray();
    int dfWithin = all.length - runs.length;
    if (empty || dfDay < 1 || dfRun < 1 || dfWithin < 1) {
      return Answer.none("there are too few days, runs or measurements, or a run is empty");
    }
    double mean = Sums.mean(all);
    double within = 0;
    double betweenRuns = 0;
    double betweenDays = 0;
    double runsInDays = 0;
    for (double[][] day : days) {
      double[] values = Arrays.stream(day).flatMapToDouble(Arrays::stream).toArray();
      double dayMean = Sums.mean(values);
      betweenDays += values.length * square(dayMean - mean);
      for (double[] run : day) {
        double runMean = Sums.mean(run);
        within += Sums.squaresAbout(run, runMean);
        betweenRuns += run.length * square(runMean - dayMean);
        runsInDays += square(run.length) / values.length;
      }
    }
    double n = all.length;
    double runSquares = Arrays.stream(runs).mapToDouble(run -> square(run.length)).sum() / n;
    double daySquares =
        Arrays.stream(days)
                .mapToDouble(day -> square(Arrays.stream(day).mapToInt(run -> run.length).sum()))
                .sum()
            / n;
    double[] squares = {within / dfWithin, betweenRuns / dfRun, betweenDays / dfDay};
    double[] df = {dfWithin, dfRun, dfDay};
    double[] sizes = {
      (n - runsInDays) / dfRun, (runsInDays - runSquares) / dfDay, (n - daySquares) / dfDay
    };
    return Answer.of(dayResult(all.length, mean, squares, df, sizes));
  }

  // squares, df: within runs, between runs, between days; sizes: the multiples of the run component
  // in the second, of the run and of the day component in the third expected mean square
  private Result dayResult(int n, double mean, double[] squares, double[] df, double[] sizes) {
    double[] run =
        squares[1] > squares[0] ? new double[] {-1 / sizes[0], 1 / sizes[0], 0} : new double[3];
    double runVariance = dot(run, squares);
    double[] day = {
      (-1 - sizes[1] * run[0]) / sizes[2], -sizes[1] * run[1] / sizes[2], 1 / sizes[2]
    };
    double dayVariance = dot(day, squares);
    if (!(dayVariance > 0)) {
      dayVariance = 0;
      day = new double[3];
    }
    double[] weights = {1 + run[0] + day[0], run[1] + day[1], day[2]};
    return new Result(
        n,
        mean,
        precision(squares[0], df[0]),
        Math.sqrt(runVariance),
        Math.sqrt(dayVariance),
        combined(weights, squares, df));
  }

  private Precision combined(double[] weights, double[] squares, double[] df) {
    double variance = dot(weights, squares);
    double uncertainty = 0;
    for (int i = 0; i < df.length; i++) {
      uncertainty += square(weights[i] * squares[i]) / df[i];
    }
    return precision(variance, uncertainty > 0 ? variance * variance / uncertainty : df[0]);
  }

  private Precision precision(double variance, double df) {
    ChiSquared distribution = new ChiSquared(df);
    double tail = (1 - level) / 2;
    double low = Math.sqrt(df * variance / distribution.upperQuantile(tail));
    double high = Math.sqrt(df * variance / distribution.quantile(tail));
    return new Precision(new Estimate(Math.sqrt(variance), new Interval(low, high, level)), df);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double square(double x) {
    return x * x;
  }
}
