// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import casebook.clinic.rule.Capsules.Choice;
import casebook.clinic.rule.Capsules.Range;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapsulesTest {
  private static final Capsules TWICE = of(2, "10", "25", "50", "100");

  private static Capsules of(int portions, String... strengths) {
    return new Capsules(Stream.of(strengths).map(BigDecimal::new).toList(), portions);
  }

  private static BigDecimal mg(String text) {
    return new BigDecimal(text);
  }

  private static Range band(String weight) {
    return Range.band(mg("2.5"), mg("3"), mg(weight));
  }

  private static String words(Choice choice) {
    return choice.portions().stream()
        .map(BigDecimal::toPlainString)
        .collect(Collectors.joining("+"));
  }

  /// Start at 5 mg/kg/d, the band of 2.5 to 3 mg/kg/d, and 75 % of the dose in the band.
  @ParameterizedTest
  @CsvSource({
    "40, 100+100, 50+50, 50+25",
    "50, 150+100, 75+50, 50+40",
    "60, 150+150, 100+75, 75+50",
    "70, 200+150, 100+100, 75+75",
    "75, 200+175, 100+100, 75+75",
    "80, 200+200, 100+100, 75+75",
    "90, 250+200, 150+100, 100+85",
    "120, 300+300, 150+150, 125+100"
  })
  void dosesByWeight(String weight, String load, String maintenance, String reduced) {
    Range five = Range.upTo(mg(weight).multiply(mg("5")));
    Choice start = TWICE.choose(five).orElseThrow();
    assertThat(words(start)).isEqualTo(load);
    Choice kept = TWICE.choose(band(weight)).orElseThrow();
    assertThat(words(kept)).isEqualTo(maintenance);
    Choice less = TWICE.choose(Range.upTo(kept.total().multiply(mg("0.75")))).orElseThrow();
    assertThat(words(less)).isEqualTo(reduced);
    assertThat(List.of(start, kept, less)).allMatch(Choice::within);
  }

  /// 75 % of 250 mg is 187.5 mg: 100 mg and 85 mg (50 + 25 + 10) are four capsules, 100 and 75 mg
  /// three, which are 70 %.
  @Test
  void simplerDoseTakesFewerCapsules() {
    Range range = Range.upTo(mg("187.5"));
    Choice chosen = TWICE.choose(range).orElseThrow();
    assertThat(chosen.capsules()).isEqualTo(4);
    Choice simpler = TWICE.simpler(range, chosen).orElseThrow();
    assertThat(words(simpler)).isEqualTo("100+75");
    assertThat(simpler.capsules()).isEqualTo(3);
    assertThat(simpler.within()).isFalse();
    Range low = Range.upTo(mg("50"));
    assertThat(TWICE.simpler(low, TWICE.choose(low).orElseThrow())).isEmpty();
    Range wide = new Range(mg("100"), mg("200"), mg("180"));
    Choice many = new Choice(List.of(mg("90"), mg("90")), 10, true);
    assertThat(TWICE.simpler(wide, many)).map(CapsulesTest::words).hasValue("100+100");
  }

  @Test
  void nothingFitsSoTheNearestBelowIsShown() {
    // 100 mg capsules only: 2.5 to 3 mg/kg/d of 50 kg are 125 to 150 mg
    Choice none = of(1, "100").choose(band("50")).orElseThrow();
    assertThat(words(none)).isEqualTo("100");
    assertThat(none.within()).isFalse();
    // twice a day not even the smallest fits
    assertThat(of(2, "100").choose(band("50"))).isEmpty();
  }

  @Test
  void endsOfTheRangeBelongToIt() {
    assertThat(words(of(2, "50").choose(band("40")).orElseThrow())).isEqualTo("50+50");
    Range exactly = new Range(mg("150"), mg("150"), mg("150"));
    assertThat(TWICE.choose(exactly).orElseThrow().within()).isTrue();
    assertThat(exactly.contains(mg("149.99"))).isFalse();
    assertThat(exactly.contains(mg("150.00"))).isTrue();
    assertThat(exactly.contains(mg("150.01"))).isFalse();
    assertThat(Range.upTo(mg("200")).low()).isEqualByComparingTo("190");
  }

  /// 300 mg may be 175 + 125: 34 % of 175 is 59.5. 200 + 100 differ by more than 34 % of 200.
  @Test
  void portionsMayDifferUpToTheLimit() {
    Range range = new Range(mg("300"), mg("300"), mg("300"));
    assertThat(words(of(2, "175", "125").choose(range).orElseThrow())).isEqualTo("175+125");
    assertThat(of(2, "200", "100").choose(new Range(mg("300"), mg("300"), mg("300"))))
        .map(CapsulesTest::words)
        .hasValue("100+100");
    // 25 mg are always allowed: 50 + 25, though 34 % of 50 is 17
    Range small = new Range(mg("75"), mg("75"), mg("75"));
    assertThat(words(of(2, "25").choose(small).orElseThrow())).isEqualTo("50+25");
    // 67 + 42 differ by exactly 25, 68 + 42 by 26 where 34 % of 68 is 23.12
    Range just = new Range(mg("109"), mg("109"), mg("109"));
    assertThat(of(2, "67", "42").choose(just).orElseThrow().within()).isTrue();
    Range beyond = new Range(mg("110"), mg("110"), mg("110"));
    assertThat(of(2, "68", "42").choose(beyond).orElseThrow().within()).isFalse();
    // 100 + 66: exactly 34 % of the larger
    Range share = new Range(mg("166"), mg("166"), mg("166"));
    assertThat(of(2, "100", "66").choose(share).orElseThrow().within()).isTrue();
    Range more = new Range(mg("165"), mg("165"), mg("165"));
    assertThat(of(2, "100", "65").choose(more).orElseThrow().within()).isFalse();
  }

  /// Each step of the order decides once, when those before it are equal.
  @Test
  void orderOfChoice() {
    // fewest capsules: 150 = 100 + 50 over 75 + 75, though unequal
    assertThat(words(TWICE.choose(band("60")).orElseThrow())).isEqualTo("100+75");
    // equal portions: 100 + 100 and 150 + 50 are both beyond the limit, 75 + 75 is four as 100 + 40
    Capsules even = of(2, "20", "30", "40");
    assertThat(words(even.choose(new Range(mg("60"), mg("60"), mg("60"))).orElseThrow()))
        .isEqualTo("30+30");
    // nearest to the aim: 20 + 20, 30 + 30 and 40 + 40 are two capsules each
    assertThat(words(even.choose(new Range(mg("40"), mg("80"), mg("71"))).orElseThrow()))
        .isEqualTo("40+40");
    assertThat(words(even.choose(new Range(mg("40"), mg("80"), mg("69"))).orElseThrow()))
        .isEqualTo("30+30");
    // smaller difference: 40 + 30 and 50 + 20
    Capsules odd = of(2, "20", "30", "40", "50");
    assertThat(words(odd.choose(new Range(mg("70"), mg("70"), mg("70"))).orElseThrow()))
        .isEqualTo("40+30");
  }

  @Test
  void onceAndThriceADay() {
    assertThat(words(of(1, "100").choose(Range.upTo(mg("310"))).orElseThrow())).isEqualTo("300");
    Choice thrice = of(3, "25", "50", "100").choose(Range.upTo(mg("210"))).orElseThrow();
    assertThat(words(thrice)).isEqualTo("75+75+50");
    assertThat(thrice.capsules()).isEqualTo(5);
    assertThat(words(of(3, "25", "50", "100").choose(Range.upTo(mg("300"))).orElseThrow()))
        .isEqualTo("100+100+100");
  }

  @Test
  void halvesOfMilligramsAreExact() {
    assertThat(words(of(2, "2.5", "12.5").choose(Range.upTo(mg("30"))).orElseThrow()))
        .isEqualTo("15.0+15.0");
  }

  @Test
  void misuseIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> of(2)).withMessageContaining("[]");
    assertThatIllegalArgumentException().isThrownBy(() -> of(2, "0"));
    assertThatIllegalArgumentException().isThrownBy(() -> of(0, "25")).withMessageContaining("0");
    assertThatIllegalArgumentException().isThrownBy(() -> of(4, "25"));
  }
}
