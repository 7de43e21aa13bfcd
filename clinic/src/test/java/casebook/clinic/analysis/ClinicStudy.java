// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.analysis;

import casebook.clinic.protocol.ClinicSections;
import casebook.clinic.reading.ClinicData;
import casebook.clinic.record.Timeline;
import casebook.study.analysis.Analyses;
import casebook.study.analysis.Analysis;
import casebook.study.cohort.Cohort;
import casebook.study.data.Table;
import casebook.study.finding.Settings;
import casebook.study.language.Study;
import casebook.study.problem.Checked;
import casebook.study.run.StudyResult;
import casebook.study.run.StudyRun;
import casebook.study.source.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Runs a study with events, as the command line does.
final class ClinicStudy {
  private ClinicStudy() {}

  private static StudyRun with(List<Timeline> timelines) {
    List<Analysis<?>> all =
        Stream.concat(Analyses.ALL.stream(), ClinicAnalyses.of(timelines).stream()).toList();
    return new StudyRun(all, List.of(), "test", ClinicSections.ALL);
  }

  /// Reads and checks the text of a study file.
  static Checked<Study> read(String text) {
    return with(List.of()).read("study.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  /// What the study of a folder comes to.
  static StudyResult run(Path folder) throws IOException {
    return run(folder, Files.readString(folder.resolve("study.yaml")));
  }

  /// What another study file comes to with the data of a folder.
  static StudyResult run(Path folder, String text) {
    Study study = read(text).orThrow();
    Table patients = Sources.read(folder, study.data(), study.dictionary()).orThrow();
    ClinicData data = ClinicData.read(folder, study, patients).orThrow();
    StudyRun run = with(data.timelines());
    Cohort cohort = run.cohort(study, Checked.of(data.patients()), Settings.standard()).orThrow();
    return run.paper(cohort, List.of(), Settings.standard());
  }
}
