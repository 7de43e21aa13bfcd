// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.worklist;

import casebook.clinic.rule.AdvicePage;
import casebook.clinic.worklist.WorkItem.Group;
import casebook.clinic.worklist.WorkItem.Visit;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A work list as a calendar file (iCalendar): what is to be measured, given or begun, as all-day
/// events. A visit stands on the day on which it is due; what is late, and doses, on the day of the
/// list. Events are marked as private and block no time.
///
/// The identity of an event is made from study, patient, line and day, so that a calendar that
/// takes in the list of another day finds the same visit again.
///
/// Source: RFC 5545 (lines end with CR LF and are folded at 75 octets, sections 3.1, 3.3.11 and
/// 3.8.4.7) and RFC 7986 (name of the calendar).
///
/// @param study the title of the study
/// @param list the list
public record CalendarFile(String study, WorkList list) {
  private static final int LONGEST_LINE = 75;
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final Set<Group> LISTED =
      Set.of(Group.DOSE, Group.START, Group.OVERDUE, Group.IN_WINDOW, Group.COMING);

  /// The text of the file.
  public String text() {
    StringBuilder text = new StringBuilder();
    line("BEGIN:VCALENDAR", text);
    line("VERSION:2.0", text);
    line("PRODID:-//Casebook//due//EN", text);
    line("CALSCALE:GREGORIAN", text);
    line("NAME:" + escaped(study), text);
    line("X-WR-CALNAME:" + escaped(study), text);
    Set<String> written = new TreeSet<>();
    for (WorkItem item : list.items()) {
      String id = identity(item);
      if (LISTED.contains(item.group()) && written.add(id)) {
        event(item, id, text);
      }
    }
    line("END:VCALENDAR", text);
    return text.toString();
  }

  private void event(WorkItem item, String id, StringBuilder text) {
    LocalDate day = day(item);
    line("BEGIN:VEVENT", text);
    line("UID:" + id, text);
    line("DTSTAMP:" + DAY.format(list.day()) + "T000000Z", text);
    line("DTSTART;VALUE=DATE:" + DAY.format(day), text);
    line("DTEND;VALUE=DATE:" + DAY.format(day.plusDays(1)), text);
    line("SUMMARY:" + escaped(item.patient() + ": " + item.what()), text);
    line("DESCRIPTION:" + escaped(String.join("\n", description(item))), text);
    line("CATEGORIES:" + escaped(item.group().words()), text);
    line("CLASS:PRIVATE", text);
    line("TRANSP:TRANSPARENT", text);
    line("END:VEVENT", text);
  }

  private LocalDate day(WorkItem item) {
    return item.visit()
        .filter(it -> item.group() != Group.OVERDUE && !it.due().isBefore(list.day()))
        .map(Visit::due)
        .orElse(list.day());
  }

  private static List<String> description(WorkItem item) {
    String days =
        item.visit()
            .map(it ->
                "Due "
                    + it.due()
                    + "; "
                    + it.window().first()
                    + " to "
                    + it.window().last()
                    + " count.")
            .orElse("");
    return List.of(days, item.why(), AdvicePage.RESEARCH).stream()
        .filter(it -> !it.isEmpty())
        .toList();
  }

  private String identity(WorkItem item) {
    String what = item.visit().map(it -> it.line() + "\n" + it.due()).orElse(item.what());
    String whole = study + "\n" + item.patient() + "\n" + item.studyLine() + "\n" + what;
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16) + "@casebook";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replace("\r", "")
        .replace("\n", "\\n");
  }

  /// A line of any length: what lies beyond 75 octets goes on in lines that begin with a space, and
  /// no letter is torn.
  private static void line(String content, StringBuilder text) {
    int octets = 0;
    for (int i = 0; i < content.length(); ) {
      int letter = content.codePointAt(i);
      int size = letter < 0x80 ? 1 : letter < 0x800 ? 2 : letter < 0x10000 ? 3 : 4;
      if (octets + size > LONGEST_LINE) {
        text.append("\r\n ");
        octets = 1;
      }
      text.appendCodePoint(letter);
      octets += size;
      i += Character.charCount(letter);
    }
    text.append("\r\n");
  }
}
