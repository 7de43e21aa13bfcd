// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.worklist;

import casebook.clinic.rule.AdvicePage;
import casebook.clinic.worklist.WorkItem.Visit;
import casebook.study.sheet.Book;
import casebook.study.sheet.Book.Heading;
import casebook.study.sheet.Book.Page;
import casebook.study.sheet.Cells;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A work list as a workbook: one row an item, to be filtered and ticked off.
public final class WorkBook {
  private static final List<Heading> COLUMNS =
      List.of(
          new Heading("group", "", 22, new Cells.Words()),
          new Heading("patient", "", 14, new Cells.Words()),
          new Heading("what", "", 60, new Cells.Sentences()),
          new Heading("due", "", 12, new Cells.Days()),
          new Heading("from", "The first day that counts.", 12, new Cells.Days()),
          new Heading("until", "The last day that counts.", 12, new Cells.Days()),
          new Heading("study line", "The line of the study file.", 11, new Cells.Words()),
          new Heading("why", "", 70, new Cells.Sentences()),
          new Heading("done", "", 10, new Cells.Words()));

  private WorkBook() {}

  /// The sheets: the list, and what it is.
  public static Book of(WorkPage page) {
    WorkList list = page.list();
    List<List<String>> rows = new ArrayList<>();
    for (WorkItem item : list.items()) {
      rows.add(
          List.of(
              item.group().words(),
              item.patient(),
              item.what(),
              day(item, Visit::due),
              day(item, it -> it.window().first()),
              day(item, it -> it.window().last()),
              String.valueOf(item.studyLine()),
              item.why(),
              ""));
    }
    String title = "Work list on " + list.day();
    List<List<String>> about =
        List.of(
            List.of(title),
            List.of(page.study() + " with " + page.events()),
            List.of(list.count().patients() + " patients, " + list.count().listed() + " listed"),
            List.of(AdvicePage.RESEARCH));
    Heading one = new Heading("about", "", 60, new Cells.Sentences());
    return new Book(
        title,
        List.of(
            new Page("work list", COLUMNS, rows, 0), new Page("about", List.of(one), about, 0)));
  }

  private static String day(WorkItem item, Function<Visit, LocalDate> part) {
    Optional<LocalDate> day = item.visit().map(part);
    return day.map(LocalDate::toString).orElse("");
  }
}
