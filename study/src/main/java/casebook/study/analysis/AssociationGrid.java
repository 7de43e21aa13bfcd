// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.analysis.AssociationSpec.CovariateSet;
import casebook.study.analysis.AssociationSpec.Subset;
import casebook.study.analysis.provenance.Covariate;
import casebook.study.analysis.provenance.Sentence;
import casebook.study.analysis.provenance.StudyVariable;
import casebook.study.analysis.sensitivity.Grid;
import casebook.study.analysis.sensitivity.GridQuestion;
import casebook.study.analysis.sensitivity.SensitivitySpec;
import casebook.study.finding.Choice.Option;
import casebook.study.finding.Finding.Specifications;
import casebook.study.language.Dictionary;
import casebook.study.language.Expr;
import casebook.study.language.Names;
import casebook.study.language.expression.ExprText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// The grid of an association: its subsets and covariate sets, each with the words that a sentence
/// needs.
///
/// @param asked what was asked, of whom
record AssociationGrid(AssociationQuestion asked) {

  Specifications finding(SensitivitySpec spec) {
    List<Population> populations = new ArrayList<>();
    populations.add(Population.everybody(asked.cohort()));
    List<Option> people = new ArrayList<>(List.of(option("everybody", "")));
    for (Subset subset : asked.spec().subsets()) {
      populations.add(Subsets.of(asked.cohort(), subset));
      people.add(option(subset.label(), words(subset)));
    }
    List<Option> covariates = new ArrayList<>(List.of(option("nothing (crude)", "")));
    for (CovariateSet set : asked.spec().sets()) {
      covariates.add(option(set.label(), words(set)));
    }
    return Grid.of(
        new GridQuestion(
            asked.base().with(SensitivitySpec.KEY),
            spec,
            asked.cohort(),
            asked.settings(),
            asked.exposure().variable(),
            people,
            covariates,
            new GridModels(asked, populations, spec.estimators())));
  }

  private static Option option(String label, String words) {
    return new Option(label, OptionalDouble.empty(), words);
  }

  private String words(CovariateSet set) {
    List<String> labels =
        set.covariates().stream()
            .map(it -> inside(Covariate.of(asked.cohort(), it.name()).label()))
            .toList();
    return "Adjusted for " + Sentence.list(labels);
  }

  /// `After excluding cases with recurrent thrombosis`, where the subset says not to have
  /// something.
  private String words(Subset subset) {
    Names names = Names.of(asked.cohort().study());
    return excluded(ExprText.truth(subset.keep(), names).orThrow())
        .map(label ->
            "After excluding "
                + (subset.of().equals("all") ? "persons" : subset.of())
                + " with "
                + label)
        .orElse("Restricted to “" + subset.label() + "”");
  }

  private Optional<String> excluded(Expr keep) {
    if (keep instanceof Expr.Not not && not.operand() instanceof Expr.Variable variable) {
      return StudyVariable.find(asked.cohort().study(), variable.name())
          .filter(it -> it.type() instanceof Dictionary.Type.YesNo)
          .map(it -> inside(it.label()));
    }
    return Optional.empty();
  }

  /// A label inside a sentence: the first letter small, unless an abbreviation begins there.
  private static String inside(String label) {
    boolean abbreviation = label.length() > 1 && !Character.isLowerCase(label.charAt(1));
    return abbreviation
        ? label
        : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
  }
}
