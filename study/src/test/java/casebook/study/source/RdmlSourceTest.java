// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.data.Column;
import casebook.study.data.Table;
import casebook.study.language.Study;
import casebook.study.language.form.StudyReader;
import casebook.study.problem.Checked;
import casebook.study.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// RDML files. The plate was written by hand from the schema of RDML 1.2.
class RdmlSourceTest {
  private static final Path PLATE = Path.of("src/test/resources/rdml/plate.xml");

  private static final String STUDY =
      """
      casebook: 1
      title: A plate
      design: cross-sectional
      data: plate.rdml
      subject: sample
      variables:
        snp309: {is: genotype, alleles: T>G}
        mdm2: {is: expression, cq: mdm2_cq, reference: [GAPDH]}
      assays:
        mdm2_cq: {replicates: [MDM2_1, MDM2_2], limit: 40}
      """;

  @TempDir private Path folder;

  private Checked<Table> read(byte[] file, String text) throws IOException {
    Files.write(folder.resolve("plate.rdml"), file);
    Study study =
        StudyReader.read("study.yaml", text.getBytes(StandardCharsets.UTF_8), List.of()).orThrow();
    return Sources.read(folder, study.data(), study.dictionary());
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }

  private String why(byte[] file) throws IOException {
    List<Problem> problems = read(file, STUDY).problems();
    assertThat(problems).extracting(Problem::code).containsExactly("data/not-rdml");
    return problems.getFirst().message();
  }

  @Test
  void samplesAreRowsAndReactionsAreCycles() throws IOException {
    Table table = read(zip("rdml_data.xml", Files.readAllBytes(PLATE)), STUDY).orThrow();
    assertThat(table.rows()).isEqualTo(3);
    Column.Text sample = (Column.Text) table.column("sample");
    assertThat(sample.value(0)).isEqualTo("S1");
    Column.Numeric first = (Column.Numeric) table.column("MDM2_1");
    Column.Numeric second = (Column.Numeric) table.column("MDM2_2");
    assertThat(first.value(0)).isEqualTo(27.1);
    assertThat(second.value(0)).isEqualTo(27.3);
    // the reaction with a bubble is excluded, the negative cycle not available
    assertThat(second.known(1)).isFalse();
    assertThat(first.known(2)).isFalse();
    assertThat(second.value(2)).isEqualTo(25.4);
    assertThat(((Column.Numeric) table.column("GAPDH")).value(2)).isEqualTo(17.9);
    assertThat(((Column.Leveled) table.column("snp309")).level(1)).isEqualTo("TG");
  }

  @Test
  void bareXmlIsReadAsItsZip() throws IOException {
    byte[] xml = Files.readAllBytes(PLATE);
    Table bare = read(xml, STUDY).orThrow();
    Table zipped = read(zip("rdml_data.xml", xml), STUDY).orThrow();
    assertThat(bare.rows()).isEqualTo(zipped.rows());
    assertThat(((Column.Numeric) bare.column("MDM2_1")).value(1)).isEqualTo(26.05);
    assertThat(bare.origin().sha256()).isNotEqualTo(zipped.origin().sha256());
  }

  @Test
  void missingTargetIsNamedWithThoseThatThereAre() throws IOException {
    Checked<Table> read = read(Files.readAllBytes(PLATE), STUDY.replace("[GAPDH]", "[B2M]"));
    assertThat(read.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo("data/missing-column");
          assertThat(problem.message()).contains("B2M", "GAPDH");
        });
  }

  @Test
  void badCycleIsNamedWithItsSample() throws IOException {
    String broken = Files.readString(PLATE).replace("<cq>18.4</cq>", "<cq>18,4</cq>");
    Problem problem = read(broken.getBytes(StandardCharsets.UTF_8), STUDY).problems().getFirst();
    assertThat(problem.at().file()).isEqualTo("plate.rdml, sample 2, GAPDH");
  }

  @Test
  void whatIsNoRdmlIsRefused() throws IOException {
    String plate = Files.readString(PLATE);
    String entity =
        plate.replace(
            "<rdml xmlns",
            "<!DOCTYPE rdml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<rdml xmlns");
    assertThat(why(entity.replace(">TT<", ">&x;<").getBytes(StandardCharsets.UTF_8)))
        .contains("document type");
    assertThat(why(zip("other.xml", plate.getBytes(StandardCharsets.UTF_8))))
        .contains("rdml_data.xml");
    assertThat(why("<rdml><react>".getBytes(StandardCharsets.UTF_8))).contains("damaged");
    assertThat(why("<html></html>".getBytes(StandardCharsets.UTF_8))).contains("not RDML");
    assertThat(why("<rdml version='1.2'></rdml>".getBytes(StandardCharsets.UTF_8)))
        .contains("no reaction");
    assertThat(why(new byte[0])).contains("damaged");
    byte[] half = zip("rdml_data.xml", plate.getBytes(StandardCharsets.UTF_8));
    assertThat(why(Arrays.copyOf(half, half.length / 3))).contains("damaged");
  }
}
