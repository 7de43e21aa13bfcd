// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import static casebook.clinic.rule.LetterProtocol.HERE;
import static casebook.clinic.rule.LetterProtocol.capsules;
import static casebook.clinic.rule.LetterProtocol.creatinine;
import static casebook.clinic.rule.LetterProtocol.dose;
import static casebook.clinic.rule.LetterProtocol.letter;
import static casebook.clinic.rule.LetterProtocol.lines;
import static casebook.clinic.rule.LetterProtocol.marked;
import static casebook.clinic.rule.LetterProtocol.sentences;
import static casebook.clinic.rule.LetterProtocol.value;
import static casebook.clinic.rule.LetterProtocol.weight;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.clinic.protocol.Treatment.Action;
import casebook.clinic.protocol.Treatment.DoseRule;
import casebook.clinic.record.Event;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// 70 kg, 200 mg a day from day 6, baseline creatinine 1.0 mg/dL.
class ToxicityTest {
  private static final Rule RULE = new Toxicity();
  private static final Event[] PATIENT = {
    creatinine(-20, "0.9"), creatinine(-3, "1.1"), weight(-3, "70"), dose(0, "350"), dose(6, "200")
  };

  private static List<String> say(int today, Event... more) {
    return lines(RULE, letter(), today, LetterProtocol.events(PATIENT, more)).stream()
        .filter(it -> !it.startsWith("warning by Gengraf") && !it.startsWith("warning by van"))
        .filter(it -> !it.startsWith("warning by KDIGO") && !it.startsWith("warning by CTCAE"))
        .toList();
  }

  /// 149.9, 150.0 and 150.1 % of the baseline: *exceeding* 150 % is above it.
  @Test
  void limitFromBothSides() {
    assertThat(say(30, creatinine(30, "1.499"))).isEmpty();
    assertThat(say(30, creatinine(30, "1.500"))).isEmpty();
    assertThat(say(30, creatinine(30, "1.501")))
        .containsExactly("dose 75+75 from 30 to 39", "COMING creatinine on 40 (40 to 42)");
  }

  @Test
  void reductionShowsItsArithmetic() {
    assertThat(
            sentences(RULE, letter(), 31, LetterProtocol.events(PATIENT, creatinine(30, "1.6")))
                .getFirst())
        .isEqualTo(
            "creatinine > 150 % of baseline: creatinine 1.6 mg/dL on 2001-03-02 (160.0 % of the"
                + " baseline 1). 200 mg a day less 25 % are 150 mg: 75 + 75 mg (150 mg a day, 2.14"
                + " mg/kg/d), 75.0 % of the dose before, from 2001-03-02 to 2001-03-11.");
  }

  @Test
  void expiryRecheckAndResumption() {
    Event rise = creatinine(30, "1.6");
    assertThat(say(39, rise, dose(30, "150")))
        .containsExactly("dose 75+75 from 30 to 39", "COMING creatinine on 40 (40 to 42)");
    String unknown =
        "cannot tell whether the dose before can be given again without a creatinine on or after"
            + " 2001-03-12";
    assertThat(say(40, rise, dose(30, "150")))
        .containsExactly("IN_WINDOW creatinine on 40 (40 to 42)", unknown);
    assertThat(say(42, rise, dose(30, "150")))
        .containsExactly("IN_WINDOW creatinine on 40 (40 to 42)", unknown);
    assertThat(say(43, rise, dose(30, "150")))
        .containsExactly("OVERDUE creatinine on 40 (40 to 42)", unknown);
    assertThat(say(40, rise, dose(30, "150"), creatinine(40, "1.25")))
        .containsExactly("dose 100+100 from 40");
    assertThat(say(50, rise, dose(30, "150"), creatinine(40, "1.25")))
        .containsExactly("dose 100+100 from 40");
    assertThat(say(41, rise, dose(30, "150"), creatinine(40, "1.25"), dose(41, "200"))).isEmpty();
    assertThat(say(41, rise, dose(30, "150"), creatinine(40, "1.25"), dose(41, "175"))).isEmpty();
    assertThat(say(40, rise, dose(30, "150"), dose(35, "200"), creatinine(40, "1.25"))).isEmpty();
  }

  @Test
  void otherwiseStopAndAsk() {
    assertThat(say(41, creatinine(30, "1.6"), dose(30, "150"), creatinine(40, "1.26")))
        .containsExactly(
            "stop from 40",
            "warning by protocol: Ask who is responsible before anything is given: creatinine 1.26"
                + " mg/dL on 2001-03-12 (126.0 % of the baseline 1).");
    assertThat(
            say(
                45,
                creatinine(30, "1.6"),
                dose(30, "150"),
                creatinine(40, "1.26"),
                dose(44, "100")))
        .isEmpty();
  }

  @Test
  void baselineThatCannotBeToldIsSaid() {
    Event[] none = {weight(-3, "70"), dose(0, "350"), creatinine(-31, "1"), creatinine(30, "9")};
    assertThat(lines(RULE, letter(), 30, none))
        .containsExactly(
            "cannot tell whether creatinine > 150 % of baseline without a baseline creatinine of the"
                + " 30 days before start");
    assertThat(sentences(RULE, letter(), 30, none))
        .containsExactly(
            "There are 0 of at least 1 values of creatinine from 2001-01-01 to 2001-01-31.");
    Event[] zero = {dose(0, "350"), creatinine(-3, "0"), creatinine(30, "9")};
    assertThat(lines(RULE, letter(), 30, zero))
        .containsExactly(
            "cannot tell whether creatinine > 150 % of baseline without a baseline creatinine above"
                + " 0");
    assertThat(sentences(RULE, letter(), 30, zero))
        .containsExactly(
            "A value of creatinine before start is 0, so that nothing is a share of it.");
    Event[] two = {dose(0, "350"), marked(-3, "1"), marked(-2, "1"), creatinine(30, "9")};
    assertThat(lines(RULE, letter(), 30, two))
        .singleElement()
        .asString()
        .contains("several values");
    Event[] one = {dose(0, "350"), weight(0, "70"), marked(-3, "2"), creatinine(-2, "1")};
    assertThat(lines(RULE, letter(), 30, LetterProtocol.events(one, creatinine(30, "2.6"))))
        .noneMatch(it -> it.startsWith("dose"));
  }

  @Test
  void nothingBeforeStartOrOffTheDrug() {
    assertThat(lines(RULE, letter(), 30, creatinine(-3, "1"), creatinine(30, "9"))).isEmpty();
    assertThat(say(30, dose(20, "0"), creatinine(30, "9"))).isEmpty();
    // taken the day before, it counts; the value of the day of start does not
    assertThat(say(30, dose(30, "0"), creatinine(30, "9"))).isNotEmpty();
    assertThat(say(0, creatinine(0, "9"))).isEmpty();
  }

  /// A rise on day 4 of the six at 5 mg/kg/d: from day 6 on a quarter less than the band, not than
  /// the start; after the ten days the stage decides, not the dose before.
  @Test
  void nextStageIsNotExceeded() {
    Event[] start = {creatinine(-3, "1"), weight(-3, "70"), dose(0, "350"), creatinine(4, "1.6")};
    assertThat(lines(RULE, letter(), 5, start).getFirst()).isEqualTo("dose 150+100 from 4 to 13");
    assertThat(lines(RULE, letter(), 6, start).getFirst()).isEqualTo("dose 75+75 from 4 to 13");
    assertThat(lines(RULE, letter(), 14, LetterProtocol.events(start, creatinine(14, "1"))))
        .isEmpty();
  }

  @Test
  void notDividableDoseShowsTheSimplerOne() {
    Event[] heavy = {creatinine(-3, "1"), weight(-3, "90"), dose(0, "250"), creatinine(4, "1.6")};
    assertThat(sentences(RULE, letter(), 5, heavy).getFirst())
        .endsWith(
            "250 mg a day less 25 % are 187.5 mg: 100 + 85 mg (185 mg a day, 2.06 mg/kg/d), 74.0 % of"
                + " the dose before; or, with fewer capsules, 100 + 75 mg (175 mg a day, 1.94"
                + " mg/kg/d), 70.0 % of the dose before, from 2001-02-04 to 2001-02-13.");
  }

  @Test
  void withoutWeightOrCapsulesTheReductionIsAWarning() {
    Event[] events = {creatinine(-3, "1"), dose(0, "200"), creatinine(30, "1.6")};
    assertThat(lines(RULE, letter(), 30, events).getFirst())
        .isEqualTo(
            "warning by protocol: Reduce the dose: 200 mg a day less 25 % are 150 mg: 75 + 75 mg (150"
                + " mg a day), 75.0 % of the dose before, from 2001-03-02 to 2001-03-11.");
    assertThat(
            lines(RULE, capsules("100"), 30, LetterProtocol.events(PATIENT, creatinine(30, "1.6")))
                .getFirst())
        .startsWith("warning by protocol: Reduce the dose: 200 mg a day less 25 % are 150 mg: no");
  }

  @Test
  void valueOfAnotherMeasurement() {
    assertThat(say(30, value(30, "bilirubin", "3", "mg/dL"))).isEmpty();
    assertThat(say(30, value(30, "bilirubin", "3.1", "mg/dL")))
        .containsExactly(
            "stop from 30 to 36",
            "warning by protocol: Ask who is responsible before anything is given: bilirubin 3.1"
                + " mg/dL on 2001-03-02.",
            "COMING bilirubin on 37 (37 to 39)");
    // no limit for the dose before: after the seven days it is given again
    assertThat(say(37, value(30, "bilirubin", "3.1", "mg/dL"), dose(30, "0")))
        .containsExactly("dose 100+100 from 37");
  }

  @Test
  void otherwiseMayBeAFurtherReduction() {
    DoseRule first = LetterProtocol.creatinine();
    DoseRule rule =
        new DoseRule(
            first.label(),
            first.trigger(),
            first.actions(),
            first.resume(),
            List.of(
                new Action.Reduce(new BigDecimal("50"), Optional.of(10)),
                new Action.Stop(Optional.of(5))),
            HERE);
    assertThat(
            lines(
                RULE,
                LetterProtocol.rules(rule),
                41,
                LetterProtocol.events(
                    PATIENT, creatinine(30, "1.6"), dose(30, "150"), creatinine(40, "1.26"))))
        .contains("dose 50+25 from 40 to 49", "stop from 40 to 44");
  }

  @Test
  void labelsAndGuidelinesStandBeside() {
    assertThat(lines(RULE, letter(), 30, LetterProtocol.events(PATIENT, creatinine(30, "1.5"))))
        .containsExactly(
            "warning by Gengraf label (FDA), special monitoring of psoriasis patients: creatinine 1.5"
                + " mg/dL on 2001-03-02 (150.0 % of the baseline 1): the label decreases the dose"
                + " when creatinine is at least 25 % above the value before treatment.",
            "warning by van den Borne, Rheumatology 1999;38:254: creatinine 1.5 mg/dL on 2001-03-02"
                + " (150.0 % of the baseline 1): the guidelines of rheumatology reduce the dose at a"
                + " rise of more than 30 %.",
            "warning by KDIGO, Kidney Int Suppl 2012;2:8: creatinine 1.5 mg/dL on 2001-03-02 (150.0 %"
                + " of the baseline 1): 1.5x baseline, timing unknown: acute kidney injury if the"
                + " rise came within 7 days.");
    // only the last value
    assertThat(
            lines(
                RULE,
                letter(),
                31,
                LetterProtocol.events(PATIENT, creatinine(30, "1.5"), creatinine(31, "1.0"))))
        .isEmpty();
  }
}
