// SPDX-License-Identifier: Apache-2.0
package casebook.bench.kernel;

import casebook.stats.contingency.Effect;
import casebook.stats.contingency.OddsRatio;
import casebook.stats.contingency.TwoByTwo;
import casebook.stats.regress.ConditionalLogistic;
import casebook.stats.regress.Design;
import casebook.stats.regress.Firth;
import casebook.stats.regress.Fit;
import casebook.stats.regress.Logistic;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.survival.Cox;
import casebook.stats.survival.CoxFit;
import casebook.stats.survival.KaplanMeier;
import casebook.stats.survival.SurvivalCurve;
import casebook.stats.survival.Times;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The kernels behind the models, through the public API: `./dev bench kernels`.
///
/// `steps` is the largest number of Newton steps. The difference between two of them, over the
/// steps between, is the price of one: what remains in bytes is what a step allocates.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Kernels {
  /// What the models need; drawn from a fixed seed.
  @State(Scope.Benchmark)
  public static class Data {
    final double[] outcome = new double[500];
    final int[] set = new int[1000];
    final double[] cases = new double[1000];
    final double[] time = new double[10_000];
    final boolean[] event = new boolean[10_000];
    Design people = Design.withIntercept(outcome.length);
    Design matched = Design.withoutIntercept(set.length);
    Design followed = Design.withoutIntercept(time.length);

    /// Draws the data.
    @Setup
    public void draw() {
      SplittableRandom random = new SplittableRandom(20);
      people = columns(people, 10, random);
      matched = columns(matched, 5, random);
      followed = columns(followed, 5, random);
      for (int i = 0; i < outcome.length; i++) {
        outcome[i] = random.nextDouble() < 1 / (1 + Math.exp(1 - people.at(i, 1))) ? 1 : 0;
      }
      for (int i = 0; i < set.length; i++) {
        set[i] = i / 10;
        cases[i] = i % 10 < 2 ? 1 : 0; // two cases and eight controls: the recursion
      }
      for (int i = 0; i < time.length; i++) {
        double death = -2000 * Math.log(1 - random.nextDouble()) * Math.exp(followed.at(i, 0) / 3);
        double end = 3650 * random.nextDouble();
        time[i] = Math.ceil(Math.min(death, end));
        event[i] = death <= end;
      }
    }

    private static Design columns(Design design, int count, SplittableRandom random) {
      Design all = design;
      for (int j = 0; j < count; j++) {
        double[] column = new double[design.rows()];
        for (int i = 0; i < column.length; i++) {
          column[i] = random.nextGaussian();
        }
        all = all.and("x" + j, column);
      }
      return all;
    }
  }

  /// A model, with as many steps as asked for.
  @State(Scope.Benchmark)
  public static class Steps {
    /// Both stay below the number that convergence needs.
    @Param({"1", "3"})
    public int steps;
  }

  /// Logistic regression, n = 500, 10 covariates.
  @Benchmark
  public Fit logistic(Data data, Steps steps) {
    return Logistic.standard().withMaxIterations(steps.steps).fit(data.people, data.outcome);
  }

  /// Firth, the same data.
  @Benchmark
  public Fit firth(Data data, Steps steps) {
    return Firth.standard().withMaxIterations(steps.steps).fit(data.people, data.outcome);
  }

  /// Both profile limits of one coefficient of a Firth model.
  @Benchmark
  public Answer<Estimate> firthProfile(Data data) {
    return Firth.standard().fit(data.people, data.outcome).profile("x1", 0.95);
  }

  /// Conditional logistic regression, 100 sets of 2 cases and 8 controls, 5 covariates, exact.
  @Benchmark
  public Fit conditional(Data data) {
    return ConditionalLogistic.standard().fit(data.matched, data.set, data.cases).fit();
  }

  /// Cox, n = 10,000, 5 covariates, Efron's ties.
  @Benchmark
  public CoxFit cox(Data data) {
    return Cox.standard().fit(new Times(data.time, data.event), data.followed);
  }

  /// Kaplan-Meier of the same times.
  @Benchmark
  public SurvivalCurve kaplanMeier(Data data) {
    return KaplanMeier.standard().fit(new Times(data.time, data.event));
  }

  /// The exact odds ratio with its central limits: the noncentral hypergeometric distribution.
  @Benchmark
  public Answer<Effect> exactLimits() {
    return OddsRatio.standard().centralExact(new TwoByTwo(12, 232, 2, 244));
  }
}
