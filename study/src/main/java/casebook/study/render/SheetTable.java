// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import casebook.study.report.Document.Block;
import casebook.study.report.Document.Footnote;
import casebook.study.report.Document.Head;
import casebook.study.report.Document.Line;
import casebook.study.report.Document.TableCell;
import java.util.List;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.RichText;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;

/// Writes a table to a sheet as it is printed, number by number a text, so that no spreadsheet
/// rounds it or takes it for a date.
final class SheetTable {
  static final String QUIET = "5B616B";

  private static final int HEAD = 2;
  private static final int WIDEST = 60;
  private static final int NARROWEST = 10;
  private static final int LONGEST_TEXT = 32_767;

  private final Worksheet sheet;
  private final Block.Table table;

  private SheetTable(Worksheet sheet, Block.Table table) {
    this.sheet = sheet;
    this.table = table;
  }

  static void write(Worksheet sheet, Block.Table table) {
    new SheetTable(sheet, table).all();
  }

  private void all() {
    sheet.hideGridLines();
    sheet.value(0, 0, text(table.caption()));
    sheet.style(0, 0).bold().fontSize(11).set();
    for (int i = 0; i < table.head().size(); i++) {
      head(i, table.head().get(i));
    }
    for (int i = 0; i < table.rows().size(); i++) {
      line(HEAD + 1 + i, table.rows().get(i), i + 1 == table.rows().size());
    }
    notes(HEAD + table.rows().size() + 2);
    sizes();
    sheet.freezePane(1, HEAD + 1);
    sheet.repeatRows(HEAD);
    sheet.pageOrientation("landscape");
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
  }

  private void head(int column, Head head) {
    place(HEAD, column, head.text(), head.marks(), true);
    style(HEAD, column)
        .bold()
        .wrapText(true)
        .verticalAlignment("bottom")
        .borderStyle(BorderSide.TOP, BorderStyle.MEDIUM)
        .borderStyle(BorderSide.BOTTOM, BorderStyle.THIN)
        .set();
  }

  private void line(int row, Line line, boolean last) {
    place(row, 0, label(line), line.marks(), false);
    ruled(style(row, 0).indent(line.indent() * 2).wrapText(true), last).set();
    for (int i = 0; i < line.cells().size(); i++) {
      TableCell cell = line.cells().get(i);
      place(row, i + 1, CsvRenderer.plain(cell.content()), cell.marks(), false);
      ruled(style(row, i + 1), last).set();
    }
  }

  private StyleSetter style(int row, int column) {
    return sheet.style(row, column).verticalAlignment("top").horizontalAlignment("left");
  }

  private static StyleSetter ruled(StyleSetter style, boolean last) {
    return last ? style.borderStyle(BorderSide.BOTTOM, BorderStyle.MEDIUM) : style;
  }

  /// A text; marks of footnotes stand behind it, smaller.
  private void place(int row, int column, String words, List<String> marks, boolean bold) {
    if (marks.isEmpty()) {
      sheet.value(row, column, text(words));
      return;
    }
    RichText.RunBuilder first = RichText.builder().run(text(words)).fontSize(10).fontName("Arial");
    RichText.Builder more = (bold ? first.bold() : first).end();
    String raised = " " + String.join(",", marks);
    sheet.inlineString(
        row, column, more.run(raised).fontSize(7).fontName("Arial").fontColor(QUIET).end().build());
  }

  private void notes(int from) {
    int row = from;
    for (Footnote note : table.footnotes()) {
      String text = note.mark().isEmpty() ? note.text() : note.mark() + "  " + note.text();
      sheet.value(row, 0, text(text));
      sheet.style(row, 0).fontSize(9).fontColor(QUIET).set();
      row++;
    }
  }

  /// As wide as the widest text of a column, within reason, heads on two lines; and rows as high as
  /// their longest text, which not every program works out by itself.
  private void sizes() {
    int[] widths = new int[table.head().size()];
    int lines = 1;
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.min(WIDEST, width(i) + 2);
      sheet.width(i, widths[i]);
      lines = Math.max(lines, lines(table.head().get(i).text().length() + 4, widths[i]));
    }
    sheet.rowHeight(HEAD, height(lines));
    for (int i = 0; i < table.rows().size(); i++) {
      int needed = lines(label(table.rows().get(i)).length(), widths[0]);
      if (needed > 1) {
        sheet.rowHeight(HEAD + 1 + i, height(needed));
      }
    }
  }

  private int width(int column) {
    int widest = Math.max(NARROWEST, (table.head().get(column).text().length() + 1) / 2);
    for (Line line : table.rows()) {
      if (column == 0) {
        widest = Math.max(widest, label(line).length() + 2 * line.indent());
      } else if (column <= line.cells().size()) {
        TableCell cell = line.cells().get(column - 1);
        widest = Math.max(widest, CsvRenderer.plain(cell.content()).length() + 2);
      }
    }
    return widest;
  }

  private static String label(Line line) {
    return line.unit().isEmpty() ? line.label() : line.label() + ", " + line.unit();
  }

  /// How many lines of a width in letters a text takes, words kept whole.
  static int lines(int letters, int width) {
    return Math.min(20, 1 + (int) (1.15 * letters / width));
  }

  /// The height of a row of lines in points.
  static double height(int lines) {
    return 13.0 * lines + 3;
  }

  /// A text that a cell can hold.
  static String text(String words) {
    String allowed = Markup.allowed(words);
    return allowed.length() <= LONGEST_TEXT ? allowed : allowed.substring(0, LONGEST_TEXT);
  }
}
