// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import static casebook.clinic.rule.LetterProtocol.capsules;
import static casebook.clinic.rule.LetterProtocol.complication;
import static casebook.clinic.rule.LetterProtocol.creatinine;
import static casebook.clinic.rule.LetterProtocol.dose;
import static casebook.clinic.rule.LetterProtocol.drug;
import static casebook.clinic.rule.LetterProtocol.letter;
import static casebook.clinic.rule.LetterProtocol.level;
import static casebook.clinic.rule.LetterProtocol.lines;
import static casebook.clinic.rule.LetterProtocol.platelets;
import static casebook.clinic.rule.LetterProtocol.sentences;
import static casebook.clinic.rule.LetterProtocol.weight;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.clinic.protocol.Protocol;
import casebook.clinic.record.Event;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// 70 kg, 175 mg a day since day 6; the window is 200 to 400 ng/mL in serum, as in the letter.
class TroughWindowTest {
  private static final Rule RULE = new TroughWindow();
  private static final Event[] PATIENT = {
    creatinine(-3, "1"), weight(20, "70"), dose(0, "350"), dose(6, "175")
  };

  private static final Protocol SERUM = LetterProtocol.with(Optional.of("serum"), false);

  private static Event.Level trough(int day, String value) {
    return level(day, value, "12", "serum", "");
  }

  private static List<String> say(int today, Event... more) {
    return lines(RULE, SERUM, today, LetterProtocol.events(PATIENT, more));
  }

  @Test
  void levelInTheWindowChangesNothing() {
    assertThat(say(21, trough(20, "200"), platelets(19, "20")))
        .containsExactly(
            "note: The level of 200 ng/mL on 2001-02-20 (window 200 to 400, at 175 mg a day) lies in"
                + " its window: no change.");
    assertThat(say(21, trough(20, "400"))).singleElement().asString().contains("in its window");
    // not printed as 200 and not taken for it
    assertThat(say(21, trough(20, "199.6"), platelets(19, "90")))
        .containsExactly(
            "note: The level of 199.6 ng/mL on 2001-02-20 (window 200 to 400, at 175 mg a day) is low,"
                + " but there is a response: the dose is not raised.");
  }

  @Test
  void lowLevelWithoutResponseRaisesTheDoseInsideTheBand() {
    assertThat(say(21, trough(20, "190"), platelets(19, "79")))
        .containsExactly("dose 100+100 from 21", "COMING cya_level on 24 (24 to 31)");
    assertThat(
            sentences(
                    RULE,
                    SERUM,
                    21,
                    LetterProtocol.events(PATIENT, trough(20, "190"), platelets(19, "79")))
                .getFirst())
        .isEqualTo(
            "The level of 190 ng/mL on 2001-02-20 (window 200 to 400, at 175 mg a day) is low without"
                + " a response. 175 mg a day become 100 + 100 mg (200 mg a day, 2.86 mg/kg/d), 114.3"
                + " % of it.");
    assertThat(say(21, trough(20, "100"), platelets(19, "79")))
        .containsExactly(
            "dose 100+100 from 21",
            "COMING cya_level on 24 (24 to 31)",
            "warning by protocol: The level of 100 ng/mL on 2001-02-20 (window 200 to 400, at 175 mg a"
                + " day) is low: the target cannot be reached inside the band.");
    assertThat(say(31, dose(21, "210"), trough(30, "100"), platelets(19, "79")))
        .singleElement()
        .asString()
        .contains("at 210 mg a day", "cannot be reached inside the band");
  }

  /// The band is 80 to 149: 80 is a response, 79 is none.
  @Test
  void responseDecidesAboutALowLevel() {
    assertThat(say(21, trough(20, "150"), platelets(19, "80")))
        .singleElement()
        .asString()
        .contains("response");
    String unknown =
        "cannot tell whether the dose is raised without a count of the last 31 days that can be graded";
    assertThat(say(21, trough(20, "150"))).containsExactly(unknown);
    assertThat(say(50, trough(20, "150"), weight(49, "70"), platelets(18, "80")))
        .containsExactly(unknown);
    assertThat(say(50, trough(20, "150"), weight(49, "70"), platelets(19, "80")))
        .singleElement()
        .asString()
        .contains("there is a response");
    // a count soon after rescue tells nothing of the drug
    assertThat(say(21, trough(20, "150"), drug(10, Optional.of(11), "Rescue"), platelets(19, "80")))
        .contains(unknown);
    // the count of the day of start is none of the treatment
    assertThat(say(21, trough(20, "150"), platelets(0, "80"))).containsExactly(unknown);
  }

  @Test
  void highLevelLowersTheDose() {
    assertThat(say(21, trough(20, "500")))
        .containsExactly("dose 75+75 from 21", "COMING cya_level on 24 (24 to 31)");
    assertThat(
            sentences(RULE, SERUM, 21, LetterProtocol.events(PATIENT, trough(20, "500")))
                .getFirst())
        .contains("is high; the lower dose lies below the band.", "85.7 % of it");
    assertThat(say(31, dose(21, "250"), trough(30, "500")))
        .containsExactly("dose 100+100 from 31", "COMING cya_level on 34 (34 to 41)");
    assertThat(
            lines(
                RULE,
                capsules("50"),
                21,
                weight(0, "70"),
                dose(0, "350"),
                dose(6, "50"),
                trough(20, "500")))
        .singleElement()
        .asString()
        .contains("no capsules make a dose that is smaller by 25 % at most");
  }

  @Test
  void whatSpeaksAgainstALevelIsSaid() {
    assertThat(say(21, level(20, "100", "", "serum", "")))
        .containsExactly(
            "cannot tell whether the level of 2001-02-20 is in its window without the time since the"
                + " last dose");
    assertThat(say(21, level(20, "100", "13.5", "serum", "")))
        .containsExactly(
            "warning by protocol: The level of 100 ng/mL on 2001-02-20 was taken 13.5 h after the"
                + " dose: of use for a forecast, not for the window.");
    assertThat(say(21, level(20, "100", "9.5", "serum", "")))
        .singleElement()
        .asString()
        .endsWith("was taken 9.5 h after the dose: it is no trough.");
    assertThat(say(21, level(20, "100", "12", "", "")))
        .containsExactly(
            "cannot tell whether the level of 2001-02-20 is in its window without the specimen");
    assertThat(say(8, trough(8, "300")))
        .singleElement()
        .asString()
        .endsWith("was taken less than 3 days after the dose changed.");
    assertThat(
            say(
                21,
                level(15, "100", "12", "serum", "FPIA"),
                level(20, "300", "12", "serum", "LC-MS")))
        .singleElement()
        .asString()
        .endsWith(
            "was measured by LC-MS, the one before by another assay: they cannot be compared.");
    // in whole blood 175 mg a day let expect 120; 651 is the level two hours after the dose
    assertThat(
            lines(
                RULE,
                letter(),
                21,
                LetterProtocol.events(PATIENT, LetterProtocol.trough(20, "651"))))
        .containsExactly(
            "warning by protocol: The level of 651 ng/mL on 2001-02-20 is more than 2.5 times what the"
                + " dose lets expect: was it taken after the dose? Ask before it counts.");
  }

  @Test
  void windowForSerumSaysNothingOfWholeBlood() {
    assertThat(
            lines(
                RULE, SERUM, 21, LetterProtocol.events(PATIENT, LetterProtocol.trough(20, "100"))))
        .containsExactly(
            "warning by protocol: The protocol's window is for serum; 100 ng/mL on 2001-02-20 is of"
                + " whole blood: the window does not apply.");
  }

  @Test
  void levelThatIsOnlyALimit() {
    assertThat(say(21, level(20, "<25", "12", "serum", ""), platelets(19, "20")))
        .contains("dose 100+100 from 21");
    assertThat(say(21, level(20, ">500", "12", "serum", ""))).contains("dose 75+75 from 21");
    String unknown = "cannot tell what the level means without the level as a number";
    assertThat(say(21, level(20, "<250", "12", "serum", ""))).containsExactly(unknown);
    assertThat(say(21, level(20, ">250", "12", "serum", ""))).containsExactly(unknown);
    assertThat(say(21, level(20, "<500", "12", "serum", ""))).containsExactly(unknown);
    assertThat(say(21, level(20, ">100", "12", "serum", ""))).containsExactly(unknown);
  }

  @Test
  void silentWhenThereIsNothingToJudge() {
    assertThat(say(21)).isEmpty();
    assertThat(say(21, trough(20, "100"), dose(21, "0"))).isEmpty();
    // the dose has changed since
    assertThat(say(21, trough(20, "100"), dose(21, "200"))).isEmpty();
    assertThat(say(21, dose(20, "200"), trough(20, "300")))
        .singleElement()
        .asString()
        .contains("3 days");
    // in the stage of 5 mg/kg/d a level changes nothing
    assertThat(lines(RULE, SERUM, 5, weight(0, "70"), dose(0, "350"), trough(5, "100"))).isEmpty();
    // while a rule or a complication holds the dose
    assertThat(say(21, trough(20, "100"), platelets(19, "20"), creatinine(20, "1.6"))).isEmpty();
    assertThat(say(21, trough(20, "100"), platelets(19, "20"), complication(20, "infection", "")))
        .isEmpty();
  }

  @Test
  void withoutWeightOrCapsulesNoDose() {
    assertThat(say(60, trough(20, "100"), platelets(55, "20")))
        .containsExactly(
            "cannot tell the dose of cyclosporine without a weight of the last 30 days");
    assertThat(
            lines(
                RULE,
                capsules(),
                21,
                LetterProtocol.events(PATIENT, trough(20, "100"), platelets(19, "20"))))
        .containsExactly("cannot tell the dose of cyclosporine without the capsules that exist");
    assertThat(say(60, trough(20, "300"))).singleElement().asString().contains("in its window");
  }
}
