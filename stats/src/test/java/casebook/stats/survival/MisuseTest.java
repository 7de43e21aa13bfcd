// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import casebook.stats.regress.Design;
import casebook.stats.result.Outcome;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// Misuse is refused with the value and the range, at the edges of the range too.
class MisuseTest {
  private static final Times TIMES = KaplanMeierTest.times(1, 2, -3, 4);
  private static final CompetingTimes CAUSES =
      new CompetingTimes(new double[] {1, 2, 3, 4}, new int[] {1, 2, 0, 1});
  private static final Design DESIGN = CoxTest.one(1, 0, 1, 0);

  private static void refused(String message, ThrowingCallable call) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
  }

  @Test
  void settingsOutsideOfTheirRange() {
    for (double edge : new double[] {0, 1, Double.NaN}) {
      String range = "level " + edge + " is not between 0 and 1";
      refused(range, () -> KaplanMeier.standard().withLevel(edge));
      refused(range, () -> LogRank.standard().withLevel(edge));
      refused(range, () -> CumulativeIncidence.standard().withLevel(edge));
      refused(range, () -> RestrictedMean.upTo(1).withLevel(edge));
      SurvivalCurve curve = KaplanMeier.standard().fit(TIMES);
      refused("probability " + edge + " is not between 0 and 1", () -> curve.quantile(edge));
    }
    for (double edge : new double[] {0, Double.POSITIVE_INFINITY}) {
      refused("horizon " + edge + " is not above 0 and finite", () -> RestrictedMean.upTo(edge));
    }
    refused("maxIterations 0 is below 1", () -> Cox.standard().withMaxIterations(0));
    refused("maxIterations 0 is below 1", () -> new FineGray(0));
    refused(
        "Firth's penalty is not defined for exact ties",
        () -> Cox.standard().withTies(Ties.EXACT).withFirth());
    refused("rho -1.0, gamma 0.0: at least 0", () -> new RiskWeights.FlemingHarrington(-1, 0));
    refused("rho 0.0, gamma -1.0: at least 0", () -> new RiskWeights.FlemingHarrington(0, -1));
    refused("power -1.0 is not at least 0", () -> new RiskWeights.AtRisk(-1));
    assertThat(new RiskWeights.FlemingHarrington(0, 0).rho()).isZero();
    assertThat(new RiskWeights.AtRisk(0).power()).isZero();
  }

  @Test
  void designsThatAskForABaseline() {
    String words = "proportional hazards take no intercept, offset or frequencies: ";
    for (Design design :
        List.of(
            Design.withIntercept(4).and("x", 1, 0, 1, 0),
            DESIGN.withOffset(1, 1, 1, 1),
            DESIGN.withFrequencies(1, 2, 1, 1))) {
      refused(words + design, () -> Cox.standard().fit(TIMES, design));
      refused(words + design, () -> FineGray.standard().fit(CAUSES, 1, design));
    }
    Design three = CoxTest.one(1, 0, 1);
    String rows = "covariates of 3 rows, but times of 4";
    refused(rows, () -> Cox.standard().fit(TIMES, three));
    refused(rows, () -> FineGray.standard().fit(CAUSES, 1, three));
    refused("2 covariates; expected [x]", () -> Cox.standard().fit(TIMES, DESIGN).predict(0, 1, 2));
  }

  @Test
  void causesAndGroupsCount() {
    refused("cause 0; causes count from 1", () -> FineGray.standard().fit(CAUSES, 0, DESIGN));
    refused("cause 0; causes count from 1", () -> CumulativeIncidence.standard().fit(CAUSES, 0));
    refused(
        "time Infinity and cause 1 in row 0: a finite time and a cause from 0",
        () -> new CompetingTimes(new double[] {Double.POSITIVE_INFINITY}, new int[] {1}));
    refused("group -1 in row 1 is below 0", () -> TIMES.select(new int[] {0, -1, 0, 0}, 0));
    refused("3 groups for 4 rows", () -> LogRank.standard().test(TIMES, new int[3]));
    LogRankResult two = LogRank.standard().test(TIMES, new int[] {0, 1, 0, 1}).orThrow();
    refused("a hazard ratio of group 2 of 2; it needs two groups", () -> two.petoHazardRatio(2));
    refused("a hazard ratio of group -1 of 2; it needs two groups", () -> two.petoHazardRatio(-1));
    refused("3 scores for 2 groups", () -> two.trend(1, 2, 3));
  }

  /// x = 3, 2, 1, 0 at 1 to 4. Who left at 2 by the other event stays at risk with x = 2 when those
  /// with 1 and 0 have theirs; censored at 2, every event would have the largest x of all at risk.
  @Test
  void otherEventsHoldACoefficientBack() {
    double[] time = {1, 2, 3, 4};
    Design design = CoxTest.one(3, 2, 1, 0);
    CompetingTimes stays = new CompetingTimes(time, new int[] {1, 2, 1, 1});
    assertThat(FineGray.standard().fit(stays, 1, design).outcome().usable()).isTrue();
    CompetingTimes leaves = new CompetingTimes(time, new int[] {1, 0, 1, 1});
    assertThat(FineGray.standard().fit(leaves, 1, design).outcome())
        .isEqualTo(new Outcome.Separated(List.of("x")));
  }
}
