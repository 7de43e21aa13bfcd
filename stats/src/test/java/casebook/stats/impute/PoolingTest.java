// SPDX-License-Identifier: Apache-2.0
package casebook.stats.impute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PoolingTest {
  private static final double[] Q = {1, 2, 3};
  private static final double[] U = {0.5, 1, 1.5};

  /// Estimates 1, 2, 3 (mean 2, b = 1), variances 0.5, 1, 1.5 (mean 1): t = 1 + 4/3 = 7/3, lambda =
  /// 4/7, r = 4/3, Rubin's df 2 * 49/16 = 6.125. With 20 complete-data df the observed ones are
  /// 21/23 * 20 * 3/7 = 180/23, and the harmonic sum follows.
  @Test
  void agreesWithTheHandCalculation() {
    Pooled pooled = Pooling.standard().withCompleteDf(20).of(Q, U);
    assertThat(pooled.value()).isEqualTo(2);
    assertThat(pooled.total()).isCloseTo(7 / 3.0, within(1e-15));
    assertThat(pooled.missingShare()).isCloseTo(4 / 7.0, within(1e-15));
    assertThat(pooled.relativeIncrease()).isCloseTo(4 / 3.0, within(1e-15));
    assertThat(pooled.rubinDf()).isCloseTo(6.125, within(1e-14));
    assertThat(pooled.degreesOfFreedom()).isCloseTo(1 / (1 / 6.125 + 23 / 180.0), within(1e-13));
    assertThat(Pooling.standard().of(Q, U).degreesOfFreedom()).isCloseTo(6.125, within(1e-14));
  }

  /// The imputations agree: nothing is added, and the reference is that of the complete data.
  @Test
  void equalImputationsAddNothing() {
    double[] same = {2, 2, 2};
    Pooled normal = Pooling.standard().of(same, U);
    assertThat(normal.total()).isEqualTo(1);
    assertThat(normal.degreesOfFreedom()).isInfinite();
    assertThat(normal.test().df()).isEmpty();
    assertThat(normal.estimate().interval().orElseThrow().high())
        .isCloseTo(2 + 1.959963984540054, within(1e-14));
    Pooled limited = Pooling.standard().withCompleteDf(20).of(same, U);
    assertThat(limited.degreesOfFreedom()).isCloseTo(21 / 23.0 * 20, within(1e-13));
  }

  @Test
  void theIntervalInvertsTheTest() {
    double level = 1 - Pooling.standard().withCompleteDf(20).of(Q, U).test().p().value();
    var interval =
        Pooling.standard().withCompleteDf(20).withLevel(level).of(Q, U).estimate().interval();
    assertThat(interval.orElseThrow().low()).isCloseTo(0, within(1e-12));
  }

  @Test
  void theOrderOfTheImputationsDoesNotMatter() {
    var one = Pooling.standard().of(Q, U);
    var other = Pooling.standard().of(new double[] {3, 1, 2}, new double[] {1.5, 0.5, 1});
    assertThat(other).isEqualTo(one);
  }

  @Test
  void patternsAreCounted() {
    var patterns =
        MissingPatterns.of(
            List.of(
                new boolean[] {false, true, true, false}, new boolean[] {false, true, true, true}));
    assertThat(patterns.missing()).containsExactly(2, 3);
    assertThat(patterns.completeRows()).isEqualTo(1);
    assertThat(patterns.incompletePercentage()).isEqualTo(75);
    assertThat(patterns.patterns().getFirst())
        .isEqualTo(new MissingPatterns.Pattern(List.of(true, true), 2));
    assertThat(MissingPatterns.of(List.of()).incompletePercentage()).isZero();
  }

  @Test
  void misuseIsRefused() {
    double[] one = {1};
    assertThatThrownBy(() -> Pooling.standard().of(one, one)).hasMessageContaining("at least 2");
    assertThatThrownBy(() -> Pooling.standard().of(Q, one)).hasMessageContaining("3 estimates");
    assertThatThrownBy(() -> Pooling.standard().of(Q, new double[3]))
        .hasMessage("estimate 1.0 with variance 0.0 in imputation 0");
    assertThatThrownBy(() -> Pooling.standard().withCompleteDf(0)).hasMessageContaining("0.0");
    assertThatThrownBy(() -> Pooling.standard().withLevel(1)).hasMessageContaining("1.0");
    assertThatThrownBy(() -> MissingPatterns.of(List.of(new boolean[1], new boolean[2])))
        .hasMessage("variables of 2 and 1 rows");
  }
}
