// SPDX-License-Identifier: Apache-2.0
package casebook.stats.genetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExpressionTest {
  private static double[] cycles(double... values) {
    return values;
  }

  /// Livak: delta Ct 24 - 18 = 6 in the sample, 27 - 19 = 8 in the calibrator; delta delta Ct -2,
  /// ratio 4.
  @Test
  void withDoublingItIsTheDeltaDeltaMethod() {
    var expression = new Expression(Amplicon.doubling("T"), List.of(Amplicon.doubling("R")));
    var sample = expression.of(cycles(24), List.of(cycles(18)));
    var calibrator = expression.of(cycles(27), List.of(cycles(19)));
    assertThat(sample.log2()).isEqualTo(-6);
    assertThat(Math.pow(2, sample.log2() - calibrator.log2())).isCloseTo(4, within(1e-12));
    assertThat(sample.relative()).isCloseTo(1 / 64.0, within(1e-15));
    assertThat(sample.replicateError()).isEmpty();
  }

  /// Pfaffl's ratio E_target^(control - sample) / E_ref^(control - sample), here with 1.9 and 2.
  @Test
  void unequalEfficienciesGivePfafflsRatio() {
    var expression = new Expression(new Amplicon("T", 1.9), List.of(new Amplicon("R", 2)));
    var sample = expression.of(cycles(22.1), List.of(cycles(17.2)));
    var control = expression.of(cycles(25.4), List.of(cycles(16.9)));
    double ratio = Math.pow(1.9, 25.4 - 22.1) / Math.pow(2, 16.9 - 17.2);
    assertThat(sample.relative() / control.relative()).isCloseTo(ratio, within(1e-11));
  }

  /// Two references count by the geometric mean of their amounts.
  @Test
  void severalReferencesAreAveragedGeometrically() {
    var expression =
        new Expression(
            Amplicon.doubling("T"), List.of(Amplicon.doubling("A"), new Amplicon("B", 1.8)));
    var value = expression.of(cycles(20), List.of(cycles(15), cycles(18)));
    double mean = Math.sqrt(Math.pow(2, -15) * Math.pow(1.8, -18));
    assertThat(value.relative()).isCloseTo(Math.pow(2, -20) / mean, within(1e-14));
  }

  /// Replicates 20, 22 (mean 21, variance of the mean 1) against 10, 10: error 1 cycle.
  @Test
  void replicatesAreAveragedAndGiveTheirError() {
    var expression = new Expression(Amplicon.doubling("T"), List.of(Amplicon.doubling("R")));
    var value = expression.of(cycles(20, 22), List.of(cycles(10, 10)));
    assertThat(value.log2()).isEqualTo(-11);
    assertThat(value.replicateError().orElseThrow()).isCloseTo(1, within(1e-15));
  }

  @Test
  void theEfficiencyComesFromTheStandardCurve() {
    assertThat(Amplicon.ofSlope("T", -1 / Math.log10(2)).efficiency()).isCloseTo(2, within(1e-14));
    assertThat(Amplicon.ofSlope("T", -3.58).efficiency()).isCloseTo(1.9025, within(5e-5));
  }

  /// Genes A and B move together, C goes its own way: standard deviations of the log ratios are 0
  /// (A, B) and sqrt(2) (with C), so M is sqrt(2) / 2 for A and B and sqrt(2) for C.
  @Test
  void theStableGenesHaveTheSmallerM() {
    var genes = List.of(Amplicon.doubling("A"), Amplicon.doubling("B"), Amplicon.doubling("C"));
    var stability =
        new ReferenceStability(genes).of(List.of(cycles(20, 21), cycles(22, 23), cycles(19, 18)));
    assertThat(stability.get(0)).isCloseTo(Math.sqrt(2) / 2, within(1e-14));
    assertThat(stability.get(1)).isCloseTo(Math.sqrt(2) / 2, within(1e-14));
    assertThat(stability.get(2)).isCloseTo(Math.sqrt(2), within(1e-14));
  }

  @Test
  void misuseIsRefused() {
    assertThatThrownBy(() -> new Amplicon("T", 1)).hasMessageContaining("efficiency 1.0");
    assertThatThrownBy(() -> new Expression(Amplicon.doubling("T"), List.of()))
        .hasMessageContaining("0 reference genes");
    var expression = new Expression(Amplicon.doubling("T"), List.of(Amplicon.doubling("R")));
    assertThatThrownBy(() -> expression.of(cycles(1), List.of()))
        .hasMessageContaining("expected 1");
    assertThatThrownBy(() -> expression.of(cycles(), List.of(cycles(1))))
        .hasMessage("there are 0 cycles of T");
    assertThatThrownBy(() -> expression.of(cycles(1), List.of(cycles(Double.NaN))))
        .hasMessage("cycle NaN of R");
    var one = Amplicon.doubling("A");
    assertThatThrownBy(() -> new ReferenceStability(List.of(one))).hasMessageContaining("1 genes");
    var two = new ReferenceStability(List.of(one, one));
    assertThatThrownBy(() -> two.of(List.of(cycles(1, 2))))
        .hasMessageContaining("1 genes measured");
    assertThatThrownBy(() -> two.of(List.of(cycles(1), cycles(1)))).hasMessageContaining("samples");
  }
}
