// SPDX-License-Identifier: Apache-2.0
package casebook.study.check;

import casebook.study.language.Selection;
import casebook.study.language.Selection.Matching;
import casebook.study.language.Study;
import casebook.study.problem.Problem;
import java.util.List;
import java.util.Optional;

/// Individual matching names the variable that says which persons belong together.
final class SetsDeclared implements Check {
  @Override
  public List<Problem> check(Study study) {
    Optional<Matching> matching = study.selection().matching();
    boolean unnamed =
        matching.isPresent()
            && matching.get().kind() == Selection.Kind.INDIVIDUAL
            && matching.get().set().isEmpty();
    return unnamed
        ? List.of(
            Problem.warning(
                "study/no-sets",
                matching.get().at(),
                "Persons were matched individually, but no variable says who belongs to whom.",
                "Name it: `to: case_id`; without it the analysis cannot be conditional."))
        : List.of();
  }
}
