// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.analysis.provenance.StudyVariable;
import casebook.study.language.Expr;
import casebook.study.language.ExprUses;
import casebook.study.language.Study;
import casebook.study.problem.Problems;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What holds of every variable on which cases and controls are compared.
final class ComparedVariables {
  private ComparedVariables() {}

  static void askedOfAll(StudyVariable variable, Named named, Problems problems) {
    if (!variable.of().equals("all")) {
      problems.error(
          "study/not-asked-of-all",
          named.at(),
          "`"
              + variable.name()
              + "` was asked of "
              + variable.of()
              + " only, so that cases and"
              + " controls cannot be compared on it.",
          "Leave it out here.");
    }
  }

  /// The variables that say who is a case and who a control.
  static Set<String> outcome(Study study) {
    Set<String> names = new HashSet<>();
    Stream.of(study.selection().cases(), study.selection().controls())
        .flatMap(Optional<Expr>::stream)
        .forEach(expr -> names.addAll(ExprUses.variables(expr)));
    return names;
  }
}
