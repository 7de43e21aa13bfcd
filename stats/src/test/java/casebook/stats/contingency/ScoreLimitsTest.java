// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.dist.Normal;
import java.util.function.DoubleUnaryOperator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Score limits put back into the equation that defines them, with the risks that are most likely
/// there found by halving.
class ScoreLimitsTest {
  /// The limits are roots found to about 14 digits, the risks to the last one.
  private static final Offset<Double> CLOSE = within(1e-9);

  /// Returns the z of a limit: distance of the risks from it over its standard error.
  private static double z(TwoByTwo t, double limit, DoubleUnaryOperator risk1, double slope) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < 200; i++) {
      double p2 = (low + high) / 2;
      double p1 = risk1.applyAsDouble(p2);
      // the derivative of the likelihood; outside of 0 to 1 the risk of row 1 sends back
      double rise = slope * (t.a() / p1 - t.b() / (1 - p1)) + t.c() / p2 - t.d() / (1 - p2);
      boolean tooHigh = p1 >= 1 || (p1 > 0 && rise < 0);
      low = tooHigh ? low : p2;
      high = tooHigh ? p2 : high;
    }
    double p2 = (low + high) / 2;
    double p1 = risk1.applyAsDouble(p2);
    double far1 = (double) t.a() / t.row1() - p1;
    double far2 = (double) t.c() / t.row2() - p2;
    double distance = far1 - slope * far2;
    double variance = p1 * (1 - p1) / t.row1() + slope * slope * p2 * (1 - p2) / t.row2();
    assertThat(limit).isFinite();
    return distance / Math.sqrt(variance);
  }

  private static double ofRatio(TwoByTwo t, double ratio) {
    return z(t, ratio, p -> ratio * p, ratio);
  }

  private static double ofDifference(TwoByTwo t, double difference) {
    return z(t, difference, p -> p + difference, 1);
  }

  @ParameterizedTest
  @CsvSource({
    "30, 70, 10, 190, 0.95",
    "3, 17, 11, 9, 0.95",
    "5, 5, 5, 5, 0.99",
    "1, 99, 40, 60, 0.5",
    "7, 1, 2, 6, 0.95",
    "12, 232, 2, 244, 0.05"
  })
  void limitsSolveTheirEquation(long a, long b, long c, long d, double level) {
    TwoByTwo t = new TwoByTwo(a, b, c, d);
    double normal = Normal.ofLevel(level);
    Effect ratio = RiskRatio.standard().withLevel(level).koopman(t).orThrow();
    assertThat(ofRatio(t, ratio.low())).isEqualTo(normal, CLOSE);
    assertThat(ofRatio(t, ratio.high())).isEqualTo(-normal, CLOSE);
    Effect difference = RiskDifference.standard().withLevel(level).mee(t).orThrow();
    assertThat(ofDifference(t, difference.low())).isEqualTo(normal, CLOSE);
    assertThat(ofDifference(t, difference.high())).isEqualTo(-normal, CLOSE);
    double larger = normal * Math.sqrt(t.n() / (t.n() - 1.0));
    ratio = RiskRatio.standard().withLevel(level).miettinenNurminen(t).orThrow();
    assertThat(ofRatio(t, ratio.low())).isEqualTo(larger, CLOSE);
    difference = RiskDifference.standard().withLevel(level).miettinenNurminen(t).orThrow();
    assertThat(ofDifference(t, difference.high())).isEqualTo(-larger, CLOSE);
  }

  /// Nobody of row 2 has the event: the ratio is infinite, and so narrow an interval begins above
  /// the ratio of the risks with 1/2 added.
  @Test
  void oneLimitOfAnInfiniteRatio() {
    TwoByTwo t = new TwoByTwo(1, 9, 0, 10);
    for (double level : new double[] {0.01, 0.05, 0.95}) {
      Effect ratio = RiskRatio.standard().withLevel(level).koopman(t).orThrow();
      assertThat(ofRatio(t, ratio.low())).isEqualTo(Normal.ofLevel(level), CLOSE);
      assertThat(ratio.high()).isEqualTo(Double.POSITIVE_INFINITY);
      Effect turned = RiskRatio.standard().withLevel(level).koopman(t.rowsSwapped()).orThrow();
      assertThat(turned.low()).isZero();
      assertThat(turned.high() * ratio.low()).isEqualTo(1, CLOSE);
    }
  }

  @Test
  void emptyMarginsAndCellsAreNamed() {
    assertThat(new TwoByTwo(0, 0, 1, 1).emptyMargin()).hasValue("row 1 of the table is empty");
    assertThat(new TwoByTwo(1, 1, 0, 0).emptyMargin()).hasValue("row 2 of the table is empty");
    assertThat(new TwoByTwo(0, 1, 0, 1).emptyMargin()).hasValue("column 1 of the table is empty");
    assertThat(new TwoByTwo(1, 0, 1, 0).emptyMargin()).hasValue("column 2 of the table is empty");
    assertThat(new TwoByTwo(0, 0, 0, 0).emptyMargin()).hasValue("row 1 of the table is empty");
    assertThat(new TwoByTwo(1, 0, 0, 1).emptyMargin()).isEmpty();
    assertThat(new TwoByTwo(1, 1, 1, 1).emptyCell()).isEmpty();
    assertThat(new TwoByTwo(0, 1, 1, 1).emptyCell()).hasValue(empty("a (row 1, with"));
    assertThat(new TwoByTwo(1, 0, 1, 1).emptyCell()).hasValue(empty("b (row 1, without"));
    assertThat(new TwoByTwo(1, 1, 0, 1).emptyCell()).hasValue(empty("c (row 2, with"));
    assertThat(new TwoByTwo(1, 1, 1, 0).emptyCell()).hasValue(empty("d (row 2, without"));
    assertThat(new TwoByTwo(1, 0, 0, 1).emptyCell()).hasValue(empty("b (row 1, without"));
  }

  private static String empty(String cell) {
    return "cell " + cell + " the event) is empty, its logarithm infinite";
  }

  @Test
  void countsAreRefusedOutsideOfTheirRange() {
    String range = "; it lies between 0 and 1000000000";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TwoByTwo(-1, 0, 0, 0))
        .withMessage("count a is -1" + range);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TwoByTwo(0, 1_000_000_001, 0, 0))
        .withMessage("count b is 1000000001" + range);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TwoByTwo(0, 0, -2, 0))
        .withMessage("count c is -2" + range);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TwoByTwo(0, 0, 0, -3))
        .withMessage("count d is -3" + range);
    assertThat(new TwoByTwo(1_000_000_000, 0, 0, 0).n()).isEqualTo(1_000_000_000);
    assertThat(new TwoByTwo(0, 0, 0, 0).smallestExpected()).isZero();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RiskRatio(1))
        .withMessage("level 1.0 is not between 0 and 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RiskRatio(0))
        .withMessage("level 0.0 is not between 0 and 1");
  }

  /// None of the exposed has the event, and one of the unexposed: the fraction is minus infinity;
  /// without anybody who has it, or without exposed, there is none.
  @Test
  void fractionAmongTheExposedWithoutAnEvent() {
    AttributableFraction method = AttributableFraction.standard();
    assertThat(method.exposedByRiskRatio(new TwoByTwo(0, 5, 1, 4)).orThrow().value())
        .isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(method.exposedByRiskRatio(new TwoByTwo(0, 5, 0, 5)).outcome().words())
        .isEqualTo("nobody has the event");
    assertThat(method.exposedByRiskRatio(new TwoByTwo(0, 0, 1, 4)).outcome().words())
        .isEqualTo("row 1 of the table is empty");
  }
}
