// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import static casebook.clinic.rule.LetterProtocol.creatinine;
import static casebook.clinic.rule.LetterProtocol.day;
import static casebook.clinic.rule.LetterProtocol.dose;
import static casebook.clinic.rule.LetterProtocol.letter;
import static casebook.clinic.rule.LetterProtocol.level;
import static casebook.clinic.rule.LetterProtocol.lines;
import static casebook.clinic.rule.LetterProtocol.marked;
import static casebook.clinic.rule.LetterProtocol.platelets;
import static casebook.clinic.rule.LetterProtocol.sentences;
import static casebook.clinic.rule.LetterProtocol.weight;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casebook.clinic.protocol.Protocol;
import casebook.clinic.protocol.Treatment.MonitoringLine;
import casebook.clinic.protocol.Treatment.Phase;
import casebook.clinic.protocol.Treatment.Step;
import casebook.clinic.protocol.Treatment.Steps;
import casebook.clinic.record.Event;
import casebook.clinic.record.Timeline;
import casebook.stats.dosing.Covariates;
import casebook.stats.dosing.Occasion;
import casebook.stats.dosing.PatientKinetics;
import casebook.stats.dosing.TroughForecast;
import casebook.stats.dosing.TwiceDaily;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The boundaries of the treatment letter, one test an entry: what the advice says on each side of
/// a limit, and where what it needs is missing.
class BoundaryTableTest {
  /// 70 kg, 200 mg a day since day 6, baseline creatinine 1.0 mg/dL.
  private static final Event[] PATIENT = {
    creatinine(-1, "1.0"), weight(0, "70"), dose(0, "350"), dose(6, "200")
  };

  private static List<String> say(Rule rule, Protocol protocol, int today, Event... more) {
    return lines(rule, protocol, today, LetterProtocol.events(PATIENT, more));
  }

  /// Complete from 150 on, partial from 80 on, and none below.
  @ParameterizedTest
  @CsvSource({"79, NONE", "80, PARTIAL", "149, PARTIAL", "150, COMPLETE"})
  void plateletsOfAResponse(String count, String response) {
    assertThat(say(new ResponseState(), letter(), 28, platelets(28, count)))
        .containsExactly("state " + response);
  }

  /// Less than 30 at entry.
  @ParameterizedTest
  @CsvSource({"29.9, PASS", "30.0, FAIL"})
  void plateletsAtEntry(String count, String verdict, @TempDir Path folder) {
    WrittenStudy study =
        WrittenStudy.of(
            folder,
            List.of("platelets below 30: {require: platelets < 30, at: start, within: 14 days}"),
            List.of("1,,,1994-04-12,,,,,,"),
            "1,1994-04-12,platelets," + count);
    assertThat(study.judged("1", LocalDate.of(1994, 4, 12)))
        .containsExactly(
            "platelets below 30 %s: platelets at start < 30 ×10⁹/L: platelets %s ×10⁹/L on 1994-04-12"
                .formatted(verdict, count));
  }

  /// *Exceeding* 150 % is above it: at exactly 150 % only KDIGO's limit is reached.
  @ParameterizedTest
  @CsvSource({
    "1.499, 149.9, false, false, false",
    "1.500, 150.0, false, true, false",
    "1.501, 150.1, true, true, true"
  })
  void creatinineAt150PercentOfTheBaseline(
      String creatinine, String percent, boolean reduced, boolean kdigo, boolean ctcae) {
    List<String> said = say(new Toxicity(), letter(), 30, creatinine(30, creatinine));
    assertThat(said.contains("dose 75+75 from 30 to 39")).isEqualTo(reduced);
    assertThat(said.stream().anyMatch(it -> it.startsWith("warning by KDIGO"))).isEqualTo(kdigo);
    assertThat(said.stream().anyMatch(it -> it.startsWith("warning by CTCAE"))).isEqualTo(ctcae);
    assertThat(said).anyMatch(it -> it.contains("(" + percent + " % of the baseline 1)"));
  }

  /// Months are counted from the first day and clamped to the month's end, so that no short month
  /// moves another.
  @ParameterizedTest
  @CsvSource({
    "2001-01-28, 2001-02-28 2001-03-28 2001-04-28",
    "2001-01-29, 2001-02-28 2001-03-29 2001-04-29",
    "2001-01-30, 2001-02-28 2001-03-30 2001-04-30",
    "2001-01-31, 2001-02-28 2001-03-31 2001-04-30"
  })
  void monthsFromThe28thToThe31st(String start, String expected) {
    assertThat(visits(start, Step.MONTHS, 3)).isEqualTo(Arrays.asList(expected.split(" ")));
  }

  private static List<String> visits(String start, Step step, int count) {
    Phase phase = new Phase(new Steps(1, step), 0, false, Optional.empty(), LetterProtocol.HERE);
    MonitoringLine line =
        new MonitoringLine(
            "count", List.of("platelets"), List.of(phase), Optional.empty(), LetterProtocol.HERE);
    VisitSchedule schedule = new VisitSchedule(LocalDate.parse(start), line, Optional.empty());
    List<String> days = new ArrayList<>();
    LocalDate today = schedule.start();
    for (int i = 0; i < count; i++) {
      today = schedule.next(today).orElseThrow().due();
      days.add(today.toString());
    }
    return days;
  }

  /// A low level of whole blood by its hours since the dose: judged by the window, and of use for
  /// the forecast.
  @ParameterizedTest
  @CsvSource({
    "9.9, 'was taken 9.9 h after the dose: it is no trough.', false",
    "10, 'was taken 10 h after the dose: of use for a forecast, not for the window.', true",
    "11, is low without a response, true",
    "12, is low without a response, true",
    "13, is low without a response, true",
    "13.5, 'was taken 13.5 h after the dose: of use for a forecast, not for the window.', true",
    "14.1, 'was taken 14.1 h after the dose: it is no trough.', false",
    "'', has no time since the last dose: it cannot be judged., false"
  })
  void levelByItsHoursSinceTheDose(String hours, String expected, boolean forecast) {
    Protocol protocol = LetterProtocol.with(Optional.of("whole blood"), true);
    Event[] events =
        LetterProtocol.events(
            PATIENT,
            dose(10, "175"),
            platelets(20, "20"),
            level(20, "190", hours, "whole blood", ""));
    assertThat(sentences(new TroughWindow(), protocol, 20, events).getFirst()).contains(expected);
    assertThat(lines(new TroughWindow(), protocol, 20, events).contains("dose 100+100 from 20"))
        .isEqualTo(expected.startsWith("is low"));
    assertThat(lines(new Forecast(), protocol, 20, events).getFirst().startsWith("note: Forecast"))
        .isEqualTo(forecast);
  }

  @Test
  void levelAtAnUnknownTime() {
    assertThat(say(new TroughWindow(), letter(), 20, level(20, "100", "", "whole blood", "")))
        .containsExactly(
            "cannot tell whether the level of 2001-02-20 is in its window without the time since the"
                + " last dose");
  }

  /// A window for serum says nothing of whole blood, nor the other way round.
  @ParameterizedTest
  @CsvSource({
    "serum, whole blood, false",
    "serum, serum, true",
    "whole blood, serum, false",
    "whole blood, whole blood, true"
  })
  void levelOfSerumAgainstWholeBlood(String window, String specimen, boolean judged) {
    List<String> said =
        say(
            new TroughWindow(),
            LetterProtocol.with(Optional.of(window), false),
            20,
            level(20, "300", "12", specimen, ""));
    assertThat(said)
        .containsExactly(
            judged
                ? "note: The level of 300 ng/mL on 2001-02-20 (window 200 to 400, at 200 mg a day)"
                    + " lies in its window: no change."
                : "warning by protocol: The protocol's window is for %s; 300 ng/mL on 2001-02-20 is of %s: the window does not apply."
                    .formatted(window, specimen));
  }

  @Test
  void levelWithoutSpecimen() {
    assertThat(say(new TroughWindow(), letter(), 20, level(20, "300", "12", "", "")))
        .containsExactly(
            "cannot tell whether the level of 2001-02-20 is in its window without the specimen");
  }

  /// Start at 5 mg/kg/d, the band of 2.5 to 3 mg/kg/d on day 6, and 25 % less after a rise of
  /// creatinine, in capsules of 10, 25, 50 and 100 mg.
  @ParameterizedTest
  @CsvSource({
    "40, 100 + 100 mg a day, 50 + 50 mg a day, 2.50, 50 + 25 mg a day",
    "50, 150 + 100 mg a day, 75 + 50 mg a day, 2.50, 50 + 40 mg a day",
    "60, 150 + 150 mg a day, 100 + 75 mg a day, 2.92, 75 + 50 mg a day",
    "70, 200 + 150 mg a day, 100 + 100 mg a day, 2.86, 75 + 75 mg a day",
    "75, 200 + 175 mg a day, 100 + 100 mg a day, 2.67, 75 + 75 mg a day",
    "80, 200 + 200 mg a day, 100 + 100 mg a day, 2.50, 75 + 75 mg a day",
    "90, 250 + 200 mg a day, 150 + 100 mg a day, 2.78, 100 + 85 mg a day",
    "120, 300 + 300 mg a day, 150 + 150 mg a day, 2.50, 125 + 100 mg a day"
  })
  void capsulesByWeight(
      String kilograms, String start, String band, String perKilogram, String reduced) {
    Event[] before = {creatinine(-1, "1"), weight(0, kilograms)};
    Advice.Dose first = dosed(new StageDose(), 0, before);
    assertThat(AdviceWords.of(first)).startsWith(start + ", 5.00 mg/kg/d, from 2001-01-31");
    Event[] started = LetterProtocol.events(before, dose(0, first.mgPerDay().toPlainString()));
    Advice.Dose next = dosed(new StageDose(), 6, started);
    assertThat(AdviceWords.of(next))
        .isEqualTo(band + ", " + perKilogram + " mg/kg/d, from 2001-02-06");
    Event[] kept =
        LetterProtocol.events(
            started, dose(6, next.mgPerDay().toPlainString()), creatinine(20, "1.6"));
    assertThat(AdviceWords.of(dosed(new Toxicity(), 20, kept))).startsWith(reduced + ", ");
  }

  private static Advice.Dose dosed(Rule rule, int today, Event... events) {
    return rule.advise(letter(), Timeline.of("1", events), day(today)).stream()
        .filter(it -> it instanceof Advice.Dose)
        .map(it -> (Advice.Dose) it)
        .findFirst()
        .orElseThrow();
  }

  /// The forecast of a patient of 70 kg who takes 100 mg twice a day, by the model of Press 2010:
  /// deviations, CL/F, trough, and the dose for a trough of 200, exact to the digits given.
  @ParameterizedTest
  @CsvSource({
    "12, 145, '', '', 0, -.0163 .0093 -.0018 .0066, 27.57, 141.7, 141",
    "12, 260, '', '', 0, -.1747 .1102 -.0189 .0742, 21.99, 200.6, 100",
    "12, 60, '', '', 0, .2332 -.1097 .0251 -.0894, 38.95, 82.0, 244",
    "12, 145, '', '', 20, -.0584 .0393 -.0232 .0248, 33.28, 132.9, 150",
    "10, 260, '', '', 0, -.1398 .1036 -.0202 .0613, 23.07, 187.1, 107",
    "12, 145, 2, 900, 0, -.0372 -.1361 .0087 .0612, 25.56, 150.0, 133"
  })
  void forecastOfTheTrough(
      double hours,
      double level,
      String otherHours,
      String otherLevel,
      double prednisolone,
      String deviations,
      double clearance,
      double trough,
      double dose) {
    TwiceDaily doses = TwiceDaily.each(100);
    List<Occasion.Sample> samples = new ArrayList<>(List.of(new Occasion.Sample(hours, level)));
    if (!otherHours.isEmpty()) {
      samples.add(
          new Occasion.Sample(Double.parseDouble(otherHours), Double.parseDouble(otherLevel)));
    }
    PatientKinetics patient =
        TroughForecast.standard()
            .of(
                Covariates.ofWeight(70).withPrednisolone(prednisolone),
                List.of(new Occasion(doses, samples)))
            .orThrow();
    double[] expected = Stream.of(deviations.split(" ")).mapToDouble(Double::parseDouble).toArray();
    for (int i = 0; i < expected.length; i++) {
      assertThat(patient.deviations().get(i)).isEqualTo(expected[i], within(0.00005));
    }
    assertThat(patient.clearance().value()).isEqualTo(clearance, within(0.005));
    assertThat(patient.level(doses, 12).value()).isEqualTo(trough, within(0.05));
    assertThat(patient.doseFor(200, 12).value()).isEqualTo(dose, within(0.5));
  }

  /// The same as the rule says it, for levels that it may use.
  @ParameterizedTest
  @CsvSource({
    "12, 145, 142, 27.6, 141",
    "12, 260, 201, 22.0, 100",
    "12, 60, 82, 38.9, 244",
    "10, 260, 187, 23.1, 107"
  })
  void forecastInWords(String hours, String level, String trough, String clearance, String dose) {
    assertThat(
            say(
                new Forecast(),
                LetterProtocol.with(Optional.of("serum"), true),
                20,
                level(20, level, hours, "whole blood", "")))
        .singleElement()
        .asString()
        .contains(
            "the trough is " + trough + " (",
            "CL/F " + clearance + " L/h",
            "A trough of 200 would take " + dose + " (");
  }

  /// A weight holds for 30 days; without one no dose is advised.
  @ParameterizedTest
  @CsvSource({"0, true", "-30, true", "-31, false", "1, false"})
  void weightMissingOrOld(int weighed, boolean advised) {
    assertThat(lines(new StageDose(), letter(), 0, creatinine(-1, "1"), weight(weighed, "70")))
        .containsExactly(
            advised
                ? "dose 200+150 from 0 to 5"
                : "cannot tell the dose of cyclosporine without a weight of the last 30 days");
  }

  @Test
  void weightThatWasNeverMeasured() {
    String unknown = "cannot tell the dose of cyclosporine without a weight of the last 30 days";
    assertThat(lines(new StageDose(), letter(), 0, creatinine(-1, "1"))).containsExactly(unknown);
    assertThat(lines(new StageDose(), letter(), 6, creatinine(-1, "1"), dose(0, "350")))
        .containsExactly(unknown);
    assertThat(lines(new StageDose(), letter(), 0, creatinine(-1, "1"), weight(0, "0")))
        .containsExactly(unknown);
  }

  /// Two values before start: their mean is the baseline. 1.35 is 150 % of 0.9, and 150 % of
  /// neither 0.8 nor 1.0.
  @ParameterizedTest
  @CsvSource({"1.35, false", "1.351, true"})
  void meanOfTwoBaselines(String creatinine, boolean reduced) {
    Event[] two = {
      creatinine(-20, "0.8"), creatinine(-1, "1.0"), weight(0, "70"), dose(0, "350"), dose(6, "200")
    };
    assertThat(
            lines(
                    new Toxicity(),
                    letter(),
                    30,
                    LetterProtocol.events(two, creatinine(30, creatinine)))
                .contains("dose 75+75 from 30 to 39"))
        .isEqualTo(reduced);
  }

  /// Two values that are both marked as the baseline: somebody must say which.
  @Test
  void twoBaselinesThatAreBothMarked() {
    Event[] two = {marked(-20, "0.8"), marked(-1, "1.0"), weight(0, "70")};
    assertThat(lines(new StageDose(), letter(), 0, two))
        .containsExactly(
            "cannot tell whether treatment can start without one baseline creatinine, where several"
                + " values are marked as baseline");
    assertThat(sentences(new StageDose(), letter(), 0, two))
        .containsExactly(
            "The values of creatinine on 2001-01-11 and 2001-01-30 are both marked as baseline;"
                + " strike one of the marks.");
    assertThat(
            lines(
                new Toxicity(),
                letter(),
                30,
                LetterProtocol.events(two, dose(0, "350"), creatinine(30, "9"))))
        .containsExactly(
            "cannot tell whether creatinine > 150 % of baseline without one baseline creatinine,"
                + " where several values are marked as baseline");
  }

  /// One marked value counts alone, whatever else was measured.
  @Test
  void oneOfTwoBaselinesIsMarked() {
    Event[] one = {marked(-20, "0.8"), creatinine(-1, "1.2"), weight(0, "70"), dose(0, "200")};
    assertThat(
            sentences(
                    new Toxicity(), letter(), 30, LetterProtocol.events(one, creatinine(30, "1.3")))
                .getFirst())
        .contains("(162.5 % of the baseline 0.8)");
  }

  /// From a leap day on: months fall on the 29th, years on 28 February until the next leap year.
  @Test
  void leapDayInTheCalendar() {
    assertThat(visits("2000-02-29", Step.MONTHS, 3))
        .containsExactly("2000-03-29", "2000-04-29", "2000-05-29");
    assertThat(visits("2000-02-29", Step.YEARS, 4))
        .containsExactly("2001-02-28", "2002-02-28", "2003-02-28", "2004-02-29");
    assertThat(visits("2000-01-31", Step.MONTHS, 2)).containsExactly("2000-02-29", "2000-03-31");
    assertThat(visits("2000-02-22", Step.WEEKS, 2)).containsExactly("2000-02-29", "2000-03-07");
  }

  /// Ten days from 20 February: the last is 29 February 2000, and 1 March 2001.
  @ParameterizedTest
  @CsvSource({"2000-02-20, 2000-02-29", "2001-02-20, 2001-03-01"})
  void leapDayAmongTheDaysOfAReducedDose(LocalDate rise, LocalDate last) {
    int on = (int) (rise.toEpochDay() - LetterProtocol.DAY_0.toEpochDay());
    Event[] events = {
      creatinine(on - 20, "1"), weight(on, "70"), dose(on - 20, "200"), creatinine(on, "1.6")
    };
    assertThat(sentences(new Toxicity(), letter(), on, events).getFirst())
        .endsWith("from " + rise + " to " + last + ".");
  }

  /// Born on a leap day: 18 on 1 March 1994, as 1994 has no 29 February.
  @ParameterizedTest
  @CsvSource({"1994-02-28, FAIL, 17", "1994-03-01, PASS, 18", "1996-02-29, PASS, 20"})
  void leapDayAsABirthday(LocalDate start, String verdict, int age, @TempDir Path folder) {
    WrittenStudy study =
        WrittenStudy.of(
            folder,
            List.of("adult: age at start >= 18"),
            List.of("1,1976-02-29,," + start + ",,,,,,"));
    assertThat(study.judged("1", start))
        .containsExactly(
            "adult %s: age at start >= 18 years: age at start is %d (born 1976-02-29)"
                .formatted(verdict, age));
  }
}
