// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.stats.result.Outcome;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FirthTest {
  private static final Offset<Double> TIGHT = within(1e-12);

  private static final double[] CASE = {1, 0, 1, 0};

  private static Design table(double... frequencies) {
    return Design.withIntercept(4).and("exposed", 1, 1, 0, 0).withFrequencies(frequencies);
  }

  @Test
  void aTableHasHalfAPersonMoreInEachCell() {
    // Firth 1993, section 3: for a saturated model Jeffreys' prior adds 1/2 to every cell
    Fit fit = Firth.standard().fit(table(12, 2, 232, 244), CASE);
    assertThat(fit.term("exposed").value())
        .isEqualTo(Math.log(12.5 * 244.5 / (2.5 * 232.5)), TIGHT);
  }

  @Test
  void anEmptyCellHasFiniteLimits() {
    // 6/238 vs 0/246: odds ratio 13.44 (1.575-1755.8), p = 0.0126
    Fit fit = Firth.standard().fit(table(6, 0, 238, 246), CASE);
    Estimate ratio = fit.profileOddsRatio("exposed", 0.95).orThrow();
    Interval limits = ratio.interval().orElseThrow();
    assertThat(ratio.value()).isEqualTo(6.5 * 246.5 / (0.5 * 238.5), within(1e-10));
    assertThat(limits.low()).isEqualTo(1.575, within(5e-4));
    assertThat(limits.high()).isEqualTo(1755.8, within(5e-2));
    assertThat(fit.likelihoodRatio("exposed").orThrow().p().value())
        .isEqualTo(0.0126, within(5e-5));
  }

  @Test
  void oneOutcomeStillHasAnEstimate() {
    // all 10 have the event: the prior makes it 10.5 against 0.5
    Fit fit = Firth.standard().fit(Design.withIntercept(1).withFrequencies(10), 1);
    assertThat(fit.term("(Intercept)").value()).isEqualTo(Math.log(21), TIGHT);
  }

  @Test
  void swappingTheOutcomeTurnsTheSigns() {
    Interval one =
        Firth.standard()
            .fit(table(6, 0, 238, 246), CASE)
            .profile("exposed", 0.9)
            .orThrow()
            .interval()
            .orElseThrow();
    Interval other =
        Firth.standard()
            .fit(table(6, 0, 238, 246), 0, 1, 0, 1)
            .profile("exposed", 0.9)
            .orThrow()
            .interval()
            .orElseThrow();
    assertThat(other.low()).isEqualTo(-one.high(), within(1e-10));
    assertThat(other.high()).isEqualTo(-one.low(), within(1e-10));
  }

  @Test
  void aWeakerPenaltyIsNearerToMaximumLikelihood() {
    double likelihood =
        Logistic.standard().fit(table(12, 2, 232, 244), CASE).term("exposed").value();
    Fit weak = Firth.standard().withTau(0.1).fit(table(12, 2, 232, 244), CASE);
    // power tau of the determinant adds tau to every cell of a saturated table
    assertThat(weak.term("exposed").value())
        .isEqualTo(Math.log(12.1 * 244.1 / (2.1 * 232.1)), TIGHT)
        .isLessThan(likelihood);
    assertThatIllegalArgumentException().isThrownBy(() -> Firth.standard().withTau(0));
  }

  @Test
  void aliasedColumnsAndEmptyDesignsAreToldInWords() {
    Fit fit = Firth.standard().fit(table(6, 0, 238, 246).and("same", 1, 1, 0, 0), CASE);
    assertThat(fit.outcome()).isEqualTo(new Outcome.Collinear(java.util.List.of("same")));
    assertThat(Firth.standard().fit(Design.withIntercept(0), new boolean[0]).outcome().words())
        .isEqualTo("there are no rows");
    assertThat(Firth.standard().fit(Design.withoutIntercept(1), true).outcome().words())
        .isEqualTo("there is no column to estimate");
  }

  @Test
  void manyColumnsConvergeWithoutTheExactHessian() {
    // 45 columns are beyond the exact Hessian; a permuted outcome of a saturated layout keeps its
    // sum
    int n = 400;
    java.util.Random random = new java.util.Random(9);
    Design design = Design.withIntercept(n);
    boolean[] y = new boolean[n];
    for (int j = 0; j < 44; j++) {
      design = design.and("x" + j, random.doubles(n).toArray());
    }
    for (int i = 0; i < n; i++) {
      y[i] = random.nextBoolean();
    }
    Fit fit = Firth.standard().fit(design, y);
    assertThat(fit.outcome().usable()).isTrue();
    double[] gradient = new double[45];
    fit.model()
        .likelihood()
        .over(fit.model().x(), 0)
        .evaluate(fit.point(), gradient, new double[45 * 45]);
    assertThat(gradient).containsExactly(new double[45], within(1e-8));
  }
}
