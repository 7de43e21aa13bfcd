// SPDX-License-Identifier: Apache-2.0
package casebook.stats.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.golden.CertifiedCase;
import casebook.stats.golden.CertifiedSuite;
import casebook.stats.golden.Json;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ProportionTest {
  private static final Proportion METHOD = Proportion.standard();

  @TestFactory
  Stream<DynamicTest> agreesWithTheCertifiedValues() {
    return CertifiedSuite.read("proportions").tests(ProportionTest::compare);
  }

  private static void compare(CertifiedCase one) {
    Proportion method = new Proportion(Json.number(one.input().get("level")));
    long x = Math.round(Json.number(one.input().get("successes")));
    long n = Math.round(Json.number(one.input().get("n")));
    for (String statistic : one.statistics()) {
      Interval interval =
          interval(
              switch (statistic.split("_")[0]) {
                case "cp" -> method.clopperPearson(x, n);
                case "wilson" -> method.wilson(x, n);
                case "jeffreys" -> method.jeffreys(x, n);
                case "wald" -> method.wald(x, n);
                case "midp" -> method.midP(x, n);
                default -> throw new IllegalArgumentException(statistic);
              });
      one.check(statistic, statistic.endsWith("_lower") ? interval.low() : interval.high());
    }
  }

  @Test
  void clopperPearsonWorkedByHand() {
    // 0 of n: (1 - p)^n = 0.025; n of n: p^n = 0.025
    assertThat(interval(METHOD.clopperPearson(0, 7)).high())
        .isCloseTo(1 - Math.pow(0.025, 1 / 7.0), within(1e-15));
    assertThat(interval(METHOD.clopperPearson(7, 7)).low())
        .isCloseTo(Math.pow(0.025, 1 / 7.0), within(1e-15));
  }

  @Test
  void wilsonWorkedByHand() {
    // |x / n - p| = z sqrt(p (1 - p) / n) at both limits
    Interval interval = interval(METHOD.wilson(10, 12));
    for (double p : new double[] {interval.low(), interval.high()}) {
      assertThat(Math.abs(10 / 12.0 - p) / Math.sqrt(p * (1 - p) / 12))
          .isCloseTo(1.959963984540054, within(1e-13));
    }
  }

  @Test
  void theResponseRateOfTheLetter() {
    // 10 of 12: 83 %, exact 52 to 98 %, Wilson 55 to 95 %
    assertRounded(METHOD.clopperPearson(10, 12), 52, 98);
    assertRounded(METHOD.wilson(10, 12), 55, 95);
  }

  private static void assertRounded(Answer<Estimate> answer, long low, long high) {
    assertThat(Math.round(100 * interval(answer).low())).isEqualTo(low);
    assertThat(Math.round(100 * interval(answer).high())).isEqualTo(high);
  }

  @Test
  void swappingEventsAndNonEventsMirrorsEveryInterval() {
    for (long x = 0; x <= 9; x++) {
      assertMirrored(METHOD.wald(x, 9), METHOD.wald(9 - x, 9));
      assertMirrored(METHOD.waldCorrected(x, 9), METHOD.waldCorrected(9 - x, 9));
      assertMirrored(METHOD.wilson(x, 9), METHOD.wilson(9 - x, 9));
      assertMirrored(METHOD.wilsonCorrected(x, 9), METHOD.wilsonCorrected(9 - x, 9));
      assertMirrored(METHOD.clopperPearson(x, 9), METHOD.clopperPearson(9 - x, 9));
      assertMirrored(METHOD.midP(x, 9), METHOD.midP(9 - x, 9));
      assertMirrored(METHOD.blaker(x, 9), METHOD.blaker(9 - x, 9));
      assertMirrored(METHOD.jeffreys(x, 9), METHOD.jeffreys(9 - x, 9));
      assertMirrored(METHOD.agrestiCoull(x, 9), METHOD.agrestiCoull(9 - x, 9));
      assertMirrored(METHOD.likelihoodRatio(x, 9), METHOD.likelihoodRatio(9 - x, 9));
    }
  }

  private static void assertMirrored(Answer<Estimate> one, Answer<Estimate> other) {
    assertThat(interval(one).low()).isCloseTo(1 - interval(other).high(), within(1e-14));
    assertThat(interval(one).high()).isCloseTo(1 - interval(other).low(), within(1e-14));
  }

  @Test
  void nobodyCountedHasNoProportion() {
    assertThat(METHOD.wilson(0, 0).outcome().words()).isEqualTo("nobody was counted");
    assertThat(Proportion.exactTest(0, 0, 0.5).value()).isEmpty();
    assertThat(METHOD.logit(0, 5).outcome().words()).isEqualTo("nobody has the event");
    assertThat(METHOD.logit(5, 5).outcome().words()).isEqualTo("everybody has the event");
  }

  @Test
  void misuseTellsTheValue() {
    assertThatThrownBy(() -> METHOD.wilson(4, 3)).hasMessageContaining("x is 4");
    assertThatThrownBy(() -> new Proportion(1)).hasMessageContaining("level 1.0");
    assertThatThrownBy(() -> Proportion.exactTest(1, 2, 1.5)).hasMessageContaining("1.5");
  }

  private static Interval interval(Answer<Estimate> answer) {
    return answer.orThrow().interval().orElseThrow();
  }
}
