// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import static casebook.clinic.rule.LetterProtocol.HERE;
import static casebook.clinic.rule.LetterProtocol.creatinine;
import static casebook.clinic.rule.LetterProtocol.dose;
import static casebook.clinic.rule.LetterProtocol.letter;
import static casebook.clinic.rule.LetterProtocol.lines;
import static casebook.clinic.rule.LetterProtocol.rules;
import static casebook.clinic.rule.LetterProtocol.sentences;
import static casebook.clinic.rule.LetterProtocol.value;
import static casebook.clinic.rule.LetterProtocol.weight;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.clinic.protocol.Protocol;
import casebook.clinic.protocol.Treatment.Action;
import casebook.clinic.protocol.Treatment.DoseRule;
import casebook.clinic.protocol.Treatment.Trigger;
import casebook.clinic.record.Entry;
import casebook.clinic.record.Event;
import casebook.clinic.record.Quantity;
import casebook.study.data.Censoring;
import casebook.study.language.Expr.Relation;
import casebook.study.unit.Units;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rules that a measurement sets off, of other kinds than the letter's: 70 kg, 200 mg a day since
/// day 6.
class MeasuredRulesTest {
  private static final Rule RULE = new Toxicity();
  private static final Event[] DOSED = {weight(-3, "70"), dose(0, "350"), dose(6, "200")};

  private static List<String> say(Protocol protocol, int today, Event... more) {
    return lines(RULE, protocol, today, LetterProtocol.events(DOSED, more));
  }

  private static Trigger over(String measure, Relation relation, String limit) {
    return new Trigger.OfValue(
        measure, relation, new BigDecimal(limit), Units.read("mg/dL").orElseThrow(), HERE);
  }

  private static DoseRule rule(String label, Trigger trigger, Optional<Trigger> resume) {
    return new DoseRule(
        label,
        trigger,
        List.of(new Action.Reduce(new BigDecimal("25"), Optional.of(10))),
        resume,
        List.of(new Action.Ask()),
        HERE);
  }

  private static Event written(int day, String number, String words, Censoring side) {
    Quantity quantity =
        new Quantity(
            new BigDecimal(number),
            Optional.empty(),
            Units.read("mg/dL").orElseThrow(),
            side,
            words);
    return new Event.Measurement(Entry.of(LetterProtocol.day(day), 1), "creatinine", quantity);
  }

  /// A limit of a value, and one of a value for the dose before: no baseline is asked for.
  @Test
  void limitsOfValuesNeedNoBaseline() {
    Trigger ends = over("bilirubin", Relation.AT_MOST, "2");
    Protocol protocol =
        rules(rule("bilirubin > 3", over("bilirubin", Relation.GREATER, "3"), Optional.of(ends)));
    Event rise = value(20, "bilirubin", "3.1", "mg/dL");
    assertThat(say(protocol, 20, rise))
        .containsExactly("dose 75+75 from 20 to 29", "COMING bilirubin on 30 (30 to 32)");
    Event[] reduced = {rise, dose(20, "150")};
    assertThat(
            say(protocol, 30, LetterProtocol.events(reduced, value(30, "bilirubin", "2", "mg/dL"))))
        .containsExactly("dose 100+100 from 30");
    assertThat(
            say(
                protocol,
                30,
                LetterProtocol.events(reduced, value(30, "bilirubin", "2.1", "mg/dL"))))
        .containsExactly(
            "warning by protocol: Ask who is responsible before anything is given: bilirubin 2.1"
                + " mg/dL on 2001-03-02.");
  }

  /// Only creatinine has labels and guidelines, and only beside a baseline.
  @Test
  void alertsAreOfCreatinineBesideABaseline() {
    Protocol bilirubin =
        rules(rule("bilirubin > 3", over("bilirubin", Relation.GREATER, "3"), Optional.empty()));
    assertThat(
            say(
                bilirubin,
                20,
                value(-1, "bilirubin", "1", "mg/dL"),
                value(20, "bilirubin", "2.9", "mg/dL")))
        .isEmpty();
    Protocol creatinine =
        rules(rule("creatinine > 3", over("creatinine", Relation.GREATER, "3"), Optional.empty()));
    assertThat(say(creatinine, 20, creatinine(20, "2.9"))).isEmpty();
    assertThat(say(creatinine, 20, creatinine(-1, "1"), creatinine(20, "1.25")))
        .singleElement()
        .asString()
        .startsWith("warning by Gengraf label");
  }

  /// A rule that needs the baseline for the dose before only cannot be told without one either.
  @Test
  void limitForTheDoseBeforeNeedsItsBaseline() {
    Trigger ends =
        new Trigger.OfBaseline("creatinine", Relation.AT_MOST, new BigDecimal("125"), HERE);
    Protocol protocol =
        rules(rule("creatinine > 2", over("creatinine", Relation.GREATER, "2"), Optional.of(ends)));
    Event[] events = {weight(0, "70"), dose(0, "350"), creatinine(4, "2.1")};
    assertThat(lines(RULE, protocol, 6, events))
        .containsExactly(
            "cannot tell whether creatinine > 2 without a baseline creatinine of the 30 days before"
                + " start");
    assertThat(lines(RULE, protocol, 6, LetterProtocol.events(events, creatinine(-1, "1"))))
        .contains("COMING creatinine on 14 (14 to 16)");
  }

  /// A limit for the dose before that no value can meet: it is never given again by itself.
  @Test
  void complicationIsNoLimitForAValue() {
    Trigger ends = new Trigger.Happening(List.of("infection"), HERE);
    Protocol protocol =
        rules(rule("bilirubin > 3", over("bilirubin", Relation.GREATER, "3"), Optional.of(ends)));
    assertThat(
            say(
                protocol,
                30,
                value(20, "bilirubin", "3.1", "mg/dL"),
                dose(20, "150"),
                value(30, "bilirubin", "0.1", "mg/dL")))
        .singleElement()
        .asString()
        .startsWith("warning by protocol: Ask who is responsible");
  }

  /// The value is shown as it was written, that of its own day and number.
  @Test
  void valueIsShownAsWritten() {
    Event[] baseline = {creatinine(-3, "1")};
    Event old = written(-60, "1.6", "141 umol/L", Censoring.NONE);
    Event other = written(30, "1.4", "124 umol/L", Censoring.NONE);
    Event rise = written(30, "1.6", "1.60 mg/dL", Censoring.NONE);
    assertThat(
            sentences(
                    RULE,
                    letter(),
                    30,
                    LetterProtocol.events(LetterProtocol.events(DOSED, baseline), old, other, rise))
                .getFirst())
        .startsWith(
            "creatinine > 150 % of baseline: creatinine 1.60 mg/dL on 2001-03-02 (160.0 % of the"
                + " baseline 1). 200 mg a day less 25 %");
  }

  /// A limit of detection is neither a baseline nor a value.
  @Test
  void limitOfDetectionIsNoBaseline() {
    Event below = written(-1, "0.5", "<0.5 mg/dL", Censoring.BELOW);
    assertThat(say(letter(), 30, below, creatinine(30, "9")))
        .containsExactly(
            "cannot tell whether creatinine > 150 % of baseline without a baseline creatinine of the"
                + " 30 days before start");
    assertThat(
            sentences(
                    RULE,
                    letter(),
                    30,
                    LetterProtocol.events(DOSED, below, creatinine(-3, "1"), creatinine(30, "1.6")))
                .getFirst())
        .contains("(160.0 % of the baseline 1)");
  }

  /// The mark is the word `baseline`, in any letter case; another note is none.
  @ParameterizedTest
  @CsvSource({
    "baseline, baseline 2",
    "' Baseline ', baseline 2",
    "fasting, baseline 1.5",
    "'baseline?', baseline 1.5",
    "'', baseline 1.5"
  })
  void markOfABaseline(String note, String expected) {
    Event marked =
        new Event.Measurement(
            new Entry(LetterProtocol.day(-2), Optional.empty(), 1, note),
            "creatinine",
            Quantity.of(new BigDecimal("2"), Units.read("mg/dL").orElseThrow()));
    Event[] before = {marked, creatinine(-1, "1"), creatinine(30, "9")};
    assertThat(sentences(RULE, letter(), 30, LetterProtocol.events(DOSED, before)).getFirst())
        .contains("% of the " + expected + ")");
  }

  /// In the same stage the dose that is reduced is the one that was taken, be it above the band.
  @Test
  void doseAboveTheBandIsReducedFromWhatWasTaken() {
    Event[] heavy = {creatinine(-3, "1"), dose(10, "250"), creatinine(30, "1.6")};
    assertThat(sentences(RULE, letter(), 30, LetterProtocol.events(DOSED, heavy)).getFirst())
        .contains("250 mg a day less 25 % are 187.5 mg: 100 + 85 mg");
  }

  /// 300 mg less 25 % are 225 mg: 125 + 100 mg are three capsules, for which nothing simpler is
  /// offered.
  @Test
  void fewCapsulesNeedNothingSimpler() {
    Event[] heavy = {creatinine(-3, "1"), dose(10, "300"), creatinine(30, "1.6")};
    assertThat(sentences(RULE, letter(), 30, LetterProtocol.events(DOSED, heavy)).getFirst())
        .contains("300 mg a day less 25 % are 225 mg: 125 + 100 mg (225 mg a day, 3.21 mg/kg/d)")
        .doesNotContain("fewer capsules");
  }

  @Test
  void withoutAWeightTheDoseBeforeIsNotAdvised() {
    Event[] events = {
      creatinine(-3, "1"),
      dose(0, "200"),
      creatinine(30, "1.6"),
      dose(30, "150"),
      creatinine(40, "1")
    };
    assertThat(lines(RULE, letter(), 40, events)).isEmpty();
    assertThat(lines(RULE, letter(), 40, LetterProtocol.events(events, weight(0, "70"))))
        .containsExactly("dose 100+100 from 40");
  }

  /// A value counts on the day after the last dose, and not later.
  @ParameterizedTest
  @CsvSource({"29, true", "30, true", "31, false"})
  void valueOfADayAfterTheDrug(int measured, boolean counts) {
    Event[] events = {
      creatinine(-3, "1"),
      weight(0, "70"),
      dose(0, "200"),
      dose(30, "0"),
      creatinine(measured, "1.6")
    };
    assertThat(
            lines(RULE, letter(), 31, events)
                .contains("dose 75+75 from " + measured + " to " + (measured + 9)))
        .isEqualTo(counts);
  }

  /// What is measured long after the drug was stopped sets nothing off, whatever came before.
  @Test
  void valueOffTheDrugSetsNothingOff() {
    Event[] before = {
      creatinine(-3, "1"),
      creatinine(30, "1.6"),
      dose(30, "150"),
      creatinine(40, "1"),
      dose(41, "200")
    };
    Event[] taken = LetterProtocol.events(before, creatinine(60, "1.6"));
    assertThat(say(letter(), 60, taken)).contains("dose 75+75 from 60 to 69");
    assertThat(say(letter(), 60, LetterProtocol.events(taken, dose(50, "0"))))
        .noneMatch(it -> it.startsWith("dose 75") || it.contains("creatinine on 70"));
  }

  /// The drug is stopped for the days of the rule, and a value of these days' end decides.
  @Test
  void recheckDecidesWhileTheDrugIsStopped() {
    DoseRule stops =
        new DoseRule(
            "bilirubin > 3",
            over("bilirubin", Relation.GREATER, "3"),
            List.of(new Action.Stop(Optional.of(7))),
            Optional.of(over("bilirubin", Relation.AT_MOST, "2")),
            List.of(new Action.Ask()),
            HERE);
    Event[] stopped = {value(30, "bilirubin", "3.1", "mg/dL"), dose(30, "0")};
    assertThat(
            say(
                rules(stops),
                37,
                LetterProtocol.events(stopped, value(37, "bilirubin", "1", "mg/dL"))))
        .containsExactly("dose 100+100 from 37");
    assertThat(
            say(
                rules(stops),
                37,
                LetterProtocol.events(stopped, value(37, "bilirubin", "2.1", "mg/dL"))))
        .singleElement()
        .asString()
        .contains("Ask who is responsible");
  }

  /// A rule of the protocol cannot be told: no dose is raised.
  @Test
  void withoutABaselineALowLevelRaisesNoDose() {
    Event[] low = {creatinine(15, "9"), LetterProtocol.trough(20, "190")};
    Event count = LetterProtocol.platelets(19, "20");
    assertThat(
            lines(
                new TroughWindow(),
                letter(),
                21,
                LetterProtocol.events(DOSED, LetterProtocol.events(low, count))))
        .singleElement()
        .asString()
        .contains("whether the dose is raised", "baselines");
    assertThat(say(letter(), 21, low)).singleElement().asString().contains("a baseline creatinine");
    Event[] known = LetterProtocol.events(low, count, creatinine(-1, "9"));
    assertThat(lines(new TroughWindow(), letter(), 21, LetterProtocol.events(DOSED, known)))
        .first()
        .asString()
        .startsWith("dose");
  }
}
