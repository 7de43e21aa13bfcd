// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import static casebook.clinic.rule.LetterProtocol.HERE;
import static casebook.clinic.rule.LetterProtocol.creatinine;
import static casebook.clinic.rule.LetterProtocol.dose;
import static casebook.clinic.rule.LetterProtocol.lines;
import static casebook.clinic.rule.LetterProtocol.platelets;
import static casebook.clinic.rule.LetterProtocol.sentences;
import static casebook.clinic.rule.LetterProtocol.trough;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.clinic.protocol.Protocol;
import casebook.clinic.protocol.Treatment.MonitoringLine;
import casebook.clinic.protocol.Treatment.Phase;
import casebook.clinic.protocol.Treatment.Step;
import casebook.clinic.protocol.Treatment.Steps;
import casebook.clinic.record.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the calendar asks for, by what was measured when: level and creatinine weekly, two days
/// around.
class CalendarDecisionsTest {
  private static final Rule RULE = new Monitoring();

  private static MonitoringLine line(Optional<Phase> stable, String... measures) {
    Phase weekly = new Phase(new Steps(1, Step.WEEKS), 2, false, Optional.empty(), HERE);
    return new MonitoringLine("visits", List.of(measures), List.of(weekly), stable, HERE);
  }

  private static List<String> say(Protocol protocol, int today, String measured, Event... more) {
    List<Event> events = new ArrayList<>(List.of(more));
    for (String one : measured.isEmpty() ? new String[0] : measured.split(" ")) {
      int day = Integer.parseInt(one.substring(1));
      events.add(one.startsWith("l") ? trough(day, "300") : creatinine(day, "1"));
    }
    return lines(RULE, protocol, today, events.toArray(Event[]::new));
  }

  /// `l6` is a level on day 6, `c6` a creatinine.
  @ParameterizedTest
  @CsvSource({
    "4, '', COMING cya_level creatinine on 7 (5 to 9)",
    "5, '', IN_WINDOW cya_level creatinine on 7 (5 to 9)",
    "9, '', IN_WINDOW cya_level creatinine on 7 (5 to 9)",
    "10, '', OVERDUE cya_level creatinine on 7 (5 to 9)",
    "11, '', OVERDUE cya_level creatinine on 7 (5 to 9)",
    "12, '', IN_WINDOW cya_level creatinine on 14 (12 to 16)",
    // the visit is met when both are there
    "7, l5, IN_WINDOW creatinine on 7 (5 to 9)",
    "7, c5, IN_WINDOW cya_level on 7 (5 to 9)",
    "7, l5 c5, COMING cya_level creatinine on 14 (12 to 16)",
    "7, l4 c5, IN_WINDOW cya_level on 7 (5 to 9)",
    "7, l5 c4, IN_WINDOW creatinine on 7 (5 to 9)",
    "7, l4 c4, IN_WINDOW cya_level creatinine on 7 (5 to 9)",
    "7, l4 c4 l5 c7, COMING cya_level creatinine on 14 (12 to 16)",
    // the one that is older decides, whichever it is
    "13, l12 c11, IN_WINDOW creatinine on 14 (12 to 16)",
    "13, l11 c12, IN_WINDOW cya_level on 14 (12 to 16)",
    "13, l12 c13, COMING cya_level creatinine on 21 (19 to 23)"
  })
  void whatIsAskedFor(int today, String measured, String expected) {
    Protocol protocol =
        OtherProtocols.monitoring(line(Optional.empty(), "cya_level", "creatinine"));
    assertThat(say(protocol, today, measured, dose(0, "350"))).containsExactly(expected);
  }

  /// Off the drug no level of it is asked for, and a line of nothing else is silent.
  @Test
  void lineOfALevelOnlyIsSilentWithoutTheDrug() {
    Protocol level = OtherProtocols.monitoring(line(Optional.empty(), "cya_level"));
    assertThat(say(level, 7, "", dose(0, "350")))
        .containsExactly("IN_WINDOW cya_level on 7 (5 to 9)");
    assertThat(say(level, 7, "", dose(0, "350"), dose(3, "0"))).isEmpty();
    Protocol both = OtherProtocols.monitoring(line(Optional.empty(), "cya_level", "creatinine"));
    assertThat(say(both, 7, "c5", dose(0, "350"), dose(3, "0")))
        .containsExactly("COMING creatinine on 14 (12 to 16)");
    Protocol counts = OtherProtocols.monitoring(line(Optional.empty(), "platelets"));
    assertThat(say(counts, 7, "", dose(0, "350"), dose(3, "0")))
        .containsExactly("IN_WINDOW platelets on 7 (5 to 9)");
  }

  @Test
  void sentenceOfALineWithoutAStablePhase() {
    Protocol counts = OtherProtocols.monitoring(line(Optional.empty(), "platelets", "creatinine"));
    assertThat(sentences(RULE, counts, 10, dose(0, "350"), platelets(5, "40")))
        .containsExactly(
            "visits: creatinine is overdue (2001-02-07, counted from 2001-01-31; 2001-02-05 to"
                + " 2001-02-09 count; the same for ever; today is 2001-02-10).");
    assertThat(sentences(RULE, counts, 4, dose(0, "350")))
        .containsExactly(
            "visits: platelets, creatinine is due (2001-02-07, counted from 2001-01-31; 2001-02-05 to"
                + " 2001-02-09 count; the same for ever; today is 2001-02-04).");
  }

  /// Every two years from 31 January 2001, and four days of steps at a time.
  @ParameterizedTest
  @CsvSource({
    "YEARS, 2, 0, 2003-01-31 2005-01-31 2007-01-31",
    "MONTHS, 5, 0, 2001-06-30 2001-11-30 2002-04-30",
    "WEEKS, 3, 2, 2001-02-21 2001-03-14 2001-04-04",
    "DAYS, 4, 1, 2001-02-04 2001-02-08 2001-02-12"
  })
  void stepsOfMoreThanOne(Step step, int amount, int window, String expected) {
    Phase phase = new Phase(new Steps(amount, step), window, false, Optional.empty(), HERE);
    VisitSchedule schedule =
        new VisitSchedule(
            LetterProtocol.DAY_0,
            new MonitoringLine("visits", List.of("any"), List.of(phase), Optional.empty(), HERE),
            Optional.empty());
    List<String> days = new ArrayList<>();
    for (var visit = schedule.next(schedule.start()); days.size() < 3; ) {
      days.add(visit.orElseThrow().due().toString());
      assertThat(schedule.last(visit.get().window().first())).isEqualTo(visit);
      assertThat(schedule.last(visit.get().window().first().minusDays(1))).isNotEqualTo(visit);
      visit = schedule.next(visit.get().window().first());
    }
    assertThat(String.join(" ", days)).isEqualTo(expected);
  }
}
