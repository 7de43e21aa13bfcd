// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.analysis.AssociationSpec.CovariateSet;
import casebook.study.analysis.Exposure.Contrast;
import casebook.study.analysis.provenance.Counts;
import casebook.study.analysis.provenance.Covariate;
import casebook.study.finding.Address;
import casebook.study.finding.Profile;
import casebook.study.finding.Statistic.Basis;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// The rows of one population: the whole, or a subset.
///
/// @param asked what was asked, of whom
/// @param population the persons
/// @param counts cases and controls by level of the exposure
/// @param models the crude model first, then one for each covariate set
/// @param sparse why all odds ratios of these rows are Firth's in profile `casebook`; empty when
///   they are not
/// @param matched the models inside matched sets, the exposure alone first; none without sets
/// @param imputed the same models in each imputed data set
record AssociationBlock(
    AssociationQuestion asked,
    Population population,
    ExposureCounts counts,
    List<Model> models,
    List<String> sparse,
    List<MatchedModel> matched,
    ImputedModels imputed) {
  AssociationBlock {
    models = List.copyOf(models);
    matched = List.copyOf(matched);
    sparse = List.copyOf(sparse);
  }

  /// A model under its name.
  ///
  /// @param slug its part of an address
  /// @param label the label of its covariate set; empty for the crude model
  /// @param model the model
  record Model(String slug, String label, AssociationModel model) {
    boolean isCrude() {
      return label.isEmpty();
    }

    /// What its odds ratio is called.
    String oddsRatio() {
      return isCrude() ? "crude odds ratio" : "odds ratio adjusted for " + label;
    }
  }

  /// The models of a population, each to be fitted: the crude one, then one a covariate set.
  static List<Supplier<Model>> models(AssociationQuestion asked, Population population) {
    List<Supplier<Model>> models = new ArrayList<>();
    models.add(
        () -> new Model("crude", "", AssociationModel.of(population, asked.exposure(), List.of())));
    for (CovariateSet set : asked.spec().sets()) {
      models.add(() ->
          new Model(
              Address.slug(set.label()),
              set.label(),
              AssociationModel.of(population, asked.exposure(), covariates(asked, set))));
    }
    return models;
  }

  private static List<Covariate> covariates(AssociationQuestion asked, CovariateSet set) {
    return set.covariates().stream()
        .map(named -> Covariate.of(asked.cohort(), named.name()))
        .toList();
  }

  /// @param models the fitted models of the population
  static AssociationBlock of(AssociationQuestion asked, Population population, List<Model> models) {
    ExposureCounts counts = ExposureCounts.of(population, asked.exposure());
    Set<String> sparse = new LinkedHashSet<>();
    for (Model model : models) {
      sparse.addAll(ModelWords.sparse(model.model(), counts.emptyCells()));
    }
    return new AssociationBlock(
        asked,
        population,
        counts,
        models,
        List.copyOf(sparse),
        matched(asked, population),
        ImputedModels.of(asked, population));
  }

  private static List<MatchedModel> matched(AssociationQuestion asked, Population population) {
    List<MatchedModel> matched = new ArrayList<>();
    asked
        .sets()
        .ifPresent(sets -> {
          for (CovariateSet set : asked.matchedSets()) {
            matched.add(
                MatchedModel.of(
                    population, asked.exposure(), set.label(), covariates(asked, set), sets));
          }
        });
    return matched;
  }

  Exposure exposure() {
    return asked.exposure();
  }

  Profile profile() {
    return asked.settings().profile();
  }

  double level() {
    return asked.settings().level();
  }

  /// Whether profile `casebook` estimates these rows by Firth's penalised likelihood.
  boolean firth() {
    return !sparse.isEmpty();
  }

  /// Whether the printed odds ratios are Firth's.
  boolean firthPrinted() {
    return firth() && profile() == Profile.CASEBOOK;
  }

  /// The beginning of the addresses of these rows.
  Address address() {
    return population.isEverybody()
        ? asked.base()
        : asked.base().with("restricted").with(population.slug());
  }

  Address address(Model model, Contrast contrast) {
    Address address = address().with(model.slug());
    return contrast.slug().isEmpty() ? address : address.with(contrast.slug());
  }

  /// A label with the subset behind it.
  String words(String label) {
    return population.isEverybody() ? label : label + " (" + population.label() + ")";
  }

  /// The 2x2 table of a contrast with all its odds ratios.
  CrudeOdds crude(Model model, Contrast contrast) {
    String label = words(contrast.label() + ": " + model.oddsRatio());
    return new CrudeOdds(
        counts.table(contrast), label, counts.emptyCells(), tableBasis(contrast), level());
  }

  /// What the numbers of a 2x2 table rest on.
  Basis tableBasis(Contrast contrast) {
    Counts cells = counts.counts(contrast);
    long n = cells.byName().values().stream().mapToLong(Long::longValue).sum();
    return asked.origin().basis(cells.and("n", n), models.getFirst().model().people().rows());
  }

  /// What the numbers of a model rest on.
  Basis basis(Model model) {
    AssociationModel.People people = model.model().people();
    Counts all =
        people
            .counts()
            .and("n", people.rows().in())
            .and("events", people.cases())
            .and("coefficients", model.model().coefficients());
    return asked.origin().basis(all, people.rows());
  }

  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    for (Model model : models) {
      String name =
          words(model.isCrude() ? "The crude model" : "The model adjusted for " + model.label());
      warnings.addAll(ModelWords.warnings(model.model(), name));
    }
    return warnings;
  }
}
