// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.assay;

import casebook.study.analysis.provenance.StudyVariable;
import casebook.study.language.Clause;
import casebook.study.language.Names;
import casebook.study.language.Study;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import java.util.List;
import java.util.Optional;

/// What is wrong with an `assay` in the light of the study.
///
/// @param spec what was asked for
/// @param study what the file says
public record AssayCheck(AssaySpec spec, Study study) {

  /// The problems, in the order of the clause.
  public List<Problem> problems() {
    Problems problems = new Problems();
    Names names = Names.of(study);
    String variable = spec.variable().words();
    if (names.find(variable).isEmpty()) {
      problems.add(names.unknown(variable, spec.variable().wordsAt()));
    } else if (!names.hasLimit(variable)) {
      problems.error(
          "study/assay-without-limit",
          spec.variable().wordsAt(),
          "`" + variable + "` has no reference limit.",
          "Write one under `reference limits`, for example `"
              + variable
              + ": {percentile: 99, of: controls}`.");
    }
    spec.partition().ifPresent(by -> partition(by, names, problems));
    Imprecision.facts(study, variable).forEach(fact -> percentages(fact, problems));
    return problems.list();
  }

  private void partition(Clause by, Names names, Problems problems) {
    Optional<StudyVariable> found = StudyVariable.find(study, by.words());
    if (found.isEmpty()) {
      problems.add(names.unknown(by.words(), by.wordsAt()));
    } else if (!found.get().hasLevels()) {
      problems.error(
          "study/assay-partition",
          by.wordsAt(),
          "`" + by.words() + "` has no levels, so that it does not part the reference group.",
          "Name a variable with levels or yes/no, such as sex; derive groups from a number.");
    }
  }

  private static void percentages(Clause fact, Problems problems) {
    if (Imprecision.range(fact.words()).isEmpty()) {
      problems.error(
          "study/assay-cv",
          fact.wordsAt(),
          "`" + fact.words() + "` is not a coefficient of variation in percent.",
          "Write `5 %` or a range, `3 to 6 %`.");
    }
  }
}
