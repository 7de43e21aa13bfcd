// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.stats.impute.Pooling;
import casebook.stats.regress.Coefficient;
import casebook.stats.regress.Firth;
import casebook.stats.regress.Fit;
import casebook.stats.regress.Logistic;
import casebook.study.analysis.AssociationBlock.Model;
import casebook.study.analysis.Exposure.Contrast;
import casebook.study.analysis.imputation.PooledOdds;
import casebook.study.analysis.provenance.Counts;
import casebook.study.analysis.provenance.Covariate.Term;
import casebook.study.analysis.provenance.Origin;
import casebook.study.finding.Address;
import casebook.study.finding.Profile;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import casebook.study.language.DataFiles.Imputations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The odds ratios of a block pooled over the imputed data sets.
///
/// @param block the rows they stand in
record ImputedOdds(AssociationBlock block) {
  /// The part of an address.
  private static final String SLUG = "imputed";

  /// What is pooled.
  ///
  /// @param place the place of the model in the block
  /// @param term the name of its term
  /// @param label what it is, without the way it was made
  /// @param address the beginning of the addresses of its numbers
  private record Wanted(int place, String term, String label, Address address) {
    Wanted at(Address other) {
      return new Wanted(place, term, label, other);
    }
  }

  /// The pooled odds ratio of a contrast.
  ///
  /// @param place the place of the model in the block
  Statistic ratio(int place, Contrast contrast) {
    return beside(wanted(place, contrast));
  }

  /// The test of the pooled crude odds ratio.
  Statistic test(Contrast contrast) {
    return odds(wanted(0, contrast), false).test(ratio(0, contrast));
  }

  /// The pooled odds ratio of a covariate.
  ///
  /// @param place the place of the model in the block
  /// @param address the beginning of the addresses of its odds ratios
  Statistic ofTerm(int place, Term term, String label, Address address) {
    return beside(new Wanted(place, term.name(), label, address.with(SLUG)));
  }

  private Wanted wanted(int place, Contrast contrast) {
    Model model = block.models().get(place);
    String label = block.words(contrast.label() + ": " + model.oddsRatio());
    return new Wanted(place, contrast.term(), label, block.address(model, contrast).with(SLUG));
  }

  /// The printed one, with what profile `casebook` prints beside it where that is Firth's.
  private Statistic beside(Wanted wanted) {
    boolean ours = block.profile() == Profile.CASEBOOK;
    Statistic pooled = ratio(wanted, ours && block.firth());
    if (ours || !block.firth()) {
      return pooled;
    }
    Statistic casebook = ratio(wanted.at(wanted.address().with(Basis.CASEBOOK)), true);
    return new Statistic(
        pooled.address(),
        pooled.label(),
        pooled.estimate(),
        pooled.p(),
        pooled.unit(),
        pooled.method(),
        pooled.basis().withOthers(List.of(new Basis.Other(Basis.CASEBOOK, casebook))),
        pooled.whyNot());
  }

  private Statistic ratio(Wanted wanted, boolean firth) {
    PooledOdds odds = odds(wanted, firth);
    List<String> reasons = new ArrayList<>();
    double[] logOdds = new double[sets().size()];
    double[] variances = new double[sets().size()];
    for (int i = 0; i < sets().size(); i++) {
      AssociationModel model = sets().get(i).get(wanted.place());
      Optional<String> whyNot =
          new ModelOdds(model, wanted.term(), "", odds.basis(), block.level()).whyNot();
      if (whyNot.isPresent()) {
        reasons.add(whyNot.get());
      } else {
        Fit fit = firth ? model.fits().firth() : model.fits().likelihood();
        Coefficient term = fit.term(wanted.term());
        logOdds[i] = term.value();
        variances[i] = term.standardError() * term.standardError();
      }
    }
    return reasons.isEmpty() ? odds.of(logOdds, variances) : odds.absent(whyNot(reasons));
  }

  private List<List<AssociationModel>> sets() {
    return block.imputed().sets();
  }

  private String whyNot(List<String> reasons) {
    return "in "
        + reasons.size()
        + " of "
        + sets().size()
        + " imputed data sets "
        + reasons.getFirst()
        + ", so that they are not pooled";
  }

  private PooledOdds odds(Wanted wanted, boolean firth) {
    AssociationModel smallest = block.imputed().smallest(wanted.place());
    AssociationModel.People people = smallest.people();
    int n = people.rows().in();
    Counts counts =
        Counts.of("imputations", sets().size())
            .and("n", n)
            .and("events", people.cases())
            .and("coefficients", smallest.coefficients());
    double df = Math.max(1, n - smallest.coefficients() - 1);
    return new PooledOdds(
        wanted.address(),
        wanted.label() + ", multiple imputation",
        origin().basis(counts, people.rows()),
        firth ? Firth.standard().toString() : Logistic.standard().toString(),
        new Pooling(df, block.level()));
  }

  private Origin origin() {
    Origin origin = block.asked().origin();
    List<String> files = new ArrayList<>(origin.data());
    files.addAll(
        block
            .asked()
            .cohort()
            .study()
            .data()
            .imputations()
            .map(Imputations::files)
            .orElse(List.of()));
    return new Origin(files, origin.at());
  }
}
