// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import static casebook.clinic.rule.LetterProtocol.HERE;
import static casebook.clinic.rule.LetterProtocol.capsules;
import static casebook.clinic.rule.LetterProtocol.complication;
import static casebook.clinic.rule.LetterProtocol.dose;
import static casebook.clinic.rule.LetterProtocol.drug;
import static casebook.clinic.rule.LetterProtocol.letter;
import static casebook.clinic.rule.LetterProtocol.lines;
import static casebook.clinic.rule.LetterProtocol.sentences;
import static casebook.clinic.rule.LetterProtocol.weight;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.clinic.protocol.Treatment.Action;
import casebook.clinic.protocol.Treatment.DoseRule;
import casebook.clinic.protocol.Treatment.Trigger;
import casebook.clinic.record.Event;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// 70 kg, 200 mg a day since day 6; candidiasis, an infection, on day 30.
class HoldsTest {
  private static final Rule RULE = new Holds();
  private static final Event[] PATIENT = {
    weight(0, "70"), dose(0, "350"), dose(6, "200"), complication(30, "candidiasis", "Infection")
  };

  private static List<String> say(int today, Event... more) {
    return lines(RULE, letter(), today, LetterProtocol.events(PATIENT, more));
  }

  @Test
  void threeDaysOfLessOrNothing() {
    String[] both = {"dose 75+75 from 30 to 32", "stop from 30 to 32"};
    assertThat(say(29)).isEmpty();
    assertThat(say(30)).containsExactly(both);
    assertThat(say(32)).containsExactly(both);
    // the dose was not changed, so nothing is to be given again
    assertThat(say(33)).isEmpty();
    assertThat(sentences(RULE, letter(), 30, PATIENT))
        .containsExactly(
            "infection or intolerance: candidiasis on 2001-03-02. 200 mg a day less 25 % are 150 mg:"
                + " 75 + 75 mg (150 mg a day, 2.14 mg/kg/d), 75.0 % of the dose before, until"
                + " 2001-03-04.",
            "infection or intolerance: candidiasis on 2001-03-02. Stop until 2001-03-04.");
  }

  @Test
  void afterTheDaysTheDoseBeforeMayBeGivenAgain() {
    String over =
        "note: The days of infection or intolerance are over: 200 mg a day may be given again.";
    assertThat(say(32, dose(30, "0"))).hasSize(2);
    assertThat(say(33, dose(30, "0"))).containsExactly(over);
    assertThat(say(33, dose(30, "150"))).containsExactly(over);
    assertThat(say(34, dose(30, "150"), dose(34, "175"))).isEmpty();
    assertThat(say(34, dose(30, "150"), dose(32, "200"))).isEmpty();
    assertThat(say(34, dose(30, "0"), dose(33, "200"))).isEmpty();
  }

  /// The usual drug against candidiasis raises the level of cyclosporine.
  @Test
  void butNotBlindlyWithADrugThatChangesTheLevel() {
    assertThat(say(33, dose(30, "0"), drug(30, Optional.empty(), "fluconazole")))
        .containsExactly(
            "note: The days of infection or intolerance are over, but fluconazole changes the level:"
                + " do not give 200 mg a day again blindly; measure a level 5 to 7 days after any"
                + " dose.");
    assertThat(say(33, dose(30, "0"), drug(28, Optional.of(32), "fluconazole")))
        .singleElement()
        .asString()
        .contains("may be given again");
    assertThat(say(33, dose(30, "0"), drug(28, Optional.empty(), "amlodipine")))
        .singleElement()
        .asString()
        .contains("may be given again");
  }

  @Test
  void otherComplicationsAndOtherTimesSayNothing() {
    Event[] start = {weight(0, "70"), dose(0, "350"), dose(6, "200")};
    assertThat(
            lines(RULE, letter(), 30, LetterProtocol.events(start, complication(30, "tremor", ""))))
        .isEmpty();
    assertThat(
            lines(
                RULE, letter(), 1, LetterProtocol.events(start, complication(-1, "infection", ""))))
        .isEmpty();
    assertThat(
            lines(
                RULE, letter(), 0, LetterProtocol.events(start, complication(0, "infection", ""))))
        .hasSize(2);
    assertThat(lines(RULE, letter(), 0, complication(0, "infection", ""))).isEmpty();
    assertThat(
            lines(
                RULE,
                letter(),
                30,
                LetterProtocol.events(start, dose(20, "0"), complication(30, "infection", ""))))
        .isEmpty();
  }

  @Test
  void withoutWeightOrCapsulesTheReductionIsAWarning() {
    assertThat(
            lines(RULE, letter(), 30, dose(0, "200"), complication(30, "infection", "")).getFirst())
        .startsWith("warning by protocol: Reduce the dose: 200 mg a day less 25 % are 150 mg: 75");
    assertThat(lines(RULE, capsules("100"), 30, PATIENT).getFirst())
        .startsWith("warning by protocol: Reduce the dose: 200 mg a day less 25 % are 150 mg: no");
  }

  @Test
  void aRuleMayOnlyAsk() {
    DoseRule rule =
        new DoseRule(
            "intolerance",
            new Trigger.Happening(List.of("Tremor"), HERE),
            List.of(new Action.Ask()),
            Optional.empty(),
            List.of(),
            HERE);
    assertThat(
            lines(
                RULE,
                LetterProtocol.rules(rule),
                30,
                dose(0, "200"),
                complication(30, "tremor", "")))
        .containsExactly("warning by protocol: Ask who is responsible: tremor.");
    assertThat(
            lines(
                RULE,
                LetterProtocol.rules(rule),
                31,
                dose(0, "200"),
                complication(30, "tremor", "")))
        .isEmpty();
  }
}
