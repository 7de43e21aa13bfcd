// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.data.Column;
import casebook.study.data.Table;
import casebook.study.language.DataFiles;
import casebook.study.language.DataFiles.DateOrder;
import casebook.study.language.DataFiles.Duplicates;
import casebook.study.language.DataFiles.Writing;
import casebook.study.language.Dictionary;
import casebook.study.language.Dictionary.Variable;
import casebook.study.problem.Checked;
import casebook.study.problem.Problem;
import casebook.study.problem.ProblemText;
import casebook.study.problem.Span;
import casebook.study.unit.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxSourceTest {
  private static final Span AT = new Span("study.yaml", 4, 1, 4);
  private static final Variable X =
      variable("x", new Dictionary.Type.Measure(Unit.NONE, Optional.empty(), false));
  private static final Variable DAY = variable("day", new Dictionary.Type.Date());
  private static final Variable WORDS = variable("words", new Dictionary.Type.Text());
  private static final Variable ANSWER = variable("answer", new Dictionary.Type.YesNo(Map.of()));
  private static final Writing CONTINENTAL =
      new Writing(';', ',', List.of("#N/A"), DateOrder.DAY_MONTH_YEAR, false);

  @TempDir private Path folder;

  private static Variable variable(String name, Dictionary.Type type) {
    return new Variable(name, name, name, type, "all", List.of(), AT);
  }

  private static String words(String cell, String text) {
    return "<c r=\"" + cell + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }

  private static String row(int number, String... cells) {
    return "<row r=\"" + number + "\">" + String.join("", cells) + "</row>";
  }

  /// A sheet with the headers `id` and `name`, and one person whose second cell is given.
  private static String one(String name, String cell) {
    return row(1, words("A1", "id"), words("B1", name)) + row(2, words("A2", "p"), cell);
  }

  private Checked<Table> read(
      XlsxFile file, Optional<String> sheet, Writing writing, Variable... wanted)
      throws IOException {
    file.write(folder.resolve("data.xlsx"));
    DataFiles files =
        new DataFiles("data.xlsx", sheet, "id", writing, Duplicates.REFUSE, Optional.empty(), AT);
    return Sources.read(folder, files, new Dictionary(List.of(wanted), List.of(), List.of()));
  }

  private Checked<Table> read(XlsxFile file, Variable... wanted) throws IOException {
    return read(file, Optional.empty(), Writing.standard(), wanted);
  }

  private Column second(XlsxFile file, Variable wanted) throws IOException {
    Checked<Table> read = read(file, wanted);
    assertThat(ProblemText.of(read.problems(), List.of())).doesNotContain("error");
    return read.orThrow().columns().getLast();
  }

  private String told(XlsxFile file, Variable... wanted) throws IOException {
    return ProblemText.of(read(file, wanted).problems(), List.of());
  }

  private static XlsxFile holding(String name, String cell) {
    return new XlsxFile().sheet(one(name, cell));
  }

  @Test
  void numbersAreTheDoublesOfTheWorkbook() throws IOException {
    Column.Numeric x =
        (Column.Numeric) second(holding("x", "<c r=\"B2\"><v>0.10000000000000001</v></c>"), X);
    assertThat(x.value(0)).isEqualTo(0.1);
    assertThat(x.decimal(0).toPlainString()).isEqualTo("0.1");
  }

  @Test
  void valueOfAFormulaIsRead() throws IOException {
    Column.Numeric x =
        (Column.Numeric) second(holding("x", "<c r=\"B2\"><f>1+1</f><v>2</v></c>"), X);
    assertThat(x.value(0)).isEqualTo(2);
    Column.Dates day =
        (Column.Dates) second(holding("day", "<c r=\"B2\" s=\"1\"><f>A1</f><v>37642</v></c>"), DAY);
    assertThat(day.value(0)).isEqualTo(LocalDate.of(2003, 1, 21));
    Column.Text text =
        (Column.Text)
            second(holding("words", "<c r=\"B2\" t=\"str\"><f>A1</f><v>ab</v></c>"), WORDS);
    assertThat(text.value(0)).isEqualTo("ab");
  }

  @Test
  void formulaWithoutItsValueIsRefused() throws IOException {
    assertThat(told(holding("x", "<c r=\"B2\"><f>1+1</f></c>"), X))
        .isEqualTo(
            """
            data.xlsx people!B2  error  data/cell-not-calculated
              Column `x`: The cell holds a formula, and the file does not hold its value. Open the file in the spreadsheet program and save it again.
            """);
  }

  @Test
  void datesAreToldFromNumbersByTheirFormat() throws IOException {
    for (int style : List.of(1, 3)) {
      Column.Dates day =
          (Column.Dates)
              second(holding("day", "<c r=\"B2\" s=\"" + style + "\"><v>37642</v></c>"), DAY);
      assertThat(day.value(0)).isEqualTo(LocalDate.of(2003, 1, 21));
    }
    assertThat(told(holding("day", "<c r=\"B2\"><v>37642</v></c>"), DAY))
        .contains("data/serial-date", "people!B2");
    assertThat(told(holding("x", "<c r=\"B2\" s=\"1\"><v>37642</v></c>"), X))
        .contains("`2003-01-21` is not a number");
    assertThat(told(holding("day", "<c r=\"B2\" s=\"1\"><v>37642.5</v></c>"), DAY))
        .contains("data/date-with-time", "`2003-01-21 12:00`");
  }

  @Test
  void formatsWithADayOrAMonthAreDates() {
    for (String date :
        List.of("dd/mm/yyyy", "m/d/yy", "mmm-yy", "[$-409]d\\-mmm\\-yyyy;@", "mmmm")) {
      assertThat(XlsxCells.isDateFormat(date)).as(date).isTrue();
    }
    for (String other : List.of("General", "0.00", "h:mm", "mm:ss", "[Red]0", "0 \"days\"", "@")) {
      assertThat(XlsxCells.isDateFormat(other)).as(other).isFalse();
    }
  }

  /// Serials 59, 60 and 61 are 28 February, the day that never was, and 1 March 1900.
  @Test
  void daysAroundTheLeapDayThatNeverWas() throws IOException {
    assertThat(((Column.Dates) second(day(59), DAY)).value(0)).isEqualTo("1900-02-28");
    assertThat(((Column.Dates) second(day(61), DAY)).value(0)).isEqualTo("1900-03-01");
    assertThat(told(day(60), DAY)).contains("data/no-such-day", "`1900-02-29`");
  }

  @Test
  void workbookThatCountsFrom1904SaysSo() throws IOException {
    XlsxFile file = day(36180).from1904();
    assertThat(((Column.Dates) second(file, DAY)).value(0)).isEqualTo("2003-01-21");
    assertThat(told(file, DAY)).contains("note  data/days-from-1904");
  }

  private static XlsxFile day(int serial) {
    return holding("day", "<c r=\"B2\" s=\"1\"><v>" + serial + "</v></c>");
  }

  @Test
  void truthIsYesOrNo() throws IOException {
    Column.Leveled answer =
        (Column.Leveled) second(holding("answer", "<c r=\"B2\" t=\"b\"><v>1</v></c>"), ANSWER);
    assertThat(answer.level(0)).isEqualTo("yes");
  }

  @Test
  void emptyCellsAreMissing() throws IOException {
    assertThat(second(holding("x", ""), X).known(0)).isFalse();
    assertThat(second(holding("x", "<c r=\"B2\"/>"), X).known(0)).isFalse();
    assertThat(second(holding("x", words("B2", "")), X).known(0)).isFalse();
  }

  @Test
  void errorsOfTheSpreadsheetAreRefusedUnlessTheyMeanMissing() throws IOException {
    XlsxFile file = holding("x", "<c r=\"B2\" t=\"e\"><v>#N/A</v></c>");
    assertThat(told(file, X))
        .contains(
            """
            data.xlsx people!B2  error  data/cell-error
              Column `x`: `#N/A` is an error of the spreadsheet, not a value. Mend the formula; if it means missing, write `missing: ["#N/A"]`.
            """);
    Checked<Table> declared = read(file, Optional.empty(), CONTINENTAL, X);
    assertThat(declared.orThrow().columns().getLast().known(0)).isFalse();
    assertThat(told(holding("x", "<c r=\"B2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"), X))
        .contains("data/cell-error", "#DIV/0!");
  }

  @Test
  void declaredWritingHoldsForTextsAndChangesNoNumber() throws IOException {
    String rows =
        row(1, words("A1", "id"), words("B1", "x"), words("C1", "day"))
            + row(2, words("A2", "p"), words("B2", "1,5"), words("C2", "21/01/2003"))
            + row(
                3,
                words("A3", "q"),
                "<c r=\"B3\"><v>1.5</v></c>",
                "<c r=\"C3\" s=\"1\"><v>37642</v></c>");
    Table table = read(new XlsxFile().sheet(rows), Optional.empty(), CONTINENTAL, X, DAY).orThrow();
    Column.Numeric x = (Column.Numeric) table.columns().get(1);
    Column.Dates day = (Column.Dates) table.columns().get(2);
    assertThat(x.value(0)).isEqualTo(1.5).isEqualTo(x.value(1));
    assertThat(day.value(0)).isEqualTo(day.value(1));
  }

  @Test
  void nameThatBecameADateIsRefused() throws IOException {
    assertThat(told(holding("words", "<c r=\"B2\" s=\"1\"><v>37866</v></c>"), WORDS))
        .contains("data.xlsx people!B2  error  data/day-among-texts", "`2003-09-02`");
  }

  @Test
  void longNumbersAmongIdentifiersAreRefused() throws IOException {
    String rows =
        row(1, words("A1", "id")) + row(2, "<c r=\"A2\"><v>1.2345678901234568E16</v></c>");
    assertThat(told(new XlsxFile().sheet(rows))).contains("data/rounded-by-spreadsheet");
  }

  @Test
  void mergedCellsAreRefused() throws IOException {
    XlsxFile file =
        new XlsxFile()
            .sheet(
                "people",
                "",
                "",
                one("x", ""),
                "<mergeCells><mergeCell ref=\"A2:B2\"/></mergeCells>");
    assertThat(told(file, X))
        .isEqualTo(
            """
            data.xlsx people!A2:B2  error  data/merged-cells
              Merged cells hold one value for several rows or columns: A2:B2. Split them and write the value into each cell that it is meant for.
            """);
  }

  @Test
  void hiddenRowsAndColumnsAreReadAndSaid() throws IOException {
    String rows =
        one("x", "<c r=\"B2\"><v>1</v></c>")
            + "<row r=\"3\" hidden=\"1\">"
            + words("A3", "q")
            + "<c r=\"B3\"><v>2</v></c></row>";
    XlsxFile file =
        new XlsxFile()
            .sheet(
                "people", "", "<cols><col min=\"2\" max=\"16384\" hidden=\"1\"/></cols>", rows, "");
    assertThat(told(file, X))
        .contains("warning  data/hidden-cells", "read as all others: row 3; column B.");
    assertThat(read(file, X).orThrow().rows()).isEqualTo(2);
  }

  @Test
  void firstSheetThatIsNotHiddenIsReadUnlessOneIsNamed() throws IOException {
    XlsxFile file =
        new XlsxFile()
            .sheet("notes", "state=\"hidden\"", "", one("x", "<c r=\"B2\"><v>1</v></c>"), "")
            .sheet("people", "", "", one("x", "<c r=\"B2\"><v>2</v></c>"), "")
            .sheet("old", "", "", one("x", "<c r=\"B2\"><v>3</v></c>"), "");
    assertThat(((Column.Numeric) second(file, X)).value(0)).isEqualTo(2);
    assertThat(told(file, X))
        .contains("note  data/other-sheets", "Not read: `notes` (hidden), `old`");
    Checked<Table> named = read(file, Optional.of("notes"), Writing.standard(), X);
    assertThat(((Column.Numeric) named.orThrow().columns().getLast()).value(0)).isEqualTo(1);
    assertThat(named.problems()).isEmpty();
    assertThat(read(file, Optional.of("poeple"), Writing.standard(), X).problems())
        .extracting(Problem::message)
        .containsExactly(
            "There is no sheet `poeple`; the sheets are `notes`, `people`, `old`. Did you mean `people`?");
  }

  @Test
  void rowsKeepTheNumbersOfTheSheet() throws IOException {
    String rows =
        row(1, words("A1", "id"), words("B1", "x"))
            + row(4, words("A4", "p"), "<c r=\"B4\"><v>1</v></c>")
            + row(9, words("A9", "p"), "<c r=\"B9\"><v>2</v></c>", words("C9", "more"));
    assertThat(told(new XlsxFile().sheet(rows), X))
        .contains("data.xlsx people!9  error  data/ragged-row");
    assertThat(read(new XlsxFile().sheet(one("x", "")), X).orThrow().line(0)).isEqualTo(2);
  }

  @Test
  void missingColumnIsNamed() throws IOException {
    assertThat(told(holding("X ", ""), X)).contains("people!1  error  data/missing-column", "`X `");
  }
}
