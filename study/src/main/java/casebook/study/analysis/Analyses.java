// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.analysis.family.FamilyCheck;
import casebook.study.finding.Address;
import casebook.study.language.Clause;
import casebook.study.language.Form;
import casebook.study.language.Study;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// All analyses that a study can ask for.
public final class Analyses {
  /// One line an analysis.
  public static final List<Analysis<?>> ALL =
      List.of(
          new Characteristics(),
          new Association(),
          new Assay(),
          new Genotypes(),
          new MissingValues(),
          new Comparison(),
          new Correlation(),
          new Survival(),
          new FollowUp(),
          new Statements());

  private Analyses() {}

  /// The forms of some analyses, for the reader of the study file.
  public static List<Form<?>> forms(List<Analysis<?>> known) {
    return known.stream().<Form<?>>map(Analysis::form).toList();
  }

  /// What a study asks for, in its order.
  ///
  /// @param study a study that was read with the forms of these analyses
  /// @param known the analyses there are
  public static List<Asked<?>> asked(Study study, List<Analysis<?>> known) {
    List<Asked<?>> asked = new ArrayList<>();
    for (Clause clause : study.analyses()) {
      asked.add(Asked.read(find(clause, known), clause).orThrow());
    }
    return List.copyOf(asked);
  }

  private static Analysis<?> find(Clause clause, List<Analysis<?>> known) {
    return known.stream()
        .filter(analysis -> analysis.form().keyword().equals(clause.keyword()))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no analysis is called " + clause.keyword()));
  }

  /// What is wrong with what a study asks for, in the light of the study.
  ///
  /// @param study a study that was read with the forms of these analyses
  /// @param known the analyses there are
  public static List<Problem> check(Study study, List<Analysis<?>> known) {
    Problems problems = new Problems();
    Map<Address, Clause> taken = new HashMap<>();
    List<Asked<?>> asked = asked(study, known);
    for (int i = 0; i < asked.size(); i++) {
      asked.get(i).check(study).forEach(problems::add);
      Clause clause = study.analyses().get(i);
      Clause other = taken.putIfAbsent(asked.get(i).address(), clause);
      if (other != null) {
        problems.error(
            "study/equal-analysis",
            clause.at(),
            "The numbers of this analysis would have the same address (`"
                + asked.get(i).address()
                + "`) as those of line "
                + other.at().line()
                + ".",
            "Give it a name: `name: ...`.");
      }
    }
    FamilyCheck.of(study, asked.stream().map(Asked::address).toList()).forEach(problems::add);
    return problems.list();
  }
}
