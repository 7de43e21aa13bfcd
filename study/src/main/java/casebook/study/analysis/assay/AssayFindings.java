// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.assay;

import casebook.study.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Everything that is said of an assay: the reference group, the cut-offs, the odds ratio along
/// them.
public final class AssayFindings {
  private AssayFindings() {}

  /// The findings, in the order of the paper.
  public static List<Finding> of(AssayQuestion asked) {
    Optional<BootstrapTable> bootstrap = BootstrapTable.of(asked);
    List<Finding> findings = new ArrayList<>();
    asked
        .plates()
        .ifPresent(plates -> {
          CalibrationTable calibration = new CalibrationTable(asked, plates);
          findings.add(calibration.finding());
          calibration.figure().ifPresent(findings::add);
          findings.add(calibration.recovery());
          new PrecisionTable(asked, plates).finding().ifPresent(findings::add);
        });
    findings.add(new ReferenceTable(asked, new ReferenceRows(asked)).finding());
    findings.add(new CutoffTable(asked).finding());
    bootstrap.ifPresent(it -> findings.add(it.finding()));
    new CutoffSweep(asked, bootstrap).finding().ifPresent(findings::add);
    return List.copyOf(findings);
  }
}
