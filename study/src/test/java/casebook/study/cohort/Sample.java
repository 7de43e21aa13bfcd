// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import casebook.study.language.Study;
import casebook.study.language.form.StudyReader;
import casebook.study.problem.Checked;
import casebook.study.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A small made-up study with a bit of everything, and its forty people in any order.
final class Sample {
  static final Path FOLDER = Path.of("src/test/resources/cohort/sample");

  private Sample() {}

  static List<String> lines() throws IOException {
    return Files.readAllLines(FOLDER.resolve("data.csv"));
  }

  static Cohort cohort() throws IOException {
    return built(FOLDER).orThrow();
  }

  /// The cohort of the same study with these lines of data.
  static Cohort cohort(Path temporary, List<String> lines) throws IOException {
    Files.copy(FOLDER.resolve("study.yaml"), temporary.resolve("study.yaml"));
    Files.write(temporary.resolve("data.csv"), lines);
    return built(temporary).orThrow();
  }

  private static Checked<Cohort> built(Path folder) throws IOException {
    byte[] text = Files.readAllBytes(folder.resolve("study.yaml"));
    Study study = StudyReader.read("study.yaml", text, List.of()).orThrow();
    return CohortBuilder.standard()
        .build(study, Sources.read(folder, study.data(), study.dictionary()).orThrow());
  }
}
