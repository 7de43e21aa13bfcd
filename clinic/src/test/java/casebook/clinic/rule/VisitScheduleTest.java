// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import static casebook.clinic.protocol.Treatment.Step.DAYS;
import static casebook.clinic.protocol.Treatment.Step.MONTHS;
import static casebook.clinic.protocol.Treatment.Step.WEEKS;
import static casebook.clinic.protocol.Treatment.Step.YEARS;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.clinic.protocol.Treatment.MonitoringLine;
import casebook.clinic.protocol.Treatment.Phase;
import casebook.clinic.protocol.Treatment.Steps;
import casebook.clinic.rule.Advice.Status;
import casebook.clinic.rule.VisitSchedule.Visit;
import casebook.study.problem.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitScheduleTest {
  private static final Span HERE = new Span("study.yaml", 1, 1, 1);
  private static final Phase WEEKLY =
      new Phase(new Steps(1, WEEKS), 2, false, Optional.of(new Steps(1, MONTHS)), HERE);
  private static final Phase MONTHLY = endless(1, MONTHS, 7);
  private static final Phase TWO_MONTHLY = endless(2, MONTHS, 7);
  private static final Phase STABLE = endless(6, MONTHS, 14);

  private static Phase endless(int amount, casebook.clinic.protocol.Treatment.Step unit, int days) {
    return new Phase(new Steps(amount, unit), days, false, Optional.empty(), HERE);
  }

  private static VisitSchedule schedule(String start, String stable, Phase... phases) {
    MonitoringLine line =
        new MonitoringLine("line", List.of("any"), List.of(phases), Optional.of(STABLE), HERE);
    return new VisitSchedule(
        day(start), line, Optional.of(stable).filter(it -> !it.isEmpty()).map(LocalDate::parse));
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static List<String> days(VisitSchedule schedule, int count) {
    List<String> days = new ArrayList<>();
    LocalDate today = schedule.start();
    for (int i = 0; i < count; i++) {
      Visit visit = schedule.next(today).orElseThrow();
      days.add(visit.due().toString());
      today = visit.window().first();
      assertThat(schedule.last(today)).contains(visit);
    }
    return days;
  }

  private static List<String> words(String text) {
    return Arrays.asList(text.split(" "));
  }

  /// Four weekly visits whatever the month, then every two months from the end of the first.
  @ParameterizedTest
  @CsvSource({
    "2001-02-01, 2001-02-08 2001-02-15 2001-02-22 2001-03-01 2001-05-01 2001-07-01",
    "2001-01-01, 2001-01-08 2001-01-15 2001-01-22 2001-01-29 2001-04-01 2001-06-01",
    "2001-01-31, 2001-02-07 2001-02-14 2001-02-21 2001-02-28 2001-04-30 2001-06-30",
    "2000-01-29, 2000-02-05 2000-02-12 2000-02-19 2000-02-26 2000-04-29 2000-06-29",
    "1999-12-30, 2000-01-06 2000-01-13 2000-01-20 2000-01-27 2000-03-30 2000-05-30"
  })
  void weeklyThenTwoMonthly(String start, String expected) {
    assertThat(days(schedule(start, "", WEEKLY, TWO_MONTHLY), 6)).isEqualTo(words(expected));
  }

  /// Months are counted from the first day, so that a short month moves none of the others.
  @ParameterizedTest
  @CsvSource({
    "2001-01-28, 2001-02-28 2001-03-28 2001-04-28",
    "2001-01-29, 2001-02-28 2001-03-29 2001-04-29",
    "2001-01-30, 2001-02-28 2001-03-30 2001-04-30",
    "2001-01-31, 2001-02-28 2001-03-31 2001-04-30",
    "2000-01-31, 2000-02-29 2000-03-31 2000-04-30",
    "2000-02-29, 2000-03-29 2000-04-29 2000-05-29"
  })
  void monthsFromTheEndOfAMonth(String start, String expected) {
    assertThat(days(schedule(start, "", MONTHLY), 3)).isEqualTo(words(expected));
  }

  @Test
  void yearsFromALeapDay() {
    assertThat(days(schedule("2000-02-29", "", endless(1, YEARS, 14)), 4))
        .containsExactly("2001-02-28", "2002-02-28", "2003-02-28", "2004-02-29");
  }

  @Test
  void daysAndYearsAsPhases() {
    Phase first = new Phase(new Steps(10, DAYS), 1, true, Optional.of(new Steps(20, DAYS)), HERE);
    Phase second = new Phase(new Steps(6, MONTHS), 1, true, Optional.of(new Steps(1, YEARS)), HERE);
    assertThat(days(schedule("2001-01-31", "", first, second, endless(1, YEARS, 1)), 5))
        .containsExactly("2001-02-10", "2001-02-20", "2001-08-20", "2002-02-20", "2003-02-20");
  }

  /// From stable remission on: half-yearly from the day since which it is stable. A visit that was
  /// due on that day still stands; later ones of the old rhythm do not.
  @Test
  void stableRemissionHasItsOwnRhythm() {
    assertThat(days(schedule("2001-01-31", "2001-08-31", WEEKLY, TWO_MONTHLY), 8).subList(4, 8))
        .containsExactly("2001-04-30", "2001-06-30", "2001-08-31", "2002-02-28");
    assertThat(days(schedule("2001-01-31", "2001-08-30", WEEKLY, TWO_MONTHLY), 7).subList(4, 7))
        .containsExactly("2001-04-30", "2001-06-30", "2002-02-28");
    // stable within the weekly phase: nothing of the two-monthly one is left
    assertThat(days(schedule("2001-01-31", "2001-02-14", WEEKLY, TWO_MONTHLY), 4))
        .containsExactly("2001-02-07", "2001-02-14", "2001-08-14", "2002-02-14");
  }

  @Test
  void withoutAStablePhaseTheRhythmGoesOn() {
    MonitoringLine line =
        new MonitoringLine("counts", List.of("any"), List.of(MONTHLY), Optional.empty(), HERE);
    VisitSchedule forever =
        new VisitSchedule(day("2001-01-15"), line, Optional.of(day("2001-03-01")));
    assertThat(days(forever, 3)).containsExactly("2001-02-15", "2001-03-15", "2001-04-15");
  }

  /// The three readings of "monthly blood cell counts and examination of level, renal and hepatic
  /// functions every week for one month, then every two months and every six months, after a stable
  /// remission": counts monthly until then (A), with everything else (B), or monthly for ever (C).
  @Test
  void readingsOfTheLetter() {
    VisitSchedule a = schedule("2001-01-15", "2001-07-15", MONTHLY);
    VisitSchedule b = schedule("2001-01-15", "2001-07-15", WEEKLY, TWO_MONTHLY);
    assertThat(days(a, 8))
        .containsExactly(
            "2001-02-15",
            "2001-03-15",
            "2001-04-15",
            "2001-05-15",
            "2001-06-15",
            "2001-07-15",
            "2002-01-15",
            "2002-07-15");
    assertThat(days(b, 8))
        .containsExactly(
            "2001-01-22",
            "2001-01-29",
            "2001-02-05",
            "2001-02-12",
            "2001-04-15",
            "2001-06-15",
            "2002-01-15",
            "2002-07-15");
  }

  /// The visit of 15 February, seven days around it; the next window begins on 8 March.
  @ParameterizedTest
  @CsvSource({
    "2001-02-07, '', 2001-02-15, COMING",
    "2001-02-08, '', 2001-02-15, IN_WINDOW",
    "2001-02-15, '', 2001-02-15, IN_WINDOW",
    "2001-02-22, '', 2001-02-15, IN_WINDOW",
    "2001-02-23, '', 2001-02-15, OVERDUE",
    "2001-03-07, '', 2001-02-15, OVERDUE",
    "2001-03-08, '', 2001-03-15, IN_WINDOW",
    "2001-02-20, 2001-02-07, 2001-02-15, IN_WINDOW",
    "2001-02-20, 2001-02-08, 2001-03-15, COMING",
    "2001-02-20, 2001-02-20, 2001-03-15, COMING",
    "2001-03-01, 2001-02-25, 2001-03-15, COMING",
    "2001-03-08, 2001-03-07, 2001-03-15, IN_WINDOW",
    "2001-03-08, 2001-03-08, 2001-04-15, COMING",
    "2001-01-01, '', 2001-02-15, COMING"
  })
  void standing(String today, String done, String due, Status status) {
    VisitSchedule schedule = schedule("2001-01-15", "", MONTHLY);
    Optional<LocalDate> on = Optional.of(done).filter(it -> !it.isEmpty()).map(LocalDate::parse);
    assertThat(schedule.at(day(today), on))
        .hasValueSatisfying(it -> {
          assertThat(it.visit().due()).isEqualTo(due);
          assertThat(it.status()).isEqualTo(status);
        });
  }

  @Test
  void calendarThatEndsAsksForNothingMore() {
    MonitoringLine line =
        new MonitoringLine("weekly", List.of("any"), List.of(WEEKLY), Optional.empty(), HERE);
    VisitSchedule schedule = new VisitSchedule(day("2001-01-01"), line, Optional.empty());
    LocalDate late = day("2001-03-01");
    assertThat(schedule.next(late)).isEmpty();
    assertThat(schedule.at(late, Optional.of(day("2001-01-29")))).isEmpty();
    assertThat(schedule.at(late, Optional.empty()))
        .hasValueSatisfying(it -> assertThat(it.status()).isEqualTo(Status.OVERDUE));
    assertThat(schedule.last(day("2001-01-05"))).isEmpty();
    assertThat(schedule.last(day("2001-01-06"))).isPresent();
  }
}
