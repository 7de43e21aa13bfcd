// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.language.Study;
import casebook.study.language.Vocabulary;
import casebook.study.language.form.StudyReader;
import casebook.study.language.text.StudyText;
import casebook.study.problem.ProblemText;
import casebook.study.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every folder of `study-files` is a test: `study.yaml` is read, and what a person gets to see
/// stands in `problems.txt`. `-Dgolden.update=true` writes these files anew.
class ProtocolFilesTest {
  private static final Path FOLDER = Path.of("src/test/resources/study-files");

  @TestFactory
  Stream<DynamicTest> eachFolderGetsItsProblems() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      List<Path> cases = folders.filter(Files::isDirectory).sorted().toList();
      return cases.stream()
          .map(folder ->
              DynamicTest.dynamicTest(folder.getFileName().toString(), () -> test(folder)));
    }
  }

  private static void test(Path folder) throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve("study.yaml"));
    String found = problems(bytes);
    Path expected = folder.resolve("problems.txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, found);
    }
    assertThat(found).isEqualTo(Files.readString(expected));
    if (folder.getFileName().toString().startsWith("good-")) {
      assertThat(found).isEmpty();
    }
  }

  private static String problems(byte[] bytes) {
    Problems problems = new Problems();
    Vocabulary vocabulary = new Vocabulary(ClinicSections.ALL, List.of());
    Optional<Study> study = problems.take(StudyReader.read("study.yaml", bytes, vocabulary));
    study.ifPresent(
        it -> ClinicSections.ALL.forEach(section -> section.check(it).forEach(problems::add)));
    return ProblemText.of(problems.list(), StudyText.lines(bytes));
  }
}
