// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.analysis.AssociationSpec.CovariateSet;
import casebook.study.analysis.AssociationSpec.Subset;
import casebook.study.analysis.provenance.Covariate.Coding;
import casebook.study.analysis.provenance.Covariate.Wanted;
import casebook.study.analysis.provenance.Sentence;
import casebook.study.analysis.provenance.StudyVariable;
import casebook.study.analysis.sensitivity.SensitivitySpec;
import casebook.study.finding.Address;
import casebook.study.language.Names;
import casebook.study.language.Selection;
import casebook.study.language.Study;
import casebook.study.language.expression.ExprText;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import casebook.study.problem.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What is wrong with an association in the light of the study.
///
/// @param spec what was asked for
/// @param study what the file says
record AssociationCheck(AssociationSpec spec, Study study) {
  /// Labels that would meet other parts of an address.
  private static final Set<String> RESERVED =
      Set.of(
          "crude",
          "cases",
          "controls",
          "restricted",
          "mantel_haenszel",
          "conditional",
          SensitivitySpec.KEY);

  List<Problem> problems() {
    Problems problems = new Problems();
    Names names = Names.of(study);
    groups(problems);
    exposure(names, problems);
    spec.strata().ifPresent(strata -> strata(strata, names, problems));
    new RequestsCheck(spec, study).problems().forEach(problems::add);
    spec.requests()
        .matched()
        .ifPresent(matched ->
            new MatchedCheck(matched, study).problems(spec.exposure().name(), names, problems));
    spec.sets().forEach(set -> set(set, names, problems));
    for (Subset subset : spec.subsets()) {
      problems.take(ExprText.truth(subset.keep(), names));
    }
    labels(spec.sets().stream().map(CovariateSet::label).toList(), sets(), problems);
    labels(spec.subsets().stream().map(Subset::label).toList(), subsets(), problems);
    return problems.list();
  }

  private List<Span> sets() {
    return spec.sets().stream().map(CovariateSet::at).toList();
  }

  private List<Span> subsets() {
    return spec.subsets().stream().map(Subset::at).toList();
  }

  private void groups(Problems problems) {
    Selection selection = study.selection();
    boolean neither = selection.cases().isEmpty() && selection.controls().isEmpty();
    if (neither && !study.heading().design().equals("case-control")) {
      problems.error(
          "study/association-without-groups",
          spec.at(),
          "An association compares cases with controls, but the study does not say who they are.",
          "Write, for example, `cases: group is patient` and `controls: group is control`.");
    }
  }

  private void exposure(Names names, Problems problems) {
    Named exposure = spec.exposure();
    Optional<StudyVariable> found = StudyVariable.find(study, exposure.name());
    if (found.isEmpty()) {
      problems.add(names.unknown(exposure.name(), exposure.at()));
      return;
    }
    if (found.get().isDateOrText()) {
      problems.error(
          "study/not-an-exposure",
          exposure.at(),
          "`"
              + exposure.name()
              + "` is a date or a text; odds ratios need yes/no, levels or a"
              + " number.",
          "Derive one from it.");
    }
    ComparedVariables.askedOfAll(found.get(), exposure, problems);
    if (outcome().contains(exposure.name())) {
      problems.error(
          "study/exposure-is-the-outcome",
          exposure.at(),
          "`" + exposure.name() + "` says who is a case; it cannot be the exposure as well.",
          "Name the variable whose association with being a case you ask for.");
    }
  }

  private void strata(Named strata, Names names, Problems problems) {
    Optional<StudyVariable> found = StudyVariable.find(study, strata.name());
    if (found.isEmpty()) {
      problems.add(names.unknown(strata.name(), strata.at()));
      return;
    }
    Optional<StudyVariable> exposure = StudyVariable.find(study, spec.exposure().name());
    if (!found.get().hasLevels() || exposure.filter(it -> !it.hasLevels()).isPresent()) {
      problems.error(
          "study/no-strata",
          strata.at(),
          "`"
              + strata.name()
              + "` and the exposure must both have levels, to be pooled over strata.",
          "Derive groups, or write it under `adjusted for`.");
    }
    ComparedVariables.askedOfAll(found.get(), strata, problems);
  }

  /// The variables that say who is a case and who a control.
  private Set<String> outcome() {
    return ComparedVariables.outcome(study);
  }

  private void set(CovariateSet set, Names names, Problems problems) {
    Map<String, Named> seen = new LinkedHashMap<>();
    for (Named covariate : set.covariates()) {
      if (seen.putIfAbsent(covariate.name(), covariate) != null) {
        problems.error(
            "study/covariate-twice",
            covariate.at(),
            "`" + covariate.name() + "` stands in `" + set.label() + "` twice.",
            "Remove one.");
      } else {
        covariate(covariate, names, problems);
      }
    }
    if (set.covariates().isEmpty()) {
      problems.error(
          "study/no-covariates",
          set.at(),
          "`" + set.label() + "` names no covariates.",
          "Name at least one; the crude odds ratio is shown anyway.");
    }
    if (spec.requests().matched().isEmpty()) {
      // models of matched sets hold the factors constant without being asked
      matchingFactors(set, problems);
    }
  }

  private void covariate(Named covariate, Names names, Problems problems) {
    Wanted wanted = Wanted.of(study, covariate.name());
    if (wanted.variable().isEmpty()) {
      problems.add(names.unknown(wanted.name(), covariate.at()));
      return;
    }
    StudyVariable variable = wanted.variable().get();
    ComparedVariables.askedOfAll(variable, covariate, problems);
    if (wanted.name().equals(spec.exposure().name())) {
      problems.error(
          "study/adjusted-for-exposure",
          covariate.at(),
          "`" + wanted.name() + "` is the exposure; a model cannot hold it constant.",
          "Remove it from the covariates.");
    }
    if (outcome().contains(wanted.name())) {
      problems.error(
          "study/adjusted-for-outcome",
          covariate.at(),
          "`" + wanted.name() + "` says who is a case; adjusting for it leaves nothing to explain.",
          "Remove it from the covariates.");
    }
    coding(wanted, variable, covariate, problems);
  }

  private static void coding(
      Wanted wanted, StudyVariable variable, Named covariate, Problems problems) {
    String name = variable.name();
    if (variable.isDateOrText()) {
      problems.error(
          "study/not-a-covariate",
          covariate.at(),
          "`" + name + "` is a date or a text, which a model cannot hold constant.",
          "Derive a number or levels from it.");
    } else if (variable.isGenotype() && wanted.coding() == Coding.AS_DECLARED) {
      problems.error(
          "study/bare-genotype",
          covariate.at(),
          "`" + name + "` is a genotype: say how it counts among the covariates.",
          "Write `" + name + " additive`, for example; it may be " + Coding.WORDS + ".");
    } else if (!variable.isGenotype() && wanted.coding() != Coding.AS_DECLARED) {
      problems.error(
          "study/not-a-genotype",
          covariate.at(),
          "`" + name + "` is no genotype, so it cannot be `" + wanted.coding().word() + "`.",
          "Write `" + name + "`.");
    }
  }

  /// Whoever matched on a variable has to adjust for it.
  private void matchingFactors(CovariateSet set, Problems problems) {
    List<String> factors =
        study.selection().matching().stream()
            .flatMap(matching ->
                Stream.concat(
                    matching.exact().stream(),
                    matching.within().stream().map(Selection.Caliper::variable)))
            .filter(factor -> !factor.equals(spec.exposure().name()))
            .filter(factor ->
                set.covariates().stream()
                    .noneMatch(it -> Wanted.of(study, it.name()).name().equals(factor)))
            .toList();
    if (!factors.isEmpty()) {
      problems.warning(
          "study/matching-factor-not-adjusted",
          set.at(),
          "Controls were matched on "
              + Sentence.list(factors)
              + ", which `"
              + set.label()
              + "` does not hold constant. (Pearce N. BMJ 2016;352:i969)",
          "Add " + (factors.size() == 1 ? "it" : "them") + " to the covariates.");
    }
  }

  private void labels(List<String> labels, List<Span> places, Problems problems) {
    Map<String, String> slugs = new LinkedHashMap<>();
    for (int i = 0; i < labels.size(); i++) {
      String slug = Address.slug(labels.get(i));
      String other = slugs.putIfAbsent(slug, labels.get(i));
      if (other != null || reserved(slug)) {
        problems.error(
            "study/equal-address",
            places.get(i),
            "The numbers of `"
                + labels.get(i)
                + "` would have the same address (`"
                + slug
                + "`) as those of "
                + (other == null ? "another part of the analysis." : "`" + other + "`."),
            "Give it another label.");
      }
    }
  }

  /// The models of matched sets have names of their own.
  private boolean reserved(String slug) {
    boolean matched =
        spec.requests().matched().isPresent()
            && (slug.startsWith(MatchedColumns.SLUG)
                || slug.equals(Address.slug(MatchingFactors.LABEL)));
    return matched || RESERVED.contains(slug);
  }
}
