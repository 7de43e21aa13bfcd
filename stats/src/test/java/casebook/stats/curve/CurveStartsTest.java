// SPDX-License-Identifier: Apache-2.0
package casebook.stats.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.result.Answer;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Where the searches begin, worked by hand.
class CurveStartsTest {
  /// The same arithmetic in another order.
  private static final Offset<Double> LAST_DIGITS = within(1e-14);

  private static KineticStart kinetic(double dose, double[] time, double[] level) {
    return KineticStart.of(dose, Observations.of(time, level)).orThrow();
  }

  private static void check(double found, double expected) {
    assertThat(found).isEqualTo(expected, LAST_DIGITS);
  }

  private static void check(LogisticStart start, double... expected) {
    assertThat(start.values()).containsExactly(expected, LAST_DIGITS);
  }

  /// From (0, 0) the area is 2 + 6 + 12 + 6 + 1 = 27 over steps of 1, 1, 2, 2 and 1 hours; the fall
  /// from the peak (2, 8) to the last level above 0 (6, 2) is ln 4 in 4 hours; three over the time
  /// of the peak is 1.5. The tail adds 2 over the rate. Of two readings at 4 hours the higher
  /// counts.
  @Test
  void kineticStartByHand() {
    KineticStart start =
        kinetic(100, new double[] {1, 2, 4, 4, 6, 7}, new double[] {4, 8, 1, 4, 2, 0});
    check(start.lnElimination(), Math.log(Math.log(4) / 4));
    check(start.lnAbsorption(), Math.log(1.5));
    check(start.lnClearance(), Math.log(100 / (27 + 8 / Math.log(4))));
  }

  /// A peak at once: area (10 + 5) / 2, fall ln 2 an hour, absorption ten times as fast.
  @Test
  void kineticStartOfABolusByHand() {
    KineticStart start = kinetic(3, new double[] {0, 1}, new double[] {10, 5});
    check(start.lnElimination(), Math.log(Math.log(2)));
    check(start.lnAbsorption(), Math.log(10 * Math.log(2)));
    check(start.lnClearance(), Math.log(3 / (7.5 + 5 / Math.log(2))));
  }

  /// A late peak and a fast fall: twice the fall is more than 3 / 10.
  @Test
  void absorptionIsAtLeastTwiceTheFall() {
    KineticStart start = kinetic(1, new double[] {10, 11}, new double[] {8, 1});
    check(start.lnAbsorption(), Math.log(2 * Math.log(8)));
  }

  /// Two equal levels show no fall: a thousandth of 1 / 2; area 2 + 4, tail 4 / 0.0005 = 8000.
  @Test
  void levelsThatStayGiveASlowFall() {
    KineticStart start = kinetic(1, new double[] {1, 2}, new double[] {4, 4});
    check(start.lnElimination(), Math.log(0.0005));
    check(start.lnAbsorption(), Math.log(3));
    check(start.lnClearance(), -Math.log(8006));
  }

  @Test
  void levelsWithoutAFallGiveNoStart() {
    Observations one = Observations.of(new double[] {2}, new double[] {4});
    assertThat(KineticStart.of(1, one).outcome().words())
        .isEqualTo("the concentrations do not fall after a peak");
    Observations two = Observations.ofRows(new double[][] {{1, 1}}, new double[] {4});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KineticStart.of(1, two))
        .withMessage("the time is 1.0 in row 0; it is one number, at least 0");
  }

  /// Responses 0, 1/2 and 1: asymptotes -0.05 and 1.05, so that the logits at doses 1 and 4 are 0
  /// and ln (1.05 / 0.05) = ln 21. The line through them crosses 0 at ln 1.
  @Test
  void logisticStartByHand() {
    double[] doses = {0, 1, 1, 4};
    double slope = Math.log(21) / Math.log(4);
    Observations rising = Observations.of(doses, new double[] {0, 0.25, 0.75, 1});
    check(LogisticStart.of(rising, 3).orThrow(), -0.05, 1.05, 0, slope);
    Observations falling = Observations.of(doses, new double[] {1, 0.75, 0.25, 0});
    check(LogisticStart.of(falling, 3).orThrow(), 1.05, -0.05, 0, slope);
  }

  /// Responses 0, 1, 1/2, 1/10 at 0, 1, 2, 4 turn back: slope 1 through the middle, ln 2 and the
  /// mean of the logits ln 21, 0 and ln (0.15 / 0.95).
  @Test
  void responsesThatTurnBackBeginWithSlopeOne() {
    Observations hook = Observations.of(new double[] {0, 1, 2, 4}, new double[] {0, 1, 0.5, 0.1});
    double middle = (Math.log(21) + Math.log(3.0 / 19)) / 3;
    check(LogisticStart.of(hook, 4).orThrow(), -0.05, 1.05, Math.log(2) - middle, 1);
  }

  @Test
  void doseIsOneNumber() {
    Observations two = Observations.ofRows(new double[][] {{1, 1}}, new double[] {4});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LogisticStart.of(two, 4))
        .withMessage("the dose is 1.0 in row 0; it is one number, at least 0");
    Answer<LogisticStart> few =
        LogisticStart.of(Observations.of(new double[] {1}, new double[] {4}), 4);
    assertThat(few.outcome().words()).isEqualTo("there are 1 doses for a curve of 4 parameters");
  }
}
