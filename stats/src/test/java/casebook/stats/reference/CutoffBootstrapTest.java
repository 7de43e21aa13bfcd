// SPDX-License-Identifier: Apache-2.0
package casebook.stats.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.describe.Quantile;
import casebook.stats.reference.CutoffBootstrap.Draw;
import casebook.stats.reference.CutoffBootstrap.Draws;
import casebook.stats.reference.CutoffBootstrap.Spread;
import casebook.stats.result.Interval;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CutoffBootstrapTest {
  private static final double[] CONTROLS = values(100, 37);
  private static final double[] CASES = values(80, 41);

  /// 1 to n in a mixed order: i times `step` modulo a prime.
  private static double[] values(int n, int step) {
    return IntStream.rangeClosed(1, n).mapToDouble(i -> i * step % 101).toArray();
  }

  private static Draws draws(CutoffBootstrap method) {
    return method.of(CASES, CONTROLS, x -> x).orThrow();
  }

  /// Draws 1 .. 999 with cut-off b: the limits at ranks 1000 * 0.025 = 25 and 975; the Monte Carlo
  /// error is sqrt(999 * 0.025 * 0.975) = 4.9346 ranks, times 1000 / 999 because type 6 has the
  /// rank (B + 1) p.
  @Test
  void limitsAreThe25thAnd975thOf999() {
    List<Draw> draws = IntStream.rangeClosed(1, 999).mapToObj(b -> new Draw(b, 5, 2)).toList();
    Spread spread = new Draws(draws, 10, 10).cutoffs(0.95);
    assertThat(spread.interval().low()).isCloseTo(25, within(1e-9));
    assertThat(spread.interval().high()).isCloseTo(975, within(1e-9));
    double error = Math.sqrt(0.025 * 0.975 / 999) * 1000;
    assertThat(spread.lowError().orElseThrow()).isCloseTo(error, within(1e-9));
    assertThat(spread.highError().orElseThrow()).isCloseTo(error, within(1e-9));
  }

  /// 12 of 244 against 2 of 246: 12 * 244 / (232 * 2), and with halves 12.5 * 244.5 / (232.5 *
  /// 2.5).
  @Test
  void oddsRatiosAreThoseOfTheTables() {
    List<Draw> draws = IntStream.range(0, 999).mapToObj(b -> new Draw(8.2, 12, 2)).toList();
    Draws all = new Draws(draws, 244, 246);
    double ratio = 12 * 244 / (232.0 * 2);
    double firth = 12.5 * 244.5 / (232.5 * 2.5);
    assertThat(all.oddsRatios(0.95).orThrow().interval())
        .isEqualTo(new Interval(ratio, ratio, 0.95));
    assertThat(all.firthOddsRatios(0.95).interval()).isEqualTo(new Interval(firth, firth, 0.95));
  }

  @Test
  void sampleWithoutControlsAboveIsInfiniteAndEmptyOneLeftOut() {
    List<Draw> draws =
        IntStream.range(0, 1000)
            .mapToObj(b -> new Draw(1, b < 100 ? 0 : 5, b < 200 ? 0 : 2))
            .toList();
    Draws all = new Draws(draws, 10, 10);
    Spread spread = all.oddsRatios(0.95).orThrow();
    assertThat(all.withoutControlsAbove()).isEqualTo(200);
    assertThat(spread.samples()).isEqualTo(900);
    assertThat(spread.interval().high()).isInfinite();
    assertThat(spread.highError()).isEqualTo(OptionalDouble.empty());
    assertThat(all.firthOddsRatios(0.95).interval().high()).isFinite();
  }

  @Test
  void nobodyAboveInAnySampleIsNoAnswer() {
    List<Draw> draws = IntStream.range(0, 999).mapToObj(b -> new Draw(1, 0, 0)).toList();
    assertThat(new Draws(draws, 10, 10).oddsRatios(0.95).outcome().words())
        .isEqualTo("in every sample nobody or everybody lies above the cut-off");
  }

  @Test
  void orderOfValuesChangesNothing() {
    CutoffBootstrap method = CutoffBootstrap.upper(0.9);
    double[] turned = IntStream.range(0, 100).mapToDouble(i -> CONTROLS[99 - i]).toArray();
    assertThat(method.of(CASES, turned, x -> x)).isEqualTo(method.of(CASES, CONTROLS, x -> x));
  }

  @Test
  void anotherUnitScalesTheCutoffsAlone() {
    CutoffBootstrap method = CutoffBootstrap.upper(0.9);
    double[] cases = IntStream.range(0, 80).mapToDouble(i -> 4 * CASES[i]).toArray();
    double[] controls = IntStream.range(0, 100).mapToDouble(i -> 4 * CONTROLS[i]).toArray();
    List<Draw> scaled =
        draws(method).draws().stream()
            .map(draw -> new Draw(4 * draw.cutoff(), draw.casesAbove(), draw.controlsAbove()))
            .toList();
    assertThat(method.of(cases, controls, x -> x).orThrow().draws()).isEqualTo(scaled);
  }

  @Test
  void seedIsTheOnlyChance() {
    CutoffBootstrap method = CutoffBootstrap.upper(0.9).withReplicates(1999);
    assertThat(draws(method)).isEqualTo(draws(method)).isNotEqualTo(draws(method.withSeed(2)));
  }

  /// The bootstrap distribution of the largest of n values is known: it is the j-th largest with
  /// probability (1 - (j - 1) / n)^n - (1 - j / n)^n; of the largest itself 0.634 for n = 100.
  @Test
  void largestValueIsDrawnAsOftenAsItShould() {
    CutoffBootstrap method =
        CutoffBootstrap.upper(0.999).withQuantile(new Quantile(1)).withReplicates(20_000);
    double share =
        draws(method).draws().stream().filter(draw -> draw.cutoff() == 100).count() / 20_000.0;
    // 5 standard errors of a share of 20,000
    assertThat(share).isCloseTo(1 - Math.pow(0.99, 100), within(5 * Math.sqrt(0.25 / 20_000)));
  }

  @Test
  void roundingIsDoneBeforeCounting() {
    Draws rounded =
        CutoffBootstrap.upper(0.9).of(CASES, CONTROLS, x -> 10 * Math.rint(x / 10)).orThrow();
    assertThat(rounded.draws()).allMatch(draw -> draw.cutoff() % 10 == 0);
  }

  @Test
  void emptyGroupAndFewReplicatesAreRefused() {
    assertThat(CutoffBootstrap.upper(0.9).of(new double[0], CONTROLS, x -> x).outcome().words())
        .isEqualTo("there are no cases");
    assertThatThrownBy(() -> CutoffBootstrap.upper(0.9).withReplicates(99))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("99");
    assertThatThrownBy(() -> CutoffBootstrap.upper(1)).isInstanceOf(IllegalArgumentException.class);
  }
}
