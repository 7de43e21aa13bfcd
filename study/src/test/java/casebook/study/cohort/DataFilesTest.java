// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.data.Censoring;
import casebook.study.data.Column;
import casebook.study.data.Table;
import casebook.study.language.Study;
import casebook.study.language.form.StudyReader;
import casebook.study.problem.Checked;
import casebook.study.problem.Problem;
import casebook.study.problem.ProblemText;
import casebook.study.problem.Problems;
import casebook.study.source.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every folder of `data-files` is a test: `study.yaml` and `data.csv` are read and the cohort is
/// built. What a person gets to see, and the table where there is one, stand in `problems.txt`.
/// `-Dgolden.update=true` writes these files anew.
class DataFilesTest {
  private static final Path FOLDER = Path.of("src/test/resources/data-files");

  @TestFactory
  Stream<DynamicTest> eachFolderGetsItsAnswer() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      List<Path> cases = folders.filter(Files::isDirectory).sorted().toList();
      return cases.stream()
          .map(folder ->
              DynamicTest.dynamicTest(folder.getFileName().toString(), () -> test(folder)));
    }
  }

  private static void test(Path folder) throws IOException {
    String found = answer(folder);
    Path expected = folder.resolve("problems.txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, found);
    }
    assertThat(found).isEqualTo(Files.readString(expected));
  }

  private static String answer(Path folder) throws IOException {
    byte[] text = Files.readAllBytes(folder.resolve("study.yaml"));
    Checked<Study> study = StudyReader.read("study.yaml", text, List.of());
    assertThat(study.problems()).as("the study file itself is right").isEmpty();
    Study read = study.orThrow();
    Problems problems = new Problems();
    Optional<Table> table = problems.take(Sources.read(folder, read.data(), read.dictionary()));
    Optional<Cohort> cohort =
        table.flatMap(it -> problems.take(CohortBuilder.standard().build(read, it)));
    StringJoiner shown = new StringJoiner("\n");
    for (Problem problem : problems.list()) {
      String file = problem.at().file();
      boolean own = file.equals("study.yaml");
      shown.add(ProblemText.of(problem, own ? read.file().lines() : lines(folder.resolve(file))));
    }
    return shown + cohort.map(DataFilesTest::table).orElse("");
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.exists(file)
        ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList()
        : List.of();
  }

  private static String table(Cohort cohort) {
    Table table = cohort.table();
    StringBuilder text = new StringBuilder("-- " + table.rows() + " rows\n");
    for (int row = 0; row < table.rows(); row++) {
      int at = row;
      text.append("line ").append(table.line(row)).append(": ");
      text.append(
          table.columns().stream()
              .map(column -> column.name() + "=" + cell(column, at))
              .collect(Collectors.joining(" | ")));
      text.append('\n');
    }
    cohort.attrition().steps().forEach(step -> text.append("step ").append(step).append('\n'));
    cohort
        .queries()
        .forEach(query ->
            text.append("query line ")
                .append(query.line())
                .append(": ")
                .append(query.message())
                .append('\n'));
    return text.toString();
  }

  private static String cell(Column column, int row) {
    return switch (column.presence(row)) {
      case NOT_APPLICABLE -> "not applicable";
      case MISSING ->
          column instanceof Column.Dates dates && dates.partial(row).isPresent()
              ? "part " + dates.partial(row).get().text()
              : "missing";
      case KNOWN ->
          switch (column) {
            case Column.Numeric numbers ->
                sign(numbers.censoring(row))
                    + numbers.decimal(row).stripTrailingZeros().toPlainString();
            case Column.Leveled levels -> levels.level(row);
            case Column.Dates dates -> dates.value(row).toString();
            case Column.Text words -> words.value(row).replace("\r", "\\r").replace("\n", "\\n");
          };
    };
  }

  private static String sign(Censoring side) {
    return switch (side) {
      case NONE -> "";
      case BELOW -> "<";
      case ABOVE -> ">";
    };
  }
}
