// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.analysis.AssociationSpec.CovariateSet;
import casebook.study.analysis.provenance.Covariate;
import casebook.study.analysis.provenance.StudyVariable;
import casebook.study.language.Selection.Caliper;
import casebook.study.language.Selection.Matching;
import casebook.study.language.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What controls were matched on, as covariates: a model that does not hold the sets together has
/// to hold these constant, and a factor that was matched within a distance may still differ inside
/// a set.
///
/// Source: Pearce N. BMJ 2016;352:i969; Wan F, Colditz GA, Sutcliffe S. Am J Epidemiol
/// 2021;190:1859.
final class MatchingFactors {
  /// The label of the model that holds them constant and nothing else.
  static final String LABEL = "matching factors";

  private MatchingFactors() {}

  /// The factors of a study that a model can hold constant, without one variable.
  static List<String> of(Study study, String without) {
    return study.selection().matching().stream()
        .flatMap(MatchingFactors::all)
        .filter(name -> !name.equals(without))
        .filter(
            name -> StudyVariable.find(study, name).filter(it -> !it.isDateOrText()).isPresent())
        .toList();
  }

  private static Stream<String> all(Matching matching) {
    return Stream.concat(
        matching.exact().stream(), matching.within().stream().map(Caliper::variable));
  }

  /// The covariate sets of models inside matched sets: none first, then those of the question,
  /// without the factors that were added and cannot differ inside a set.
  ///
  /// @param held a question with the factors in every set
  static List<CovariateSet> inside(AssociationSpec held, Study study) {
    List<String> exact = study.selection().matching().map(Matching::exact).orElse(List.of());
    List<CovariateSet> sets = new ArrayList<>();
    sets.add(new CovariateSet("", List.of(), held.at()));
    for (CovariateSet set : held.sets()) {
      List<Named> differ =
          set.covariates().stream()
              .filter(it -> !(it.at().equals(set.at()) && exact.contains(it.name())))
              .toList();
      if (!differ.isEmpty()) {
        sets.add(new CovariateSet(set.label(), differ, set.at()));
      }
    }
    return sets;
  }

  /// A question about matched sets with the factors in every covariate set, and a set of their own;
  /// another question as it is.
  static AssociationSpec held(AssociationSpec spec, Study study) {
    List<String> factors = of(study, spec.exposure().name());
    Optional<Named> matched = spec.requests().matched();
    if (matched.isEmpty() || factors.isEmpty()) {
      return spec;
    }
    List<CovariateSet> sets = new ArrayList<>();
    sets.add(with(new CovariateSet(LABEL, List.of(), spec.at()), factors, study));
    spec.sets().forEach(set -> sets.add(with(set, factors, study)));
    return spec.withSets(sets);
  }

  private static CovariateSet with(CovariateSet set, List<String> factors, Study study) {
    List<Named> covariates = new ArrayList<>(set.covariates());
    for (String factor : factors) {
      boolean there =
          set.covariates().stream()
              .anyMatch(it -> Covariate.Wanted.of(study, it.name()).name().equals(factor));
      if (!there) {
        covariates.add(new Named(factor, set.at()));
      }
    }
    return new CovariateSet(set.label(), covariates, set.at());
  }
}
