// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.worklist;

import casebook.clinic.rule.AdvicePage;
import casebook.clinic.worklist.WorkItem.Group;
import casebook.clinic.worklist.WorkItem.Visit;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// A work list as a person reads it: 80 columns, a group after the other.
///
/// @param study the name of the study file
/// @param events the name of the file of events
/// @param list the list
public record WorkPage(String study, String events, WorkList list) {
  private static final int WIDTH = 80;
  private static final int LONGEST_ID = 16;

  /// The page.
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append("work list on ").append(list.day()).append(", ").append(counted()).append('\n');
    text.append(AdvicePage.RESEARCH).append('\n');
    int width = list.items().stream().mapToInt(it -> it.patient().length()).max().orElse(0);
    for (Group group : Group.values()) {
      List<WorkItem> items = list.of(group);
      if (!items.isEmpty()) {
        text.append('\n').append(heading(group)).append(" (").append(items.size()).append(")\n");
        items(items, Math.min(LONGEST_ID, width), text);
      }
    }
    return text.toString();
  }

  private String counted() {
    WorkList.Count count = list.count();
    int rest = count.patients() - count.listed() - count.died();
    return study
        + " with "
        + events
        + "\n"
        + count.patients()
        + (count.patients() == 1 ? " patient: " : " patients: ")
        + count.listed()
        + " listed, "
        + rest
        + " with nothing to do"
        + (count.died() == 0 ? "" : ", " + count.died() + " died");
  }

  private String heading(Group group) {
    return group == Group.COMING
        ? group.words() + " until " + list.day().plusDays(list.ahead())
        : group.words();
  }

  private void items(List<WorkItem> items, int width, StringBuilder text) {
    String begun = "";
    for (WorkItem item : items) {
      String beginning = beginning(item);
      if (!beginning.isEmpty() && beginning.equals(begun)) {
        text.append(" ".repeat(width + 6));
        wrapped(item.what().substring(item.what().indexOf(": ") + 2), width + 6, text);
      } else {
        item(item, width, text);
      }
      begun = beginning;
    }
  }

  /// What warnings of one patient may have in common: what was found, before what several sources
  /// say to it.
  private static String beginning(WorkItem item) {
    int colon = item.group() == Group.WARNING ? item.what().indexOf(": ") : -1;
    return colon < 0 || !item.why().isEmpty()
        ? ""
        : item.patient() + '\n' + item.what().substring(0, colon);
  }

  private void item(WorkItem item, int width, StringBuilder text) {
    String id = item.patient();
    text.append("  ").append(id);
    if (id.length() > width) {
      text.append('\n').append(" ".repeat(2 + width));
    } else {
      text.append(" ".repeat(width - id.length()));
    }
    text.append("  ");
    int indent = width + 4;
    String when = item.visit().map(it -> when(item.group(), it) + "  ").orElse("");
    wrapped(when + item.what(), indent, text);
    if (!item.why().isEmpty() && !item.what().contains(item.why())) {
      text.append(" ".repeat(indent + 2));
      wrapped(item.why() + " (" + study + ":" + item.studyLine() + ")", indent + 2, text);
    }
  }

  private String when(Group group, Visit visit) {
    LocalDate last = visit.window().last();
    return switch (group) {
      case OVERDUE ->
          "due "
              + visit.due()
              + ", window over for "
              + days(ChronoUnit.DAYS.between(last, list.day()));
      case IN_WINDOW -> "due " + visit.due() + ", until " + last;
      default -> "due " + visit.due() + ", from " + visit.window().first();
    };
  }

  private static String days(long count) {
    return count + (count == 1 ? " day" : " days");
  }

  /// Breaks a line at its spaces, but not before a percent sign; a word that is longer than a line
  /// is not broken.
  private static void wrapped(String words, int indent, StringBuilder text) {
    int column = indent;
    boolean first = true;
    for (String kept : words.replace(" %", "\u00a0%").split(" ", -1)) {
      String word = kept.replace('\u00a0', ' ');
      if (!first && column + 1 + word.length() > WIDTH) {
        text.append('\n').append(" ".repeat(indent));
        column = indent;
      } else if (!first) {
        text.append(' ');
        column++;
      }
      text.append(word);
      column += word.length();
      first = false;
    }
    text.append('\n');
  }
}
