// SPDX-License-Identifier: Apache-2.0
package casebook.stats.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.dist.ChiSquared;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssayPrecisionTest {
  @Test
  void daysAndRunsByHand() {
    // mean squares: within 2 (df 4), runs 16 (df 2), days 200 (df 1);
    // components 2, (16 - 2) / 2 = 7, (200 - 16) / 4 = 46; together 55 = 2/2 + 16/4 + 200/4,
    // df 55^2 / (1^2/4 + 4^2/2 + 50^2/1)
    AssayPrecision.Result found =
        AssayPrecision.standard()
            .ofDays(new double[][] {{1, 3}, {5, 7}}, new double[][] {{11, 13}, {15, 17}})
            .orThrow();
    assertThat(found.n()).isEqualTo(8);
    assertThat(found.mean()).isEqualTo(9);
    assertThat(found.repeatability().standardDeviation().value())
        .isCloseTo(Math.sqrt(2), within(1e-15));
    assertThat(found.repeatability().df()).isEqualTo(4);
    assertThat(found.betweenRun()).isCloseTo(Math.sqrt(7), within(1e-14));
    assertThat(found.betweenDay()).isCloseTo(Math.sqrt(46), within(1e-14));
    assertThat(found.withinLaboratory().standardDeviation().value())
        .isCloseTo(Math.sqrt(55), within(1e-14));
    assertThat(found.withinLaboratory().df()).isCloseTo(55 * 55 / (0.25 + 8 + 2500), within(1e-13));
    assertThat(found.coefficientOfVariation(4.5).orThrow()).isEqualTo(0.5);
  }

  @Test
  void limitsOfAStandardDeviationAreThoseOfChiSquare() {
    AssayPrecision.Result found =
        AssayPrecision.standard().ofRuns(new double[] {1, 3}, new double[] {5, 7}).orThrow();
    ChiSquared two = new ChiSquared(2);
    double variance = 2;
    assertThat(found.repeatability().standardDeviation().interval().orElseThrow().low())
        .isCloseTo(Math.sqrt(2 * variance / two.upperQuantile(0.025)), within(1e-13));
    assertThat(found.repeatability().standardDeviation().interval().orElseThrow().high())
        .isCloseTo(Math.sqrt(2 * variance / two.quantile(0.025)), within(1e-11));
    assertThat(found.betweenDay()).isZero();
    // between 16, within 2: component 7
    assertThat(found.betweenRun()).isCloseTo(Math.sqrt(7), within(1e-14));
  }

  @Test
  void negativeComponentsAreZero() {
    AssayPrecision.Result runs =
        AssayPrecision.standard().ofRuns(new double[] {1, 9}, new double[] {2, 8}).orThrow();
    assertThat(runs.betweenRun()).isZero();
    assertThat(runs.withinLaboratory().standardDeviation().value())
        .isEqualTo(runs.repeatability().standardDeviation().value());
    AssayPrecision.Result days =
        AssayPrecision.standard()
            .ofDays(new double[][] {{1, 9}, {2, 8}}, new double[][] {{0, 10}, {3, 7}})
            .orThrow();
    assertThat(days.betweenDay()).isZero();
    assertThat(days.withinLaboratory().df()).isEqualTo(4);
  }

  @Test
  void unequalRunsAndDaysByHand() {
    // runs of 2, 1, 1 and 1: mean squares 2 (df 1), 14/2 = 7 (df 2), 120 (df 1); multiples
    // (5 - 8/3) / 2 = 7/6, 8/3 - 7/5 = 19/15 and 5 - 13/5 = 12/5; so the components are 2,
    // (7 - 2) 6/7 = 30/7 and (118 - 19/15 30/7) 5/12 = 985/21
    AssayPrecision.Result found =
        AssayPrecision.standard()
            .ofDays(new double[][] {{1, 3}, {5}}, new double[][] {{11}, {15}})
            .orThrow();
    assertThat(found.mean()).isEqualTo(7);
    assertThat(found.repeatability().standardDeviation().value())
        .isCloseTo(Math.sqrt(2), within(1e-15));
    assertThat(found.betweenRun()).isCloseTo(Math.sqrt(30 / 7.0), within(1e-14));
    assertThat(found.betweenDay()).isCloseTo(Math.sqrt(985 / 21.0), within(1e-14));
    assertThat(found.withinLaboratory().standardDeviation().value())
        .isCloseTo(Math.sqrt(1117 / 21.0), within(1e-14));
  }

  @Test
  void unequalRunsKeepTheirExpectations() {
    // run sizes 3 and 1: multiple (4 - 10/4) / 1 = 1.5
    MeanSquares squares = MeanSquares.ofRuns(new double[] {1, 2, 3}, new double[] {6}).orThrow();
    assertThat(squares.runSize()).isEqualTo(1.5);
    assertThat(squares.within()).isEqualTo(1);
    assertThat(squares.between()).isEqualTo(12);
  }

  @Test
  void tooFewMeasurementsAreAnAnswerInWords() {
    AssayPrecision method = AssayPrecision.standard();
    assertThat(method.ofRuns(new double[] {1, 2}).outcome().words()).contains("too few");
    assertThat(method.ofRuns(new double[] {1}, new double[] {2}).outcome().usable()).isFalse();
    assertThat(method.ofRuns(new double[] {1, 2}, new double[0]).outcome().usable()).isFalse();
    assertThat(method.ofDays(new double[][] {{1, 2}}, new double[][] {{1, 2}}).outcome().usable())
        .isFalse();
    assertThat(
            method
                .ofRuns(new double[] {-1, -3}, new double[] {-5, -7})
                .orThrow()
                .coefficientOfVariation(1)
                .outcome()
                .words())
        .contains("not positive");
    assertThatThrownBy(() -> new AssayPrecision(1)).hasMessageContaining("1.0");
  }

  @Test
  void duplicatesByHand() {
    // pairs 9 11 and 20 20: differences 2 and 0, deviation sqrt(4 / 4), mean 15
    Duplicates found = Duplicates.of(new double[] {9, 20}, new double[] {11, 20}).orThrow();
    assertThat(found.standardDeviation()).isEqualTo(1);
    assertThat(found.pooledCv()).isCloseTo(1 / 15.0, within(1e-16));
    assertThat(found.rootMeanSquareCv()).isCloseTo(Math.sqrt(0.04 / 4), within(1e-16));
    assertThat(Duplicates.of(new double[0], new double[0]).outcome().usable()).isFalse();
    assertThat(Duplicates.of(new double[] {-1}, new double[] {1}).outcome().usable()).isFalse();
    assertThatThrownBy(() -> Duplicates.of(new double[1], new double[2]))
        .hasMessageContaining("1 and 2");
  }

  @Test
  void outlierRulesByHand() {
    // 1 2 3 10: range 9, gaps 1/9 and 7/9; quartiles of type 6 at 1.25 and 8.25
    double[] values = {3, 1, 10, 2};
    DixonRatio ratio = DixonRatio.of(values).orThrow();
    assertThat(ratio).isEqualTo(new DixonRatio(9, 1 / 9.0, 7 / 9.0));
    assertThat(ratio.highSuspicious()).isTrue();
    assertThat(ratio.lowSuspicious()).isFalse();
    TukeyFences.Fences fences = TukeyFences.standard().of(values).orThrow();
    assertThat(fences).isEqualTo(new TukeyFences.Fences(-9.25, 18.75, List.of()));
    assertThat(DixonRatio.of(new double[] {1, 2}).outcome().usable()).isFalse();
    assertThat(DixonRatio.of(new double[] {1, 1, 1}).outcome().usable()).isFalse();
    assertThat(TukeyFences.standard().of(new double[0]).outcome().usable()).isFalse();
    assertThatThrownBy(() -> new TukeyFences(TukeyFences.standard().quartiles(), 0))
        .hasMessageContaining("0.0");
  }

  @Test
  void fencesAfterAPowerLeaveSkewedValuesAlone() {
    double[] skewed = new double[60];
    for (int i = 0; i < 60; i++) {
      skewed[i] = Math.exp(4 * (i - 29.5) / 30);
    }
    assertThat(TukeyFences.standard().of(skewed).orThrow().outside()).isNotEmpty();
    assertThat(TukeyFences.standard().afterPower(skewed).orThrow().outside()).isEmpty();
    assertThat(TukeyFences.standard().afterPower(new double[] {-1, 2, 3}).outcome().usable())
        .isFalse();
  }

  @Test
  void partitionByHand() {
    // means 2 and 12, variances 1 and 1: z = 10 / sqrt(2/3), critical 3 sqrt(6 / 240)
    HarrisBoyd found = HarrisBoyd.of(new double[] {1, 2, 3}, new double[] {11, 12, 13}).orThrow();
    assertThat(found.z()).isCloseTo(10 / Math.sqrt(2 / 3.0), within(1e-14));
    assertThat(found.critical()).isCloseTo(3 * Math.sqrt(6 / 240.0), within(1e-15));
    assertThat(found.partition()).isTrue();
    assertThat(HarrisBoyd.of(new double[] {1, 2, 3}, new double[] {1, 2, 3}).orThrow().partition())
        .isFalse();
    assertThat(HarrisBoyd.of(new double[] {1, 2, 3}, new double[] {0, 2, 4}).orThrow().partition())
        .isTrue();
    assertThat(HarrisBoyd.of(new double[] {1}, new double[] {1, 2}).outcome().usable()).isFalse();
    assertThat(HarrisBoyd.of(new double[] {1, 1}, new double[] {1, 2}).outcome().words())
        .isEqualTo("a group does not vary");
  }
}
