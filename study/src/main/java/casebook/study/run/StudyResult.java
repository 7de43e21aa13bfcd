// SPDX-License-Identifier: Apache-2.0
package casebook.study.run;

import casebook.study.finding.Findings;
import casebook.study.render.Renderer.OutputFile;
import java.util.List;

/// What a run gives: the findings, and every file of the result folder.
///
/// @param findings every number with its provenance
/// @param files the files, each with its path inside the result folder
public record StudyResult(Findings findings, List<OutputFile> files) {
  public StudyResult {
    files = List.copyOf(files);
  }
}
