// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import static casebook.clinic.rule.LetterProtocol.capsules;
import static casebook.clinic.rule.LetterProtocol.complication;
import static casebook.clinic.rule.LetterProtocol.creatinine;
import static casebook.clinic.rule.LetterProtocol.dose;
import static casebook.clinic.rule.LetterProtocol.letter;
import static casebook.clinic.rule.LetterProtocol.lines;
import static casebook.clinic.rule.LetterProtocol.marked;
import static casebook.clinic.rule.LetterProtocol.sentences;
import static casebook.clinic.rule.LetterProtocol.weight;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.clinic.protocol.Protocol;
import casebook.clinic.protocol.Treatment;
import casebook.clinic.protocol.Treatment.Baseline;
import casebook.clinic.protocol.Treatment.Dosing;
import casebook.clinic.record.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

class StageDoseTest {
  private static final Rule RULE = new StageDose();
  private static final Event BASELINE = creatinine(-3, "0.9");

  private static List<String> say(int today, Event... events) {
    return lines(RULE, letter(), today, events);
  }

  @Test
  void startIsFiveMilligramsForSixDays() {
    assertThat(say(0, BASELINE, weight(-30, "70"))).containsExactly("dose 200+150 from 0 to 5");
    assertThat(sentences(RULE, letter(), 0, BASELINE, weight(-30, "70")))
        .containsExactly(
            "The patient starts: 5 mg/kg/d for 70 kg (2001-01-01) are 350 mg a day; capsules give 200"
                + " + 150 mg (350 mg a day, 5.00 mg/kg/d).");
  }

  @Test
  void withoutARecentWeightNoDose() {
    String unknown = "cannot tell the dose of cyclosporine without a weight of the last 30 days";
    assertThat(say(0, BASELINE)).containsExactly(unknown);
    assertThat(say(0, BASELINE, weight(-31, "70"))).containsExactly(unknown);
    assertThat(say(0, BASELINE, weight(-1, "0"))).containsExactly(unknown);
    assertThat(sentences(RULE, letter(), 0, BASELINE).getFirst())
        .isEqualTo(
            "The protocol gives 5 mg/kg/d; a weight of the last 30 days is needed to say how much"
                + " that is.");
  }

  @Test
  void withoutABaselineNoStart() {
    assertThat(say(0, weight(0, "70")))
        .containsExactly(
            "cannot tell whether treatment can start without a baseline creatinine of the 30 days"
                + " before start");
    assertThat(say(0, weight(0, "70"), creatinine(-1, "0")))
        .containsExactly(
            "cannot tell whether treatment can start without a baseline creatinine above 0");
    assertThat(say(0, weight(0, "70"), marked(-2, "0.9"), marked(-1, "0.9")))
        .containsExactly(
            "cannot tell whether treatment can start without one baseline creatinine, where several"
                + " values are marked as baseline");
    assertThat(sentences(RULE, letter(), 0, marked(-2, "0.9"), marked(-1, "0.9")))
        .containsExactly(
            "The values of creatinine on 2001-01-29 and 2001-01-30 are both marked as baseline; strike"
                + " one of the marks.");
  }

  @Test
  void capsulesMustBeKnownAndSmallEnough() {
    assertThat(lines(RULE, capsules(), 0, BASELINE, weight(0, "70")))
        .containsExactly("cannot tell the dose of cyclosporine without the capsules that exist");
    assertThat(lines(RULE, capsules("200"), 0, BASELINE, weight(0, "70")))
        .containsExactly("cannot tell the dose of cyclosporine without a capsule small enough");
    assertThat(sentences(RULE, capsules("100"), 0, BASELINE, weight(0, "70")))
        .singleElement()
        .asString()
        .endsWith(
            "capsules give 100 + 100 mg (200 mg a day, 2.86 mg/kg/d), the nearest that does"
                + " not exceed it.");
  }

  /// Days 0 to 5 are the six days of the start; the band begins on day 6.
  @Test
  void bandBeginsOnTheSeventhDay() {
    Event[] events = {BASELINE, weight(0, "70"), dose(0, "350")};
    assertThat(say(5, events)).isEmpty();
    assertThat(say(6, events)).containsExactly("dose 100+100 from 6");
    assertThat(sentences(RULE, letter(), 6, events))
        .containsExactly(
            "The patient goes on with the next stage: 2.5 to 3 mg/kg/d for 70 kg (2001-01-31) are 175"
                + " to 210 mg a day; capsules give 100 + 100 mg (200 mg a day, 2.86 mg/kg/d).");
    assertThat(say(6, BASELINE, weight(0, "70"), dose(0, "350"), dose(6, "200"))).isEmpty();
    assertThat(say(40, BASELINE, weight(0, "70"), dose(0, "350")))
        .containsExactly(
            "cannot tell the dose of cyclosporine without a weight of the last 30 days");
    // a dose that fits the next stage already needs nothing
    assertThat(say(6, BASELINE, weight(0, "70"), dose(0, "200"))).isEmpty();
  }

  @Test
  void newDoseWhenTheWeightHasChangedByMoreThanATenth() {
    Event[] events = {BASELINE, weight(0, "70"), dose(0, "350"), dose(6, "200")};
    assertThat(say(60, LetterProtocol.events(events, weight(59, "77")))).isEmpty();
    assertThat(say(60, LetterProtocol.events(events, weight(59, "81"))))
        .containsExactly("dose 125+100 from 60");
    assertThat(say(60, LetterProtocol.events(events, weight(59, "62"))))
        .containsExactly("dose 100+75 from 60");
    // 77.1 kg: more than a tenth, but 200 mg are 2.59 mg/kg/d
    assertThat(say(60, LetterProtocol.events(events, weight(59, "77.1")))).isEmpty();
    // an old weight changes nothing
    assertThat(say(95, LetterProtocol.events(events, weight(59, "81")))).isEmpty();
  }

  /// Without a baseline nobody can tell whether the rule of creatinine has begun: no dose is
  /// raised, by a new stage or a new weight, but one that is too high is lowered.
  @Test
  void noDoseIsRaisedWhileARuleCannotBeTold() {
    String unknown =
        "cannot tell whether the dose is raised without the baselines of the protocol's rules";
    Event[] low = {weight(0, "70"), dose(0, "150")};
    assertThat(say(6, low)).containsExactly(unknown);
    assertThat(sentences(RULE, letter(), 6, low))
        .containsExactly(
            "The protocol gives 2.5 to 3 mg/kg/d, and the dose is 150 mg a day: whether it is raised"
                + " cannot be answered without the baselines of the protocol's rules.");
    assertThat(say(6, LetterProtocol.events(low, BASELINE))).containsExactly("dose 100+100 from 6");
    assertThat(say(6, weight(0, "70"), dose(0, "350"))).containsExactly("dose 100+100 from 6");
    Event[] heavier = {weight(0, "70"), dose(0, "350"), dose(6, "200"), weight(59, "81")};
    assertThat(say(60, heavier)).containsExactly(unknown);
    assertThat(say(60, LetterProtocol.events(heavier, BASELINE)))
        .containsExactly("dose 125+100 from 60");
    assertThat(say(60, weight(0, "70"), dose(0, "350"), dose(6, "200"), weight(59, "62")))
        .containsExactly("dose 100+75 from 60");
    // what is missing for any dose is said first
    assertThat(say(40, low))
        .containsExactly(
            "cannot tell the dose of cyclosporine without a weight of the last 30 days");
  }

  /// A file that asks for no baseline, and has a rule that needs one: the first dose is advised.
  @Test
  void firstDoseNeedsOnlyTheBaselinesThatTheFileAsksFor() {
    Protocol none = letterWith(letter().treatment().dosing(), List.of());
    assertThat(lines(RULE, none, 0, weight(0, "70"))).containsExactly("dose 200+150 from 0 to 5");
    assertThat(lines(RULE, none, 6, weight(0, "70"), dose(0, "150")))
        .containsExactly(
            "cannot tell whether the dose is raised without the baselines of the protocol's rules");
  }

  @Test
  void doseAboveTheBandNeedsAReason() {
    Event[] events = {BASELINE, weight(0, "70"), dose(0, "350"), dose(6, "200"), dose(20, "225")};
    assertThat(say(20, events))
        .containsExactly(
            "warning by protocol: The dose of 225 mg a day is 3.21 mg/kg/d, above 2.5 to 3 mg/kg/d:"
                + " that needs a reason.");
    assertThat(say(19, events)).isEmpty();
    // 210 mg are exactly 3 mg/kg/d; below the band is somebody's decision
    assertThat(say(20, BASELINE, weight(0, "70"), dose(0, "350"), dose(6, "210"))).isEmpty();
    assertThat(say(20, BASELINE, weight(0, "70"), dose(0, "350"), dose(6, "150"))).isEmpty();
    assertThat(say(3, BASELINE, weight(0, "70"), dose(0, "375")))
        .containsExactly(
            "warning by protocol: The dose of 375 mg a day is 5.36 mg/kg/d, above 5 mg/kg/d: that"
                + " needs a reason.");
  }

  @Test
  void silentWhileSomethingElseHoldsTheDose() {
    Event[] events = {BASELINE, weight(0, "70"), dose(0, "350")};
    assertThat(say(6, LetterProtocol.events(events, creatinine(4, "1.36")))).isEmpty();
    assertThat(say(6, LetterProtocol.events(events, creatinine(4, "1.35"))))
        .containsExactly("dose 100+100 from 6");
    assertThat(say(6, LetterProtocol.events(events, complication(4, "candidiasis", "infection"))))
        .isEmpty();
    assertThat(say(7, LetterProtocol.events(events, complication(4, "candidiasis", "infection"))))
        .containsExactly("dose 100+100 from 7");
    assertThat(say(6, LetterProtocol.events(events, complication(6, "infection", "")))).isEmpty();
    // resumed: the stage counts again
    assertThat(say(14, LetterProtocol.events(events, creatinine(4, "1.36"), creatinine(14, "0.9"))))
        .containsExactly("dose 100+100 from 14");
    assertThat(say(14, LetterProtocol.events(events, dose(5, "0")))).isEmpty();
  }

  @Test
  void withoutStagesNothingIsSaid() {
    Treatment t = letter().treatment();
    Dosing dosing = new Dosing("cyclosporine", List.of(), 2, t.dosing().capsules(), t.at(), t.at());
    Protocol none = letterWith(dosing, t.baselines());
    assertThat(lines(RULE, none, 0, BASELINE, weight(0, "70"))).isEmpty();
  }

  /// The letter with other doses and baselines.
  private static Protocol letterWith(Dosing dosing, List<Baseline> baselines) {
    Protocol letter = letter();
    Treatment t = letter.treatment();
    Treatment other =
        new Treatment(
            dosing,
            t.level(),
            baselines,
            t.monitoring(),
            t.doseRules(),
            t.coMedication(),
            false,
            t.at());
    return new Protocol(List.of(), letter.measures(), other, letter.response());
  }
}
