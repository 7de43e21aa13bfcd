// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import casebook.study.data.Table;
import casebook.study.language.DataFiles;
import casebook.study.problem.Checked;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import casebook.study.problem.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A workbook (.xlsx): one sheet with one row a person, headers in its first row.
///
/// Each cell is read as the text that a separated text would hold in the declared writing; then the
/// same rules hold. A place is named as the spreadsheet names it: `people.xlsx Sheet1!C7`. Limits:
/// 100 MB a file, 300 MB unpacked.
public record XlsxSource() implements Source {
  private static final long LARGEST = 100_000_000;

  @Override
  public boolean reads(String fileName) {
    return fileName.toLowerCase(Locale.ROOT).endsWith(".xlsx");
  }

  @Override
  public Checked<Table> read(Path file, DataFiles files, Columns columns) {
    try {
      if (Files.size(file) > LARGEST) {
        return Checked.none(List.of(Workbook.tooLarge(files.file(), "100 MB")));
      }
      byte[] bytes = Files.readAllBytes(file);
      Checked<XlsxSheet> sheet =
          Workbook.read(file, files.file(), bytes, files.sheet(), files.writing());
      Problems problems = new Problems();
      Optional<XlsxSheet> read = problems.take(sheet);
      return read.isEmpty() || problems.hasErrors()
          ? Checked.none(problems.list())
          : table(read.get(), problems, bytes, files, columns);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + files.file(), e);
    }
  }

  private static Checked<Table> table(
      XlsxSheet sheet, Problems problems, byte[] bytes, DataFiles files, Columns columns) {
    TableReading reading = new TableReading(files, columns);
    sheet.rows().forEach(reading::take);
    Checked<Table> table = reading.table(Optional.empty(), false, () -> Digest.sha256(bytes));
    table.problems().forEach(problem -> problems.add(placed(problem, sheet.name(), files.file())));
    return new Checked<>(table.value(), problems.list());
  }

  /// The problem at the cell as a spreadsheet names it.
  private static Problem placed(Problem problem, String sheet, String file) {
    Span at = problem.at();
    if (!at.file().equals(file) || at.line() == 0) {
      return problem;
    }
    String column = at.column() == 0 ? "" : Workbook.letters(at.column());
    Span cell = Span.ofFile(file + " " + sheet + "!" + column + at.line());
    return new Problem(problem.severity(), problem.code(), cell, problem.message(), problem.fix());
  }
}
