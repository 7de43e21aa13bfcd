// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.sensitivity;

import casebook.study.analysis.provenance.Sentence;
import casebook.study.analysis.provenance.StudyVariable;
import casebook.study.cohort.OtherLimit;
import casebook.study.language.Dictionary;
import casebook.study.language.Study;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import java.util.List;
import java.util.Set;

/// What is wrong with a declared grid in the light of the study.
///
/// @param spec what was asked for
/// @param study what the file says
public record SensitivityCheck(SensitivitySpec spec, Study study) {
  static final String CUTOFF = "study/sensitivity-cut-off";

  /// Looks.
  ///
  /// @param exposure the exposure of the association
  /// @param matched whether the association is analysed inside matched sets
  public List<Problem> problems(StudyVariable exposure, boolean matched) {
    Problems problems = new Problems();
    if (matched) {
      problems.error(
          "study/sensitivity-of-sets",
          spec.at(),
          "A grid of specifications has no models inside matched sets.",
          "Ask for it in an association of its own, without `matched by`.");
    }
    boolean many =
        exposure.type() instanceof Dictionary.Type.Levels levels && levels.levels().size() > 2;
    if (many || exposure.isGenotype()) {
      problems.error(
          "study/sensitivity-of-levels",
          spec.at(),
          "`"
              + exposure.name()
              + "` has more than two levels, so that each specification would have several odds"
              + " ratios.",
          "Derive a yes/no variable from it and ask for the grid there.");
    }
    Set<String> limits = OtherLimit.behind(study, exposure.name());
    if (!spec.cutoffs().isEmpty() && limits.size() != 1) {
      problems.error(
          CUTOFF,
          spec.cutoffs().getFirst().at(),
          limits.isEmpty()
              ? "`" + exposure.name() + "` does not rest on a reference limit."
              : "`"
                  + exposure.name()
                  + "` rests on several reference limits: "
                  + Sentence.list(limits.stream().sorted().toList())
                  + ".",
          limits.isEmpty()
              ? "Cut-offs need an exposure such as `yes when: igm above limit`."
              : "Cut-offs need an exposure that rests on one limit.");
    }
    return problems.list();
  }
}
