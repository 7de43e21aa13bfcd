// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.comparison;

import casebook.study.analysis.provenance.StudyVariable;
import casebook.study.language.Clause;
import casebook.study.language.Names;
import casebook.study.language.Study;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is wrong with a correlation in the light of the study.
///
/// @param spec what was asked for
/// @param study what the file says
public record CorrelationCheck(CorrelationSpec spec, Study study) {
  private static final String TWICE = "study/correlated-with-itself";

  /// The problems, in the order of the clause.
  public List<Problem> problems() {
    Problems problems = new Problems();
    Names names = Names.of(study);
    ComparisonCheck.measured(spec.names().first(), study, problems);
    ComparisonCheck.measured(spec.names().second(), study, problems);
    Set<String> seen = new HashSet<>(Set.of(spec.names().first().words()));
    once(spec.names().second(), seen, problems);
    for (Clause held : spec.adjusted()) {
      Optional<StudyVariable> found = StudyVariable.find(study, held.words());
      if (found.isEmpty()) {
        problems.add(names.unknown(held.words(), held.wordsAt()));
      } else if (found.get().isDateOrText()) {
        problems.error(
            ComparisonCheck.NOT_MEASURED,
            held.wordsAt(),
            "`" + held.words() + "` is neither a number nor has it levels.",
            "Name a number, a yes/no variable or one with levels.");
      }
      once(held, seen, problems);
    }
    ComparisonCheck.scale(
        spec.wishes().scale(),
        List.of(spec.names().first(), spec.names().second()),
        study,
        problems);
    spec.by().ifPresent(by -> groups(by, names, problems));
    ComparisonCheck.subsets(spec.subsets(), names, problems);
    return problems.list();
  }

  private static void once(Clause name, Set<String> seen, Problems problems) {
    if (!seen.add(name.words())) {
      problems.error(
          TWICE,
          name.wordsAt(),
          "`" + name.words() + "` stands in the correlation twice.",
          "Name another variable, or leave it out.");
    }
  }

  private void groups(Clause by, Names names, Problems problems) {
    Optional<StudyVariable> found = StudyVariable.find(study, by.words());
    if (found.isEmpty()) {
      problems.add(names.unknown(by.words(), by.wordsAt()));
    } else if (!found.get().hasLevels()) {
      problems.error(
          ComparisonCheck.NO_GROUPS,
          by.wordsAt(),
          "`" + by.words() + "` has no levels, so that it makes no groups.",
          "Derive groups from it, or hold it constant: `adjusted for: [" + by.words() + "]`.");
    }
  }
}
