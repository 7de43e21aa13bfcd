// SPDX-License-Identifier: Apache-2.0
package casebook.study.run;

import casebook.study.cohort.AnalysisSet;
import casebook.study.cohort.Codebook;
import casebook.study.cohort.Cohort;
import casebook.study.cohort.PlateValues;
import casebook.study.cohort.QueryList;
import casebook.study.render.Renderer.OutputFile;
import java.util.ArrayList;
import java.util.List;

/// The files that hold people rather than results: for the group's own eyes.
final class CohortFiles {
  private CohortFiles() {}

  /// The analysis set, what its columns mean, and what the data manager should look at.
  ///
  /// @param level confidence level of intervals, between 0 and 1
  static List<OutputFile> of(Cohort cohort, double level) {
    List<OutputFile> files = new ArrayList<>();
    files.add(new OutputFile("analysis.csv", AnalysisSet.csv(cohort)));
    files.add(new OutputFile("codebook.csv", Codebook.csv(cohort)));
    files.add(new OutputFile("queries.csv", QueryList.csv(cohort)));
    PlateValues.csv(cohort, level)
        .ifPresent(bytes -> files.add(new OutputFile("plate-values.csv", bytes)));
    return files;
  }
}
