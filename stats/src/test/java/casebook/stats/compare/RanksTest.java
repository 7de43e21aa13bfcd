// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class RanksTest {
  private static final double[] NONE = {};

  private static double[] random(int n, int levels, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return DoubleStream.generate(() -> random.nextInt(levels) / 8.0).limit(n).toArray();
  }

  private static double exact(Alternative alternative, double[] x, double[] y) {
    return MannWhitney.standard().withAlternative(alternative).exact(x, y).orThrow().p().value();
  }

  @Test
  void rankSumByHand() {
    // 3 4 above 1 2: one of 6 ways, two of 6 as far from the mean
    double[] high = {3, 4};
    double[] low = {1, 2};
    assertThat(MannWhitney.u(high, low)).isEqualTo(4);
    assertThat(exact(Alternative.GREATER, high, low)).isCloseTo(1 / 6.0, within(1e-16));
    assertThat(exact(Alternative.LESS, high, low)).isEqualTo(1);
    assertThat(exact(Alternative.TWO_SIDED, high, low)).isCloseTo(1 / 3.0, within(1e-16));
  }

  @Test
  void tiedRankSumByHand() {
    // mid-ranks 1 2.5 | 2.5 4: sums 3.5 3.5 5 5 6.5 6.5, seen 3.5
    double[] x = {1, 2};
    double[] y = {2, 3};
    assertThat(MannWhitney.u(x, y)).isEqualTo(0.5);
    assertThat(exact(Alternative.LESS, x, y)).isCloseTo(1 / 3.0, within(1e-16));
    assertThat(exact(Alternative.TWO_SIDED, x, y)).isCloseTo(2 / 3.0, within(1e-16));
    assertThat(MannWhitney.standard().exactDoubled(x, y).orThrow().p().value())
        .isCloseTo(2 / 3.0, within(1e-16));
  }

  @Test
  void largerFirstGroupIsTheSameTest() {
    double[] three = {2, 3, 4};
    double[] one = {1};
    assertThat(exact(Alternative.GREATER, three, one)).isEqualTo(0.25);
    assertThat(exact(Alternative.LESS, three, one)).isEqualTo(1);
    assertThat(exact(Alternative.TWO_SIDED, three, one)).isEqualTo(0.5);
    for (long seed = 1; seed < 20; seed++) {
      double[] x = random(7, 12, seed);
      double[] y = random(5, 12, -seed);
      assertThat(exact(Alternative.LESS, x, y))
          .isCloseTo(exact(Alternative.GREATER, y, x), within(1e-14));
      assertThat(exact(Alternative.TWO_SIDED, x, y))
          .isCloseTo(exact(Alternative.TWO_SIDED, y, x), within(1e-14));
      assertThat(MannWhitney.u(x, y) + MannWhitney.u(y, x)).isEqualTo(35);
    }
  }

  @Test
  void oneSidedApproximationsAddUpWithoutCorrection() {
    MannWhitney plain = MannWhitney.standard().withContinuityCorrection(false);
    double[] x = random(9, 20, 5);
    double[] y = random(8, 20, 6);
    double less = plain.withAlternative(Alternative.LESS).asymptotic(x, y).orThrow().p().value();
    double greater =
        plain.withAlternative(Alternative.GREATER).asymptotic(x, y).orThrow().p().value();
    assertThat(less + greater).isCloseTo(1, within(1e-14));
    MannWhitney corrected = MannWhitney.standard();
    assertThat(corrected.withAlternative(Alternative.LESS).asymptotic(x, y).orThrow().p().value())
        .isGreaterThan(less);
    assertThat(
            corrected.withAlternative(Alternative.GREATER).asymptotic(x, y).orThrow().p().value())
        .isGreaterThan(greater);
  }

  @Test
  void rankTestsSayWhatTheyCannot() {
    double[] x = {1, 1};
    assertThat(MannWhitney.standard().exact(NONE, x).outcome().words())
        .isEqualTo("a group is empty");
    assertThat(MannWhitney.standard().asymptotic(x, NONE).outcome().usable()).isFalse();
    assertThat(MannWhitney.superiority(NONE, x).outcome().usable()).isFalse();
    assertThat(
            MannWhitney.standard()
                .exact(random(600, 1 << 30, 1), random(600, 1 << 30, 2))
                .outcome()
                .words())
        .contains("1200 values");
    assertThat(SignedRank.standard().exact(NONE).outcome().words())
        .isEqualTo("there are no differences");
    assertThat(SignedRank.standard().asymptotic(NONE).outcome().usable()).isFalse();
    assertThat(SignedRank.standard().exact(random(2500, 1 << 30, 3)).outcome().words())
        .contains("too long");
    assertThat(SignTest.of(new double[] {0}).test().outcome().usable()).isFalse();
    assertThatThrownBy(() -> new SignTest(-1, 2)).hasMessageContaining("-1");
    assertThat(KruskalWallis.test(x).outcome().usable()).isFalse();
    assertThat(Friedman.test().outcome().usable()).isFalse();
    assertThat(JonckheereTerpstra.standard().exact(x, NONE).outcome().usable()).isFalse();
    assertThat(JonckheereTerpstra.standard().asymptotic(x).outcome().usable()).isFalse();
    assertThat(
            JonckheereTerpstra.standard()
                .exact(random(60, 99, 1), random(60, 99, 2), random(60, 99, 3))
                .outcome()
                .words())
        .contains("too large");
  }

  @Test
  void signedRankByHand() {
    // |d| 1 2 3 with signs + + -: V = 3; sums over 8 signs: 0 1 2 3 3 4 5 6
    double[] differences = {1, 2, -3, 0};
    assertThat(SignedRank.v(differences)).isEqualTo(3);
    assertThat(SignedRank.nonzeroCount(differences)).isEqualTo(3);
    SignedRank test = SignedRank.standard();
    assertThat(test.exact(differences).orThrow().p().value()).isEqualTo(1);
    assertThat(test.withAlternative(Alternative.LESS).exact(differences).orThrow().p().value())
        .isCloseTo(5 / 8.0, within(1e-15));
    assertThat(
            test.withAlternative(Alternative.GREATER)
                .exact(new double[] {1, 2, 3})
                .orThrow()
                .p()
                .value())
        .isCloseTo(1 / 8.0, within(1e-15));
  }

  @Test
  void signsByHand() {
    // 5 of 5: 2 / 32
    assertThat(new SignTest(5, 0).test().orThrow().p().value()).isCloseTo(1 / 16.0, within(1e-16));
    assertThat(new SignTest(2, 2).test().orThrow().p().value()).isEqualTo(1);
  }

  @Test
  void heightsOfGroupsByHand() {
    // rank sums 3 and 7: H = 12 / 20 (9/2 + 49/2) - 15 = 2.4
    var test = KruskalWallis.test(new double[] {1, 2}, new double[] {3, 4}).orThrow();
    assertThat(test.statistic().orElseThrow()).isCloseTo(2.4, within(1e-14));
    // rank sums 2 5 5 over two blocks of three: 12 (4 + 1 + 1) / 24
    var blocks = Friedman.test(new double[] {1, 2, 3}, new double[] {1, 3, 2}).orThrow();
    assertThat(blocks.statistic()).hasValue(3);
    assertThat(blocks.df()).hasValue(2);
  }

  @Test
  void trendByHand() {
    // 1 < 2 < 3 is one of 6 orders
    JonckheereTerpstra test = JonckheereTerpstra.standard();
    double[][] rising = {{1}, {2}, {3}};
    assertThat(test.withAlternative(Alternative.GREATER).exact(rising).orThrow().p().value())
        .isCloseTo(1 / 6.0, within(1e-16));
    assertThat(test.exact(rising).orThrow().p().value()).isCloseTo(1 / 3.0, within(1e-16));
    // 1 1 2: J is 2.5, 1.5 or 0.5, one third each
    double[][] tied = {{1}, {1}, {2}};
    assertThat(test.withAlternative(Alternative.GREATER).exact(tied).orThrow().p().value())
        .isCloseTo(1 / 3.0, within(1e-16));
    assertThat(test.withAlternative(Alternative.LESS).exact(tied).orThrow().p().value())
        .isEqualTo(1);
    assertThat(JonckheereTerpstra.score(tied).orThrow())
        .isEqualTo(new JonckheereTerpstra.Score(2.5, 1.5, 2 / 3.0));
  }

  @Test
  void trendOfTwoGroupsIsTheRankSumTest() {
    for (long seed = 1; seed < 12; seed++) {
      double[] x = random(6, 9, seed);
      double[] y = random(5, 9, -seed);
      double trend = JonckheereTerpstra.standard().exact(y, x).orThrow().p().value();
      assertThat(trend).isCloseTo(exact(Alternative.TWO_SIDED, x, y), within(1e-13));
    }
  }

  @Test
  void trendDistributionHasTheMomentsOfTheFormulas() {
    double[][] groups = {random(4, 6, 1), random(3, 6, 2), random(4, 6, 3)};
    double[] chances = DealtGroups.distribution(groups).orElseThrow();
    double mean = 0;
    double square = 0;
    for (int i = 0; i < chances.length; i++) {
      mean += chances[i] * i / 2;
      square += chances[i] * i * i / 4;
    }
    JonckheereTerpstra.Score score = JonckheereTerpstra.score(groups).orThrow();
    assertThat(mean).isCloseTo(score.expected(), within(1e-12));
    assertThat(square - mean * mean).isCloseTo(score.variance(), within(1e-11));
  }

  @Test
  void everyDifferenceIsFound() {
    double[] x = random(13, 7, 1);
    double[] y = random(11, 7, 2);
    double[] all =
        Arrays.stream(x).flatMap(a -> Arrays.stream(y).map(b -> a - b)).sorted().toArray();
    PairwiseValues differences = PairwiseValues.differences(x, y);
    for (int k = 0; k < all.length; k++) {
      assertThat(differences.at(k + 1)).isEqualTo(all[k]);
    }
    assertThat(differences.median()).isEqualTo(all[71]);
    double[] means = new double[13 * 14 / 2];
    int place = 0;
    for (int i = 0; i < 13; i++) {
      for (int j = 0; j <= i; j++) {
        means[place++] = (x[i] + x[j]) / 2;
      }
    }
    Arrays.sort(means);
    for (int k = 0; k < means.length; k++) {
      assertThat(PairwiseValues.means(x).at(k + 1)).isEqualTo(means[k]);
    }
  }

  @Test
  void centreOfOneGroupEqualsR() {
    // wilcox.test(x, conf.int = TRUE), R 4.2.2: 0.2 to 3.325, 1.7, p 0.0390625
    double[] x = {1.1, 2.3, -0.4, 3.7, 0.9, 1.6, 2.8, 5.05, -1.2};
    Estimate centre = HodgesLehmann.standard().centreExact(x).orThrow();
    assertThat(centre.value()).isCloseTo(1.7, within(1e-15));
    Interval interval = centre.interval().orElseThrow();
    assertThat(interval.low()).isCloseTo(0.2, within(1e-15));
    assertThat(interval.high()).isCloseTo(3.325, within(1e-15));
    assertThat(SignedRank.standard().exact(x).orThrow().p().value()).isEqualTo(0.0390625);
    // normal: 22.5 - 1.96 sqrt(9 * 10 * 19 / 24) = 5.95, the same rank 6
    assertThat(HodgesLehmann.standard().centre(x).orThrow()).isEqualTo(centre);
  }

  @Test
  void exactShiftAndExactTestAgree() {
    // without ties: the shift 0 lies outside exactly when p <= 0.05
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 60; i++) {
      double move = random.nextDouble();
      double[] x = random.doubles(8).toArray();
      double[] y = random.doubles(7).map(v -> v + move).toArray();
      Interval interval =
          HodgesLehmann.standard().shiftExact(x, y).orThrow().interval().orElseThrow();
      assertThat(interval.contains(0)).isEqualTo(exact(Alternative.TWO_SIDED, x, y) > 0.05);
    }
  }

  @Test
  void shiftMovesWithTheValues() {
    double[] x = random(9, 30, 1);
    double[] y = random(8, 30, 2);
    double[] moved = Arrays.stream(x).map(v -> v + 16).toArray();
    Estimate there = HodgesLehmann.standard().shift(x, y).orThrow();
    Estimate here = HodgesLehmann.standard().shift(moved, y).orThrow();
    assertThat(here.value()).isEqualTo(there.value() + 16);
    assertThat(here.interval().orElseThrow().low())
        .isEqualTo(there.interval().orElseThrow().low() + 16);
  }

  @Test
  void tooFewPairsGiveTheExtremeDifferences() {
    Interval interval =
        HodgesLehmann.standard()
            .shiftExact(new double[] {1, 2}, new double[] {5, 9})
            .orThrow()
            .interval()
            .orElseThrow();
    assertThat(interval).isEqualTo(new Interval(-8, -3, 0.95));
    HodgesLehmann shift = HodgesLehmann.standard();
    assertThat(shift.exactRank(2, 2)).hasValue(1);
    assertThat(shift.exactRank(900, 900)).isEmpty();
    assertThat(shift.shift(NONE, new double[] {1}).outcome().usable()).isFalse();
    assertThat(shift.shiftExact(NONE, new double[] {1}).outcome().usable()).isFalse();
    assertThat(shift.shiftExact(random(600, 1 << 30, 1), random(600, 1 << 30, 2)).outcome().words())
        .contains("too large");
    assertThat(shift.centre(NONE).outcome().usable()).isFalse();
    assertThat(shift.centreExact(NONE).outcome().usable()).isFalse();
    assertThatThrownBy(() -> new HodgesLehmann(0)).hasMessageContaining("0.0");
  }
}
