// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import casebook.study.language.DataFiles.Writing;
import casebook.study.problem.Checked;
import casebook.study.problem.NearestWord;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import casebook.study.problem.Span;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellAddress;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/// Opens a workbook, looks for what does not belong there, and reads one sheet.
final class Workbook {
  private static final String OLD = "d0cf11e0";
  private static final int MOST_HIDDEN = 10;

  private final ReadableWorkbook workbook;
  private final String file;
  private final Writing writing;
  private final Problems problems = new Problems();

  private Workbook(ReadableWorkbook workbook, String file, Writing writing) {
    this.workbook = workbook;
    this.file = file;
    this.writing = writing;
  }

  /// Reads a sheet; what is hidden, merged or damaged becomes a problem.
  ///
  /// @param path where the workbook lies
  /// @param file its name, as problems show it
  /// @param bytes its content
  /// @param sheet the sheet's name; empty: the first that is not hidden
  /// @param writing how numbers and dates of the table are written
  static Checked<XlsxSheet> read(
      Path path, String file, byte[] bytes, Optional<String> sheet, Writing writing) {
    String head = HexFormat.of().formatHex(bytes, 0, Math.min(4, bytes.length));
    if (head.equals(OLD)) {
      return refused(
          file,
          "The file is an old spreadsheet (.xls), or it is protected by a password.",
          "Save it as .xlsx without a password.");
    }
    XlsxParts parts;
    try {
      parts = XlsxParts.of(path);
    } catch (XlsxParts.Unfit unfit) {
      return unfit.large()
          ? Checked.none(List.of(tooLarge(file, "300 MB unpacked")))
          : refused(file, unfit.why(), "Save it again with a spreadsheet program.");
    }
    ReadingOptions withFormats = new ReadingOptions(true, false);
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(bytes), withFormats)) {
      return new Workbook(workbook, file, writing).sheet(sheet, parts);
    } catch (IOException
        | ExcelReaderException
        | IllegalStateException
        | IllegalArgumentException
        | IndexOutOfBoundsException damaged) {
      return refused(
          file,
          "The file is not a workbook that can be read; it may be damaged.",
          "Save it again with a spreadsheet program.");
    }
  }

  private Checked<XlsxSheet> sheet(Optional<String> wanted, XlsxParts parts) throws IOException {
    List<Sheet> sheets = workbook.getSheets().toList();
    Optional<Sheet> found = wanted.isPresent() ? named(sheets, wanted.get()) : first(sheets);
    if (found.isEmpty()) {
      return Checked.none(problems.list());
    }
    Sheet sheet = found.get();
    if (wanted.isEmpty() && sheets.size() > 1) {
      problems.add(Problem.note("data/other-sheets", at(sheet, ""), others(sheets, sheet)));
    }
    XlsxParts.Layout layout = parts.layout(sheet.getName());
    if (!layout.merged().isEmpty()) {
      merged(sheet, layout.merged());
    }
    XlsxSheet read = new XlsxSheet(sheet.getName(), rows(sheet, layout));
    return problems.hasErrors() ? Checked.none(problems.list()) : problems.with(read);
  }

  private List<TextRow> rows(Sheet sheet, XlsxParts.Layout layout) throws IOException {
    XlsxCells cells = new XlsxCells(workbook.isDate1904(), writing);
    List<TextRow> rows = new ArrayList<>();
    List<String> hidden = new ArrayList<>();
    int width = 0;
    try (Stream<Row> all = sheet.openStream()) {
      for (Row row : (Iterable<Row>) all::iterator) {
        TextRow read = cells.row(row, width);
        if (read.cells().stream().anyMatch(cell -> !cell.text().isEmpty())) {
          width = rows.isEmpty() ? read.cells().size() : width;
          rows.add(read);
          if (row.isHidden()) {
            hidden.add(String.valueOf(row.getRowNum()));
          }
        }
      }
    }
    hidden(sheet, hidden, layout.hiddenColumns(width).mapToObj(Workbook::letters).toList());
    dates(sheet, cells);
    return rows;
  }

  private Optional<Sheet> first(List<Sheet> sheets) {
    return sheets.stream()
        .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
        .findFirst()
        .or(() -> sheets.stream().findFirst());
  }

  private Optional<Sheet> named(List<Sheet> sheets, String name) {
    Optional<Sheet> found =
        sheets.stream().filter(sheet -> sheet.getName().equals(name)).findFirst();
    if (found.isEmpty()) {
      List<String> names = sheets.stream().map(Sheet::getName).toList();
      problems.error(
          "data/no-sheet",
          Span.ofFile(file),
          ("There is no sheet "
                  + Shown.text(name)
                  + "; the sheets are "
                  + Shown.names(names)
                  + ". "
                  + NearestWord.question(name, names))
              .strip(),
          "Correct `sheet:` under `data:`.");
    }
    return found;
  }

  private static String others(List<Sheet> sheets, Sheet read) {
    String rest =
        sheets.stream()
            .filter(sheet -> sheet.getIndex() != read.getIndex())
            .map(sheet ->
                Shown.text(sheet.getName())
                    + (sheet.getVisibility() == SheetVisibility.VISIBLE ? "" : " (hidden)"))
            .collect(Collectors.joining(", "));
    return "Sheet "
        + Shown.text(read.getName())
        + " is read. Not read: "
        + rest
        + "; `sheet:` under `data:` names another.";
  }

  private void merged(Sheet sheet, List<String> ranges) {
    problems.error(
        "data/merged-cells",
        at(sheet, ranges.getFirst()),
        "Merged cells hold one value for several rows or columns: " + listed(ranges) + ".",
        "Split them and write the value into each cell that it is meant for.");
  }

  private void hidden(Sheet sheet, List<String> rows, List<String> columns) {
    if (rows.isEmpty() && columns.isEmpty()) {
      return;
    }
    List<String> said = new ArrayList<>();
    if (!rows.isEmpty()) {
      said.add((rows.size() == 1 ? "row " : "rows ") + listed(rows));
    }
    if (!columns.isEmpty()) {
      said.add((columns.size() == 1 ? "column " : "columns ") + listed(columns));
    }
    problems.warning(
        "data/hidden-cells",
        at(sheet, ""),
        "Hidden or filtered in the sheet, and read as all others: " + String.join("; ", said) + ".",
        "Show them and look whether they belong; delete what does not.");
  }

  private void dates(Sheet sheet, XlsxCells cells) {
    if (workbook.isDate1904() && cells.days() > 0) {
      problems.add(
          Problem.note(
              "data/days-from-1904",
              at(sheet, ""),
              "The workbook counts its days from 1904-01-01; its dates are converted so."));
    }
  }

  private static String listed(List<String> words) {
    int rest = words.size() - MOST_HIDDEN;
    String first = words.stream().limit(MOST_HIDDEN).collect(Collectors.joining(", "));
    return rest > 0 ? first + " and " + rest + " more" : first;
  }

  private Span at(Sheet sheet, String place) {
    return Span.ofFile(file + " " + sheet.getName() + (place.isEmpty() ? "" : "!" + place));
  }

  /// The letters of a column, from 1: `A`, `Z`, `AA`.
  static String letters(int column) {
    return CellAddress.convertNumToColString(column - 1);
  }

  /// The problem with a workbook beyond a limit.
  static Problem tooLarge(String file, String limit) {
    return Problem.error(
        "data/workbook-too-large",
        Span.ofFile(file),
        "The workbook is larger than " + limit + ".",
        "Keep only the table in it, or save the sheet as \"CSV UTF-8\" and name that file.");
  }

  private static Checked<XlsxSheet> refused(String file, String message, String fix) {
    return Checked.none(
        List.of(Problem.error("data/not-a-workbook", Span.ofFile(file), message, fix)));
  }
}
