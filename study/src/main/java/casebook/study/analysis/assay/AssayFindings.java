// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.assay;

import casebook.study.finding.Finding;
import casebook.study.plate.Plates;
import casebook.study.work.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Everything that is said of an assay: the reference group, the cut-offs, the odds ratio along
/// them.
public final class AssayFindings {
  private AssayFindings() {}

  /// The findings, in the order of the paper.
  public static List<Finding> of(AssayQuestion asked) {
    List<Supplier<List<Finding>>> pieces = new ArrayList<>();
    asked.plates().ifPresent(plates -> pieces.add(() -> measured(asked, plates)));
    pieces.add(() -> List.of(new ReferenceTable(asked, new ReferenceRows(asked)).finding()));
    pieces.add(() -> List.of(new CutoffTable(asked).finding()));
    pieces.add(() -> drawn(asked));
    return new Workers(asked.settings().threads())
        .all(pieces).stream().flatMap(List::stream).toList();
  }

  /// What the plates say of the measurement itself.
  private static List<Finding> measured(AssayQuestion asked, Plates plates) {
    List<Finding> findings = new ArrayList<>();
    CalibrationTable calibration = new CalibrationTable(asked, plates);
    findings.add(calibration.finding());
    calibration.figure().ifPresent(findings::add);
    findings.add(calibration.recovery());
    new PrecisionTable(asked, plates).finding().ifPresent(findings::add);
    return findings;
  }

  /// The samples drawn anew, and the odds ratio along the cut-off with their interval.
  private static List<Finding> drawn(AssayQuestion asked) {
    Optional<BootstrapTable> bootstrap = BootstrapTable.of(asked);
    List<Finding> findings = new ArrayList<>();
    bootstrap.ifPresent(it -> findings.add(it.finding()));
    new CutoffSweep(asked, bootstrap).finding().ifPresent(findings::add);
    return findings;
  }
}
