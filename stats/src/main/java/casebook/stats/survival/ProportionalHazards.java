// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import casebook.stats.dist.ChiSquared;
import casebook.stats.math.Cholesky;
import casebook.stats.math.Matrix;
import casebook.stats.regress.Fit;
import casebook.stats.regress.Term;
import casebook.stats.result.Answer;
import casebook.stats.result.TestResult;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Tests that the coefficients of a Cox model do not change with time.
///
/// To each covariate x a product x g(t) is added, and its coefficient is tested to be 0 by the
/// score test at the fit. With V the information of each event time, the score of the products is
/// the sum of g times the Schoenfeld residuals, and its variance is sum g^2 V less what the
/// coefficients themselves take, sum g V (sum V)^-1 sum g V.
///
/// Source: Grambsch and Therneau, 1994, Biometrika 81:515-526, in the form of the exact score test.
/// Equals: `cox.zph` of R's survival 3.x. Differs from: `cox.zph` before 3.0, which took V as
/// constant.
public final class ProportionalHazards {
  private final HazardScale scale;
  private final Fit fit;
  private final int size;
  private final double[] score;
  private final double[] plain; // sum V, full
  private final double[] once; // sum g V
  private final double[] twice; // sum g^2 V

  ProportionalHazards(Fit fit, Ties ties, HazardScale scale, CoxProcess process, double[] g) {
    this.fit = fit;
    this.scale = scale;
    size = process.size;
    score = new double[size];
    plain = new double[size * size];
    once = new double[size * size];
    twice = new double[size * size];
    RiskSets sets = process.sets;
    for (int block = 0; block < sets.blocks(); block++) {
      process.moments.enter(block);
      int events = sets.events(block);
      int steps = CoxProcess.steps(events, ties == Ties.EFRON);
      for (int l = 0; l < steps; l++) {
        process.moments.step((double) l / steps);
        add(process.moments, g[block], (double) events / steps);
      }
      for (int i = sets.start(block); i < sets.start(block) + events; i++) {
        for (int j = 0; j < size; j++) {
          score[j] += g[block] * (process.moments.x(i, j) - process.average[block * size + j]);
        }
      }
    }
  }

  private void add(CoxMoments moments, double g, double events) {
    for (int j = 0; j < size; j++) {
      for (int k = 0; k <= j; k++) {
        double v = events * (moments.product(j, k) - moments.mean(j) * moments.mean(k));
        for (int at : j == k ? new int[] {j + k * size} : new int[] {j + k * size, k + j * size}) {
          plain[at] += v;
          once[at] += g * v;
          twice[at] += g * g * v;
        }
      }
    }
  }

  /// Returns the fit under test.
  public Fit fit() {
    return fit;
  }

  /// Returns the function of time.
  public HazardScale scale() {
    return scale;
  }

  /// Tests all coefficients at once.
  public Answer<TestResult> global() {
    return test(IntStream.range(0, size).toArray());
  }

  /// Tests the coefficients of a term of the design; for a factor all of its levels.
  public Answer<TestResult> of(String term) {
    Term found = fit.design().term(term);
    List<String> names = fit.columnNames();
    int[] places =
        IntStream.range(0, size).filter(j -> found.columns().contains(names.get(j))).toArray();
    return places.length == 0
        ? Answer.none("no column of " + term + " is estimated")
        : test(places);
  }

  private Answer<TestResult> test(int[] places) {
    int df = places.length;
    Cholesky information =
        Cholesky.of(Matrix.of(size, size, plain))
            .orElseThrow(() -> new IllegalStateException("the information of a fit is singular"));
    double[] u = Arrays.stream(places).mapToDouble(j -> score[j]).toArray();
    double[] variance = new double[df * df];
    for (int b = 0; b < df; b++) {
      double[] column = Arrays.copyOfRange(once, places[b] * size, (places[b] + 1) * size);
      double[] solved = information.solve(column);
      for (int a = 0; a < df; a++) {
        double taken = 0;
        for (int j = 0; j < size; j++) {
          taken += once[j + places[a] * size] * solved[j];
        }
        variance[a + b * df] = twice[places[a] + places[b] * size] - taken;
      }
    }
    return Cholesky.of(Matrix.of(df, df, variance))
        .map(factor -> {
          double[] solved = factor.solve(u);
          double statistic = IntStream.range(0, df).mapToDouble(j -> u[j] * solved[j]).sum();
          var p = ChiSquared.p(statistic, df);
          return Answer.of(TestResult.of("proportional hazards score test", statistic, df, p));
        })
        .orElseGet(() -> Answer.none("there are too few event times"));
  }
}
