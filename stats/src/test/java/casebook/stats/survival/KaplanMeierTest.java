// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class KaplanMeierTest {
  /// Both sides are a handful of roundings of numbers near 1.
  private static final Offset<Double> ROUNDING = within(1e-14);

  static Times times(double... signed) {
    double[] time = new double[signed.length];
    boolean[] event = new boolean[signed.length];
    for (int i = 0; i < signed.length; i++) {
      time[i] = Math.abs(signed[i]);
      event[i] = signed[i] > 0;
    }
    return new Times(time, event);
  }

  /// Remission of 21 children on 6-mercaptopurine, in weeks; negative is censored (Freireich 1963).
  static final double[] SIX_MP = {
    6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35
  };

  /// Remission of the 21 children on placebo.
  static final double[] PLACEBO = {
    1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23
  };

  /// Times 1, 2+, 3, 4: S(1) = 3/4; two are at risk at 3, so S(3) = 3/4 * 1/2 = 3/8; S(4) = 0.
  /// Greenwood at 3: S sqrt(1/(4*3) + 1/(2*1)); Nelson-Aalen 1/4 + 1/2 with variance 1/16 + 1/4.
  @Test
  void agreesWithTheHandCalculation() {
    var curve = KaplanMeier.standard().fit(times(1, -2, 3, 4));
    assertThat(curve.size()).isEqualTo(4);
    assertThat(curve.survival(0)).isEqualTo(0.75);
    assertThat(curve.survival(1)).isEqualTo(0.75);
    assertThat(curve.survival(2)).isEqualTo(0.375);
    assertThat(curve.survival(3)).isZero();
    assertThat(curve.standardError(2).orElseThrow())
        .isCloseTo(0.375 * Math.sqrt(1 / 12.0 + 0.5), ROUNDING);
    assertThat(curve.standardError(3)).isEmpty();
    assertThat(curve.interval(3)).isEmpty();
    assertThat(curve.cumulativeHazard(2)).isEqualTo(0.75);
    assertThat(curve.cumulativeHazardError(2)).isCloseTo(Math.sqrt(5) / 4, ROUNDING);
    assertThat(curve.median().time()).hasValue(3);
    assertThat(curve.people()).isEqualTo(4);
    assertThat(curve.events()).isEqualTo(3);
    var method = KaplanMeier.standard();
    assertThat(curve.band()).isEqualTo(method.band());
    assertThat(curve.level()).isEqualTo(method.level());
    assertThat(curve.rule()).isEqualTo(method.rule());
  }

  /// The curve of the 6-MP arm as printed in Cox and Oakes, Analysis of Survival Data, 1984, and in
  /// most textbooks since: 0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448.
  @Test
  void printsTheTextbookCurveOfSixMercaptopurine() {
    var curve = KaplanMeier.standard().fit(times(SIX_MP));
    double[] at = {6, 7, 10, 13, 16, 22, 23};
    double[] printed = {0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448};
    for (int i = 0; i < at.length; i++) {
      assertThat(curve.at(at[i]).survival()).isCloseTo(printed[i], within(0.0005));
    }
    assertThat(curve.median().time()).hasValue(23);
    assertThat(KaplanMeier.standard().fit(times(PLACEBO)).median().time()).hasValue(8);
  }

  /// Nothing is censored: S is the share still alive, exactly, and the plain interval is Wald's.
  @Test
  void withoutCensoringSurvivalIsTheShareAlive() {
    double[] all = IntStream.rangeClosed(1, 1000).asDoubleStream().toArray();
    var curve = KaplanMeier.standard().withBand(ConfidenceBand.PLAIN).fit(times(all));
    for (int i = 0; i < 1000; i++) {
      assertThat(curve.survival(i)).isEqualTo((999 - i) / 1000.0);
    }
    double wald = 1.959963984540054 * Math.sqrt(0.5 * 0.5 / 1000);
    var interval = curve.at(500).interval().orElseThrow();
    assertThat(interval.low()).isCloseTo(0.5 - wald, within(1e-12));
    assertThat(interval.high()).isCloseTo(0.5 + wald, within(1e-12));
    assertThat(curve.median().time()).hasValue(500);
  }

  /// S is 0.5 from 2 to 4. The first time is 2; the midpoint of the flat stretch is 3. Where the
  /// curve ends flat, the stretch ends with the last time.
  @Test
  void aFlatMedianFollowsTheRule() {
    var first = KaplanMeier.standard();
    var midpoint = first.withRule(QuantileRule.MIDPOINT);
    assertThat(first.fit(times(1, 2, 4, 5)).median().time()).hasValue(2);
    assertThat(midpoint.fit(times(1, 2, 4, 5)).median().time()).hasValue(3);
    assertThat(midpoint.fit(times(1, 2, -3, -4)).median().time()).hasValue(3);
    assertThat(midpoint.fit(times(1, 2, 4, 5)).quantile(0.3).time()).hasValue(2);
  }

  @Test
  void aMedianThatIsNotReachedIsAbsent() {
    var median = KaplanMeier.standard().fit(times(1, -2, -3, -4)).median();
    assertThat(median.time()).isEmpty();
    assertThat(median.high()).isEmpty();
    assertThat(median.low()).hasValue(1);
    assertThat(median.level()).isEqualTo(0.95);
    assertThat(median.probability()).isEqualTo(0.5);
  }

  @Test
  void readsTheCurveBetweenItsRows() {
    var curve = KaplanMeier.standard().fit(times(1, -2, 3, 4));
    assertThat(curve.at(0).survival()).isEqualTo(1);
    assertThat(curve.at(0).atRisk()).isEqualTo(4);
    assertThat(curve.at(0).interval().orElseThrow().low()).isEqualTo(1);
    assertThat(curve.at(1).atRisk()).isEqualTo(4);
    assertThat(curve.at(1.5).atRisk()).isEqualTo(3);
    assertThat(curve.at(3.9).survival()).isEqualTo(0.375);
    assertThat(curve.at(9).atRisk()).isZero();
    assertThat(curve.at(9).survival()).isZero();
  }

  /// 0.1 + 0.2 is not 0.3 in doubles; as follow-up times the two are tied.
  @Test
  void timesThatDifferByRoundingAreTied() {
    var curve = KaplanMeier.standard().fit(times(0.1 + 0.2, 0.3, 1, -2));
    assertThat(curve.size()).isEqualTo(3);
    assertThat(curve.events(0)).isEqualTo(2);
    assertThat(curve.survival(0)).isEqualTo(0.5);
  }

  /// The reverse curve of 1, 2+, 3, 4+: at 2, 3 are at risk and one is censored; at 4 the last. So
  /// the median follow-up is 4.
  @Test
  void theReverseCurveMeasuresFollowUp() {
    var curve = KaplanMeier.standard().fit(times(1, -2, 3, -4).reversed());
    assertThat(curve.survival(1)).isCloseTo(2 / 3.0, ROUNDING);
    assertThat(curve.median().time()).hasValue(4);
  }

  /// Entries at 0, 0, 2: one of two dies at 1 (S 1/2), one of two at 3 (S 1/4). Somebody who enters
  /// at 3 is not at risk at 3.
  @Test
  void lateEntriesAreNotAtRiskBeforeTheyEnter() {
    var late =
        Times.entering(
            new double[] {Double.NEGATIVE_INFINITY, 0, 2, 3},
            new double[] {1, 3, 5, 5},
            new boolean[] {true, true, false, false});
    var curve = KaplanMeier.standard().fit(late);
    assertThat(curve.size()).isEqualTo(3);
    assertThat(curve.atRisk(0)).isEqualTo(2);
    assertThat(curve.survival(0)).isEqualTo(0.5);
    assertThat(curve.atRisk(1)).isEqualTo(2);
    assertThat(curve.survival(1)).isEqualTo(0.25);
    assertThat(curve.atRisk(2)).isEqualTo(2);
  }

  @Test
  void piecesOfPeopleGiveTheCurveOfWholePeople() {
    var random = new Random(4);
    double[] stop = random.doubles(200, 1, 10).map(Math::ceil).toArray();
    boolean[] event = new boolean[200];
    double[] entry = new double[400];
    double[] pieces = new double[400];
    boolean[] ends = new boolean[400];
    for (int i = 0; i < 200; i++) {
      event[i] = random.nextBoolean();
      entry[2 * i] = Double.NEGATIVE_INFINITY;
      pieces[2 * i] = stop[i] - 0.5;
      entry[2 * i + 1] = stop[i] - 0.5;
      pieces[2 * i + 1] = stop[i];
      ends[2 * i + 1] = event[i];
    }
    var whole = KaplanMeier.standard().fit(new Times(stop, event));
    var split = KaplanMeier.standard().fit(Times.entering(entry, pieces, ends));
    for (int i = 0; i < whole.size(); i++) {
      assertThat(split.at(whole.time(i)).survival()).isCloseTo(whole.survival(i), ROUNDING);
    }
  }

  @Test
  void theOrderOfTheRowsDoesNotMatter() {
    double[] reversed = IntStream.range(0, 21).mapToDouble(i -> SIX_MP[20 - i]).toArray();
    var curve = KaplanMeier.standard().fit(times(SIX_MP));
    var other = KaplanMeier.standard().fit(times(reversed));
    for (int i = 0; i < curve.size(); i++) {
      assertThat(other.survival(i)).isEqualTo(curve.survival(i));
      assertThat(other.interval(i)).isEqualTo(curve.interval(i));
    }
  }

  /// Everybody twice: the same curve, the variance of its logarithm not quite halved (Greenwood's
  /// denominators are n (n - d), which become 4 n (n - d)), events doubled: exactly half.
  @Test
  void doublingTheDataKeepsTheCurveAndHalvesItsVariance() {
    double[] twice = IntStream.range(0, 42).mapToDouble(i -> SIX_MP[i / 2]).toArray();
    var curve = KaplanMeier.standard().fit(times(SIX_MP));
    var doubled = KaplanMeier.standard().fit(times(twice));
    for (int i = 0; i < curve.size(); i++) {
      assertThat(doubled.survival(i)).isCloseTo(curve.survival(i), ROUNDING);
      assertThat(doubled.standardError(i).orElseThrow() * Math.sqrt(2))
          .isCloseTo(curve.standardError(i).orElseThrow(), ROUNDING);
    }
  }

  @Test
  void theUnitOfTimeOnlyScalesTheTimes() {
    double[] days = IntStream.range(0, 21).mapToDouble(i -> 7 * SIX_MP[i]).toArray();
    var weeks = KaplanMeier.standard().fit(times(SIX_MP));
    var curve = KaplanMeier.standard().fit(times(days));
    assertThat(curve.median().time()).hasValue(161);
    assertThat(curve.median().low().orElseThrow())
        .isEqualTo(7 * weeks.median().low().orElseThrow());
  }

  @Test
  void nobodyGivesACurveWithoutARow() {
    var curve = KaplanMeier.standard().fit(times());
    assertThat(curve.size()).isZero();
    assertThat(curve.median().time()).isEmpty();
    assertThat(curve.at(1).survival()).isEqualTo(1);
    assertThat(curve.at(1).atRisk()).isZero();
    assertThat(curve.rowAt(1)).isEqualTo(-1);
  }

  @Test
  void misuseIsRefused() {
    var method = KaplanMeier.standard();
    assertThatThrownBy(() -> method.withLevel(1)).hasMessage("level 1.0 is not between 0 and 1");
    assertThatThrownBy(() -> method.fit(times(1)).quantile(0)).hasMessageContaining("0.0");
    assertThatThrownBy(() -> times(Double.NaN)).hasMessage("time NaN in row 0 is not finite");
    assertThatThrownBy(() -> new Times(new double[2], new boolean[1]))
        .hasMessage("2 times, but 1 events");
    double[] one = {1};
    assertThatThrownBy(() -> Times.entering(one, one, new boolean[1]))
        .hasMessage("entry 1.0 in row 0 is not before the time 1.0");
    assertThatThrownBy(() -> Times.entering(new double[2], one, new boolean[1]))
        .hasMessage("2 entries, but 1 times");
    assertThatThrownBy(() -> times(1).select(new int[] {-1}, 0)).hasMessageContaining("below 0");
    assertThatThrownBy(() -> times(1).select(new int[2], 0)).hasMessage("2 groups for 1 rows");
  }

  /// The width of a tie is a share of the mean of the distinct times as they were given: 1.5e-8 of
  /// 200/11 here. Were it taken again after the times near 0 have become one, it would be 1.5e-8 of
  /// 200/3, and the last two would tie.
  @Test
  void tiesAreLookedForOnce() {
    double[] time = new double[11];
    boolean[] event = new boolean[11];
    for (int i = 0; i < 9; i++) {
      time[i] = i * 1e-12;
    }
    time[9] = 100;
    time[10] = 100 + 5e-7;
    SurvivalCurve curve = KaplanMeier.standard().fit(new Times(time, event));
    assertThat(curve.size()).isEqualTo(3);
    assertThat(curve.censored(0)).isEqualTo(9);
  }
}
