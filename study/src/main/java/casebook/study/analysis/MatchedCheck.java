// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.analysis.provenance.StudyVariable;
import casebook.study.language.Expr;
import casebook.study.language.ExprUses;
import casebook.study.language.Names;
import casebook.study.language.Selection;
import casebook.study.language.Selection.Matching;
import casebook.study.language.Study;
import casebook.study.problem.Problems;
import java.util.Optional;
import java.util.stream.Stream;

/// What is wrong with `matched by` in the light of the study.
///
/// @param named the variable that is to name the sets
/// @param study what the file says
record MatchedCheck(Named named, Study study) {

  /// Adds what is wrong.
  ///
  /// @param exposure what is compared; empty for a table of characteristics
  void problems(String exposure, Names names, Problems problems) {
    Optional<StudyVariable> found = StudyVariable.find(study, named.name());
    if (found.isEmpty()) {
      problems.add(names.unknown(named.name(), named.at()));
      return;
    }
    Optional<String> other = other(found.get(), exposure);
    if (other.isPresent()) {
      problems.error(
          "study/not-sets",
          named.at(),
          "`" + named.name() + "` " + other.get() + "; it cannot name matched sets.",
          "Name the variable that is the same in all persons of a set, such as the id of the case.");
    } else {
      frequency(problems);
    }
  }

  private Optional<String> other(StudyVariable variable, String exposure) {
    if (variable.name().equals(exposure)) {
      return Optional.of("is the exposure");
    }
    boolean outcome =
        Stream.of(study.selection().cases(), study.selection().controls())
            .flatMap(Optional<Expr>::stream)
            .anyMatch(expr -> ExprUses.variables(expr).contains(variable.name()));
    if (outcome) {
      return Optional.of("says who is a case");
    }
    // a case that names no set is its own: controls have to name theirs
    return variable.of().equals("cases")
        ? Optional.of("was asked of cases only")
        : Optional.empty();
  }

  private void frequency(Problems problems) {
    Optional<Matching> matching = study.selection().matching();
    if (matching.filter(it -> it.kind() == Selection.Kind.FREQUENCY).isPresent()) {
      problems.warning(
          "study/sets-of-frequency-matching",
          named.at(),
          "`matching:` declares frequency matching, which makes no sets of persons who belong"
              + " together, but here sets are named.",
          "Write `kind: individual` there, or leave `matched by` out and adjust for the matching"
              + " factors.");
    }
  }
}
