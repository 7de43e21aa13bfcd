// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.survival;

import casebook.study.analysis.people.Subset;
import casebook.study.analysis.provenance.Covariate.Coding;
import casebook.study.analysis.provenance.Covariate.Wanted;
import casebook.study.analysis.provenance.StudyVariable;
import casebook.study.finding.Address;
import casebook.study.language.Clause;
import casebook.study.language.Names;
import casebook.study.language.Study;
import casebook.study.language.expression.ExprText;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What is wrong with a survival analysis in the light of the study.
///
/// @param spec what was asked for
/// @param study what the file says
public record SurvivalCheck(SurvivalSpec spec, Study study) {

  /// The problems, in the order of the clause.
  public List<Problem> problems() {
    Problems problems = new Problems();
    Names names = Names.of(study);
    new ClockCheck(spec.clock(), study).problems(problems);
    spec.by().ifPresent(it -> groups(it, names, problems));
    Set<String> seen = new HashSet<>();
    for (Clause covariate : spec.covariates()) {
      covariate(covariate, names, problems);
      if (!seen.add(Wanted.of(study, covariate.words()).name())) {
        problems.error(
            "study/adjusted-twice",
            covariate.wordsAt(),
            "`" + covariate.words() + "` stands among the covariates twice.",
            "Remove one.");
      }
    }
    subsets(spec.subsets(), names, problems);
    return problems.list();
  }

  private void groups(Clause by, Names names, Problems problems) {
    GroupWords words = GroupWords.of(by.words());
    if (!words.understood()) {
      problems.error(
          "study/group-coding",
          by.wordsAt(),
          "`" + by.words() + "` does not say how a genotype makes groups.",
          "Write `snp309 as dominant`; it may be " + Coding.WORDS + ".");
      return;
    }
    var found = StudyVariable.find(study, words.name());
    if (found.isEmpty()) {
      problems.add(names.unknown(words.name(), by.wordsAt()));
    } else if (!found.get().hasLevels()) {
      problems.error(
          "study/survival-groups",
          by.wordsAt(),
          "`" + words.name() + "` has no levels, so that it makes no groups.",
          "Derive groups from it, or write it under `adjusted for`.");
    } else if (words.coded() && !found.get().isGenotype()) {
      problems.error(
          "study/group-coding",
          by.wordsAt(),
          "`" + words.name() + "` is no genotype, so that it has no coding.",
          "Write `by: " + words.name() + "`.");
    } else if (ends(words.name())) {
      problems.error(
          "study/grouped-by-event",
          by.wordsAt(),
          "`" + words.name() + "` ends the follow-up; it cannot make the groups as well.",
          "Name something that was known at time zero.");
    }
  }

  private boolean ends(String name) {
    return spec.clock().event().filter(it -> it.words().equals(name)).isPresent()
        || spec.clock().deaths().equals(name);
  }

  private void covariate(Clause covariate, Names names, Problems problems) {
    Wanted wanted = Wanted.of(study, covariate.words());
    if (wanted.variable().isEmpty()) {
      problems.add(names.unknown(wanted.name(), covariate.wordsAt()));
      return;
    }
    StudyVariable variable = wanted.variable().get();
    String what =
        variable.isDateOrText()
            ? "is a date or a text, which a model cannot hold constant"
            : variable.isGenotype() && wanted.coding() == Coding.AS_DECLARED
                ? "is a genotype: say how it counts, " + Coding.WORDS
                : !variable.isGenotype() && wanted.coding() != Coding.AS_DECLARED
                    ? "is no genotype, so it cannot be `" + wanted.coding().word() + "`"
                    : ends(wanted.name()) ? "ends the follow-up" : grouping(wanted.name());
    if (!what.isEmpty()) {
      problems.error(
          "study/survival-covariate",
          covariate.wordsAt(),
          "`" + wanted.name() + "` " + what + ".",
          "Remove it from the covariates, or write another.");
    }
  }

  private String grouping(String name) {
    boolean groups =
        spec.by().filter(it -> GroupWords.of(it.words()).name().equals(name)).isPresent();
    return groups ? "makes the groups, and is in the model already" : "";
  }

  private static void subsets(List<Subset> subsets, Names names, Problems problems) {
    Set<String> slugs = new HashSet<>();
    for (Subset subset : subsets) {
      problems.take(ExprText.truth(subset.keep(), names));
      if (!slugs.add(Address.slug(subset.label()))) {
        problems.error(
            "study/equal-survival-subset",
            subset.keep().at(),
            "The numbers of `" + subset.label() + "` would have the address of another subset.",
            "Give it another label.");
      }
    }
  }
}
