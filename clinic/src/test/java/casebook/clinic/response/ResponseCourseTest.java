// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.response;

import static casebook.clinic.response.Definitions.IWG;
import static casebook.clinic.response.Definitions.LETTER;
import static casebook.clinic.response.Definitions.named;
import static casebook.clinic.response.PatientWords.DRUG;
import static casebook.clinic.response.PatientWords.START;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.clinic.protocol.ResponseDefinition;
import casebook.clinic.protocol.ResponseDefinition.Response;
import casebook.clinic.record.Entry;
import casebook.clinic.record.Event;
import casebook.clinic.record.Event.CoMedication;
import casebook.clinic.record.Event.Dose;
import casebook.clinic.record.Event.Measurement;
import casebook.clinic.record.Quantity;
import casebook.clinic.record.Timeline;
import casebook.study.data.Censoring;
import casebook.study.unit.Unit;
import casebook.study.unit.Units;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResponseCourseTest {
  private static final ResponseDefinition REPLICATION = named("itp-replication");
  private static final Unit COUNT = Units.read("10^9/L").orElseThrow();

  /// A patient with 15 before start, treated from the start on, and counts so many days later.
  private static List<Event> treated(String... dayAndCount) {
    List<Event> events = new ArrayList<>(List.of(count(0, "15"), dose(0, "200")));
    for (String text : dayAndCount) {
      String[] parts = text.split(":", -1);
      events.add(count(Integer.parseInt(parts[0]), parts[1]));
    }
    return events;
  }

  private static Event count(int day, String value) {
    return new Measurement(
        Entry.of(START.plusDays(day), 1), "platelets", Quantity.of(new BigDecimal(value), COUNT));
  }

  private static Event dose(int day, String mg) {
    return new Dose(Entry.of(START.plusDays(day), 1), DRUG, new BigDecimal(mg), Optional.empty());
  }

  private static Event rescue(int day) {
    return new CoMedication(
        Entry.of(START.plusDays(day), 1), "rescue", true, Optional.of(START.plusDays(day)));
  }

  private static ResponseCourse course(ResponseDefinition definition, List<Event> events) {
    Timeline patient = Timeline.of("1", events.toArray(new Event[0]));
    return ResponseCourse.of(definition, patient, DRUG);
  }

  private static Response best(ResponseDefinition definition, String... counts) {
    return course(definition, treated(counts)).best();
  }

  @Test
  void limitsOfTheLetterAre80And150WithTheLowerEndIncluded() {
    assertThat(best(LETTER, "28:79")).isEqualTo(Response.NONE);
    assertThat(best(LETTER, "28:79.9")).isEqualTo(Response.NONE);
    assertThat(best(LETTER, "28:80")).isEqualTo(Response.PARTIAL);
    assertThat(best(LETTER, "28:149")).isEqualTo(Response.PARTIAL);
    assertThat(best(LETTER, "28:149.9")).isEqualTo(Response.PARTIAL);
    assertThat(best(LETTER, "28:150")).isEqualTo(Response.COMPLETE);
    assertThat(best(LETTER, "28:700")).isEqualTo(Response.COMPLETE);
  }

  @Test
  void limitsOfTheWorkingGroupAre30TwiceTheBaselineAnd100() {
    assertThat(best(IWG, "28:29", "40:29")).isEqualTo(Response.NONE);
    assertThat(best(IWG, "28:30", "40:30")).isEqualTo(Response.PARTIAL);
    assertThat(best(IWG, "28:99", "40:99")).isEqualTo(Response.PARTIAL);
    assertThat(best(IWG, "28:100", "40:100")).isEqualTo(Response.COMPLETE);
  }

  @Test
  void twiceTheBaselineMustBeReached() {
    List<Event> events = new ArrayList<>(List.of(count(0, "29"), dose(0, "200")));
    events.addAll(List.of(count(28, "57"), count(40, "57")));
    assertThat(course(IWG, events).best()).isEqualTo(Response.NONE);
    events.addAll(List.of(count(50, "58"), count(60, "58")));
    assertThat(course(IWG, events).best()).isEqualTo(Response.PARTIAL);
  }

  @Test
  void workingGroupWantsASecondCountSevenDaysLater() {
    assertThat(best(IWG, "28:120")).isEqualTo(Response.NONE);
    assertThat(best(IWG, "28:120", "34:120")).isEqualTo(Response.NONE);
    assertThat(best(IWG, "28:120", "35:120")).isEqualTo(Response.COMPLETE);
    assertThat(best(IWG, "28:120", "35:60")).isEqualTo(Response.PARTIAL);
    assertThat(best(IWG, "28:120", "31:20", "35:120")).isEqualTo(Response.NONE);
  }

  @Test
  void replicationWantsTwoMonthsByTheCalendar() {
    assertThat(best(REPLICATION, "28:101", "88:101")).isEqualTo(Response.NONE);
    assertThat(best(REPLICATION, "28:101", "89:101")).isEqualTo(Response.COMPLETE);
    assertThat(best(REPLICATION, "28:100", "89:100")).isEqualTo(Response.PARTIAL);
    assertThat(best(REPLICATION, "28:50", "89:50")).isEqualTo(Response.NONE);
  }

  @Test
  void bleedingIsNoResponseOfTheWorkingGroup() {
    List<Event> events = treated("28:120", "36:120");
    events.add(new Event.Bleeding(Entry.of(START.plusDays(30), 1), Event.Severity.MINOR));
    assertThat(course(IWG, events).best()).isEqualTo(Response.NONE);
    assertThat(course(LETTER, events).best()).isEqualTo(Response.PARTIAL);
  }

  @Test
  void withoutACountBeforeStartTwiceTheBaselineCannotBeTold() {
    List<Event> events = List.of(dose(0, "200"), count(28, "60"), count(40, "60"));
    ResponseCourse course = course(IWG, events);
    assertThat(course.counts().getFirst().grade()).isEmpty();
    assertThat(course.best()).isEqualTo(Response.NONE);
    assertThat(course(LETTER, events).counts().getFirst().grade()).contains(Response.NONE);
  }

  @Test
  void countsWithinFourWeeksAfterRescueDoNotCount() {
    List<Event> events = treated("24:160", "48:160");
    events.add(rescue(20));
    ResponseCourse course = course(LETTER, events);
    assertThat(course.counts()).extracting(GradedCount::counted).containsExactly(false, false);
    events.add(count(49, "160"));
    assertThat(course(LETTER, events).daysToResponse()).contains(49L);
  }

  @Test
  void responseEndsAtTheCountByWhichItIsLost() {
    ResponseCourse course = course(LETTER, treated("28:90", "60:160", "90:79", "120:85"));
    assertThat(course.spells()).hasSize(2);
    assertThat(course.spells().getFirst().best()).isEqualTo(Response.COMPLETE);
    assertThat(course.spells().getFirst().lost()).contains(START.plusDays(90));
    assertThat(course.spells().getFirst().last()).isEqualTo(START.plusDays(60));
    assertThat(course.current()).isPresent();
    assertThat(course.daysToResponse()).contains(28L);
  }

  @Test
  void relapseIsTwoCountsInARowBelowThirtyOrRescue() {
    assertThat(course(LETTER, treated("28:160", "60:29", "70:30", "80:29")).relapse()).isEmpty();
    assertThat(course(LETTER, treated("28:160", "60:29", "70:29")).relapse())
        .contains(START.plusDays(70));
    List<Event> events = treated("28:160");
    events.add(rescue(45));
    assertThat(course(LETTER, events).relapse()).contains(START.plusDays(45));
    assertThat(course(LETTER, treated("28:20", "60:20")).relapse()).isEmpty();
  }

  @Test
  void lossAfterAStopAndRegainAfterARestartIsDependence() {
    List<Event> events = treated("28:160", "230:60", "300:160");
    events.addAll(List.of(dose(200, "0"), dose(240, "200")));
    ResponseCourse course = course(LETTER, events);
    assertThat(course.dependent()).isTrue();
    assertThat(course.best()).isEqualTo(Response.COMPLETE);
    events.add(count(310, "160"));
    events.add(count(36, "160"));
    assertThat(course(IWG, events).dependent()).isFalse();
  }

  @Test
  void workingGroupDoesNotCountAResponseThatDependsOnTheDrug() {
    List<Event> events = treated("28:160", "40:160", "230:20", "300:160", "310:160");
    events.addAll(List.of(dose(200, "0"), dose(240, "200")));
    assertThat(course(IWG, events).dependent()).isTrue();
    assertThat(course(IWG, events).best()).isEqualTo(Response.NONE);
    assertThat(course(LETTER, events).best()).isEqualTo(Response.COMPLETE);
  }

  @Test
  void lossLongAfterTheStopIsNoDependence() {
    List<Event> events = treated("28:160", "293:60", "400:160");
    events.addAll(List.of(dose(200, "0"), dose(320, "200")));
    assertThat(course(LETTER, events).dependent()).isFalse();
  }

  @Test
  void stableRemissionIsAllCountsOverSixMonths() {
    // 1994-05-10 and six months are 1994-11-10, day 212
    assertThat(course(LETTER, treated("28:160", "100:90", "211:160")).stable()).isEmpty();
    assertThat(course(LETTER, treated("28:160", "100:90", "212:160")).stable())
        .contains(START.plusDays(212));
    assertThat(course(LETTER, treated("28:160", "100:70", "212:160")).stable()).isEmpty();
  }

  @Test
  void untreatedPatientsHaveNoCourse() {
    ResponseCourse course = course(LETTER, List.of(count(28, "160")));
    assertThat(course.start()).isEmpty();
    assertThat(course.best()).isEqualTo(Response.NONE);
    assertThat(course.daysToResponse()).isEmpty();
  }

  @Test
  void orderOfEventsChangesNothing() {
    List<Event> events = treated("28:160", "60:29", "70:29");
    assertThat(course(LETTER, events.reversed()).relapse())
        .isEqualTo(course(LETTER, events).relapse());
  }

  @Test
  void comparisonNamesTheCountThatDecides() {
    Timeline patient = Timeline.of("5", treated("28:95", "60:95").toArray(new Event[0]));
    ResponseComparison comparison =
        ResponseComparison.of(List.of(LETTER, IWG, REPLICATION), List.of(patient), DRUG);
    ResponseComparison.Patient five = comparison.patients().getFirst();
    assertThat(five.differs()).isTrue();
    assertThat(comparison.count(0, Response.PARTIAL)).isOne();
    assertThat(ResponseComparison.why(five, 2))
        .isEqualTo(
            "platelets 95 ×10⁹/L on 1994-05-10 is partial by itp-letter-2007 (platelets >= 80), and"
                + " partial but not confirmed after 2 months by itp-replication");
  }

  private static Event limit(int day, String value, Censoring side) {
    Quantity plain = Quantity.of(new BigDecimal(value), COUNT);
    Quantity limit = new Quantity(plain.value(), Optional.empty(), COUNT, side, plain.written());
    return new Measurement(Entry.of(START.plusDays(day), 1), "platelets", limit);
  }

  private static Optional<Response> grade(ResponseDefinition definition, Event... events) {
    return course(definition, List.of(events)).counts().getLast().grade();
  }

  /// The study file may call it Rescue: events are given the name that is declared.
  @Test
  void rescueIsRescueInAnyLetterCase() {
    for (String name : List.of("rescue", "Rescue", "RESCUE")) {
      Event rescue =
          new CoMedication(Entry.of(START.plusDays(20), 1), name, true, Optional.empty());
      List<Event> events = treated("28:160");
      events.add(rescue);
      assertThat(course(LETTER, events).best()).as(name).isEqualTo(Response.NONE);
      List<Event> later = treated("10:160");
      later.add(rescue);
      assertThat(course(LETTER, later).relapse()).as(name).contains(START.plusDays(20));
    }
  }

  @Test
  void limitOfDetectionIsGradedWhereItsSideDecides() {
    Event dose = dose(0, "200");
    assertThat(grade(LETTER, dose, limit(28, "5", Censoring.BELOW))).contains(Response.NONE);
    assertThat(grade(LETTER, dose, limit(28, "80", Censoring.BELOW))).contains(Response.NONE);
    assertThat(grade(LETTER, dose, limit(28, "81", Censoring.BELOW))).isEmpty();
    assertThat(grade(LETTER, dose, limit(28, "150", Censoring.ABOVE))).contains(Response.COMPLETE);
    assertThat(grade(LETTER, dose, limit(28, "149", Censoring.ABOVE))).isEmpty();
  }

  @Test
  void limitOfDetectionIsNoBaseline() {
    Event dose = dose(0, "200");
    Event limit = limit(0, "15", Censoring.BELOW);
    assertThat(grade(IWG, count(0, "15"), dose, count(28, "60"))).contains(Response.PARTIAL);
    assertThat(grade(IWG, limit, dose, count(28, "60"))).isEmpty();
  }

  @Test
  void countOlderThanThirtyDaysIsNoBaseline() {
    Event dose = dose(0, "200");
    assertThat(grade(IWG, count(-30, "15"), dose, count(28, "60"))).contains(Response.PARTIAL);
    assertThat(grade(IWG, count(-31, "15"), dose, count(28, "60"))).isEmpty();
  }

  @Test
  void bleedingBeforeTwoCountsOfADayBelongsToBoth() {
    Event bleeding = new Event.Bleeding(Entry.of(START.plusDays(27), 1), Event.Severity.MINOR);
    List<GradedCount> counts =
        course(
                IWG,
                List.of(
                    count(0, "15"), dose(0, "200"), bleeding, count(28, "120"), count(28, "130")))
            .counts();
    assertThat(counts).extracting(it -> it.count().bleeding()).containsExactly(true, true);
  }

  @Test
  void remissionThatWasLostIsNotStableAnyMore() {
    ResponseCourse lost = course(LETTER, treated("28:160", "100:90", "212:160", "300:40"));
    assertThat(lost.stable()).contains(START.plusDays(212));
    assertThat(lost.stableSince()).isEmpty();
    ResponseCourse held = course(LETTER, treated("28:160", "100:90", "212:160", "300:90"));
    assertThat(held.stableSince()).contains(START.plusDays(212));
  }
}
