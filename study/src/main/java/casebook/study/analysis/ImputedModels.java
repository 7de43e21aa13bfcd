// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.analysis.AssociationSpec.Subset;
import casebook.study.analysis.provenance.Covariate;
import casebook.study.cohort.Cohort;
import casebook.study.finding.Address;
import casebook.study.work.Workers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The models of a block fitted in each imputed data set, as in the whole data.
///
/// @param sets for each data set the models in the order of the block; none without imputations
record ImputedModels(List<List<AssociationModel>> sets) {
  ImputedModels {
    sets = sets.stream().map(List::copyOf).toList();
  }

  static ImputedModels of(AssociationQuestion asked, Population population) {
    List<Cohort> imputed =
        asked.spec().requests().models().isPresent() ? List.of() : asked.cohort().imputed();
    List<Supplier<List<AssociationModel>>> fits = new ArrayList<>();
    for (Cohort set : imputed) {
      fits.add(() -> models(asked, population, set));
    }
    return new ImputedModels(new Workers(asked.settings().threads()).all(fits));
  }

  private static List<AssociationModel> models(
      AssociationQuestion asked, Population population, Cohort set) {
    Exposure exposure = Exposure.of(set, asked.spec().exposure().name());
    Optional<Subset> subset =
        asked.spec().subsets().stream()
            .filter(it -> Address.slug(it.label()).equals(population.slug()))
            .findFirst();
    Population people =
        subset.map(it -> Subsets.of(set, it)).orElseGet(() -> Population.everybody(set));
    List<AssociationModel> models = new ArrayList<>();
    models.add(AssociationModel.of(people, exposure, List.of()));
    for (AssociationSpec.CovariateSet covariates : asked.spec().sets()) {
      models.add(
          AssociationModel.of(
              people,
              exposure,
              covariates.covariates().stream().map(it -> Covariate.of(set, it.name())).toList()));
    }
    return models;
  }

  boolean none() {
    return sets.isEmpty();
  }

  /// The model in the data set in which it rests on the fewest persons.
  AssociationModel smallest(int place) {
    return sets.stream()
        .map(models -> models.get(place))
        .min(Comparator.comparingInt(model -> model.people().rows().in()))
        .orElseThrow();
  }

  /// On how many persons a model rests, in the data set in which they are fewest.
  int persons(int place) {
    return smallest(place).people().rows().in();
  }
}
