// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.golden.GoldenData;
import casebook.stats.golden.ModelFrame;
import casebook.stats.result.Interval;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// FLIC, FLAC and log-F: the relatives of Firth's method.
class ShrinkageTest {
  private static final Offset<Double> TIGHT = within(1e-11);

  private static final double[] CASE = {1, 0, 1, 0};

  private static final ModelFrame TUMOURS =
      ModelFrame.of(GoldenData.read("endometrial"), "HG ~ NV + PI + EH");

  private static Design table(double... frequencies) {
    return Design.withIntercept(4).and("exposed", 1, 1, 0, 0).withFrequencies(frequencies);
  }

  @Test
  void flicPredictsAsManyEventsAsThereAre() {
    Design design = TUMOURS.design();
    double[] y = TUMOURS.response();
    Flic.Calibrated fit = Flic.standard().fit(design, y).orThrow();
    double predicted = Arrays.stream(fit.probabilities(design)).sum();
    assertThat(predicted).isEqualTo(Arrays.stream(y).sum(), TIGHT);
    assertThat(fit.slopes().term("NV").value())
        .isEqualTo(Firth.standard().fit(design, y).term("NV").value(), TIGHT);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Flic.standard().fit(Design.withoutIntercept(1).and("x", 1), 1));
  }

  @Test
  void flicOfAnInterceptIsTheObservedShare() {
    Design people = Design.withIntercept(2).withFrequencies(3, 9);
    Flic.Calibrated fit = Flic.standard().fit(people, 1, 0).orThrow();
    assertThat(fit.slopes().term("(Intercept)").value()).isEqualTo(Math.log(3.5 / 9.5), TIGHT);
    assertThat(fit.intercept().value()).isEqualTo(Math.log(3 / 9.0), TIGHT);
    assertThat(Flic.standard().fit(people, 1, 1).value()).isEmpty();
  }

  @Test
  void flacPredictsAsManyEventsAsThereAre() {
    Design design = TUMOURS.design();
    double[] y = TUMOURS.response();
    Fit fit = Flac.standard().fit(design, y).orThrow();
    double[] probabilities = Prediction.probabilities(fit);
    double predicted = Arrays.stream(probabilities, 0, design.rows()).sum();
    assertThat(predicted).isEqualTo(Arrays.stream(y).sum(), TIGHT);
    assertThat(fit.columnNames()).endsWith(Flac.PSEUDO);
    assertThat(fit.people()).isEqualTo(design.rows() + 4, TIGHT);
  }

  @Test
  void flacWithoutItsColumnIsFirth() {
    // the pseudo-persons alone bring maximum likelihood to Firth's estimate
    Design design = TUMOURS.design();
    double[] y = TUMOURS.response();
    Design augmented = Flac.standard().fit(design, y).orThrow().design();
    double[] all = Arrays.copyOf(y, augmented.rows());
    for (int i = design.rows(); i < all.length; i++) {
      all[i] = (i - design.rows()) % 2;
    }
    Fit fit = Logistic.standard().fit(augmented.without(Flac.PSEUDO), all);
    Fit firth = Firth.standard().fit(design, y);
    assertThat(fit.term("NV").value()).isEqualTo(firth.term("NV").value(), TIGHT);
    assertThat(fit.term("EH").value()).isEqualTo(firth.term("EH").value(), TIGHT);
  }

  @Test
  void flacKeepsOffsetsAndFailures() {
    Design shifted = table(12, 2, 232, 244).withOffset(1, 1, 1, 1);
    Fit plain = Flac.standard().fit(table(12, 2, 232, 244), CASE).orThrow();
    Fit moved = Flac.standard().fit(shifted, CASE).orThrow();
    assertThat(moved.term("exposed").value()).isEqualTo(plain.term("exposed").value(), TIGHT);
    assertThat(Flac.standard().fit(Design.withIntercept(0)).value()).isEmpty();
  }

  @Test
  void logFIsOnePseudoPersonForEachSlope() {
    // Greenland & Mansournia 2015, section 4: rows with that column 1, intercept 0, half a case
    // each
    Design design = TUMOURS.design();
    double[] y = TUMOURS.response();
    Fit fit = LogF.standard().fit(design, y);
    double[][] rows = new double[6][];
    double[] weights = new double[6];
    double[] all = Arrays.copyOf(y, y.length + 6);
    for (int i = 0; i < 6; i++) {
      rows[i] = new double[] {0, i / 2 == 0 ? 1 : 0, i / 2 == 1 ? 1 : 0, i / 2 == 2 ? 1 : 0};
      weights[i] = 0.5;
      all[y.length + i] = i % 2;
    }
    Fit augmented = Logistic.standard().fit(design.appended(rows, weights, i -> 0), all);
    for (String name : design.columnNames()) {
      assertThat(fit.term(name).value()).isEqualTo(augmented.term(name).value(), TIGHT);
      assertThat(fit.term(name).standardError())
          .isEqualTo(augmented.term(name).standardError(), TIGHT);
    }
    Interval one = fit.profile("NV", 0.95).orThrow().interval().orElseThrow();
    Interval other = augmented.profile("NV", 0.95).orThrow().interval().orElseThrow();
    assertThat(one.low()).isEqualTo(other.low(), within(1e-9));
    assertThat(one.high()).isEqualTo(other.high(), within(1e-9));
  }

  @Test
  void logFOfASeparatedTableIsFinite() {
    Fit weak = LogF.standard().fit(table(6, 0, 238, 246), CASE);
    Fit strong = LogF.standard().withDegrees(2).fit(table(6, 0, 238, 246), CASE);
    assertThat(weak.outcome().usable()).isTrue();
    assertThat(strong.term("exposed").value()).isBetween(0.0, weak.term("exposed").value());
    assertThat(LogF.standard().fit(table(6, 0, 238, 0), CASE).outcome().words())
        .isEqualTo("everyone has the outcome");
    assertThatIllegalArgumentException().isThrownBy(() -> LogF.standard().withDegrees(0));
  }
}
