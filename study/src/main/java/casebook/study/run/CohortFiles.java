// SPDX-License-Identifier: Apache-2.0
package casebook.study.run;

import casebook.study.cohort.AnalysisSet;
import casebook.study.cohort.Codebook;
import casebook.study.cohort.Cohort;
import casebook.study.cohort.QueryList;
import casebook.study.render.Renderer.OutputFile;
import java.util.List;

/// The files that hold people rather than results: for the group's own eyes.
final class CohortFiles {
  private CohortFiles() {}

  /// The analysis set, what its columns mean, and what the data manager should look at.
  static List<OutputFile> of(Cohort cohort) {
    return List.of(
        new OutputFile("analysis.csv", AnalysisSet.csv(cohort)),
        new OutputFile("codebook.csv", Codebook.csv(cohort)),
        new OutputFile("queries.csv", QueryList.csv(cohort)));
  }
}
