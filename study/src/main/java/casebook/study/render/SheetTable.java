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
    widths();
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
    String label = line.unit().isEmpty() ? line.label() : line.label() + ", " + line.unit();
    place(row, 0, label, line.marks(), false);
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

  /// As wide as the widest text of a column, within reason; heads may take two lines.
  private void widths() {
    for (int i = 0; i < table.head().size(); i++) {
      int widest = Math.max(NARROWEST, (table.head().get(i).text().length() + 1) / 2);
      for (Line line : table.rows()) {
        int length =
            i == 0
                ? line.label().length() + line.unit().length() + 2 + 2 * line.indent()
                : i <= line.cells().size()
                    ? CsvRenderer.plain(line.cells().get(i - 1).content()).length() + 2
                    : 0;
        widest = Math.max(widest, length);
      }
      sheet.width(i, Math.min(WIDEST, widest + 2));
    }
  }

  /// A text that a cell can hold.
  static String text(String words) {
    String allowed = Markup.allowed(words);
    return allowed.length() <= LONGEST_TEXT ? allowed : allowed.substring(0, LONGEST_TEXT);
  }
}
