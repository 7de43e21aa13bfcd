// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.clinic.protocol.Treatment.Baseline;
import casebook.clinic.rule.BeforeStart.Known;
import casebook.clinic.rule.BeforeStart.SeveralMarked;
import casebook.clinic.rule.BeforeStart.TooFew;
import casebook.clinic.rule.BeforeStart.Value;
import casebook.clinic.rule.BeforeStart.Zero;
import casebook.study.language.Expr.Relation;
import casebook.study.problem.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeforeStartTest {
  private static final LocalDate START = LocalDate.of(2001, 3, 31);
  private static final Baseline RULE =
      new Baseline("creatinine", 1, 2, 30, new Span("study.yaml", 1, 1, 1));

  private static Value on(int daysBefore, String value) {
    return new Value(START.minusDays(daysBefore), new BigDecimal(value), false);
  }

  private static Value marked(int daysBefore, String value) {
    return new Value(START.minusDays(daysBefore), new BigDecimal(value), true);
  }

  private static BeforeStart of(Value... values) {
    return BeforeStart.of(List.of(values), START, RULE);
  }

  private static Known known(String... values) {
    return new Known(Stream.of(values).map(it -> on(0, it)).toList());
  }

  @Test
  void meanOfTheLastTwoOfThirtyDays() {
    assertThat(of(on(29, "2.0"), on(10, "0.8"), on(3, "1.0")))
        .isEqualTo(new Known(List.of(on(10, "0.8"), on(3, "1.0"))));
    assertThat(known("0.8", "1.0").mean()).isEqualByComparingTo("0.9");
    assertThat(of(on(0, "1.0"))).isEqualTo(new Known(List.of(on(0, "1.0"))));
  }

  @Test
  void endsOfTheDaysBelongToThem() {
    assertThat(of(on(30, "1"))).isInstanceOf(Known.class);
    assertThat(of(on(31, "1"))).isEqualTo(new TooFew(0, 1));
    assertThat(of(on(0, "1"))).isInstanceOf(Known.class);
    assertThat(of(on(-1, "1"))).isEqualTo(new TooFew(0, 1));
    assertThat(of()).isEqualTo(new TooFew(0, 1));
  }

  @Test
  void asManyValuesAsTheProtocolAsksFor() {
    Baseline two = new Baseline("creatinine", 2, 2, 30, new Span("study.yaml", 1, 1, 1));
    assertThat(BeforeStart.of(List.of(on(1, "1")), START, two)).isEqualTo(new TooFew(1, 2));
    assertThat(BeforeStart.of(List.of(on(2, "1"), on(1, "1")), START, two))
        .isInstanceOf(Known.class);
    assertThat(BeforeStart.of(List.of(marked(1, "1")), START, two)).isInstanceOf(Known.class);
  }

  @Test
  void markedValueCountsAloneAndTwoAreRefused() {
    assertThat(of(marked(20, "0.8"), on(3, "1.0")))
        .isEqualTo(new Known(List.of(marked(20, "0.8"))));
    assertThat(of(marked(20, "0.8"), marked(3, "0.8")))
        .isEqualTo(new SeveralMarked(List.of(marked(20, "0.8"), marked(3, "0.8"))));
    assertThat(of(marked(40, "0.8"), marked(3, "0.7")))
        .isEqualTo(new Known(List.of(marked(3, "0.7"))));
  }

  @Test
  void zeroIsNoBaseline() {
    assertThat(of(on(3, "0"))).isEqualTo(new Zero());
    assertThat(of(on(5, "0.0"), on(3, "1"))).isEqualTo(new Zero());
  }

  /// 149.9, 150.0 and 150.1 % of 0.9 are 1.3491, 1.35 and 1.3509.
  @ParameterizedTest
  @CsvSource({
    "1.3491, LESS, true",
    "1.35, LESS, false",
    "1.3509, LESS, false",
    "1.3491, AT_MOST, true",
    "1.35, AT_MOST, true",
    "1.3509, AT_MOST, false",
    "1.3491, GREATER, false",
    "1.35, GREATER, false",
    "1.3509, GREATER, true",
    "1.3491, AT_LEAST, false",
    "1.35, AT_LEAST, true",
    "1.3509, AT_LEAST, true",
    "1.3491, EQUAL, false",
    "1.350, EQUAL, true",
    "1.3491, NOT_EQUAL, true",
    "1.35, NOT_EQUAL, false"
  })
  void sharesAreComparedExactly(String value, Relation relation, boolean holds) {
    Known baseline = known("0.8", "1.0");
    assertThat(baseline.holds(new BigDecimal(value), relation, new BigDecimal("150")))
        .isEqualTo(holds);
  }

  /// A third of 1 has no last digit, and yet 150 % of the mean of 0.9, 1.0 and 1.2 is exactly 1.55.
  @Test
  void meansWithoutALastDigitAreComparedExactly() {
    Known baseline = known("0.9", "1.0", "1.2");
    assertThat(baseline.holds(new BigDecimal("1.55"), Relation.GREATER, new BigDecimal("150")))
        .isFalse();
    assertThat(baseline.holds(new BigDecimal("1.55"), Relation.EQUAL, new BigDecimal("150")))
        .isTrue();
    assertThat(baseline.percent(new BigDecimal("1.55"))).isEqualByComparingTo("150");
  }
}
