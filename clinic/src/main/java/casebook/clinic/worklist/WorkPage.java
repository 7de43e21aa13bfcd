// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.worklist;

import casebook.clinic.rule.AdvicePage;
import casebook.clinic.worklist.WorkItem.Group;
import casebook.clinic.worklist.WorkItem.Visit;
import casebook.study.work.Workers;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// A work list as a person reads it: 80 columns, a group after the other.
///
/// @param study the name of the study file
/// @param events the name of the file of events
/// @param list the list
public record WorkPage(String study, String events, WorkList list) {
  private static final int WIDTH = 80;
  private static final int LONGEST_ID = 16;

  /// So many items are written at a time.
  private static final int PART = 10_000;

  /// The page.
  public String text() {
    return String.join("", parts(new Workers(1)));
  }

  /// The page in parts, one after the other; a long list is written by several workers.
  public List<String> parts(Workers workers) {
    int longest = 0;
    for (WorkItem item : list.items()) {
      longest = Math.max(longest, item.patient().length());
    }
    int width = Math.min(LONGEST_ID, longest);
    List<Supplier<String>> parts = new ArrayList<>();
    parts.add(this::beginning);
    for (Group group : Group.values()) {
      List<WorkItem> items = list.of(group);
      if (!items.isEmpty()) {
        parts.add(() -> "\n" + heading(group) + " (" + items.size() + ")\n");
        for (int from = 0; from < items.size(); from += PART) {
          int begin = from;
          int end = Math.min(items.size(), from + PART);
          parts.add(() -> items(items, begin, end, width));
        }
      }
    }
    return workers.all(parts);
  }

  private String beginning() {
    return "work list on " + list.day() + ", " + counted() + "\n" + AdvicePage.RESEARCH + "\n";
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

  private String items(List<WorkItem> items, int from, int to, int width) {
    StringBuilder text = new StringBuilder();
    String begun = from == 0 ? "" : beginning(items.get(from - 1));
    for (WorkItem item : items.subList(from, to)) {
      String beginning = beginning(item);
      if (!beginning.isEmpty() && beginning.equals(begun)) {
        text.append(" ".repeat(width + 6));
        wrapped(item.what().substring(item.what().indexOf(": ") + 2), width + 6, text);
      } else {
        item(item, width, text);
      }
      begun = beginning;
    }
    return text.toString();
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
    String what = item.what();
    wrapped(
        item.visit().isEmpty() ? what : when(item.group(), item.visit().get()) + "  " + what,
        indent,
        text);
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
    if (indent + words.length() <= WIDTH) {
      text.append(words).append('\n');
      return;
    }
    int column = indent;
    int from = 0;
    while (from < words.length()) {
      int end = wordEnd(words, from);
      if (from > 0 && column + 1 + end - from > WIDTH) {
        text.append('\n').append(" ".repeat(indent));
        column = indent;
      } else if (from > 0) {
        text.append(' ');
        column++;
      }
      text.append(words, from, end);
      column += end - from;
      from = end + 1;
    }
    text.append('\n');
  }

  /// Where the word that begins at a place ends; a percent sign belongs to its number.
  private static int wordEnd(String words, int from) {
    int end = words.indexOf(' ', from);
    while (end >= 0 && end + 1 < words.length() && words.charAt(end + 1) == '%') {
      end = words.indexOf(' ', end + 1);
    }
    return end < 0 ? words.length() : end;
  }
}
