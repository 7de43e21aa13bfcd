// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.clinic.rule.Capsules.Choice;
import casebook.clinic.rule.Capsules.Range;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How a daily dose is split: every way that capsules allow is looked at, and no other.
class CapsuleSplitsTest {
  private static Capsules of(int portions, String strengths) {
    return new Capsules(Stream.of(strengths.split(" ")).map(BigDecimal::new).toList(), portions);
  }

  private static String words(Optional<Choice> choice) {
    return choice
        .map(it ->
            it.portions().stream().map(BigDecimal::toPlainString).collect(Collectors.joining("+"))
                + " of "
                + it.capsules()
                + (it.within() ? "" : ", outside"))
        .orElse("none");
  }

  /// The portions and the number of capsules, for exactly one daily dose.
  @ParameterizedTest
  @CsvSource({
    // one portion
    "1, 50 100, 100, 100 of 1",
    "1, 50 100, 150, 150 of 2",
    "1, 100, 99, none",
    // 30 cannot be reached with 20 and 50; the nearest below is 20
    "1, 20 50, 30, '20 of 1, outside'",
    // two portions
    "2, 25, 75, 50+25 of 3",
    "2, 10, 10, none",
    "2, 10, 20, 10+10 of 2",
    // three portions, each above 0
    "3, 10, 20, none",
    "3, 10, 30, 10+10+10 of 3",
    // 100 + 70 + 40 is too uneven, though it takes fewer capsules
    "3, 10 100, 210, 70+70+70 of 21",
    // 100 + 90 + 70 takes as many capsules as 100 + 80 + 80, which are nearer
    "3, 10 100, 260, 100+80+80 of 17",
    // 3 capsules either way: 101 and 75 differ by 26, 110 and 80 by 30
    "3, 75 80 94 101 110, 270, 101+94+75 of 3",
    // 102 and 79 differ by 23, 99 and 75 by 24, though these are smaller
    "3, 75 79 90 97 99 102, 271, 102+90+79 of 3"
  })
  void splits(int portions, String strengths, String total, String expected) {
    BigDecimal dose = new BigDecimal(total);
    assertThat(words(of(portions, strengths).choose(new Range(dose, dose, dose))))
        .isEqualTo(expected);
  }

  /// A start at 5 mg/kg/d: the fewest capsules between 95 % of the dose and the dose.
  @ParameterizedTest
  @CsvSource({"70, 200+150 of 4", "71, 200+150 of 4", "73, 200+150 of 4", "74, 200+160 of 5"})
  void startIsBetween95And100Percent(String kilograms, String expected) {
    Range five = Range.upTo(new BigDecimal(kilograms).multiply(new BigDecimal("5")));
    assertThat(words(of(2, "10 25 50 100").choose(five))).isEqualTo(expected);
  }

  /// Nothing is simpler than the smallest dose, and a dose of nothing is none.
  @Test
  void simplerDoseIsADose() {
    Choice one = new Choice(List.of(new BigDecimal("100")), 1, true);
    BigDecimal hundred = new BigDecimal("100");
    Range range = new Range(hundred, hundred, hundred);
    assertThat(of(1, "100").simpler(range, one)).isEmpty();
    Choice two = new Choice(List.of(new BigDecimal("100")), 2, true);
    assertThat(words(of(1, "100").simpler(range, two))).isEqualTo("100 of 1");
    BigDecimal fifty = new BigDecimal("50");
    assertThat(of(1, "100").simpler(new Range(fifty, fifty, fifty), two)).isEmpty();
  }

  @Test
  void rangeWithoutADoseIsEmpty() {
    BigDecimal ninety = new BigDecimal("90");
    assertThat(of(1, "100").choose(new Range(new BigDecimal("75"), ninety, ninety))).isEmpty();
    assertThat(of(2, "100").choose(new Range(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO)))
        .isEmpty();
  }
}
