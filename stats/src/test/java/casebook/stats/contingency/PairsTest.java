// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PairsTest {
  private static final McNemar METHOD = McNemar.standard();

  @Test
  void mcNemarWorkedByHand() {
    // 6 of 6 one way: exact 2 / 64, mid-P half of it, chi-square 36 / 6, corrected 25 / 6
    assertThat(McNemar.exact(0, 6).orThrow().p().value()).isCloseTo(1 / 32.0, within(1e-16));
    assertThat(McNemar.midP(0, 6).orThrow().p().value()).isCloseTo(1 / 64.0, within(1e-16));
    assertThat(McNemar.chiSquare(0, 6).orThrow().statistic()).hasValue(6);
    assertThat(McNemar.chiSquareCorrected(0, 6).orThrow().statistic().orElseThrow())
        .isCloseTo(25 / 6.0, within(1e-15));
    Effect exact = METHOD.exactOddsRatio(6, 0).orThrow();
    assertThat(exact.estimate().value()).isInfinite();
    double share = Math.pow(0.025, 1 / 6.0);
    assertThat(exact.low()).isCloseTo(share / (1 - share), within(1e-14));
  }

  @Test
  void airwayHyperResponsivenessAsPublished() {
    // 1, 1, 7, 12 (Fagerland, Lydersen and Laake 2013): McNemar 4.50, p 0.034; corrected 0.0771;
    // exact 0.0703; mid-P 0.0391
    assertThat(McNemar.chiSquare(1, 7).orThrow().p().value()).isCloseTo(0.034, within(5e-4));
    assertThat(McNemar.chiSquareCorrected(1, 7).orThrow().p().value())
        .isCloseTo(0.0771, within(5e-5));
    assertThat(McNemar.exact(1, 7).orThrow().p().value()).isCloseTo(0.0703, within(5e-5));
    assertThat(McNemar.midP(1, 7).orThrow().p().value()).isCloseTo(0.0391, within(5e-5));
  }

  @Test
  void newcombeWorkedByHand() {
    // 1 1 7 12: 2/21 and 8/21; Wilson 0.0265 to 0.2891 and 0.2075 to 0.5912; a d - b c = 5 is below
    // n / 2, so the correlation is 0 and the squares are added
    Effect effect = PairedDifference.standard().newcombe(new TwoByTwo(1, 1, 7, 12)).orThrow();
    double low = Math.hypot(2 / 21.0 - 0.02652, 0.59122 - 8 / 21.0);
    double high = Math.hypot(8 / 21.0 - 0.20747, 0.28913 - 2 / 21.0);
    assertThat(effect.estimate().value()).isCloseTo(-6 / 21.0, within(1e-15));
    assertThat(effect.low()).isCloseTo(-6 / 21.0 - low, within(2e-4));
    assertThat(effect.high()).isCloseTo(-6 / 21.0 + high, within(2e-4));
  }

  @Test
  void pairedPAndIntervalAgree() {
    for (int a = 0; a <= 6; a++) {
      for (int b = 0; b <= 9; b++) {
        for (int c = 0; c <= 9; c++) {
          for (int d = 0; d <= 6; d += 3) {
            TwoByTwo pairs = new TwoByTwo(a, b, c, d);
            if (pairs.n() > 0) {
              Effect effect = PairedDifference.standard().newcombe(pairs).orThrow();
              assertThat(effect.p().value() >= 0.05)
                  .as(pairs.toString())
                  .isEqualTo(effect.estimate().interval().orElseThrow().contains(0));
            }
          }
        }
        if (b + c(b) > 0) {
          Effect mid = METHOD.midPOddsRatio(b, c(b)).orThrow();
          assertThat(mid.p().value() >= 0.05)
              .isEqualTo(mid.estimate().interval().orElseThrow().contains(1));
        }
      }
    }
  }

  private static long c(int b) {
    return (b * 7L) % 11;
  }

  @Test
  void noDiscordantPairAnswersInWords() {
    assertThat(McNemar.exact(0, 0).outcome().words()).isEqualTo("no pair is discordant");
    assertThat(METHOD.wald(3, 0).outcome().words())
        .isEqualTo("no pair is discordant in one direction");
    assertThat(METHOD.wald(0, 0).outcome().words()).isEqualTo("no pair is discordant");
    PairedDifference difference = PairedDifference.standard();
    assertThat(difference.wald(new TwoByTwo(0, 0, 0, 0)).value()).isEmpty();
    assertThat(difference.newcombe(new TwoByTwo(0, 0, 0, 0)).value()).isEmpty();
    assertThat(difference.wald(new TwoByTwo(3, 0, 0, 4)).outcome().words())
        .isEqualTo("the standard error is 0");
    assertThatThrownBy(() -> McNemar.exact(-1, 2)).hasMessageContaining("-1");
    assertThatThrownBy(() -> new McNemar(0)).hasMessageContaining("level 0.0");
    assertThatThrownBy(() -> new PairedDifference(0)).hasMessageContaining("level 0.0");
    assertThat(METHOD.withLevel(0.9)).isEqualTo(new McNemar(0.9));
    assertThat(difference.withLevel(0.9)).isEqualTo(new PairedDifference(0.9));
  }
}
