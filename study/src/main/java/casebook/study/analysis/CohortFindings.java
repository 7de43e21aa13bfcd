// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.analysis.comparison.PcrQuality;
import casebook.study.analysis.comparison.ReplicateTable;
import casebook.study.cohort.Cohort;
import casebook.study.cohort.Matched;
import casebook.study.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/// What every report has from the cohort, whatever the study asks for: how people came in, the
/// reference limits, how the matching stands.
public final class CohortFindings {
  private CohortFindings() {}

  /// The findings that the cohort has something to say to, in the order of a paper, with 95%
  /// limits.
  public static List<Finding> of(Cohort cohort) {
    return of(cohort, 0.95);
  }

  /// The findings that the cohort has something to say to, in the order of a paper.
  ///
  /// @param level confidence level
  public static List<Finding> of(Cohort cohort, double level) {
    List<Finding> findings = new ArrayList<>();
    findings.add(FlowFinding.of(cohort));
    Matched.check(cohort).ifPresent(check -> findings.add(MatchingFinding.of(cohort, check)));
    if (!cohort.limits().isEmpty()) {
      findings.add(LimitsFinding.of(cohort));
    }
    PcrQuality.of(cohort).ifPresent(findings::add);
    ReplicateTable.of(cohort, level).ifPresent(findings::add);
    return List.copyOf(findings);
  }
}
