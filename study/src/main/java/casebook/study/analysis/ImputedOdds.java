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

  /// The pooled odds ratio of a contrast.
  ///
  /// @param place the place of the model in the block
  Statistic ratio(int place, Contrast contrast) {
    boolean ours = block.profile() == Profile.CASEBOOK;
    Address address = block.address(block.models().get(place), contrast).with(SLUG);
    Statistic pooled = ratio(place, contrast, address, ours && block.firth());
    if (ours || !block.firth()) {
      return pooled;
    }
    Address beside = address.with(Basis.CASEBOOK);
    Statistic casebook = ratio(place, contrast, beside, true);
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

  /// The test of the pooled crude odds ratio.
  Statistic test(Contrast contrast) {
    Statistic ratio = ratio(0, contrast);
    Address address = block.address(block.models().getFirst(), contrast).with(SLUG);
    return odds(0, contrast, address, false).test(ratio);
  }

  private Statistic ratio(int place, Contrast contrast, Address address, boolean firth) {
    PooledOdds odds = odds(place, contrast, address, firth);
    List<String> reasons = new ArrayList<>();
    double[] logOdds = new double[sets().size()];
    double[] variances = new double[sets().size()];
    for (int i = 0; i < sets().size(); i++) {
      AssociationModel model = sets().get(i).get(place);
      Optional<String> whyNot =
          new ModelOdds(model, contrast.term(), "", odds.basis(), block.level()).whyNot();
      if (whyNot.isPresent()) {
        reasons.add(whyNot.get());
      } else {
        Fit fit = firth ? model.fits().firth() : model.fits().likelihood();
        Coefficient term = fit.term(contrast.term());
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

  private PooledOdds odds(int place, Contrast contrast, Address address, boolean firth) {
    Model model = block.models().get(place);
    AssociationModel smallest = block.imputed().smallest(place);
    AssociationModel.People people = smallest.people();
    int n = people.rows().in();
    Counts counts =
        Counts.of("imputations", sets().size())
            .and("n", n)
            .and("events", people.cases())
            .and("coefficients", smallest.coefficients());
    String label =
        block.words(contrast.label() + ": " + model.oddsRatio() + ", multiple imputation");
    double df = Math.max(1, n - smallest.coefficients() - 1);
    return new PooledOdds(
        address,
        label,
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
