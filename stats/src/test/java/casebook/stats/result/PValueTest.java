// SPDX-License-Identifier: Apache-2.0
package casebook.stats.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PValueTest {
  @Test
  void probabilityAndLogarithmAreOneThing() {
    assertThat(PValue.of(0.05).ln()).isCloseTo(-2.995732273553991, within(1e-15));
    assertThat(PValue.ofLn(-2.995732273553991).value()).isCloseTo(0.05, within(1e-16));
    assertThat(PValue.of(1).ln()).isZero();
    assertThat(PValue.of(0).ln()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(PValue.of(0).value()).isZero();
  }

  @Test
  void whatNoDoubleHoldsKeepsItsLogarithm() {
    PValue tiny = PValue.ofLn(-2000);
    assertThat(tiny.value()).isZero();
    assertThat(tiny.ln()).isEqualTo(-2000);
  }

  @Test
  void roundingAboveOneIsForgiven() {
    assertThat(PValue.of(1 + 1e-12).ln()).isZero();
    assertThat(PValue.of(1 + 1e-9).ln()).isZero();
    assertThat(PValue.ofLn(1e-12).ln()).isZero();
    assertThat(PValue.ofLn(1e-9).ln()).isZero();
    assertThat(PValue.ofLn(-1e-12).ln()).isEqualTo(-1e-12);
  }

  @Test
  void whatIsNoProbabilityIsRefused() {
    for (double p : new double[] {-0.1, 1.1, 1 + 2e-9, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> PValue.of(p))
          .withMessage("p is " + p + "; it lies between 0 and 1");
    }
    assertThatIllegalArgumentException().isThrownBy(() -> PValue.ofLn(2e-9));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PValue(0.5))
        .withMessage("ln p is 0.5; it is at most 0");
    assertThatIllegalArgumentException().isThrownBy(() -> new PValue(Double.NaN));
  }

  @Test
  void aTestNamesItselfAndWhatItHas() {
    PValue p = PValue.of(0.5);
    assertThat(TestResult.of("t test", 2.5, 8, p).df()).hasValue(8);
    assertThat(TestResult.of("t test", 2.5, 8, p).statistic()).hasValue(2.5);
    assertThat(TestResult.of("z test", 2.5, p).statistic()).hasValue(2.5);
    assertThat(TestResult.of("z test", 2.5, p).df()).isEmpty();
    assertThat(TestResult.exact("exact test", p).statistic()).isEmpty();
    assertThat(TestResult.exact("exact test", p).df()).isEmpty();
    assertThat(TestResult.exact("exact test", p).method()).isEqualTo("exact test");
    assertThat(TestResult.exact("exact test", p).p()).isSameAs(p);
  }
}
