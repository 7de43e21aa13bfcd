// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casebook.clinic.record.Event.Dose;
import casebook.clinic.record.Event.Measurement;
import casebook.study.unit.Unit;
import casebook.study.unit.Units;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final Unit COUNT = Units.read("10^9/L").orElseThrow();

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static Measurement platelets(String day, String value, int line) {
    return new Measurement(
        Entry.of(day(day), line), "platelets", Quantity.of(new BigDecimal(value), COUNT));
  }

  private static Dose dose(String day, String mg, String until) {
    return new Dose(
        Entry.of(day(day), 1),
        "cyclosporine",
        new BigDecimal(mg),
        until.isEmpty() ? Optional.empty() : Optional.of(day(until)));
  }

  @Test
  void eventsAreOrderedByDayThenTimeThenLine() {
    Entry early = new Entry(day("2004-03-01"), Optional.of(LocalTime.of(8, 0)), 9, "");
    Entry midnight = new Entry(day("2004-03-01"), Optional.of(LocalTime.MIDNIGHT), 1, "");
    Event first = platelets("2004-03-01", "20", 7);
    Event second = platelets("2004-03-01", "21", 8);
    Event timed = new Measurement(early, "platelets", Quantity.of(BigDecimal.TEN, COUNT));
    Event atMidnight = new Measurement(midnight, "platelets", Quantity.of(BigDecimal.ONE, COUNT));
    Event before = platelets("2004-02-29", "19", 12);
    assertThat(Timeline.of("1", timed, second, atMidnight, first, before).events())
        .containsExactly(before, first, second, atMidnight, timed);
  }

  @Test
  void latestValueIsOnOrBeforeTheDay() {
    Measurement old = platelets("2004-02-16", "25", 2);
    Measurement recent = platelets("2004-03-01", "30", 3);
    Timeline patient = Timeline.of("1", recent, old);
    assertThat(patient.latest("platelets", day("2004-03-01"))).contains(recent);
    assertThat(patient.latest("platelets", day("2004-02-29"))).contains(old);
    assertThat(patient.latest("platelets", day("2004-02-15"))).isEmpty();
    assertThat(patient.latest("creatinine", day("2004-03-01"))).isEmpty();
  }

  @Test
  void ageOfTheLatestValueIsLimitedWithBothEnds() {
    Timeline patient = Timeline.of("1", platelets("2004-02-16", "25", 2));
    assertThat(patient.latest("platelets", day("2004-03-01"), 14)).isPresent();
    assertThat(patient.latest("platelets", day("2004-03-02"), 14)).isEmpty();
  }

  @Test
  void valuesBetweenIncludeBothDays() {
    Measurement a = platelets("2004-01-01", "10", 2);
    Measurement b = platelets("2004-01-08", "20", 3);
    Measurement c = platelets("2004-01-15", "30", 4);
    Timeline patient = Timeline.of("1", a, b, c);
    assertThat(patient.between("platelets", day("2004-01-01"), day("2004-01-08")))
        .isEqualTo(List.of(a, b));
    assertThat(patient.between("platelets", day("2004-01-09"), day("2004-01-10"))).isEmpty();
    assertThat(patient.between("platelets", day("2004-01-10"), day("2004-01-01"))).isEmpty();
  }

  @Test
  void doseHoldsUntilItsLastDayOrTheNextDose() {
    Timeline patient =
        Timeline.of(
            "1",
            dose("2004-01-01", "350", "2004-01-06"),
            dose("2004-01-07", "200", ""),
            dose("2004-06-01", "0", ""),
            dose("2004-07-01", "200", "2004-07-31"));
    assertThat(patient.start("cyclosporine")).contains(day("2004-01-01"));
    assertThat(mg(patient, "2003-12-31")).isEmpty();
    assertThat(mg(patient, "2004-01-06")).contains(new BigDecimal("350"));
    assertThat(mg(patient, "2004-01-07")).contains(new BigDecimal("200"));
    assertThat(mg(patient, "2004-05-31")).contains(new BigDecimal("200"));
    assertThat(mg(patient, "2004-06-01")).isEmpty();
    assertThat(mg(patient, "2004-07-31")).contains(new BigDecimal("200"));
    assertThat(mg(patient, "2004-08-01")).isEmpty();
    assertThat(patient.start("felodipine")).isEmpty();
  }

  private static Optional<BigDecimal> mg(Timeline patient, String day) {
    return patient.exposure("cyclosporine", day(day)).map(Dose::mgPerDay);
  }

  @Test
  void changesOfTheDoseAreStartsStepsGapsAndStops() {
    Timeline patient =
        Timeline.of(
            "1",
            dose("2004-01-01", "350", "2004-01-06"),
            dose("2004-01-07", "200", "2004-03-31"),
            dose("2004-04-10", "200", ""),
            dose("2004-06-01", "0", ""));
    assertThat(
            patient.doseChanges("cyclosporine").stream()
                .map(change -> change.day() + " " + change.from() + " " + change.to()))
        .containsExactly(
            "2004-01-01 0 350",
            "2004-01-07 350 200",
            "2004-04-01 200 0",
            "2004-04-10 0 200",
            "2004-06-01 200 0");
  }

  @Test
  void ofTwoDosesOnADayTheLastHolds() {
    Dose first = new Dose(Entry.of(day("2004-01-01"), 2), "d", BigDecimal.ONE, Optional.empty());
    Dose second = new Dose(Entry.of(day("2004-01-01"), 3), "d", BigDecimal.TEN, Optional.empty());
    Timeline patient = Timeline.of("1", first, second);
    assertThat(patient.exposure("d", day("2004-01-01"))).contains(second);
    assertThat(patient.doseChanges("d")).singleElement().matches(it -> it.dose().equals(second));
  }

  @Test
  void nothingAfterTheDayIsKnownOnTheDay() {
    Timeline patient =
        Timeline.of("1", platelets("2004-01-01", "10", 2), platelets("2004-01-02", "20", 3));
    assertThat(patient.until(day("2004-01-01")).events()).hasSize(1);
    assertThat(patient.until(day("2003-12-31")).values("platelets")).isEmpty();
    assertThat(patient.until(day("2004-01-02"))).isSameAs(patient);
  }

  @Test
  void hoursSinceTheDoseAreTheDifferenceOfClockReadings() {
    assertThat(hours("2004-03-28T20:30", "2004-03-29", "08:00"))
        .contains(new BigDecimal("11.5000"));
    assertThat(hours("2004-03-29T09:00", "2004-03-29", "08:00"))
        .contains(new BigDecimal("-1.0000"));
    assertThat(hours("", "2004-03-29", "08:00")).isEmpty();
    assertThat(hours("2004-03-28T20:30", "2004-03-29", "")).isEmpty();
  }

  private static Optional<BigDecimal> hours(String dose, String day, String time) {
    Optional<LocalTime> clock =
        time.isEmpty() ? Optional.empty() : Optional.of(LocalTime.parse(time));
    return new Event.Level(
            new Entry(day(day), clock, 1, ""),
            "cya_level",
            Quantity.of(BigDecimal.TEN, Unit.NONE),
            Optional.empty(),
            Optional.empty(),
            dose.isEmpty() ? Optional.empty() : Optional.of(LocalDateTime.parse(dose)),
            Optional.empty())
        .hoursSinceDose();
  }

  @Test
  void lastContactIsTheDayOfTheLastEvent() {
    Event.Death death = new Event.Death(Entry.of(day("2007-05-31"), 9), "myocardial infarction");
    Timeline patient = Timeline.of("1", death, platelets("2007-05-01", "90", 8));
    assertThat(patient.lastContact()).contains(day("2007-05-31"));
    assertThat(patient.death()).contains(death);
    assertThat(Timeline.of("2").lastContact()).isEmpty();
  }

  @Test
  void seriesCountsToTheEndOfADay() {
    Timeline patient =
        Timeline.of(
            "1",
            platelets("2007-05-02", "90", 3),
            platelets("2007-05-01", "80", 2),
            platelets("2007-05-01", "70", 1));
    Series series = patient.series("platelets");
    long first = day("2007-05-01").toEpochDay();
    assertThat(series.until(first - 1)).isZero();
    assertThat(series.until(first)).isEqualTo(2);
    assertThat(series.until(first + 1)).isEqualTo(3);
    assertThat(series.day(2)).isEqualTo((int) first + 1);
    assertThat(series.quantity(1).value()).isEqualByComparingTo("80");
    assertThat(series.between(day("2007-05-02"), day("2007-05-01"))).isEmpty();
    assertThat(patient.series("weight").size()).isZero();
  }

  @Test
  void dosesAnswerForADay() {
    DoseSeries doses =
        Timeline.of("1", dose("2004-01-01", "100", "2004-01-10"), dose("2004-02-01", "0", ""))
            .dosing("cyclosporine");
    long first = day("2004-01-01").toEpochDay();
    assertThat(doses.inForce(first - 1)).isEqualTo(-1);
    assertThat(doses.inForce(first + 9)).isZero();
    assertThat(doses.inForce(first + 10)).isEqualTo(-1);
    assertThat(doses.inForce(first + 31)).isEqualTo(-1);
    assertThat(doses.changed(first - 1)).isEmpty();
    assertThat(doses.changed(first + 9)).hasValue((int) first);
    assertThat(doses.changed(first + 40)).hasValue((int) first + 10);
    assertThat(doses.stopped()).isTrue();
    assertThat(doses.start()).contains(day("2004-01-01"));
  }

  @Test
  void otherFactsLeaveTheEvents() {
    Timeline patient = Timeline.of("1", platelets("2007-05-01", "80", 2));
    Timeline same = patient.with(Facts.none());
    assertThat(same.events()).isEqualTo(patient.events());
    assertThat(same.values("platelets")).isEqualTo(patient.values("platelets"));
    assertThat(same.patient()).isEqualTo("1");
  }

  @Test
  void impossibleEventsAreRefusedWithoutTheirValues() {
    assertThatThrownBy(() -> dose("2004-01-01", "-1", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line 1");
    assertThatThrownBy(() -> Entry.of(day("2004-01-01"), -1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
