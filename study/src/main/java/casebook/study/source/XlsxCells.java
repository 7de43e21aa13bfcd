// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import casebook.study.language.DataFiles.Writing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;

/// Cells of a sheet as the texts that a separated text in the declared writing would hold.
///
/// A number is the shortest decimal of its double; a number in a date format is a day, with its
/// time when it has one. Serial 60, the 29 February 1900 that never was, stays that day, and is
/// refused as any day that the calendar does not know.
final class XlsxCells {
  private static final double LAST_DAY = 2_958_466;
  private static final double FIFTEEN_DIGITS = 1e15;
  private static final Pattern ERROR = Pattern.compile("#(?:N/A|[A-Z_0/]+[!?]|GETTING_DATA)");
  private static final int MINUTES = 24 * 60;

  private final boolean from1904;
  private final Writing writing;
  private final Map<String, Boolean> dateFormats = new HashMap<>();
  private int days;

  XlsxCells(boolean from1904, Writing writing) {
    this.from1904 = from1904;
    this.writing = writing;
  }

  /// How many days were read.
  int days() {
    return days;
  }

  /// The row, at least as wide as the header; empty cells behind it are dropped.
  TextRow row(Row row, int width) {
    List<TextRow.Cell> cells = new ArrayList<>();
    for (int i = 0; i < Math.max(width, row.getCellCount()); i++) {
      cells.add(cell(row.getOptionalCell(i), row.getRowNum(), i + 1));
    }
    while (cells.size() > width && cells.getLast().text().isEmpty()) {
      cells.removeLast();
    }
    return new TextRow(row.getRowNum(), cells);
  }

  private TextRow.Cell cell(Optional<Cell> cell, int line, int column) {
    if (cell.isEmpty()) {
      return new TextRow.Cell("", line, column, 1);
    }
    return switch (cell.get().getType()) {
      case EMPTY -> new TextRow.Cell("", line, column, 1);
      case ERROR -> new TextRow.Cell(cell.get().getRawValue(), line, column, 1, Nature.ERROR);
      case NUMBER, BOOLEAN, STRING, FORMULA -> valued(cell.get(), line, column);
    };
  }

  private TextRow.Cell valued(Cell cell, int line, int column) {
    return switch (cell.getValue()) {
      case null -> new TextRow.Cell("=", line, column, 1, Nature.NOT_CALCULATED);
      case BigDecimal number when isDay(cell, number) -> {
        days++;
        yield new TextRow.Cell(day(number.doubleValue()), line, column, 1, Nature.DAY);
      }
      case BigDecimal number -> new TextRow.Cell(number(number), line, column, 1);
      case Boolean truth -> new TextRow.Cell(truth ? "TRUE" : "FALSE", line, column, 1);
      case Object text -> text(cell, text.toString(), line, column);
    };
  }

  private static TextRow.Cell text(Cell cell, String text, int line, int column) {
    boolean error = cell.getType() == CellType.FORMULA && ERROR.matcher(text).matches();
    return new TextRow.Cell(text, line, column, 1, error ? Nature.ERROR : Nature.PLAIN);
  }

  private String number(BigDecimal number) {
    double value = number.doubleValue();
    if (Double.isInfinite(value)) {
      return number.toString();
    }
    String text =
        Math.abs(value) >= FIFTEEN_DIGITS
            ? String.format(Locale.ROOT, "%.14E", value).replaceFirst("\\.?0+E", "E")
            : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    return writing.decimal() == ',' ? text.replace('.', ',') : text;
  }

  private boolean isDay(Cell cell, BigDecimal number) {
    String format = cell.getDataFormatString();
    double serial = number.doubleValue();
    return format != null
        && serial >= (from1904 ? 0 : 1)
        && serial < LAST_DAY
        && dateFormats.computeIfAbsent(format, XlsxCells::isDateFormat);
  }

  /// Says whether a number format shows a day: it has a year or a day, or a month without hours.
  static boolean isDateFormat(String format) {
    String bare =
        format
            .replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.", "")
            .toLowerCase(Locale.ROOT)
            .replace("general", "");
    return bare.matches(".*[yd].*") || (bare.contains("m") && !bare.matches(".*[hs].*"));
  }

  private String day(double serial) {
    long day = (long) Math.floor(serial);
    int minutes = (int) Math.round((serial - day) * MINUTES);
    String text = !from1904 && day == 60 ? written(1900, 2, 29) : written(date(day));
    return minutes == 0
        ? text
        : text + String.format(Locale.ROOT, " %02d:%02d", minutes / 60 % 24, minutes % 60);
  }

  private LocalDate date(long day) {
    LocalDate first = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
    return first.plusDays(!from1904 && day < 60 ? day + 1 : day);
  }

  private String written(LocalDate date) {
    return written(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }

  private String written(int year, int month, int day) {
    return switch (writing.dates()) {
      case ISO -> String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day);
      case DAY_MONTH_YEAR -> String.format(Locale.ROOT, "%02d/%02d/%04d", day, month, year);
      case MONTH_DAY_YEAR -> String.format(Locale.ROOT, "%02d/%02d/%04d", month, day, year);
    };
  }
}
