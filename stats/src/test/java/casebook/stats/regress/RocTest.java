// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RocTest {
  private static final boolean[] EVENT = {true, true, true, false, false};

  private static final Roc ROC = Roc.of(EVENT, 3, 2, 5, 1, 2).orThrow();

  @Test
  void areaCountsPairsAndHalvesTies() {
    // cases 3 2 5, controls 1 2: of six pairs five are won and 2-2 is tied
    assertThat(ROC.area()).isEqualTo(5.5 / 6, within(1e-15));
    assertThat(ROC.cases()).isEqualTo(3);
    assertThat(ROC.controls()).isEqualTo(2);
  }

  @Test
  void varianceIsThatOfThePlacements() {
    // placements of cases 1, 3/4, 1: variance 1/48; of controls 1, 5/6: variance 1/72
    assertThat(ROC.variance()).isEqualTo(1 / 48.0 / 3 + 1 / 72.0 / 2, within(1e-15));
    double half = 1.959963984540054 * Math.sqrt(ROC.variance());
    assertThat(ROC.area(0.95).interval().orElseThrow().high())
        .isEqualTo(ROC.area() + half, within(1e-14));
  }

  @Test
  void anyIncreasingTransformationGivesTheSameCurve() {
    Roc other = Roc.of(EVENT, 9, 4, 25, 1, 4).orThrow();
    assertThat(other.area()).isEqualTo(ROC.area());
    assertThat(other.variance()).isEqualTo(ROC.variance());
    assertThat(ROC.compare(other).value()).isEmpty();
  }

  @Test
  void reversingTheMarkerMirrorsTheArea() {
    assertThat(Roc.of(EVENT, -3, -2, -5, -1, -2).orThrow().area())
        .isEqualTo(1 - ROC.area(), within(1e-15));
  }

  @Test
  void youdenTakesTheBestCut() {
    // above 2.5: two of three cases, no control
    Roc.Threshold best = ROC.youden();
    assertThat(best.threshold()).isEqualTo(2.5);
    assertThat(best.sensitivity()).isEqualTo(2 / 3.0);
    assertThat(best.specificity()).isEqualTo(1);
    assertThat(ROC.at(0)).isEqualTo(new Roc.Threshold(0, 3, 2, 0, 0));
  }

  @Test
  void oneGroupHasNoCurve() {
    assertThat(Roc.of(new boolean[] {true}, 1).outcome().words())
        .isEqualTo("there are no controls");
    assertThat(Roc.of(new boolean[] {false}, 1).outcome().words()).isEqualTo("there are no cases");
    assertThat(Roc.of(new boolean[] {true, false}, 1, 2).orThrow().variance()).isInfinite();
  }

  @Test
  void wrongInputIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Roc.of(EVENT, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Roc.of(EVENT, 1, 2, Double.NaN, 1, 1))
        .withMessageContaining("row 2");
    Roc swapped = Roc.of(new boolean[] {false, true, true, true, false}, 1, 2, 3, 4, 5).orThrow();
    assertThatIllegalArgumentException().isThrownBy(() -> ROC.compare(swapped));
  }
}
