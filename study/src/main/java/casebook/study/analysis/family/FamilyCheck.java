// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.family;

import casebook.study.finding.Address;
import casebook.study.language.Clause;
import casebook.study.language.Study;
import casebook.study.language.Study.Family;
import casebook.study.problem.NearestWord;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What is wrong with the families of a study in the light of its analyses.
public final class FamilyCheck {
  private FamilyCheck() {}

  /// Looks.
  ///
  /// @param analyses the beginnings of the addresses of all analyses
  public static List<Problem> of(Study study, List<Address> analyses) {
    Problems problems = new Problems();
    Members members = new Members(analyses);
    Map<String, String> taken = new HashMap<>();
    for (Family family : study.families()) {
      for (Clause member : family.members()) {
        if (members.analysis(member.words()).isEmpty() && members.owner(member.words()).isEmpty()) {
          unknown(member, members, problems);
        }
        String path = members.analysis(member.words()).map(Address::path).orElse(member.words());
        String other = taken.putIfAbsent(path, family.name());
        if (other != null) {
          problems.error(
              "study/family-member-twice",
              member.wordsAt(),
              "`" + member.words() + "` is in the family `" + other + "` already.",
              "A P value belongs to one family; remove it from one.");
        }
      }
      if (family.members().isEmpty()) {
        problems.error(
            "study/family-without-members",
            family.at(),
            "The family `" + family.name() + "` has no members.",
            "Name the analyses whose P values are adjusted together.");
      }
    }
    return problems.list();
  }

  private static void unknown(Clause member, Members members, Problems problems) {
    boolean several = members.named(member.words()).size() > 1;
    String nearest = NearestWord.question(member.words(), members.words());
    problems.error(
        "study/family-member",
        member.wordsAt(),
        several
            ? "Several analyses are called `" + member.words() + "`."
            : "`" + member.words() + "` is neither an analysis nor the address of a number.",
        several || nearest.isEmpty()
            ? "Write one of: " + String.join(", ", members.words()) + "."
            : nearest);
  }
}
