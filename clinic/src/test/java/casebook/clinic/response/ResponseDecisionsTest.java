// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.response;

import static casebook.clinic.response.Definitions.IWG;
import static casebook.clinic.response.Definitions.LETTER;
import static casebook.clinic.response.PatientWords.DRUG;
import static casebook.clinic.response.PatientWords.patient;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.clinic.protocol.ResponseDefinition;
import casebook.clinic.protocol.ResponseDefinition.Condition;
import casebook.clinic.protocol.ResponseDefinition.Confirming;
import casebook.clinic.protocol.ResponseDefinition.Course;
import casebook.clinic.protocol.ResponseDefinition.Relapse;
import casebook.clinic.protocol.ResponseDefinition.Sign;
import casebook.study.language.Expr.Relation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The decision tables of the course of a response: from a case in which every condition holds,
/// each is turned alone, and the answer changes.
class ResponseDecisionsTest {

  /// The letter's, but relapse is only by counts: rescue is none.
  private static final ResponseDefinition BY_COUNTS =
      course(it ->
          new Course(
              it.lost(),
              it.relapse().map(one -> new Relapse(one.condition(), one.counts(), false)),
              it.dependent(),
              it.dependentCounts(),
              it.stableRemission()));

  private static ResponseDefinition course(Function<Course, Course> change) {
    return new ResponseDefinition(
        "changed",
        LETTER.measure(),
        LETTER.grades(),
        LETTER.confirming(),
        change.apply(LETTER.course()),
        LETTER.at());
  }

  private static ResponseCourse follow(ResponseDefinition definition, String words) {
    return ResponseCourse.of(definition, patient(words), DRUG);
  }

  private static String each(ResponseCourse course, Function<GradedCount, Object> what) {
    return course.counts().stream()
        .map(it -> String.valueOf(what.apply(it)))
        .collect(Collectors.joining(" "));
  }

  /// Lost within three months (day 292) after the stop on day 200, before the restart, and regained
  /// after it.
  @ParameterizedTest
  @CsvSource({
    "true, dose0=200 28:160 dose200=0 230:60 dose240=200 300:160",
    // the drug was stopped, not reduced; a loss soon after start is none after a stop
    "false, dose0=200 28:160 dose200=150 230:60 dose240=200 300:160",
    "false, dose0=200 20:160 50:60 dose60=0 dose70=200 80:160",
    // it was lost after the stop, on its day at the earliest, and within three months
    "false, dose0=200 28:160 199:60 dose200=0 dose240=200 300:160",
    "true, dose0=200 28:160 dose200=0 200:60 dose240=200 300:160",
    "true, dose0=200 28:160 dose200=0 292:60 dose320=200 400:160",
    "false, dose0=200 28:160 dose200=0 293:60 dose320=200 400:160",
    // it was given again, and not before the loss
    "false, dose0=200 28:160 dose200=0 230:60 300:160",
    "true, dose0=200 28:160 dose200=0 dose240=200 240:60 300:160",
    "false, dose0=200 28:160 dose200=0 dose240=200 241:60 300:160",
    // it was regained, and not before the restart
    "false, dose0=200 28:160 dose200=0 230:60 dose240=200 300:60",
    "false, dose0=200 28:160 dose200=0 230:60 dose240=200 240:160",
    "true, dose0=200 28:160 dose200=0 230:60 dose240=200 241:160",
    "false, dose0=200 28:160 dose200=0 230:60 235:160 dose240=200 300:160",
    // one of two stops is enough
    "true, dose0=200 28:160 dose100=0 dose110=200 dose200=0 230:60 dose240=200 300:160"
  })
  void dependence(boolean dependent, String words) {
    assertThat(follow(LETTER, words).dependent()).isEqualTo(dependent);
  }

  /// Bleeding and rescue belong to the first count after them, and not to the day of the count
  /// before: counts on days 28, 28 and 36, start on day 0.
  @ParameterizedTest
  @CsvSource({
    "0, false false false",
    "1, true true false",
    "28, true true false",
    "29, false false true",
    "36, false false true",
    "37, false false false"
  })
  void whatLiesBetweenTwoCounts(int day, String expected) {
    String words = "0:15 dose0=200 28:120 28:130 36:120 ";
    assertThat(each(follow(IWG, words + "bleeding" + day), it -> it.count().bleeding()))
        .isEqualTo(expected);
    assertThat(each(follow(IWG, words + "rescue" + day), it -> it.count().rescue()))
        .isEqualTo(expected);
    assertThat(each(follow(IWG, words + "felodipine" + day), it -> it.count().rescue()))
        .isEqualTo("false false false");
  }

  /// Four weeks from rescue on day 20, both ends included; other drugs change nothing.
  @ParameterizedTest
  @CsvSource({
    "rescue20, 19, true",
    "rescue20, 20, false",
    "rescue20, 48, false",
    "rescue20, 49, true",
    "felodipine20, 30, true"
  })
  void countsSoonAfterRescue(String drug, int day, boolean counted) {
    String words = "dose0=200 " + drug + " " + day + ":160";
    assertThat(each(follow(LETTER, words), GradedCount::counted)).isEqualTo(counted + "");
    assertThat(each(follow(LETTER, words), GradedCount::response)).isEqualTo(counted + "");
  }

  @Test
  void whereNothingIsSaidOfRescueEveryCountCounts() {
    ResponseDefinition all =
        new ResponseDefinition(
            "changed",
            LETTER.measure(),
            LETTER.grades(),
            new Confirming(Optional.empty(), Optional.empty()),
            LETTER.course(),
            LETTER.at());
    assertThat(each(follow(all, "dose0=200 rescue20 24:160"), GradedCount::counted))
        .isEqualTo("true");
  }

  /// What each count is for certain, where a run of counts must reach over seven days.
  @ParameterizedTest
  @CsvSource({
    "28:120, NONE",
    "28:120 34:120, NONE NONE",
    "28:120 35:120, COMPLETE COMPLETE",
    "28:120 31:110 35:100, COMPLETE COMPLETE COMPLETE",
    // better counts confirm lesser ones, not the other way round
    "28:120 35:60, PARTIAL PARTIAL",
    "28:60 35:120, PARTIAL PARTIAL",
    "28:60 35:120 42:120, PARTIAL COMPLETE COMPLETE",
    // a count that is none breaks the run
    "28:120 31:20 35:120, NONE NONE NONE",
    "28:120 31:20 35:120 42:120, NONE NONE COMPLETE COMPLETE",
    // one that does not count neither makes a run, nor breaks one, nor is certain itself
    "28:120 rescue30 40:20 59:120, COMPLETE NONE COMPLETE",
    "28:120 rescue30 40:120 59:120, COMPLETE NONE COMPLETE",
    "rescue20 44:120 49:120 52:120, NONE NONE NONE",
    "28:120 32:120 rescue33 40:120, NONE NONE NONE"
  })
  void certainty(String words, String expected) {
    ResponseCourse course = follow(IWG, "0:15 dose0=200 " + words);
    assertThat(each(course, GradedCount::certain)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "28:160 60:29, ''",
    "28:160 60:29 70:29, 70",
    "28:160 60:29 70:30 80:29, ''",
    "28:160 60:29 70:29 80:29, 70",
    // only after a response
    "10:20 20:20 28:160, ''",
    "10:20 28:160 60:29, ''",
    "28:60 60:20 70:20, ''",
    // rescue after it, whichever comes first
    "28:160 rescue45, 45",
    "rescue10 50:160, ''",
    "28:160 60:29 rescue65 70:29, 65",
    "28:160 60:29 70:29 rescue75, 70",
    "28:160 felodipine45, ''"
  })
  void relapse(String words, String expected) {
    assertThat(relapse(LETTER, words)).isEqualTo(expected);
  }

  /// Where rescue is no relapse, the counts soon after it neither make nor break a row.
  @ParameterizedTest
  @CsvSource({
    "28:160 rescue45, ''",
    "28:160 rescue40 45:20 50:20, ''",
    "28:160 rescue40 45:20 50:20 75:20 80:20, 80",
    "28:160 60:20 rescue62 70:100 95:20, 95",
    "28:160 60:20 rescue62 92:100 95:20, ''"
  })
  void relapseByCounts(String words, String expected) {
    assertThat(relapse(BY_COUNTS, words)).isEqualTo(expected);
  }

  @Test
  void withoutAWordOnRelapseThereIsNone() {
    assertThat(relapse(IWG, "0:15 28:160 40:160 60:20 70:20 rescue80")).isEmpty();
  }

  private static String relapse(ResponseDefinition definition, String words) {
    return follow(definition, "dose0=200 " + words)
        .relapse()
        .map(it -> "" + PatientWords.day(it))
        .orElse("");
  }

  /// Each time in response: first day, best, last day, and the day of the loss.
  @ParameterizedTest
  @CsvSource({
    "28:60, ''",
    "28:90, 28 PARTIAL 28",
    "28:90 60:160 70:90, 28 COMPLETE 70",
    "28:160 60:90, 28 COMPLETE 60",
    "28:90 60:79, 28 PARTIAL 28 lost 60",
    "28:90 60:79 70:85, 28 PARTIAL 28 lost 60; 70 PARTIAL 70",
    "28:90 60:79 70:60, 28 PARTIAL 28 lost 60",
    // what does not count loses nothing and begins nothing
    "28:160 rescue40 50:20 80:160, 28 COMPLETE 80",
    "rescue20 30:160, ''"
  })
  void timesInResponse(String words, String expected) {
    assertThat(spells(LETTER, words)).isEqualTo(expected);
  }

  /// Lost below 30: a count of 60 is no response, and yet loses none.
  @Test
  void lossByItsOwnLimit() {
    Sign below = new Sign.Than(Relation.LESS, new BigDecimal("30"));
    Condition lost = new Condition(List.of(List.of(below)), "platelets < 30", LETTER.at());
    ResponseDefinition definition =
        course(it ->
            new Course(
                Optional.of(lost),
                it.relapse(),
                it.dependent(),
                it.dependentCounts(),
                it.stableRemission()));
    assertThat(spells(definition, "28:160 60:60")).isEqualTo("28 COMPLETE 28");
    assertThat(spells(definition, "28:160 60:30")).isEqualTo("28 COMPLETE 28");
    assertThat(spells(definition, "28:160 60:29")).isEqualTo("28 COMPLETE 28 lost 60");
  }

  /// Without a limit the first count that is none loses it; one that cannot be graded does not.
  @Test
  void lossByGrade() {
    String words = "0:15 28:120 36:120 ";
    assertThat(spells(IWG, words + "50:20")).isEqualTo("28 COMPLETE 36 lost 50");
    assertThat(spells(IWG, words + "50:30")).isEqualTo("28 COMPLETE 50");
    assertThat(spells(IWG, "28:120 36:120 50:60")).isEqualTo("28 COMPLETE 36");
    assertThat(spells(IWG, "28:120 36:120 50:29")).isEqualTo("28 COMPLETE 36 lost 50");
  }

  private static String spells(ResponseDefinition definition, String words) {
    return follow(definition, "dose0=200 " + words).spells().stream()
        .map(it ->
            PatientWords.day(it.from())
                + " "
                + it.best()
                + " "
                + PatientWords.day(it.last())
                + it.lost().map(day -> " lost " + PatientWords.day(day)).orElse(""))
        .collect(Collectors.joining("; "));
  }

  /// Day 28 is 10 May 1994, and six months later is 10 November, day 212.
  @ParameterizedTest
  @CsvSource({
    "28:160 211:160, '', ''",
    "28:160 212:160, 212, 212",
    "28:160 100:70 212:160, '', ''",
    "28:160 100:70 120:160 304:160, 304, 304",
    "28:160 212:160 300:160, 212, 212",
    "28:160 212:160 300:40, 212, ''",
    "28:160 212:160 300:40 310:160 500:160, 212, 500",
    "28:160, '', ''",
    // what does not count breaks nothing, and completes nothing
    "28:160 rescue40 50:20 212:160, 212, 212",
    "28:160 rescue200 212:160, '', ''",
    "28:160 rescue200 212:160 229:160, 229, 229"
  })
  void stableRemission(String words, String ever, String now) {
    ResponseCourse course = follow(LETTER, "dose0=200 " + words);
    assertThat(course.stable().map(it -> "" + PatientWords.day(it)).orElse("")).isEqualTo(ever);
    assertThat(course.stableSince().map(it -> "" + PatientWords.day(it)).orElse("")).isEqualTo(now);
  }

  @Test
  void withoutAWordOnStableRemissionThereIsNone() {
    ResponseDefinition none =
        course(it ->
            new Course(
                it.lost(), it.relapse(), it.dependent(), it.dependentCounts(), Optional.empty()));
    assertThat(follow(none, "dose0=200 28:160 300:160").stable()).isEmpty();
    assertThat(follow(none, "dose0=200 28:160 300:160").stableSince()).isEmpty();
  }

  /// The last count that counts, and the response that holds.
  @ParameterizedTest
  @CsvSource({
    "28:60, 28, false",
    "28:160, 28, true",
    "28:160 40:60, 40, false",
    "28:160 40:60 50:90, 50, true",
    "28:160 rescue40 50:20, 28, true",
    "rescue20 30:160, '', false",
    "0:20, '', false"
  })
  void whatHoldsAtTheEnd(String words, String last, boolean response) {
    ResponseCourse course = follow(LETTER, "dose0=200 " + words);
    assertThat(course.last().map(it -> "" + PatientWords.day(it.day())).orElse("")).isEqualTo(last);
    assertThat(course.current().isPresent()).isEqualTo(response);
  }

  /// On the drug or off it, on the day of each count.
  @Test
  void drugOfTheDayOfACount() {
    String words = "dose0=200 28:160 dose200=0 199:160 200:160 dose240=200 240:160";
    assertThat(each(follow(LETTER, words), GradedCount::onDrug)).isEqualTo("true true false true");
  }
}
