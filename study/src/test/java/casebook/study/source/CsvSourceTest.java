// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.data.Censoring;
import casebook.study.data.Column;
import casebook.study.data.Presence;
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
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvSourceTest {
  private static final Span AT = new Span("study.yaml", 3, 1, 4);

  @TempDir private Path folder;

  @Test
  void everyTypeIsRead() throws IOException {
    Table table =
        table(
            """
            id,sex,age,when,fvl,old
            001,1,41.5,2001-02-03,wt,yes
            002,2,,2001-02,A|G,FALSE
            """,
            Writing.standard(),
            levels("sex", List.of("male", "female"), Map.of("male", "1", "female", "2")),
            measure("age", false),
            variable("when", new Dictionary.Type.Date()),
            variable("fvl", new Dictionary.Type.Genotype("G", "A", Map.of("GG", "wt"))),
            variable("old", new Dictionary.Type.YesNo(Map.of())));
    assertThat(((Column.Text) table.column("id")).value(0)).isEqualTo("001");
    assertThat(((Column.Leveled) table.column("sex")).level(1)).isEqualTo("female");
    assertThat(((Column.Numeric) table.column("age")).value(0)).isEqualTo(41.5);
    assertThat(table.column("age").presence(1)).isEqualTo(Presence.MISSING);
    Column.Dates when = (Column.Dates) table.column("when");
    assertThat(when.value(0)).isEqualTo(LocalDate.of(2001, 2, 3));
    assertThat(when.known(1)).isFalse();
    assertThat(when.partial(1).orElseThrow().last()).isEqualTo(LocalDate.of(2001, 2, 28));
    Column.Leveled fvl = (Column.Leveled) table.column("fvl");
    assertThat(List.of(fvl.level(0), fvl.level(1))).containsExactly("GG", "GA");
    assertThat(((Column.Leveled) table.column("old")).level(1)).isEqualTo("no");
    assertThat(table.line(1)).isEqualTo(3);
  }

  @Test
  void digestIsOfTheBytesThatWereRead() throws IOException {
    // printf 'id\n1\n' | sha256sum
    Table table = table("id\n1\n", Writing.standard());
    assertThat(table.origin())
        .isEqualTo(
            new Table.Origin(
                "data.csv", "7cde7fb64fd82bd152710cf238e017b9ab46c0592483edc067ba4f6c75fac108", 1));
  }

  @Test
  void decimalsAreKeptExactly() throws IOException {
    Table table =
        table("id,x\n1,1000000000000.40000001\n2,8.20\n", Writing.standard(), measure("x", false));
    Column.Numeric x = (Column.Numeric) table.column("x");
    assertThat(x.decimal(0)).isEqualTo(new BigDecimal("1000000000000.40000001"));
    assertThat(x.decimal(1)).isEqualByComparingTo("8.2");
  }

  @Test
  void censoredValuesAreKeptWhereDeclared() throws IOException {
    Table table = table("id,x\n1,<10\n2,>= 1000\n3,5\n", Writing.standard(), measure("x", true));
    Column.Numeric x = (Column.Numeric) table.column("x");
    assertThat(List.of(x.censoring(0), x.censoring(1), x.censoring(2)))
        .containsExactly(Censoring.BELOW, Censoring.ABOVE, Censoring.NONE);
    assertThat(x.value(1)).isEqualTo(1000);
  }

  @Test
  void placeOfACellIsExactBehindQuotesAndLineEnds() throws IOException {
    Checked<Table> read =
        read(
            "id,note,x\r\n1,\"a \"\"b\"\"\r\nc\",oops\r\n".getBytes(StandardCharsets.UTF_8),
            Writing.standard(),
            Duplicates.REFUSE,
            variable("note", new Dictionary.Type.Text()),
            measure("x", false));
    assertThat(read.problems())
        .extracting(Problem::at)
        .containsExactly(new Span("data.csv", 3, 4, 4));
  }

  private Table table(String csv, Writing writing, Variable... variables) throws IOException {
    return read(csv.getBytes(StandardCharsets.UTF_8), writing, Duplicates.REFUSE, variables)
        .orThrow();
  }

  private Checked<Table> read(
      byte[] csv, Writing writing, Duplicates duplicates, Variable... variables)
      throws IOException {
    Files.write(folder.resolve("data.csv"), csv);
    DataFiles files =
        new DataFiles(
            "data.csv", Optional.empty(), "id", writing, duplicates, Optional.empty(), AT);
    return Sources.read(
        folder, files, new Dictionary(Arrays.asList(variables), List.of(), List.of()));
  }

  private static Variable measure(String name, boolean censored) {
    return variable(name, new Dictionary.Type.Measure(Unit.NONE, Optional.empty(), censored));
  }

  private static Variable levels(String name, List<String> levels, Map<String, String> codes) {
    return variable(name, new Dictionary.Type.Levels(levels, codes, false));
  }

  private static Variable variable(String name, Dictionary.Type type) {
    return new Variable(name, name, name, type, "all", List.of(), AT);
  }
}
