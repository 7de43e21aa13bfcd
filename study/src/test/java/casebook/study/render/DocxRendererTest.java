// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.report.LetterFindings;
import casebook.study.report.Report;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.DocumentDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.FtrDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.SettingsDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/// The Word file, read back by POI, by the schemas of the format and by LibreOffice.
class DocxRendererTest {
  private static byte[] letter() {
    return new DocxRenderer().render(Report.of(LetterFindings.in("plain"))).getFirst().bytes();
  }

  private static String part(byte[] file, String name) {
    return new String(FixedZip.unpack(file).get(name), StandardCharsets.UTF_8);
  }

  @Test
  void partsAreValidByTheSchemasOfTheFormat() throws XmlException {
    byte[] file = letter();
    valid(DocumentDocument.Factory.parse(part(file, "word/document.xml")));
    valid(StylesDocument.Factory.parse(part(file, "word/styles.xml")));
    valid(SettingsDocument.Factory.parse(part(file, "word/settings.xml")));
    valid(FtrDocument.Factory.parse(part(file, "word/footer1.xml")));
  }

  private static void valid(XmlObject part) {
    List<String> errors = new ArrayList<>();
    List<XmlError> found = new ArrayList<>();
    part.validate(new XmlOptions().setErrorListener(found));
    found.forEach(error -> errors.add(error.getMessage()));
    assertThat(errors).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"anti-protein-s", "ille-et-vilaine"})
  void tablesHoldWhatThePageHolds(String study) throws IOException {
    BundledPaper paper = BundledPaper.of(study);
    assertThat(tables(paper.file("report.docx"))).isEqualTo(paper.tables());
  }

  /// The tables of a Word file as POI reads them.
  private static List<List<List<String>>> tables(byte[] file) throws IOException {
    List<List<List<String>>> tables = new ArrayList<>();
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file))) {
      for (XWPFTable table : document.getTables()) {
        List<List<String>> rows = new ArrayList<>();
        for (XWPFTableRow row : table.getRows()) {
          rows.add(
              row.getTableCells().stream()
                  .map(cell -> cell.getText().replace('\u00A0', ' '))
                  .toList());
        }
        tables.add(rows);
      }
    }
    return tables;
  }

  @ParameterizedTest
  @ValueSource(strings = {"anti-protein-s", "ille-et-vilaine"})
  void wordsOutsideTablesAreThoseOfThePage(String study) throws IOException {
    BundledPaper paper = BundledPaper.of(study);
    String page = HtmlTables.words(paper.text("report.html"));
    try (XWPFDocument document =
        new XWPFDocument(new ByteArrayInputStream(paper.file("report.docx")))) {
      List<String> missing =
          document.getParagraphs().stream()
              .filter(p -> List.of("TableNote", "Entry", "EntryNote").contains(p.getStyle()))
              .flatMap(p -> Arrays.stream(p.getText().split(" \u2002", -1)))
              .map(note -> note.replaceFirst("^\\p{Ll}\u00A0", ""))
              .filter(text -> !page.contains(text))
              .toList();
      assertThat(missing).isEmpty();
    }
  }

  @Test
  void tableHasThreeRulesAHeadThatRepeatsAndRowsThatDoNotBreak() throws IOException {
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(letter()))) {
      for (XWPFTable table : document.getTables()) {
        assertThat(table.getTopBorderType()).isEqualTo(XWPFTable.XWPFBorderType.SINGLE);
        assertThat(table.getBottomBorderType()).isEqualTo(XWPFTable.XWPFBorderType.SINGLE);
        assertThat(table.getInsideHBorderType()).isNull();
        assertThat(table.getRow(0).isRepeatHeader()).isTrue();
        assertThat(table.getRows()).allMatch(XWPFTableRow::isCantSplitRow);
        assertThat(table.getRow(0).getTableCells())
            .allMatch(cell -> cell.getCTTc().getTcPr().getTcBorders().isSetBottom());
        assertThat(table.getRow(1).getTableCells())
            .noneMatch(cell -> cell.getCTTc().getTcPr().isSetTcBorders());
      }
    }
  }

  @Test
  void captionsCountThemselvesAndCanBeReferredTo() {
    String text = part(letter(), "word/document.xml");
    assertThat(text)
        .contains(" SEQ Table \\* ARABIC ")
        .contains(" SEQ Figure \\* ARABIC ")
        .contains("w:name=\"table_1\"")
        .contains("w:name=\"figure_1_flow\"");
  }

  @Test
  void figureIsVectorWithDotsBesideItAndWordsForIt() {
    Map<String, byte[]> parts = FixedZip.unpack(letter());
    assertThat(parts.keySet()).contains("word/media/image1.png", "word/media/image2.svg");
    assertThat(part(letter(), "word/document.xml"))
        .contains("svgBlip")
        .contains("descr=\"")
        .doesNotContain("descr=\"\"");
  }

  @Test
  void noteOnTheDataStandsInTheFile() {
    assertThat(part(letter(), "word/document.xml"))
        .contains("The data are reconstructed from the printed numbers of the letter");
  }

  @Test
  void fileDependsOnThePaperAlone() {
    byte[] file = letter();
    Elsewhere.run(() -> assertThat(letter()).isEqualTo(file));
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(strings = {"anti-protein-s", "ille-et-vilaine"})
  void libreOfficeReadsEveryNumber(String study, @TempDir Path folder) throws Exception {
    BundledPaper paper = BundledPaper.of(study);
    Files.write(folder.resolve("report.docx"), paper.file("report.docx"));
    Path pdf = Programs.toPdf(folder, "report.docx");
    assertThat(paper.rowsNotIn(Programs.text(folder, pdf))).isEmpty();
  }
}
