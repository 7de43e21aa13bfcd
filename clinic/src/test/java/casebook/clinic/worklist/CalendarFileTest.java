// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.clinic.rule.Advice.Days;
import casebook.clinic.worklist.WorkItem.Group;
import casebook.clinic.worklist.WorkItem.Visit;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The rules of RFC 5545, each at its section.
class CalendarFileTest {
  private static final LocalDate DAY = LocalDate.of(1995, 2, 1);

  private static WorkItem visit(Group group, String patient, LocalDate due, String line) {
    Visit visit =
        new Visit(line, List.of("platelets"), due, new Days(due.minusDays(7), due.plusDays(7)));
    return new WorkItem(patient, group, line + ": platelets", Optional.of(visit), 42, "");
  }

  private static String file(LocalDate day, WorkItem... items) {
    WorkList.Count count = new WorkList.Count(items.length, items.length, 0);
    return new CalendarFile("Low-dose cyclosporine", new WorkList(day, 14, count, List.of(items)))
        .text();
  }

  private static String property(String file, String name) {
    String unfolded = file.replace("\r\n ", "");
    Matcher line = Pattern.compile("\r\n" + name + "[:;]([^\r]*)").matcher(unfolded);
    assertThat(line.find()).as(name + " in " + file).isTrue();
    return line.group(1);
  }

  @Test
  void visitIsAnAllDayEventOnTheDayOnWhichItIsDue() {
    String file = file(DAY, visit(Group.COMING, "4", DAY.plusDays(6), "blood count"));
    assertThat(file)
        .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
        .endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n")
        .contains("DTSTART;VALUE=DATE:19950207\r\nDTEND;VALUE=DATE:19950208\r\n")
        .contains("DTSTAMP:19950201T000000Z\r\n")
        .contains("SUMMARY:4: blood count: platelets\r\n")
        .contains("CLASS:PRIVATE\r\n", "TRANSP:TRANSPARENT\r\n");
  }

  @Test
  void everyLineEndsWithCarriageReturnAndLineFeed() {
    String file = file(DAY, visit(Group.COMING, "4", DAY, "blood count"));
    assertThat(file.replace("\r\n", "")).doesNotContain("\r", "\n");
  }

  @Test
  void linesAreFoldedAtSeventyFiveOctetsBetweenLetters() {
    String line = "γ-globulins ×10⁹/L 𝛼 ".repeat(12);
    String file = file(DAY, visit(Group.COMING, "Ж-1", DAY, line));
    for (String one : file.split("\r\n", -1)) {
      assertThat(one.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
      assertThat(Character.isLowSurrogate(one.isEmpty() ? 'a' : one.charAt(0))).isFalse();
    }
    assertThat(property(file, "SUMMARY")).isEqualTo("Ж-1: " + line + ": platelets");
  }

  @Test
  void textsAreEscaped() {
    String file = file(DAY, visit(Group.COMING, "a;b,c\\d", DAY, "one\ntwo"));
    assertThat(property(file, "SUMMARY")).isEqualTo("a\\;b\\,c\\\\d: one\\ntwo: platelets");
  }

  @Test
  void identityOfAVisitIsTheSameOnAnotherDay() {
    LocalDate due = DAY.plusDays(6);
    String today = file(DAY, visit(Group.COMING, "4", due, "blood count"));
    String later = file(due.plusDays(20), visit(Group.OVERDUE, "4", due, "blood count"));
    assertThat(property(later, "UID")).isEqualTo(property(today, "UID"));
    assertThat(property(later, "DTSTART")).isEqualTo("VALUE=DATE:19950227");
    String other = file(DAY, visit(Group.COMING, "5", due, "blood count"));
    assertThat(property(other, "UID")).isNotEqualTo(property(today, "UID"));
    assertThat(property(today, "UID")).doesNotContain("4:").endsWith("@casebook");
  }

  @Test
  void warningsAreNoAppointments() {
    WorkItem warning = new WorkItem("4", Group.WARNING, "felodipine", Optional.empty(), 34, "");
    assertThat(file(DAY, warning)).doesNotContain("VEVENT");
  }

  @Test
  void doseStandsOnTheDayOfTheListWithItsReason() {
    WorkItem dose =
        new WorkItem("2", Group.DOSE, "75 + 75 mg a day", Optional.empty(), 46, "Creatinine rose.");
    String file = file(DAY, dose);
    assertThat(property(file, "DTSTART")).isEqualTo("VALUE=DATE:19950201");
    assertThat(property(file, "DESCRIPTION"))
        .isEqualTo("Creatinine rose.\\nFor research. A clinician decides.");
  }
}
