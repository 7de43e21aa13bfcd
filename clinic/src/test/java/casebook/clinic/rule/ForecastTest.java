// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import static casebook.clinic.rule.LetterProtocol.dose;
import static casebook.clinic.rule.LetterProtocol.letter;
import static casebook.clinic.rule.LetterProtocol.level;
import static casebook.clinic.rule.LetterProtocol.lines;
import static casebook.clinic.rule.LetterProtocol.trough;
import static casebook.clinic.rule.LetterProtocol.weight;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.clinic.record.Event;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// 70 kg, 200 mg a day since day 6.
class ForecastTest {
  private static final Rule RULE = new Forecast();
  private static final Event[] PATIENT = {weight(0, "70"), dose(0, "350"), dose(6, "200")};

  private static List<String> say(int today, Event... more) {
    return lines(
        RULE,
        LetterProtocol.with(Optional.of("serum"), true),
        today,
        LetterProtocol.events(PATIENT, more));
  }

  /// The trough, clearance and dose are those of the reference table for a level of 145; the
  /// shrinkage is (0.1517 / 0.2236)^2.
  @Test
  void forecastIsThatOfTheTable() {
    assertThat(say(21, trough(20, "145")))
        .singleElement()
        .asString()
        .startsWith(
            "note: Forecast, no advice (Press 2010, whole blood, prednisolone assumed below 20 mg a"
                + " day, as it is not recorded): at 200 mg a day the trough is 142 (95 % interval ")
        .contains("CL/F 27.6 L/h, drawn back to the population by 46 %")
        .contains("A trough of 200 would take 141 (95 % interval ")
        .endsWith(" mg twice a day.");
    assertThat(say(21, level(20, "260", "10", "whole blood", "")))
        .singleElement()
        .asString()
        .contains("the trough is 187 (", "CL/F 23.1 L/h", "would take 107 (");
  }

  @Test
  void onlyWhereTheFileAsksForIt() {
    assertThat(lines(RULE, letter(), 21, LetterProtocol.events(PATIENT, trough(20, "145"))))
        .isEmpty();
    assertThat(say(21, trough(20, "145"), dose(21, "0"))).isEmpty();
  }

  @Test
  void withoutAUsableLevelItCannotBeTold() {
    String unknown =
        "cannot tell the forecast of the level without a level in whole blood at steady state, with"
            + " time";
    assertThat(say(21)).containsExactly(unknown);
    assertThat(say(21, level(20, "145", "9", "whole blood", ""))).containsExactly(unknown);
    assertThat(say(21, level(20, "145", "12", "serum", ""))).containsExactly(unknown);
    assertThat(say(21, level(20, "<25", "12", "whole blood", ""))).containsExactly(unknown);
    assertThat(say(21, trough(5, "145"))).containsExactly(unknown);
    assertThat(say(8, trough(8, "145"))).containsExactly(unknown);
  }

  /// 200 mg a day let expect 136.7 in whole blood, 40 % of which are 54.7: below it no dose is
  /// said, and a level of 5 would have taken more than 500 mg twice a day.
  @Test
  void levelFarBelowWhatTheDoseLetsExpectIsAskedFor() {
    String unknown =
        "cannot tell the forecast of the level without a level in whole blood at steady state, with"
            + " time";
    String asked =
        "warning by protocol: The level of %s ng/mL on 2001-02-%d is less than 40 %% of what the dose"
            + " lets expect: was every dose taken? Ask before a forecast counts it.";
    assertThat(say(21, trough(20, "5"))).containsExactly(asked.formatted("5", 20), unknown);
    assertThat(say(21, trough(20, "54.6"))).containsExactly(asked.formatted("54.6", 20), unknown);
    assertThat(say(21, trough(20, "54.7")))
        .singleElement()
        .asString()
        .startsWith("note: Forecast, no advice");
    List<String> two = say(21, trough(15, "145"), trough(20, "5"));
    assertThat(two.getFirst()).isEqualTo(asked.formatted("5", 20));
    assertThat(two.getLast()).isEqualTo(say(21, trough(15, "145")).getFirst());
    // what is no trough is not asked about
    assertThat(say(21, level(20, "5", "9", "whole blood", ""))).containsExactly(unknown);
  }

  /// The window raises the dose inside its band, whatever the level is.
  @Test
  void levelFarBelowIsStillJudgedByTheWindow() {
    Event[] low = {dose(10, "175"), trough(20, "5"), LetterProtocol.platelets(19, "20")};
    assertThat(lines(new TroughWindow(), letter(), 21, LetterProtocol.events(PATIENT, low)))
        .singleElement()
        .asString()
        .contains("whether the dose is raised", "baselines");
    Event known = LetterProtocol.creatinine(-1, "1");
    assertThat(
            lines(
                new TroughWindow(),
                letter(),
                21,
                LetterProtocol.events(LetterProtocol.events(PATIENT, low), known)))
        .contains("dose 100+100 from 21");
  }

  @Test
  void withoutWeightItCannotBeTold() {
    assertThat(
            lines(
                RULE,
                LetterProtocol.with(Optional.empty(), true),
                21,
                dose(0, "200"),
                trough(20, "145")))
        .containsExactly("cannot tell the forecast of the level without a weight");
  }

  @Test
  void weightOutsideTheModelIsAnExtrapolation() {
    assertThat(
            lines(
                RULE,
                LetterProtocol.with(Optional.empty(), true),
                21,
                weight(0, "48"),
                dose(0, "100"),
                trough(20, "80")))
        .singleElement()
        .asString()
        .endsWith("The weight lies outside those of the model's patients: an extrapolation.");
  }

  /// Two levels of one day share an occasion, those of two days do not.
  @Test
  void levelsOfOneDayAreOneOccasion() {
    String same = say(21, trough(20, "145"), level(20, "200", "10", "whole blood", "")).getFirst();
    String other = say(21, trough(19, "145"), level(20, "200", "10", "whole blood", "")).getFirst();
    assertThat(same).isNotEqualTo(other);
  }

  /// Only prednisolone that is taken on the day changes what the model knows.
  @Test
  void otherDrugsAndPrednisoloneOfThePastChangeNothing() {
    List<String> alone = say(21, trough(20, "145"));
    assertThat(say(21, trough(20, "145"), LetterProtocol.drug(0, Optional.empty(), "omeprazole")))
        .isEqualTo(alone);
    assertThat(say(21, trough(20, "145"), LetterProtocol.drug(0, Optional.of(9), "prednisolone")))
        .isEqualTo(alone);
    assertThat(say(21, trough(20, "145"), LetterProtocol.drug(0, Optional.empty(), "prednisolone")))
        .isNotEqualTo(alone);
  }

  @Test
  void twentyMilligramsOfPrednisoloneAreMuch() {
    assertThat(new Prednisolone(Prednisolone.State.KNOWN, 20, List.of()).much()).isTrue();
    assertThat(new Prednisolone(Prednisolone.State.KNOWN, 19.9, List.of()).much()).isFalse();
  }
}
