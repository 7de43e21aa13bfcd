// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.survival;

import casebook.study.analysis.survival.FollowUpSpec.Group;
import casebook.study.finding.Address;
import casebook.study.language.Study;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What is wrong with a follow-up in the light of the study.
///
/// @param spec what was asked for
/// @param study what the file says
public record FollowUpCheck(FollowUpSpec spec, Study study) {

  /// The problems, in the order of the clause.
  public List<Problem> problems() {
    Problems problems = new Problems();
    new ClockCheck(spec.clock(), study).problems(problems);
    Set<String> slugs = new HashSet<>();
    for (Group group : spec.groups()) {
      group.people().ifPresent(it -> it.check(study).forEach(problems::add));
      if (!slugs.add(Address.slug(group.label()))) {
        problems.error(
            "study/equal-follow-up",
            spec.at(),
            "The numbers of `" + group.label() + "` would have the address of other people.",
            "Give them another label.");
      }
    }
    return problems.list();
  }
}
