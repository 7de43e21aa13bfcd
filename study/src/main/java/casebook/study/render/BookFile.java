// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import casebook.study.sheet.Book;
import casebook.study.sheet.Book.Heading;
import casebook.study.sheet.Book.Page;
import casebook.study.sheet.Cells;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Writes a workbook (.xlsx): heads that stay in sight, notes at the heads, lists to choose from,
/// and cells that refuse what their column does not hold. The same book gives the same bytes.
public final class BookFile {
  private static final String LISTS = "lists";
  private static final String DAY = "yyyy-mm-dd";
  private static final String WORDS = "@";

  private final Worksheet lists;
  private int listed;

  private BookFile(Worksheet lists) {
    this.lists = lists;
  }

  /// The bytes of the file.
  public static byte[] of(Book book) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook file = new Workbook(bytes, "Casebook", "1.0")) {
      file.setGlobalDefaultFont("Arial", 10);
      List<Worksheet> sheets = new ArrayList<>();
      book.pages().forEach(page -> sheets.add(file.newWorksheet(page.name())));
      BookFile writing = new BookFile(file.newWorksheet(LISTS));
      for (int i = 0; i < sheets.size(); i++) {
        writing.page(sheets.get(i), book.pages().get(i));
      }
      writing.lists.setVisibilityState(VisibilityState.HIDDEN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, byte[]> parts = FixedZip.unpack(bytes.toByteArray());
    String properties =
        PageFile.read("word", "core.xml")
            .replace("{title}", Markup.escaped(book.title()))
            .replace("{byline}", "");
    parts.put("docProps/core.xml", properties.getBytes(StandardCharsets.UTF_8));
    return FixedZip.pack(parts);
  }

  private void page(Worksheet sheet, Page page) {
    for (int i = 0; i < page.columns().size(); i++) {
      Heading column = page.columns().get(i);
      sheet.width(i, column.width());
      sheet.value(0, i, SheetTable.text(column.text()));
      sheet
          .style(0, i)
          .bold()
          .wrapText(true)
          .verticalAlignment("bottom")
          .borderStyle(BorderSide.BOTTOM, BorderStyle.THIN)
          .set();
      if (!column.note().isEmpty()) {
        sheet.comment(0, i, SheetTable.text(column.note()));
      }
      column(sheet, i, column, page);
    }
    for (int row = 0; row < page.rows().size(); row++) {
      for (int i = 0; i < page.columns().size(); i++) {
        cell(sheet, row + 1, i, page.columns().get(i), page.rows().get(row).get(i));
      }
    }
    sheet.freezePane(1, 1);
    sheet.repeatRows(0);
    sheet.pageOrientation("landscape");
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    if (page.free() == 0 && !page.rows().isEmpty()) {
      sheet.setAutoFilter(0, 0, page.rows().size(), page.columns().size() - 1);
    }
  }

  private void column(Worksheet sheet, int column, Heading heading, Page page) {
    switch (heading.cells()) {
      case Cells.Words words -> sheet.style(column).format(WORDS).set();
      case Cells.Sentences sentences -> {}
      case Cells.Days days -> sheet.style(column).format(DAY).set();
      case Cells.OneOf one -> sheet.style(column).format(WORDS).set();
      case Cells.Numbers numbers -> {}
    }
    if (page.free() > 0) {
      Range cells = sheet.range(1, column, page.rows().size() + page.free(), column);
      String first = letters(column) + "2";
      switch (heading.cells()) {
        case Cells.Words words -> {}
        case Cells.Sentences sentences -> {}
        case Cells.Days days -> formula(cells, heading, "ISNUMBER(" + first + ")");
        case Cells.OneOf one -> list(cells, heading, one.words());
        case Cells.Numbers numbers -> formula(cells, heading, number(numbers, first));
      }
    }
  }

  private static void formula(Range cells, Heading heading, String formula) {
    cells
        .validateWithFormula(formula)
        .allowBlank(true)
        .errorStyle(DataValidationErrorStyle.STOP)
        .showErrorMessage(true)
        .errorTitle(said(heading.text(), 32))
        .error(said(heading.note(), 220));
  }

  /// A list to choose from; its words stand in a hidden sheet.
  private void list(Range cells, Heading heading, List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      lists.value(i, listed, SheetTable.text(words.get(i)));
    }
    cells
        .validateWithList(lists.range(0, listed, Math.max(0, words.size() - 1), listed))
        .allowBlank(true)
        .showDropdown(true)
        .errorStyle(DataValidationErrorStyle.STOP)
        .showErrorMessage(true)
        .errorTitle(said(heading.text(), 32))
        .error(said(heading.note(), 220));
    listed++;
  }

  private static String said(String text, int longest) {
    String plain = SheetTable.text(text).replace('\n', ' ');
    return Markup.escaped(plain.length() <= longest ? plain : plain.substring(0, longest));
  }

  private static String number(Cells.Numbers numbers, String cell) {
    StringBuilder formula = new StringBuilder("AND(ISNUMBER(" + cell + ")");
    numbers
        .low()
        .ifPresent(low -> formula.append(',').append(cell).append(">=").append(plain(low)));
    numbers
        .high()
        .ifPresent(high -> formula.append(',').append(cell).append("<=").append(plain(high)));
    formula.append(')');
    String number = Markup.escaped(formula.toString());
    return numbers.otherwise()
        ? "OR("
            + number
            + Markup.escaped(",LEFT(" + cell + ",1)=\"<\",LEFT(" + cell + ",1)=\">\"")
            + ",ISNUMBER(FIND(\"/\","
            + cell
            + ")))"
        : number;
  }

  private static String plain(BigDecimal number) {
    return number.toPlainString();
  }

  private static void cell(Worksheet sheet, int row, int column, Heading heading, String text) {
    Cells cells = heading.cells();
    int width = heading.width();
    if (text.isEmpty()) {
      return;
    }
    Optional<LocalDate> day =
        cells instanceof Cells.Days && text.matches("\\d{4}-\\d{2}-\\d{2}")
            ? Optional.of(LocalDate.parse(text))
            : Optional.empty();
    boolean number = cells instanceof Cells.Numbers && text.matches("-?\\d{1,15}(?:\\.\\d{1,9})?");
    if (day.isPresent()) {
      sheet.value(row, column, day.get());
      sheet.style(row, column).format(DAY).verticalAlignment("top").set();
    } else if (number) {
      sheet.value(row, column, new BigDecimal(text));
      sheet.style(row, column).verticalAlignment("top").set();
    } else {
      sheet.value(row, column, SheetTable.text(text));
      boolean wrap = cells instanceof Cells.Sentences;
      sheet.style(row, column).format(WORDS).verticalAlignment("top").wrapText(wrap).set();
      int lines = wrap ? SheetTable.lines(text.length(), width) : 1;
      if (lines > 1) {
        sheet.rowHeight(row, SheetTable.height(lines));
      }
    }
  }

  private static String letters(int column) {
    return (column >= 26 ? letters(column / 26 - 1) : "") + (char) ('A' + column % 26);
  }
}
