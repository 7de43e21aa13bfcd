// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import casebook.study.data.Sheet;
import casebook.study.language.DataFiles.Writing;
import casebook.study.problem.Checked;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import casebook.study.problem.Span;
import de.siegmar.fastcsv.reader.CloseableIterator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/// Reads a table before there is a study file: every cell as text, nothing declared.
public final class Sheets {
  private static final String SEPARATORS = ",;\t|";
  private static final int LONGEST_HEADER = 1 << 20;

  private Sheets() {}

  /// Reads a separated text or the first visible sheet of a workbook.
  ///
  /// @param file a file with a header line; `.xlsx` is read as a workbook, anything else as text
  public static Checked<Sheet> read(Path file) {
    Path fileName = file.getFileName();
    String name = fileName == null ? file.toString() : fileName.toString();
    if (!Files.isRegularFile(file)) {
      return refused("data/no-table", name, "There is no such file.", "Check its name.");
    }
    try {
      return name.toLowerCase(Locale.ROOT).endsWith(".xlsx")
          ? workbook(file, name)
          : separated(file, name);
    } catch (IOException unreadable) {
      return refused(
          "data/no-table", name, "The file cannot be read.", "Is it damaged, or open elsewhere?");
    }
  }

  /// The names of the sheets of a workbook, in their order; none when it cannot be read, which is
  /// told where it is read.
  public static List<String> names(Path workbook) {
    try (ReadableWorkbook book = new ReadableWorkbook(workbook.toFile())) {
      return book.getSheets().map(org.dhatim.fastexcel.reader.Sheet::getName).toList();
    } catch (IOException | ExcelReaderException unreadable) {
      return List.of();
    }
  }

  private static Checked<Sheet> workbook(Path file, String name) throws IOException {
    Checked<XlsxSheet> read =
        Workbook.read(file, name, Files.readAllBytes(file), Optional.empty(), Writing.standard());
    return read.value().isEmpty()
        ? Checked.none(read.problems())
        : sheet(name, ',', false, read.value().get().texts());
  }

  private static Checked<Sheet> separated(Path file, String name) throws IOException {
    byte[] head = new byte[4];
    try (var in = Files.newInputStream(file)) {
      int read = in.readNBytes(head, 0, head.length);
      List<Problem> refusal = FileKind.refusal(Arrays.copyOf(head, read), name);
      if (!refusal.isEmpty()) {
        return Checked.none(refusal);
      }
    }
    char separator = separator(file);
    try (StrictText text = new StrictText(Files.newInputStream(file), name, separator)) {
      List<List<String>> rows = new ArrayList<>();
      CloseableIterator<TextRow> all = CsvRows.of(text, separator);
      while (all.hasNext()) {
        TextRow row = all.next();
        if (!row.blank()) {
          rows.add(row.cells().stream().map(TextRow.Cell::text).toList());
        }
      }
      return text.refusal()
          .map(problem -> Checked.<Sheet>none(List.of(problem)))
          .orElseGet(() -> sheet(name, separator, text.byteOrderMark(), rows));
    } catch (UncheckedIOException damaged) {
      throw damaged.getCause();
    }
  }

  /// The separator that stands most often in the first line, outside quotes.
  private static char separator(Path file) throws IOException {
    StringBuilder line = new StringBuilder();
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      int c = reader.read();
      while (c >= 0 && c != '\n' && c != '\r' && line.length() < LONGEST_HEADER) {
        line.append((char) c);
        c = reader.read();
      }
    }
    String bare = line.toString().replaceAll("\"[^\"]*\"", "");
    return (char)
        SEPARATORS
            .chars()
            .boxed()
            .max(Comparator.comparingLong(separator -> count(bare, separator)))
            .filter(separator -> count(bare, separator) > 0)
            .orElse((int) ',')
            .intValue();
  }

  private static long count(String text, int wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  private static Checked<Sheet> sheet(
      String name, char separator, boolean byteOrderMark, List<List<String>> rows) {
    if (rows.size() < 2) {
      return refused(
          "data/no-table",
          name,
          "The file has no rows below a header.",
          "The first line names the columns.");
    }
    int width = rows.getFirst().size();
    Problems problems = new Problems();
    IntStream.range(1, rows.size())
        .filter(row -> rows.get(row).size() != width)
        .forEach(row -> uneven(name, row, rows.get(row).size(), width, problems));
    return problems.hasErrors()
        ? Checked.none(problems.list())
        : Checked.of(
            new Sheet(
                name, separator, byteOrderMark, rows.getFirst(), rows.subList(1, rows.size())));
  }

  private static void uneven(String name, int row, int cells, int width, Problems problems) {
    problems.error(
        "data/uneven-row",
        Span.ofFile(name),
        "Row " + (row + 1) + " has " + cells + " cells, the header " + width + ".",
        "Mend the row, or its quotes.");
  }

  private static Checked<Sheet> refused(String code, String name, String message, String fix) {
    return Checked.none(List.of(Problem.error(code, Span.ofFile(name), message, fix)));
  }
}
