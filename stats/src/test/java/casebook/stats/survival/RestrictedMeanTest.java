// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RestrictedMeanTest {
  /// Times 1, 2+, 3, 4 up to 3.5: area 1 * 1 + 0.75 * 2 + 0.375 * 0.5 = 2.6875. Areas from 1 and 3
  /// on are 1.6875 and 0.1875; variance 1.6875^2 / 12 + 0.1875^2 / 2.
  @Test
  void agreesWithTheHandCalculation() {
    var mean = RestrictedMean.upTo(3.5).of(KaplanMeierTest.times(1, -2, 3, 4)).orThrow();
    assertThat(mean.estimate().value()).isCloseTo(2.6875, within(1e-15));
    assertThat(mean.standardError())
        .isCloseTo(Math.sqrt(1.6875 * 1.6875 / 12 + 0.1875 * 0.1875 / 2), within(1e-15));
  }

  /// Without censoring and with a horizon past all events it is the mean time; its variance is the
  /// variance with divisor n, divided by n.
  @Test
  void withoutCensoringItIsTheMean() {
    var mean = RestrictedMean.upTo(100).of(KaplanMeierTest.times(1, 2, 3, 6)).orThrow();
    assertThat(mean.estimate().value()).isCloseTo(3, within(1e-14));
    assertThat(mean.standardError()).isCloseTo(Math.sqrt(14 / 4.0 / 4), within(1e-14));
  }

  @Test
  void exchangingTheGroupsTurnsTheContrast() {
    var method = RestrictedMean.upTo(20).withLevel(0.9);
    var one = method.of(KaplanMeierTest.times(KaplanMeierTest.SIX_MP)).orThrow();
    var other = method.of(KaplanMeierTest.times(KaplanMeierTest.PLACEBO)).orThrow();
    var forth = one.minus(other).orThrow();
    var back = other.minus(one).orThrow();
    assertThat(forth.estimate().value()).isEqualTo(-back.estimate().value());
    assertThat(forth.p()).isEqualTo(back.p());
    assertThat(one.over(other).orThrow().estimate().value())
        .isCloseTo(1 / other.over(one).orThrow().estimate().value(), within(1e-14));
  }

  @Test
  void saysWhyThereIsNoAnswer() {
    var method = RestrictedMean.upTo(10);
    assertThat(method.of(KaplanMeierTest.times()).outcome().words())
        .isEqualTo("nobody was observed");
    assertThat(method.of(KaplanMeierTest.times(1, -8)).outcome().words())
        .isEqualTo("follow-up ends at 8.0, before the horizon 10.0");
    var certain = method.of(KaplanMeierTest.times(-11, 12)).orThrow();
    assertThat(certain.estimate().value()).isEqualTo(10);
    assertThat(certain.minus(certain).outcome().usable()).isFalse();
    assertThat(certain.over(certain).outcome().usable()).isFalse();
    var zero = method.of(new Times(new double[2], new boolean[] {true, true})).orThrow();
    assertThat(zero.estimate().value()).isZero();
    assertThat(certain.over(zero).outcome().words()).isEqualTo("a mean time is 0");
  }

  @Test
  void misuseIsRefused() {
    assertThatThrownBy(() -> RestrictedMean.upTo(0)).hasMessageContaining("horizon 0.0");
    assertThatThrownBy(() -> RestrictedMean.upTo(1).withLevel(2)).hasMessageContaining("level 2.0");
    var before = new Times(new double[] {-1}, new boolean[] {true});
    assertThatThrownBy(() -> RestrictedMean.upTo(1).of(before)).hasMessage("time -1.0 is below 0");
    var one = RestrictedMean.upTo(5).of(KaplanMeierTest.times(1, 6)).orThrow();
    var other = RestrictedMean.upTo(6).of(KaplanMeierTest.times(1, 6)).orThrow();
    assertThatThrownBy(() -> one.minus(other)).hasMessageContaining("cannot compare");
  }
}
