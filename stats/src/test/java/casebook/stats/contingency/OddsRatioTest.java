// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.result.Answer;
import org.junit.jupiter.api.Test;

class OddsRatioTest {
  private static final OddsRatio METHOD = OddsRatio.standard();
  // 12 of 244 patients and 2 of 246 controls with the antibody
  private static final TwoByTwo ANTIBODY = new TwoByTwo(12, 232, 2, 244);

  @Test
  void woolfWorkedByHand() {
    // OR = 12 * 244 / (232 * 2) = 183 / 29; variance of its logarithm 1/12 + 1/232 + 1/2 + 1/244
    Effect wald = METHOD.woolf(ANTIBODY).orThrow();
    double standardError = Math.sqrt(1 / 12.0 + 1 / 232.0 + 1 / 2.0 + 1 / 244.0);
    assertThat(wald.estimate().value()).isEqualTo(183 / 29.0);
    assertThat(wald.standardError().orElseThrow()).isEqualTo(standardError);
    assertThat(wald.low())
        .isCloseTo(183 / 29.0 * Math.exp(-1.959963984540054 * standardError), within(1e-13));
  }

  /// 12 244 / ((232 + 1) (2 + 1)) = 2928 / 699; epitools prints 4.1888 (1.3365 to 20.687).
  @Test
  void smallSampleAdjustedIsThatOfEpitools() {
    Effect small = METHOD.smallSample(ANTIBODY);
    assertThat(small.estimate().value()).isEqualTo(2928 / 699.0);
    assertThat(small.low()).isCloseTo(1.3365, within(5e-5));
    assertThat(small.high()).isCloseTo(20.687, within(6e-4));
    assertThat(METHOD.smallSample(new TwoByTwo(6, 238, 0, 246)).estimate().value())
        .isEqualTo(6 * 246 / 239.0);
  }

  @Test
  void teaTastingWorkedByHand() {
    // weights 1, 16, 36, 16, 1 of 70; 3 of 4 seen, so P(X >= 3) = (16 psi^3 + psi^4) / sum
    Effect central = METHOD.centralExact(new TwoByTwo(3, 1, 1, 3)).orThrow();
    double psi = central.low();
    double sum = 1 + 16 * psi + 36 * psi * psi + 16 * Math.pow(psi, 3) + Math.pow(psi, 4);
    assertThat((16 * Math.pow(psi, 3) + Math.pow(psi, 4)) / sum).isCloseTo(0.025, within(1e-15));
    assertThat(central.p().value()).isCloseTo(34 / 70.0, within(1e-15));
  }

  @Test
  void theTableThatEveryProgramPrintsDifferently() {
    assertPrinted(METHOD.woolf(ANTIBODY), 6.3103, 1.3972, 28.4995, 0.0166);
    assertPrinted(METHOD.cornfield(ANTIBODY), 6.3103, 1.5607, 25.4169, 0.006388);
    assertPrinted(METHOD.miettinenNurminen(ANTIBODY), 6.3103, 1.5588, 25.4482, 0.006443);
    assertPrinted(METHOD.profile(ANTIBODY), 6.3103, 1.6971, 40.8231, 0.00414);
    assertPrinted(METHOD.firth(ANTIBODY), 5.2581, 1.5532, 27.111, 0.00593);
    assertPrinted(METHOD.centralExact(ANTIBODY), 6.2911, 1.3782, 58.4785, 0.01124);
    assertPrinted(METHOD.minimumLikelihood(ANTIBODY), 6.2911, 1.3723, 39.672, 0.00646);
    assertPrinted(METHOD.blaker(ANTIBODY), 6.2911, 1.3842, 39.672, 0.00646);
    assertPrinted(METHOD.midP(ANTIBODY), 5.9208, 1.5686, 41.8246, 0.00638);
    assertThat(METHOD.haldane(ANTIBODY).low()).isCloseTo(1.3365, within(5e-5));
    assertThat(METHOD.haldane(ANTIBODY).high()).isCloseTo(20.6865, within(5e-5));
  }

  // the printed digits decide
  private static void assertPrinted(
      Answer<Effect> answer, double value, double low, double high, double p) {
    Effect effect = answer.orThrow();
    assertThat(effect.estimate().value()).isCloseTo(value, within(6e-5));
    assertThat(effect.low()).as(effect.method()).isCloseTo(low, within(6e-5));
    assertThat(effect.high()).as(effect.method()).isCloseTo(high, within(6e-4));
    assertThat(effect.p().value()).as(effect.method()).isCloseTo(p, within(6e-5));
  }

  @Test
  void emptyCellGivesAnInfiniteOddsRatioWithOneFiniteLimit() {
    TwoByTwo t = new TwoByTwo(6, 238, 0, 246);
    Effect exact = METHOD.centralExact(t).orThrow();
    assertThat(exact.estimate().value()).isInfinite();
    assertThat(exact.low()).isCloseTo(1.20053, within(5e-6));
    assertThat(exact.high()).isInfinite();
    assertThat(exact.p().value()).isCloseTo(0.0296, within(5e-5));
    Effect mid = METHOD.midP(t).orThrow();
    assertThat(mid.low()).isCloseTo(1.5767, within(5e-5));
    assertThat(mid.p().value()).isCloseTo(0.0148, within(5e-5));
    Effect firth = METHOD.firth(t).orThrow();
    assertThat(firth.estimate().value()).isCloseTo(13.44, within(5e-3));
    assertThat(firth.low()).isCloseTo(1.575, within(5e-4));
    assertThat(firth.high()).isCloseTo(1755.8, within(0.05));
    assertThat(METHOD.profile(t).orThrow().high()).isInfinite();
    assertThat(METHOD.miettinenNurminen(t).orThrow().high()).isInfinite();
    assertThat(METHOD.sample(t).orThrow().value()).isInfinite();
  }

  @Test
  void waldNamesTheEmptyCell() {
    assertThat(METHOD.woolf(new TwoByTwo(6, 238, 0, 246)).outcome().words())
        .isEqualTo("cell c (row 2, with the event) is empty, its logarithm infinite");
    assertThat(METHOD.woolf(new TwoByTwo(6, 0, 3, 246)).outcome().words()).contains("cell b");
    assertThat(METHOD.woolf(new TwoByTwo(0, 2, 3, 4)).outcome().words()).contains("cell a");
    assertThat(METHOD.woolf(new TwoByTwo(1, 2, 3, 0)).outcome().words())
        .contains("cell d (row 2, without the event)");
  }

  @Test
  void emptyMarginSaysNothing() {
    TwoByTwo t = new TwoByTwo(0, 12, 0, 9);
    assertThat(METHOD.centralExact(t).value()).isEmpty();
    assertThat(METHOD.profile(t).outcome().words()).isEqualTo("column 1 of the table is empty");
    assertThat(METHOD.woolf(new TwoByTwo(0, 0, 5, 11)).outcome().words())
        .isEqualTo("row 1 of the table is empty");
    assertThat(METHOD.haldane(t).estimate().value()).isPositive();
  }

  @Test
  void misuseTellsTheValueAndTheRange() {
    assertThatThrownBy(() -> new OddsRatio(95))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("95")
        .hasMessageContaining("between 0 and 1");
    assertThatThrownBy(() -> new TwoByTwo(1, -2, 3, 4)).hasMessageContaining("count b is -2");
  }

  @Test
  void methodsTellTheirSettings() {
    assertThat(OddsRatio.standard().withLevel(0.9)).hasToString("OddsRatio[level=0.9]");
  }
}
