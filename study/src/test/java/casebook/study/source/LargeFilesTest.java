// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import casebook.study.data.Column;
import casebook.study.data.Table;
import casebook.study.language.DataFiles;
import casebook.study.language.DataFiles.Duplicates;
import casebook.study.language.DataFiles.Writing;
import casebook.study.language.Dictionary;
import casebook.study.language.Dictionary.Variable;
import casebook.study.problem.Checked;
import casebook.study.problem.Problem;
import casebook.study.problem.Span;
import casebook.study.unit.Unit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeFilesTest {
  private static final Span AT = new Span("study.yaml", 4, 1, 4);
  private static final Variable NUMBER =
      variable("x", new Dictionary.Type.Measure(Unit.NONE, Optional.empty(), false));
  private static final Variable TEXT = variable("x", new Dictionary.Type.Text());

  @TempDir private Path folder;

  private static Variable variable(String name, Dictionary.Type type) {
    return new Variable(name, name, name, type, "all", List.of(), AT);
  }

  private Checked<Table> read(byte[] bytes, Variable... variables) throws IOException {
    Files.write(folder.resolve("data.csv"), bytes);
    DataFiles files =
        new DataFiles(
            "data.csv",
            Optional.empty(),
            "id",
            Writing.standard(),
            Duplicates.REFUSE,
            Optional.empty(),
            AT);
    Dictionary dictionary = new Dictionary(List.of(variables), List.of(), List.of());
    return Sources.read(folder, files, dictionary);
  }

  private Checked<Table> read(String text, Variable... variables) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8), variables);
  }

  @Test
  void oneEndlessLineIsRefusedAtTheLimitOfAField() throws IOException {
    Checked<Table> read = read("id,x\n1," + "x".repeat(3_000_000), TEXT);
    assertThat(read.problems())
        .extracting(Problem::code, Problem::at)
        .containsExactly(tuple("data/too-long", new Span("data.csv", 2, 3, 1)));
  }

  @Test
  void quoteThatSwallowsTheFileIsRefusedWhereItOpens() throws IOException {
    Checked<Table> read = read("id,x\n1,\"" + "x\n".repeat(1_000_000), TEXT);
    assertThat(read.problems())
        .extracting(Problem::code, Problem::at)
        .containsExactly(tuple("data/unclosed-quote", new Span("data.csv", 2, 3, 1)));
  }

  @Test
  void longFieldsBelowTheLimitAreRead() throws IOException {
    Table table = read("id,x\n1," + "x".repeat(999_999) + "\n", TEXT).orThrow();
    assertThat(((Column.Text) table.column("x")).value(0)).hasSize(999_999);
  }

  @Test
  void tenThousandColumnsAreReadAndTooManyAreRefused() throws IOException {
    assertThat(wide(10_000).problems()).isEmpty();
    assertThat(wide(16_384).problems()).isEmpty();
    assertThat(wide(16_385).problems()).extracting(Problem::code).containsExactly("data/too-long");
  }

  private Checked<Table> wide(int columns) throws IOException {
    String header =
        IntStream.range(2, columns).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    return read("id,x," + header + "\n1,2" + ",3".repeat(columns - 2) + "\n", NUMBER);
  }

  @Test
  void firstHundredProblemsAreListedAndTheRestIsCounted() throws IOException {
    String rows =
        IntStream.range(0, 250).mapToObj(i -> i + ",odd" + i + "\n").collect(Collectors.joining());
    List<Problem> problems = read("id,x\n" + rows, NUMBER).problems();
    assertThat(problems).hasSize(101);
    assertThat(problems.getFirst().message())
        .isEqualTo("Only the first 100 problems in rows and cells are listed; there are 150 more.");
    assertThat(problems.getLast().at().line()).isEqualTo(101);
  }

  @Test
  void charactersOfSeveralBytesMayLieAcrossChunks() throws IOException {
    for (int shift = 0; shift < 4; shift++) {
      String value = "a".repeat(shift) + "é€😀".repeat(20_000);
      Table table = read("id,x\n1," + value + "\n", TEXT).orThrow();
      assertThat(((Column.Text) table.column("x")).value(0)).isEqualTo(value);
    }
  }

  @Test
  void offsetOfABadByteIsExactFarIntoTheFile() throws IOException {
    byte[] bytes = ("id,x\n1," + "é".repeat(50_000) + "\n2,?\n").getBytes(StandardCharsets.UTF_8);
    int bad = bytes.length - 2;
    bytes[bad] = (byte) 0xE9;
    Problem problem = read(bytes, TEXT).problems().getFirst();
    assertThat(problem.message()).startsWith("Byte " + bad + " of the file");
    assertThat(problem.at()).isEqualTo(new Span("data.csv", 3, 3, 1));
    bytes[bad] = 0;
    problem = read(bytes, TEXT).problems().getFirst();
    assertThat(problem.code()).isEqualTo("data/nul-byte");
    assertThat(problem.message()).startsWith("Byte " + bad + " of the file");
  }
}
