// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.analysis.AssociationModel.People;
import casebook.study.analysis.AssociationSpec.CovariateSet;
import casebook.study.analysis.Exposure.Contrast;
import casebook.study.analysis.provenance.Counts;
import casebook.study.analysis.provenance.Covariate;
import casebook.study.analysis.provenance.Methods;
import casebook.study.analysis.provenance.Origin;
import casebook.study.analysis.sensitivity.Estimator;
import casebook.study.analysis.sensitivity.Fitted;
import casebook.study.analysis.sensitivity.Models;
import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Profile;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import casebook.study.work.Workers;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Fits the models of a grid as those of the table of the association are fitted.
///
/// @param asked what was asked, of whom
/// @param people everybody first, then the subsets
/// @param estimators how the odds ratio is estimated
record GridModels(AssociationQuestion asked, List<Population> people, List<Estimator> estimators)
    implements Models {
  GridModels {
    people = List.copyOf(people);
    estimators = List.copyOf(estimators);
  }

  @Override
  public <T> List<T> all(List<Supplier<T>> pieces) {
    return new Workers(asked.settings().threads()).all(pieces);
  }

  @Override
  public Fitted fit(Wanted wanted) {
    Population population = people.get(wanted.people());
    Exposure exposure = Exposure.of(wanted.cohort(), asked.spec().exposure().name());
    AssociationModel model = AssociationModel.of(population, exposure, covariates(wanted));
    ExposureCounts counts = ExposureCounts.of(population, exposure);
    Basis basis = basis(model);
    Map<Estimator, Statistic> odds = new EnumMap<>(Estimator.class);
    for (Estimator estimator : estimators) {
      Address address = wanted.address().with(estimator.word()).with("odds_ratio");
      String label = wanted.label() + ", " + estimator.word() + ": odds ratio";
      Contrast contrast = exposure.contrasts().getFirst();
      ModelOdds ofModel =
          new ModelOdds(model, contrast.term(), label, basis, asked.settings().level());
      boolean table =
          wanted.covariates() == 0 && !exposure.isNumber() && estimator != Estimator.EXACT;
      odds.put(
          estimator,
          table
              ? ofTable(crude(counts, contrast, label, basis), estimator, address)
              : ofModel(ofModel, estimator, address));
    }
    boolean sparse = !ModelWords.sparse(model, counts.emptyCells()).isEmpty();
    return new Fitted(
        List.of(count(model, wanted, true), count(model, wanted, false)), odds, sparse);
  }

  private List<Covariate> covariates(Wanted wanted) {
    if (wanted.covariates() == 0) {
      return List.of();
    }
    CovariateSet set = asked.spec().sets().get(wanted.covariates() - 1);
    return set.covariates().stream()
        .map(named -> Covariate.of(wanted.cohort(), named.name()))
        .toList();
  }

  private Basis basis(AssociationModel model) {
    People people = model.people();
    Counts counts =
        people
            .counts()
            .and("n", people.rows().in())
            .and("events", people.cases())
            .and("coefficients", model.coefficients());
    return asked.origin().basis(counts, people.rows());
  }

  private CrudeOdds crude(ExposureCounts counts, Contrast contrast, String label, Basis basis) {
    return new CrudeOdds(
        counts.table(contrast), label, counts.emptyCells(), basis, asked.settings().level());
  }

  private Profile profile() {
    return asked.settings().profile();
  }

  private Statistic ofTable(CrudeOdds odds, Estimator estimator, Address address) {
    return estimator == Estimator.FIRTH
        ? odds.casebook(address, true)
        : odds.bare(address, profile());
  }

  private Statistic ofModel(ModelOdds odds, Estimator estimator, Address address) {
    return switch (estimator) {
      case MAXIMUM_LIKELIHOOD -> odds.printed(address, profile(), false);
      case FIRTH -> odds.casebook(address, true);
      case EXACT -> odds.exact(address);
    };
  }

  /// How many of a group are exposed, of those in the model; how many there are for a number.
  private Cell count(AssociationModel model, Wanted wanted, boolean cases) {
    String group = cases ? "cases" : "controls";
    Address address = wanted.address().with(group);
    String label = wanted.label() + ", " + group;
    Map<String, Long> counts = model.people().counts().byName();
    int of = cases ? model.people().cases() : model.people().controls();
    long exposed = counts.getOrDefault(group + "_exposed", -1L);
    if (exposed < 0) {
      return Cell.of(
          Form.COUNT,
          asked.origin().count(address.with("count"), label, of, model.people().rows()));
    }
    Basis basis =
        asked.origin().basis(Counts.of("count", exposed).and("of", of), model.people().rows());
    Address percent = address.with("percent");
    return Cell.of(
        Form.COUNT_OF_PERCENT,
        Origin.value(
            address.with("count"), label + ": exposed", (double) exposed, "", Methods.COUNT, basis),
        of == 0
            ? Origin.absent(percent, label, "%", Methods.PERCENT, basis, "nobody is left")
            : Origin.value(percent, label, 100.0 * exposed / of, "%", Methods.PERCENT, basis));
  }
}
