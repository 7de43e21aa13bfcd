// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import static casebook.clinic.rule.LetterProtocol.HERE;
import static casebook.clinic.rule.LetterProtocol.complication;
import static casebook.clinic.rule.LetterProtocol.creatinine;
import static casebook.clinic.rule.LetterProtocol.day;
import static casebook.clinic.rule.LetterProtocol.dose;
import static casebook.clinic.rule.LetterProtocol.drug;
import static casebook.clinic.rule.LetterProtocol.letter;
import static casebook.clinic.rule.LetterProtocol.lines;
import static casebook.clinic.rule.LetterProtocol.platelets;
import static casebook.clinic.rule.LetterProtocol.weight;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import casebook.clinic.protocol.ResponseDefinition;
import casebook.clinic.protocol.ResponseDefinition.Condition;
import casebook.clinic.protocol.ResponseDefinition.Course;
import casebook.clinic.protocol.ResponseDefinition.Sign;
import casebook.clinic.record.Entry;
import casebook.clinic.record.Event;
import casebook.clinic.record.Quantity;
import casebook.clinic.record.Timeline;
import casebook.clinic.rule.Advice.Because;
import casebook.clinic.rule.Advice.Days;
import casebook.clinic.rule.Capsules.Choice;
import casebook.clinic.rule.WindowStep.Doses;
import casebook.clinic.rule.WindowStep.Reading;
import casebook.study.data.Censoring;
import casebook.study.language.Expr.Relation;
import casebook.study.unit.Units;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Edges of several rules, each a condition that no other case turns alone.
class RuleEdgesTest {
  private static final Event[] PATIENT = {
    creatinine(-3, "1"), weight(0, "70"), dose(0, "350"), dose(6, "175")
  };

  private static List<String> stage(int today, Event... more) {
    return lines(new StageDose(), letter(), today, LetterProtocol.events(PATIENT, more));
  }

  /// 175 mg are 2.5 mg/kg/d at 70 kg, and below the band at 77: exactly a tenth more is not more
  /// than a tenth.
  @ParameterizedTest
  @CsvSource({"77, ''", "77.1, dose 100+100 from 60", "63, ''", "58, dose 75+75 from 60"})
  void weightThatChangedByATenth(String kilograms, String expected) {
    assertThat(String.join("; ", stage(60, weight(59, kilograms)))).isEqualTo(expected);
  }

  /// 5 mg/kg/d of 71 kg are 355 mg: four capsules make 350 mg, between 95 % of it and all of it.
  @Test
  void startIsBetween95And100PercentOfTheDose() {
    assertThat(lines(new StageDose(), letter(), 0, creatinine(-3, "1"), weight(0, "71")))
        .containsExactly("dose 200+150 from 0 to 5");
  }

  /// A baseline is of the 30 days before start, both ends included.
  @ParameterizedTest
  @CsvSource({"-31, false", "-30, true", "-29, true", "0, true"})
  void daysOfABaseline(int measured, boolean known) {
    assertThat(lines(new StageDose(), letter(), 0, creatinine(measured, "1"), weight(0, "70")))
        .isEqualTo(
            known
                ? List.of("dose 200+150 from 0 to 5")
                : List.of(
                    "cannot tell whether treatment can start without a baseline creatinine of the 30"
                        + " days before start"));
  }

  /// No weight is known of the day on which the dose began: nothing has changed.
  @Test
  void weightThatWasNotKnownWhenTheDoseBegan() {
    Event[] events = {creatinine(-3, "1"), dose(0, "350"), dose(6, "175"), weight(59, "81")};
    assertThat(lines(new StageDose(), letter(), 60, events)).isEmpty();
  }

  @Test
  void weightThatIsOnlyALimitIsNone() {
    Quantity above =
        new Quantity(
            new BigDecimal("150"),
            Optional.empty(),
            Units.read("kg").orElseThrow(),
            Censoring.ABOVE,
            "> 150 kg");
    Event heavy = new Event.Measurement(Entry.of(day(0), 1), "weight", above);
    assertThat(lines(new StageDose(), letter(), 0, creatinine(-3, "1"), heavy))
        .containsExactly(
            "cannot tell the dose of cyclosporine without a weight of the last 30 days");
  }

  /// A complication that no rule names holds nothing; one that it names does, for its days.
  @ParameterizedTest
  @CsvSource({
    "tremor, '', 4, dose 100+100 from 6",
    "infection, '', 4, ''",
    "infection, '', 3, dose 100+100 from 6",
    "candidiasis, oral infection, 4, ''",
    "Intolerance, '', 6, ''"
  })
  void complicationThatHoldsTheDose(String name, String note, int begun, String expected) {
    Event[] start = {creatinine(-3, "1"), weight(0, "70"), dose(0, "350")};
    Event[] events = LetterProtocol.events(start, complication(begun, name, note));
    assertThat(String.join("; ", lines(new StageDose(), letter(), 6, events))).isEqualTo(expected);
  }

  /// Harm to the kidney is no change of the level.
  @ParameterizedTest
  @CsvSource({
    "fluconazole, 'over, but fluconazole changes the level'",
    "rifampicin, 'over, but rifampicin changes the level'",
    "ibuprofen, over: 200 mg a day may be given again",
    "drops, over: 200 mg a day may be given again"
  })
  void drugThatChangesTheLevelAfterAComplication(String other, String expected) {
    Event[] events = {
      weight(0, "70"),
      dose(0, "200"),
      complication(30, "infection", ""),
      dose(30, "0"),
      drug(30, Optional.empty(), other)
    };
    assertThat(lines(new Holds(), letter(), 33, events))
        .singleElement()
        .asString()
        .contains(expected);
  }

  /// Lost below 100, partial from 80 on: a count of 90 loses the response, and there is none.
  @Test
  void responseThatWasLostIsNone() {
    ResponseDefinition letter = letter().response().orElseThrow();
    Sign below = new Sign.Than(Relation.LESS, new BigDecimal("100"));
    Condition lost = new Condition(List.of(List.of(below)), "platelets < 100", HERE);
    ResponseDefinition strict =
        new ResponseDefinition(
            "strict",
            letter.measure(),
            letter.grades(),
            letter.confirming(),
            new Course(
                Optional.of(lost), Optional.empty(), Optional.empty(), true, Optional.empty()),
            HERE);
    List<Advice> said =
        new ResponseState()
            .advise(
                OtherProtocols.response(strict),
                Timeline.of("1", dose(0, "200"), platelets(28, "160"), platelets(40, "90")),
                day(40));
    assertThat(said)
        .singleElement()
        .isInstanceOfSatisfying(
            Advice.State.class,
            it ->
                assertThat(AdviceWords.of(it))
                    .isEqualTo("no response since 2001-03-12, on the drug"));
  }

  /// The dose 150 mg is exactly the least of the band.
  @ParameterizedTest
  @CsvSource({"150, false", "150.1, true", "149.9, false"})
  void loweredDoseAtTheLeastOfTheBand(String least, boolean below) {
    Capsules capsules = new Capsules(Stream.of("25", "50", "100").map(BigDecimal::new).toList(), 2);
    Reading reading =
        new Reading(new BigDecimal("450"), new BigDecimal("200"), new BigDecimal("400"));
    Doses doses = new Doses(new BigDecimal("200"), new BigDecimal(least), new BigDecimal("250"));
    assertThat(WindowStep.of(reading, doses, Optional.empty(), capsules))
        .isEqualTo(
            new WindowStep.Lower(
                new Choice(List.of(new BigDecimal("75"), new BigDecimal("75")), 4, true), below));
  }

  /// Who is treated is not judged by eligibility; all else is the same.
  @Test
  void adviceForWhoIsTreated(@TempDir Path folder) {
    WrittenStudy study =
        WrittenStudy.of(
            folder,
            List.of("adult: age at start >= 18"),
            List.of("1,1950-01-01,,1994-04-12,,,,,,"));
    LocalDate start = LocalDate.of(1994, 4, 12);
    List<Advice> all = Rules.advise(study.protocol(), study.patient("1"), start);
    List<Advice> treated = Rules.adviseTreated(study.protocol(), study.patient("1"), start);
    assertThat(all).hasSize(treated.size() + 1);
    assertThat(all.getFirst()).isInstanceOf(Advice.Eligible.class);
    assertThat(treated.stream().map(AdviceWords::of).toList())
        .isNotEmpty()
        .isEqualTo(all.stream().skip(1).map(AdviceWords::of).toList());
  }

  @Test
  void daysAreInOrderAndHoldTheirEnds() {
    LocalDate first = LocalDate.of(2000, 2, 28);
    assertThat(new Days(first, first).contains(first)).isTrue();
    Days three = new Days(first, LocalDate.of(2000, 3, 1));
    assertThat(three.contains(first.minusDays(1))).isFalse();
    assertThat(three.contains(LocalDate.of(2000, 2, 29))).isTrue();
    assertThat(three.contains(LocalDate.of(2000, 3, 1))).isTrue();
    assertThat(three.contains(LocalDate.of(2000, 3, 2))).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Days(first, first.minusDays(1)))
        .withMessage("2000-02-27 is before 2000-02-28");
  }

  @Test
  void doseAndStopInWords() {
    Because none = Because.of(HERE, List.of(), "");
    LocalDate from = LocalDate.of(2001, 2, 6);
    Advice.Dose dose =
        new Advice.Dose(
            new BigDecimal("2.857142857"),
            List.of(new BigDecimal("100.0"), new BigDecimal("1E+2")),
            from,
            Optional.empty(),
            none);
    assertThat(dose.mgPerDay()).isEqualByComparingTo("200");
    assertThat(AdviceWords.of(dose)).isEqualTo("100 + 100 mg a day, 2.86 mg/kg/d, from 2001-02-06");
    assertThat(AdviceWords.of(new Advice.Stop(from, Optional.empty(), none)))
        .isEqualTo("stop from 2001-02-06");
    assertThat(AdviceWords.of(new Advice.Stop(from, Optional.of(from.plusDays(2)), none)))
        .isEqualTo("stop from 2001-02-06 until 2001-02-08");
  }
}
