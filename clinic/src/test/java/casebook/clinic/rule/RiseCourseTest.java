// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.clinic.rule.BeforeStart.Known;
import casebook.clinic.rule.BeforeStart.Value;
import casebook.study.language.Expr.Relation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Baseline 1.0; reduced for 10 days above 150 %, resumed at 125 % or below.
class RiseCourseTest {
  private static final LocalDate DAY_0 = LocalDate.of(2001, 2, 20);
  private static final Known ONE = new Known(List.of(value("0:1.0")));
  private static final RiseCourse.Rule RULE =
      new RiseCourse.Rule(
          limit(Relation.GREATER, "150"), 10, Optional.of(limit(Relation.AT_MOST, "125")));

  private static Predicate<Value> limit(Relation relation, String percent) {
    return value -> ONE.holds(value.value(), relation, new BigDecimal(percent));
  }

  private static Value value(String dayAndValue) {
    String[] parts = dayAndValue.split(":");
    return new Value(DAY_0.plusDays(Long.parseLong(parts[0])), new BigDecimal(parts[1]), false);
  }

  private static String course(RiseCourse.Rule rule, String values, String doses, int today) {
    List<Value> all =
        values.isEmpty()
            ? List.of()
            : Stream.of(values.split(" ")).map(RiseCourseTest::value).toList();
    List<LocalDate> given =
        doses.isEmpty()
            ? List.of()
            : Stream.of(doses.split(" ")).map(it -> DAY_0.plusDays(Long.parseLong(it))).toList();
    return words(RiseCourse.of(all, rule, given, DAY_0.plusDays(today)));
  }

  private static String words(RiseCourse course) {
    return switch (course) {
      case RiseCourse.Quiet() -> "quiet";
      case RiseCourse.Reduced(var trigger, var last) ->
          "reduced " + day(trigger.day()) + " to " + day(last);
      case RiseCourse.RecheckDue(var trigger, var due) ->
          "recheck of " + day(trigger.day()) + " due " + day(due);
      case RiseCourse.Resumed(var trigger, var from, var recheck) ->
          "resumed " + day(from) + recheck.map(it -> " by " + day(it.day())).orElse("");
      case RiseCourse.Stopped(var trigger, var recheck) -> "stopped " + day(recheck.day());
    };
  }

  private static long day(LocalDate day) {
    return day.toEpochDay() - DAY_0.toEpochDay();
  }

  /// The decision table; days are counted from day 0, day 10 is the first after the ten.
  @ParameterizedTest
  @CsvSource({
    "'', 5, quiet",
    "0:1.499, 0, quiet",
    "0:1.500, 0, quiet",
    "0:1.501, 0, reduced 0 to 9",
    "0:1.501, 9, reduced 0 to 9",
    "0:1.501, 10, recheck of 0 due 10",
    "0:1.501, 40, recheck of 0 due 10",
    "0:1.501 9:1.0, 9, reduced 0 to 9",
    "0:1.501 9:1.0, 10, recheck of 0 due 10",
    "0:1.501 5:1.9, 9, reduced 0 to 9",
    "0:1.501 10:1.25, 10, resumed 10 by 10",
    "0:1.501 10:1.251, 10, stopped 10",
    "0:1.501 12:1.0, 12, resumed 12 by 12",
    "0:1.501 10:1.251 12:1.0, 12, stopped 10",
    "0:1.501 10:1.25 12:1.4, 12, resumed 10 by 10",
    "0:1.501 10:1.25 12:1.6, 12, reduced 12 to 21",
    "0:1.4 2:1.6, 3, reduced 2 to 11"
  })
  void course(String values, int today, String expected) {
    assertThat(course(RULE, values, "", today)).isEqualTo(expected);
  }

  /// A dose on a later day than the stop is somebody's decision; one before or on it is not.
  @ParameterizedTest
  @CsvSource({
    "9, 20, stopped 10",
    "10, 20, stopped 10",
    "11, 20, quiet",
    "20, 20, quiet",
    "21, 20, stopped 10"
  })
  void newDoseEndsTheStop(String dose, int today, String expected) {
    assertThat(course(RULE, "0:1.501 10:1.4", dose, today)).isEqualTo(expected);
  }

  @Test
  void valueAfterTheNewDoseIsJudgedAgain() {
    assertThat(course(RULE, "0:1.501 10:1.4 15:1.6", "12", 16)).isEqualTo("reduced 15 to 24");
    assertThat(course(RULE, "0:1.501 10:1.4 11:1.6", "12", 16)).isEqualTo("quiet");
  }

  @Test
  void withoutALimitTheDaysAreEnough() {
    RiseCourse.Rule plain = new RiseCourse.Rule(RULE.begins(), 10, Optional.empty());
    assertThat(course(plain, "0:1.6", "", 9)).isEqualTo("reduced 0 to 9");
    assertThat(course(plain, "0:1.6", "", 10)).isEqualTo("resumed 10");
    assertThat(course(plain, "0:1.6 10:1.6", "", 10)).isEqualTo("reduced 10 to 19");
    assertThat(course(plain, "0:1.6 11:1.4", "", 12)).isEqualTo("resumed 10");
  }

  /// 20 February 2000 and ten days: the last is the leap day.
  @Test
  void leapDayIsADay() {
    LocalDate day = LocalDate.of(2000, 2, 20);
    Value rise = new Value(day, new BigDecimal("1.6"), false);
    assertThat(RiseCourse.of(List.of(rise), RULE, List.of(), day))
        .isEqualTo(new RiseCourse.Reduced(rise, LocalDate.of(2000, 2, 29)));
  }
}
