// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import static casebook.clinic.rule.LetterProtocol.creatinine;
import static casebook.clinic.rule.LetterProtocol.dose;
import static casebook.clinic.rule.LetterProtocol.drug;
import static casebook.clinic.rule.LetterProtocol.letter;
import static casebook.clinic.rule.LetterProtocol.lines;
import static casebook.clinic.rule.LetterProtocol.platelets;
import static casebook.clinic.rule.LetterProtocol.sentences;
import static casebook.clinic.rule.LetterProtocol.trough;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.clinic.record.Event;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Start on 31 January 2001: counts on 28 February and 31 March, the rest weekly for a month.
class MonitoringTest {
  private static final Rule RULE = new Monitoring();

  private static List<String> say(int today, Event... events) {
    return lines(
        RULE, letter(), today, LetterProtocol.events(new Event[] {dose(0, "350")}, events));
  }

  @Test
  void eachLineHasItsVisit() {
    assertThat(say(1))
        .containsExactly(
            "COMING platelets on 28 (21 to 35)", "COMING cya_level creatinine on 7 (5 to 9)");
    assertThat(say(7))
        .containsExactly(
            "COMING platelets on 28 (21 to 35)", "IN_WINDOW cya_level creatinine on 7 (5 to 9)");
    assertThat(say(10).getLast()).isEqualTo("OVERDUE cya_level creatinine on 7 (5 to 9)");
    assertThat(lines(RULE, letter(), 1)).isEmpty();
  }

  @Test
  void whatWasMeasuredIsNotAskedForAgain() {
    assertThat(say(7, trough(5, "300")).getLast()).isEqualTo("IN_WINDOW creatinine on 7 (5 to 9)");
    assertThat(say(7, trough(4, "300")).getLast())
        .isEqualTo("IN_WINDOW cya_level creatinine on 7 (5 to 9)");
    assertThat(say(7, trough(5, "300"), creatinine(6, "1")).getLast())
        .isEqualTo("COMING cya_level creatinine on 14 (12 to 16)");
    assertThat(say(11, trough(5, "300"), creatinine(11, "1")).getLast())
        .isEqualTo("COMING cya_level creatinine on 14 (12 to 16)");
  }

  @Test
  void sentenceSaysHowTheDayWasCounted() {
    assertThat(sentences(RULE, letter(), 30, dose(0, "350")).getFirst())
        .isEqualTo(
            "blood count: platelets is in its window (2001-02-28, counted from 2001-01-31; 2001-02-21"
                + " to 2001-03-07 count; no stable remission; today is 2001-03-02).");
    assertThat(sentences(RULE, letter(), 1, dose(0, "350")).getFirst()).contains("is due");
    assertThat(sentences(RULE, letter(), 40, dose(0, "350")).getFirst()).contains("is overdue");
  }

  @Test
  void withoutTheDrugNoLevelIsAskedFor() {
    assertThat(say(7, dose(3, "0")).getLast()).isEqualTo("IN_WINDOW creatinine on 7 (5 to 9)");
  }

  /// Responses at every count from day 40 on; 31 March and six months are 30 September (day 242).
  @Test
  void stableRemissionStretchesTheCalendar() {
    Event[] counts = {
      platelets(30, "40"), platelets(59, "90"), platelets(150, "120"), platelets(242, "160")
    };
    Event[] almost = {
      platelets(30, "40"), platelets(59, "90"), platelets(150, "120"), platelets(241, "160")
    };
    // stable since day 242, so the next count is due six months later (31 March, day 424 - 1)
    assertThat(say(250, counts).getFirst()).isEqualTo("COMING platelets on 423 (409 to 437)");
    assertThat(sentences(RULE, letter(), 250, events(counts)).getFirst())
        .contains("stable remission since 2001-09-30");
    assertThat(say(250, almost).getFirst()).isEqualTo("COMING platelets on 273 (266 to 280)");
    // a lost response ends it
    assertThat(say(260, events(counts, platelets(255, "79"))).getFirst())
        .isEqualTo("COMING platelets on 273 (266 to 280)");
    // one count is not enough, nor is a day of start
    assertThat(say(250, platelets(0, "200"), platelets(242, "160")).getFirst())
        .isEqualTo("COMING platelets on 273 (266 to 280)");
  }

  private static Event[] events(Event[] some, Event... more) {
    return LetterProtocol.events(LetterProtocol.events(some, dose(0, "350")), more);
  }

  @Test
  void rescueAndBleedingOfOtherDefinitionsAreSeen() {
    assertThat(
            new PatientDay(
                    letter(),
                    casebook.clinic.record.Timeline.of(
                        "1", dose(0, "350"), drug(3, Optional.of(4), "rescue")),
                    LetterProtocol.day(9))
                .response()
                .orElseThrow()
                .stableSince())
        .isEmpty();
  }
}
