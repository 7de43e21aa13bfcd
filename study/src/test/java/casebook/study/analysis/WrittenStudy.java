// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.analysis.family.Families;
import casebook.study.cohort.Cohort;
import casebook.study.cohort.CohortBuilder;
import casebook.study.finding.Finding;
import casebook.study.finding.Settings;
import casebook.study.language.Study;
import casebook.study.language.form.StudyReader;
import casebook.study.problem.Problem;
import casebook.study.source.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A study as a test writes it.
///
/// @param text the study file
record WrittenStudy(String text) {
  /// The study file of a folder up to a section, with other lines in its place.
  static WrittenStudy of(Path folder, String section, String lines) throws IOException {
    String text = Files.readString(folder.resolve("study.yaml"));
    return new WrittenStudy(text.substring(0, text.indexOf(section)) + lines);
  }

  Study read() {
    return StudyReader.read(
            "study.yaml", text.getBytes(StandardCharsets.UTF_8), Analyses.forms(Analyses.ALL))
        .orThrow();
  }

  List<Problem> problems() {
    return Analyses.check(read(), Analyses.ALL);
  }

  /// What the analyses find, one after the other.
  List<Finding> findings(Path folder, Settings settings) {
    Study study = read();
    Cohort cohort = cohort(folder, study);
    return Analyses.asked(study, Analyses.ALL).stream()
        .flatMap(asked -> asked.run(cohort, settings).stream())
        .toList();
  }

  /// What they find, with adjusted values beside those of families.
  List<Finding> besideFamilies(Path folder) {
    Study study = read();
    List<Asked<?>> asked = Analyses.asked(study, Analyses.ALL);
    return Families.beside(
        study, asked.stream().map(Asked::address).toList(), findings(folder, Settings.standard()));
  }

  private static Cohort cohort(Path folder, Study study) {
    return CohortBuilder.standard()
        .build(study, Sources.read(folder, study.data(), study.dictionary()).orThrow())
        .orThrow();
  }
}
