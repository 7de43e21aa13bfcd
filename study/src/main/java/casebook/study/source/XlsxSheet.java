// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/// The first visible sheet of a workbook, every cell as the text that a study file would read.
final class XlsxSheet {
  private XlsxSheet() {}

  /// The rows that hold anything, each as wide as the first.
  static List<List<String>> rows(Path file) throws IOException {
    ReadingOptions withFormats = new ReadingOptions(true, false);
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), withFormats)) {
      Sheet sheet =
          workbook
              .getSheets()
              .filter(candidate -> candidate.getVisibility() == SheetVisibility.VISIBLE)
              .findFirst()
              .orElseGet(workbook::getFirstSheet);
      List<List<String>> rows = new ArrayList<>();
      try (Stream<Row> all = sheet.openStream()) {
        for (Row row : (Iterable<Row>) all::iterator) {
          List<String> cells =
              cells(row, rows.isEmpty() ? row.getCellCount() : rows.getFirst().size());
          if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
            rows.add(cells);
          }
        }
      }
      return rows;
    }
  }

  private static List<String> cells(Row row, int width) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < Math.max(width, row.getCellCount()); i++) {
      cells.add(row.getOptionalCell(i).map(XlsxSheet::text).orElse(""));
    }
    while (cells.size() > width && cells.getLast().isEmpty()) {
      cells.removeLast();
    }
    return cells;
  }

  private static String text(Cell cell) {
    return switch (cell.getType()) {
      case NUMBER -> isDate(cell) ? date(cell.asDate()) : number(cell.asNumber());
      case BOOLEAN -> cell.asBoolean() ? "yes" : "no";
      case STRING -> cell.asString();
      case FORMULA, ERROR -> cell.getText();
      case EMPTY -> "";
    };
  }

  private static String number(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  private static boolean isDate(Cell cell) {
    String format = cell.getDataFormatString();
    return format != null && format.matches("(?i).*(yy|d[-/. ]+m|m[-/. ]+d).*");
  }

  private static String date(LocalDateTime instant) {
    return instant.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? instant.toLocalDate().toString()
        : instant.toString();
  }
}
