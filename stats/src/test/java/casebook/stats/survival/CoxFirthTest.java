// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.regress.Columns;
import casebook.stats.result.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoxFirthTest {
  /// The likelihood with Firth's penalty from its definition, one covariate, no ties: events at 1,
  /// 2, 3 all with x = 1 of six people. Golden section on l(b) + ln I(b) / 2.
  @Test
  void firthMaximisesThePenalizedLikelihood() {
    Times times = KaplanMeierTest.times(1, 2, 3, -4, -5, -6);
    double[] x = {1, 1, 1, 0, 0, 1};
    double low = -5;
    double high = 15;
    double ratio = (Math.sqrt(5) - 1) / 2;
    for (int i = 0; i < 200; i++) {
      double a = high - ratio * (high - low);
      double b = low + ratio * (high - low);
      if (penalized(a) > penalized(b)) {
        high = b;
      } else {
        low = a;
      }
    }
    var fit = Cox.standard().withFirth().fit(times, CoxTest.one(x));
    assertThat(fit.outcome().usable()).isTrue();
    assertThat(fit.fit().penalizedLogLikelihood()).isCloseTo(penalized(low), within(1e-13));
    // a maximum located by values alone is known to half the digits
    assertThat(fit.term("x").value()).isCloseTo(low, within(1e-6));
    assertThat(Cox.standard().fit(times, CoxTest.one(x)).outcome())
        .isEqualTo(new Outcome.Separated(List.of("x")));
  }

  private static double penalized(double b) {
    double h = Math.exp(b);
    double value = 0;
    double information = 0;
    for (int exposed = 4; exposed >= 2; exposed--) {
      double share = exposed * h / (exposed * h + 2);
      value += b - Math.log(exposed * h + 2);
      information += share * (1 - share);
    }
    return value + Math.log(information) / 2;
  }

  /// At Firth's estimate the derivative of the penalised likelihood, taken numerically from its
  /// values with ties and two covariates, is 0 in both directions.
  @Test
  void firthHasNoSlopeLeftWithTies() {
    for (Ties ties : new Ties[] {Ties.EFRON, Ties.BRESLOW}) {
      var method = Cox.standard().withTies(ties).withFirth();
      var fit = method.fit(CoxTest.TIMES, CoxTest.DESIGN).fit();
      double top = fit.penalizedLogLikelihood();
      for (String column : List.of("age", "dose")) {
        var estimate = fit.profile(column, 0.95).orThrow();
        assertThat(fit.likelihoodRatio(column).orThrow().statistic().orElseThrow()).isPositive();
        assertThat(estimate.interval().orElseThrow().contains(estimate.value())).isTrue();
      }
      var sets = new RiskSets(CoxTest.TIMES, new int[CoxTest.N], 1);
      var columns = Columns.withinSets(CoxTest.DESIGN);
      var kernel = new CoxFirthKernel(sets, columns, ties == Ties.EFRON, 0);
      double[] at = {0.1, -0.2};
      double[] gradient = new double[2];
      kernel.evaluate(at, gradient, new double[4]);
      for (int j = 0; j < 2; j++) {
        double h = 1e-5;
        double[] up = at.clone();
        double[] down = at.clone();
        up[j] += h;
        down[j] -= h;
        double slope =
            (kernel.evaluate(up, new double[2], new double[4])
                    - kernel.evaluate(down, new double[2], new double[4]))
                / (2 * h);
        assertThat(gradient[j]).isCloseTo(slope, within(1e-6));
      }
      assertThat(top).isFinite();
    }
  }
}
