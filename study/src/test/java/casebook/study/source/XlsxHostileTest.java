// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.language.DataFiles;
import casebook.study.language.DataFiles.Duplicates;
import casebook.study.language.DataFiles.Writing;
import casebook.study.language.Dictionary;
import casebook.study.problem.Problem;
import casebook.study.problem.Span;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that are called workbooks and are none, or are meant to break what reads them.
class XlsxHostileTest {
  private static final Span AT = new Span("study.yaml", 4, 1, 4);
  private static final String PERSON =
      "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>id</t></is></c></row>"
          + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>p</t></is></c></row>";

  @TempDir private Path folder;

  private List<String> codes() {
    DataFiles files =
        new DataFiles(
            "data.xlsx",
            Optional.empty(),
            "id",
            Writing.standard(),
            Duplicates.REFUSE,
            Optional.empty(),
            AT);
    return Sources.read(folder, files, new Dictionary(List.of(), List.of(), List.of()))
        .problems()
        .stream()
        .map(Problem::code)
        .toList();
  }

  private List<String> codes(byte[] bytes) throws IOException {
    Files.write(folder.resolve("data.xlsx"), bytes);
    return codes();
  }

  private List<String> codes(XlsxFile file) throws IOException {
    file.write(folder.resolve("data.xlsx"));
    return codes();
  }

  private byte[] good() throws IOException {
    return Files.readAllBytes(new XlsxFile().sheet(PERSON).write(folder.resolve("good.xlsx")));
  }

  @Test
  void whatIsNoWorkbookIsRefused() throws IOException {
    byte[] whole = good();
    assertThat(codes(whole)).isEmpty();
    assertThat(codes(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0}))
        .containsExactly("data/not-a-workbook");
    assertThat(codes("id,x\n1,2\n".getBytes(StandardCharsets.UTF_8)))
        .containsExactly("data/not-a-workbook");
    assertThat(codes(new byte[0])).containsExactly("data/not-a-workbook");
    for (int length = 1; length < whole.length; length += 97) {
      assertThat(codes(java.util.Arrays.copyOf(whole, length)))
          .containsExactly("data/not-a-workbook");
    }
  }

  /// One byte is changed at a time: an answer always, an exception never.
  @Test
  void damagedWorkbooksGetAnAnswer() throws IOException {
    byte[] whole = good();
    for (int at = 0; at < whole.length; at += 5) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x55;
      assertThat(codes(damaged)).as("byte " + at).isNotNull();
    }
  }

  @Test
  void partsThatUnpackToMoreThanTheLimitAreRefused() throws IOException {
    Path file = folder.resolve("data.xlsx");
    new XlsxFile().sheet(PERSON).write(file);
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      byte[] block = new byte[1 << 20];
      for (int i = 0; i < 310; i++) {
        zip.write(block);
      }
    }
    assertThat(codes()).containsExactly("data/workbook-too-large");
  }

  @Test
  void documentTypesAreRefused() throws IOException {
    String bomb =
        "<!DOCTYPE sst [<!ENTITY a \"xxxxxxxxxx\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><sst>&b;</sst>";
    assertThat(codes(new XlsxFile().sheet(PERSON).part("xl/sharedStrings.xml", bomb)))
        .containsExactly("data/not-a-workbook");
    String outside =
        "<!DOCTYPE sst SYSTEM \"http://localhost:1/x.dtd\" [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><sst><si><t>&e;</t></si></sst>";
    assertThat(codes(new XlsxFile().sheet(PERSON).part("xl/sharedStrings.xml", outside)))
        .containsExactly("data/not-a-workbook");
  }

  @Test
  void cellsOutsideAnySheetAreRefused() throws IOException {
    String far = "<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>";
    assertThat(codes(new XlsxFile().sheet(far))).containsExactly("data/not-a-workbook");
  }

  @Test
  void namesThatLeadOutAreRefused() throws IOException {
    assertThat(codes(new XlsxFile().sheet(PERSON).part("../../evil.xml", "<x/>")))
        .containsExactly("data/not-a-workbook");
  }

  @Test
  void unknownKindsOfCellsAreRefused() throws IOException {
    String rows = PERSON + "<row r=\"3\"><c r=\"A3\" t=\"zz\"><v>1</v></c></row>";
    assertThat(codes(new XlsxFile().sheet(rows))).containsExactly("data/not-a-workbook");
  }
}
