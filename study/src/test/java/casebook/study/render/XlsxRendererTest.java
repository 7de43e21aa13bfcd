// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.report.Document;
import casebook.study.report.Document.Block;
import casebook.study.report.Document.Footnote;
import casebook.study.report.Document.Head;
import casebook.study.report.Document.Inline;
import casebook.study.report.Document.Line;
import casebook.study.report.Document.TableCell;
import casebook.study.report.LetterFindings;
import casebook.study.report.Report;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The workbook, read back.
class XlsxRendererTest {
  private static byte[] letter() {
    return rendered(Report.of(LetterFindings.in("plain")));
  }

  private static byte[] rendered(Document paper) {
    return new XlsxRenderer().render(paper).getFirst().bytes();
  }

  /// The sheets by name, row by row.
  private static Map<String, List<Row>> sheets(byte[] file) throws IOException {
    Map<String, List<Row>> sheets = new HashMap<>();
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      for (Sheet sheet : book.getSheets().toList()) {
        sheets.put(sheet.getName(), sheet.read());
      }
    }
    return sheets;
  }

  @ParameterizedTest
  @ValueSource(strings = {"anti-protein-s", "ille-et-vilaine"})
  void tablesHoldWhatThePageHolds(String study) throws IOException {
    BundledPaper paper = BundledPaper.of(study);
    Map<String, List<Row>> sheets = sheets(paper.file("report.xlsx"));
    int tables = 0;
    for (List<List<String>> table : paper.tables()) {
      List<Row> rows = sheet(sheets, tables, table);
      for (int i = 0; i < table.size(); i++) {
        assertThat(squeezed(rows.get(i + 1)))
            .isEqualTo(String.join("", table.get(i)).replace(" ", ""));
      }
      tables++;
    }
    assertThat(sheets).hasSize(tables + 2);
  }

  /// The sheet of a table, empty rows left out: its caption, its head, its lines.
  private static List<Row> sheet(
      Map<String, List<Row>> sheets, int number, List<List<String>> table) {
    List<String> names =
        new ArrayList<>(
            sheets.keySet().stream()
                .filter(n -> n.startsWith("Table"))
                .sorted(
                    Comparator.comparingInt(String::length)
                        .thenComparing(Comparator.naturalOrder()))
                .toList());
    names.add("STROBE list");
    return sheets.getOrDefault(names.get(number), List.of()).stream()
        .filter(row -> !squeezed(row).isEmpty())
        .limit(table.size() + 1L)
        .toList();
  }

  private static String squeezed(Row row) {
    StringBuilder text = new StringBuilder();
    for (Cell cell : row) {
      if (cell != null) {
        text.append(cell.getText());
      }
    }
    return text.toString().replace(" ", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"anti-protein-s", "ille-et-vilaine"})
  void numbersAreThoseOfTheFindingsToTheLastDigit(String study) throws IOException {
    BundledPaper paper = BundledPaper.of(study);
    Map<String, JsonTree> findings = new HashMap<>();
    for (JsonTree finding : JsonTree.read(paper.file("findings.json")).objects("findings")) {
      findings.put(finding.text("address"), finding);
    }
    List<Row> rows = sheets(paper.file("report.xlsx")).getOrDefault("Numbers", List.of());
    assertThat(rows).hasSize(findings.size() + 1);
    for (Row row : rows.subList(1, rows.size())) {
      JsonTree finding = Objects.requireNonNull(findings.get(row.getCellText(0)));
      assertThat(row.getCellText(2)).isEqualTo(finding.text("printed"));
      assertThat(number(row, 3)).isEqualTo(finding.number("value"));
      assertThat(number(row, 4)).isEqualTo(finding.number("low"));
      assertThat(number(row, 5)).isEqualTo(finding.number("high"));
      assertThat(number(row, 7)).isEqualTo(finding.number("p"));
      assertThat(row.getCellText(10)).isEqualTo(finding.text("method"));
    }
  }

  private static Optional<Double> number(Row row, int column) {
    return row.getOptionalCell(column)
        .filter(cell -> !cell.getText().isEmpty())
        .map(cell -> Double.valueOf(cell.getText().replace("Inf", "Infinity")));
  }

  @Test
  void textThatLooksLikeAFormulaStaysText() throws IOException {
    List<Line> lines = new ArrayList<>();
    for (String label : List.of("=1+1", "+1", "-1", "@SUM(A1)")) {
      TableCell cell = new TableCell(List.of(new Inline.Text(label)), List.of("a"));
      lines.add(new Line(label, "", 0, List.of(), List.of(cell)));
    }
    Block.Table table =
        new Block.Table(
            "table-1",
            "Table 1. =HYPERLINK(\"x\")",
            List.of(new Head("=A1", List.of()), new Head("b", List.of())),
            lines,
            List.of(new Footnote("", "=cmd|' /C calc'!A0")));
    byte[] file =
        rendered(new Document("=1", "", List.of(table), Map.of(), List.of(), List.of(), List.of()));
    for (List<Row> rows : sheets(file).values()) {
      for (Row row : rows) {
        for (Cell cell : row) {
          assertThat(cell == null ? CellType.STRING : cell.getType())
              .isNotEqualTo(CellType.FORMULA);
        }
      }
    }
    FixedZip.unpack(file)
        .forEach((name, part) ->
            assertThat(new String(part, StandardCharsets.UTF_8)).as(name).doesNotContain("<f>"));
  }

  @Test
  void sheetNameIsTheTablesNumber() {
    Block.Table table = new Block.Table("table-s1", "Table S1. x", List.of(), List.of(), List.of());
    Block.Table odd = new Block.Table("table-9", "a/b: c. x", List.of(), List.of(), List.of());
    assertThat(XlsxRenderer.name(table)).isEqualTo("Table S1");
    assertThat(XlsxRenderer.name(odd)).isEqualTo("table-9");
  }

  @Test
  void fileDependsOnThePaperAlone() {
    byte[] file = letter();
    Elsewhere.run(() -> assertThat(letter()).isEqualTo(file));
  }
}
