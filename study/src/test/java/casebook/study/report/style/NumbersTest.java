// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.stats.result.PValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  private final Numbers plain = new Numbers(Journals.named("plain"));

  /// Expected values come from the rule texts by another program, `oracle.py`.
  @TestFactory
  Stream<DynamicTest> everyStylePrintsAsItsRulesSay() {
    return Journals.NAMES.stream()
        .map(style ->
            DynamicTest.dynamicTest(
                style,
                () -> {
                  List<String> cases = cases(style);
                  assertThat(cases).hasSizeGreaterThanOrEqualTo(200);
                  cases.forEach(line -> compare(new Numbers(Journals.named(style)), line));
                }));
  }

  private static void compare(Numbers numbers, String line) {
    String[] parts = line.split(" \\| ", -1);
    assertThat(print(numbers, parts[0], parts[1])).as(line).isEqualTo(parts[2]);
  }

  private static String print(Numbers numbers, String kind, String input) {
    String[] words = input.split("[ /]");
    return switch (kind) {
      case "p" -> numbers.p(p(input));
      case "statement" -> numbers.pStatement(p(input));
      case "ratio" -> numbers.ratio(estimate(words));
      case "share" ->
          new Shares(numbers).countPercent(Long.parseLong(words[0]), Long.parseLong(words[1]));
      case "share of" ->
          new Shares(numbers).countOfPercent(Long.parseLong(words[0]), Long.parseLong(words[1]));
      case "count" -> numbers.count(Long.parseLong(input));
      case "sentence" ->
          numbers.sentence("OR", estimate(words), Optional.of(p(words[3]))).orElseThrow();
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static PValue p(String text) {
    return PValue.of(Double.parseDouble(text));
  }

  private static Estimate estimate(String[] words) {
    return new Estimate(number(words[0]), new Interval(number(words[1]), number(words[2]), 0.95));
  }

  private static double number(String text) {
    return text.equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
  }

  private static List<String> cases(String style) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            NumbersTest.class.getResourceAsStream("/report/numbers/" + style + ".txt"))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).toList();
    }
  }

  /// The check list that the statistical literature uses to compare journal rules: the same p-value
  /// in three styles.
  @ParameterizedTest
  @CsvSource({
    "0.049, 0.05, .05, 0.049",
    "0.012, 0.01, .01, 0.012",
    "0.0096, 0.010, .010, 0.010",
    "0.00646, 0.006, .006, 0.006",
    "0.00002, <0.001, <.001, <0.001"
  })
  void publishedCheckListHolds(double p, String nejm, String jama, String annals) {
    assertThat(new Numbers(Journals.named("nejm")).p(PValue.of(p))).isEqualTo(nejm);
    assertThat(new Numbers(Journals.named("jama")).p(PValue.of(p))).isEqualTo(jama);
    assertThat(new Numbers(Journals.named("annals")).p(PValue.of(p))).isEqualTo(annals);
  }

  /// The rider of journals in AMA style: .049 does not become .05.
  @ParameterizedTest
  @CsvSource({"0.049, .049", "0.0451, .045", "0.0496, .050", "0.05, .05", "0.044, .04", "0.2, .20"})
  void riderKeepsThePValueOnItsSide(double p, String expected) {
    String rider = JournalTextTest.style("jama").replace("p side = none", "p side = 0.05");
    assertThat(new Numbers(JournalText.of("rider", rider)).p(PValue.of(p))).isEqualTo(expected);
  }

  @Test
  void limitsHaveTheirOwnDigitsWhereTheStyleSaysSo() {
    String own =
        JournalTextTest.style("plain")
            .replace("ratio limits = as estimate", "ratio limits = own digits");
    Numbers numbers = new Numbers(JournalText.of("own", own));
    assertThat(numbers.ratio(new Estimate(6.3103, new Interval(1.3972, 28.4995, 0.95))))
        .isEqualTo("6.3 (1.40–28.5)");
  }

  @ParameterizedTest
  @CsvSource({
    "52.25, 14.16, 52.3 (14.2)",
    "102.4, 12.95, 102.4 (13.0)",
    "1034.5, 120.4, 1035 (120)",
    "2.305, 0.895, 2.31 (0.90)",
    "-0.5, 0.25, −0.500 (0.250)",
    "7, 0, 7.0 (0.0)"
  })
  void meanHasTheDecimalsOfItsDeviation(double mean, double deviation, String expected) {
    assertThat(plain.meanSd(mean, Optional.of(deviation), Digits.meanSd(mean, deviation)))
        .isEqualTo(expected);
  }

  @Test
  void deviationOfOneValueIsNotEstimable() {
    assertThat(plain.meanSd(52, Optional.empty(), 0)).isEqualTo("52 (not estimable)");
    assertThat(plain.meanSe(52.5, Optional.empty(), 0)).isEqualTo("52.5 ± not estimable");
  }

  @Test
  void standardErrorHasOneDecimalLess() {
    assertThat(meanSe(46.25, 0.934)).isEqualTo("46.3 ± 0.9");
    assertThat(meanSe(46.25, 0.0934)).isEqualTo("46.25 ± 0.09");
  }

  private String meanSe(double mean, double error) {
    return plain.meanSe(mean, Optional.of(error), Digits.meanSe(mean, error));
  }

  @Test
  void medianHasNoMoreDecimalsThanItsNumbers() {
    assertThat(median(52, 41, 63)).isEqualTo("52 (41–63)");
    assertThat(median(52, 41.25, 63)).isEqualTo("52.0 (41.3–63.0)");
    assertThat(median(0.5, -1.5, 2)).isEqualTo("0.5 (−1.5 to 2.0)");
  }

  private String median(double median, double low, double high) {
    return plain.medianBetween(median, low, high, Digits.median(median, low, high));
  }

  @Test
  void differencesStandBetweenWords() {
    assertThat(plain.difference(new Estimate(1.2, new Interval(-0.3, 2.7, 0.95))))
        .isEqualTo("1.2 (−0.3 to 2.7)");
    assertThat(
            plain.difference(new Estimate(1.2, new Interval(-0.3, Double.POSITIVE_INFINITY, 0.95))))
        .isEqualTo("1.20 (−0.30 to not estimable)");
  }

  /// Half the interval is 4.85: the rule of four gives it one decimal, a difference none.
  @Test
  void differenceThatWouldPrintAsNothingHasOneDecimalMore() {
    assertThat(plain.difference(new Estimate(-0.15, new Interval(-5, 4.7, 0.95))))
        .isEqualTo("−0.2 (−5.0 to 4.7)");
    assertThat(plain.difference(new Estimate(-0.75, new Interval(-5.6, 4.1, 0.95))))
        .isEqualTo("−1 (−6 to 4)");
    assertThat(plain.difference(new Estimate(0, new Interval(-4.85, 4.85, 0.95))))
        .isEqualTo("0 (−5 to 5)");
    assertThat(plain.difference(new Estimate(0.0004, new Interval(-0.049, 0.05, 0.95))))
        .isEqualTo("0.000 (−0.049 to 0.050)");
  }

  @Test
  void quantitiesAreShownWithUpToFourDigits() {
    assertThat(plain.quantity(Estimate.of(8.2))).isEqualTo("8.2");
    assertThat(plain.quantity(Estimate.of(199.6))).isEqualTo("199.6");
    assertThat(plain.quantity(Estimate.of(145.3333333))).isEqualTo("145.3");
    assertThat(plain.quantity(Estimate.of(12345.6))).isEqualTo("12,350");
    assertThat(plain.quantity(new Estimate(8.2, new Interval(7.12, Double.POSITIVE_INFINITY, 0.9))))
        .isEqualTo("8.2 (7.1 to not estimable)");
  }

  @Test
  void tinyNegativeNumbersLoseTheirSign() {
    assertThat(plain.number(-0.004)).isEqualTo("0.00");
    assertThat(plain.number(-0.005)).isEqualTo("−0.01");
  }

  @Test
  void fullPrecisionIsTheShortestDecimal() {
    assertThat(Numbers.exact(6.310344827586207)).isEqualTo("6.310344827586207");
    assertThat(Numbers.exact(244.0)).isEqualTo("244");
    assertThat(Numbers.exact(-0.0)).isEqualTo("0");
    assertThat(Numbers.exact(1e22)).isEqualTo("1E+22");
    assertThat(Numbers.exact(2.5e-9)).isEqualTo("2.5E-9");
    assertThat(Numbers.exact(Double.NEGATIVE_INFINITY)).isEqualTo("-Inf");
  }

  @Test
  void pValuesBelowTheSmallestDoubleAreLogarithms() {
    PValue tiny = PValue.ofLn(-2917.4 * Math.log(10));
    assertThat(Numbers.exact(tiny)).isEqualTo("< 1e-308, log10 p = -2917.4");
    assertThat(plain.p(tiny)).isEqualTo("<0.001");
    assertThat(Numbers.exact(PValue.of(0.0166))).isEqualTo("0.0166");
    assertThat(Numbers.exact(PValue.of(0))).isEqualTo("0");
  }

  @Test
  void languageOfTheMachineDoesNotMatter() {
    Locale before = Locale.getDefault();
    try {
      for (String tag : List.of("ar-EG", "tr-TR", "de-DE", "fa-IR")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(plain.ratio(new Estimate(6.3103, new Interval(1.3972, 28.4995, 0.95))))
            .isEqualTo("6.3 (1.4–28.5)");
        assertThat(new Shares(plain).countPercent(12345, 20000)).isEqualTo("12,345 (61.7)");
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void moreThanAllIsNoShare() {
    assertThatThrownBy(() -> plain.percent(3, 2)).hasMessage("3 of 2 is not a share");
  }
}
