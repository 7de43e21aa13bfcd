// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.analysis.AssociationBlock.Model;
import casebook.study.analysis.Exposure.Contrast;
import casebook.study.analysis.provenance.Covariate.Term;
import casebook.study.analysis.provenance.Origin;
import casebook.study.analysis.provenance.Slugs;
import casebook.study.finding.Address;
import casebook.study.finding.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// The numbers of an association that its table does not show: tests of the counts, the persons and
/// the other terms of each model.
///
/// @param block the rows they belong to
record ModelNumbers(AssociationBlock block) {

  /// The numbers, in pieces that can be worked out side by side.
  List<Supplier<List<Statistic>>> pieces() {
    List<Supplier<List<Statistic>>> pieces = new ArrayList<>();
    if (!block.exposure().isNumber()) {
      block.exposure().contrasts().forEach(contrast -> pieces.add(() -> tests(contrast)));
    }
    StratifiedOdds.of(block)
        .ifPresent(strata ->
            block
                .exposure()
                .contrasts()
                .forEach(contrast -> pieces.add(() -> List.of(strata.homogeneity(contrast)))));
    MatchedColumns.of(block).ifPresent(sets -> pieces.add(sets::further));
    for (int i = 0; i < block.models().size(); i++) {
      int place = i;
      Model model = block.models().get(place);
      pieces.add(() -> persons(model));
      List<Term> terms = model.model().terms();
      List<String> slugs = Slugs.distinct(terms.stream().map(Term::name).toList());
      for (int j = 0; j < terms.size(); j++) {
        Term term = terms.get(j);
        String slug = slugs.get(j);
        pieces.add(() -> oddsRatios(place, term, slug));
      }
    }
    return pieces;
  }

  private List<Statistic> tests(Contrast contrast) {
    Address address = block.address(block.models().getFirst(), contrast);
    TableTests tests =
        new TableTests(
            block.counts().table(contrast),
            block.words(contrast.label()),
            block.tableBasis(contrast));
    return List.of(
        tests.pearson(address.with("chi_square")), tests.fisher(address.with("fisher_exact")));
  }

  private List<Statistic> persons(Model model) {
    Address address = block.address().with(model.slug());
    AssociationModel.People people = model.model().people();
    Origin origin = block.asked().origin();
    String label =
        block.words(block.exposure().variable().label() + ", " + model.oddsRatio()) + ": ";
    return List.of(
        origin.count(address.with("n"), label + "persons", people.rows().in(), people.rows()),
        origin.count(address.with("events"), label + "cases", people.cases(), people.rows()));
  }

  /// The odds ratio of a covariate, and with imputations the pooled one.
  private List<Statistic> oddsRatios(int place, Term term, String slug) {
    Model model = block.models().get(place);
    Address address = block.address().with(model.slug()).with("term").with(slug);
    String label =
        block.words(term.label() + ": odds ratio in the model adjusted for " + model.label());
    ModelOdds odds =
        new ModelOdds(model.model(), term.name(), label, block.basis(model), block.level());
    List<Statistic> ratios = new ArrayList<>();
    ratios.add(odds.brief(address.with("odds_ratio"), block.profile(), block.firth()));
    if (!block.imputed().none()) {
      ratios.add(new ImputedOdds(block).ofTerm(place, term, label, address));
    }
    return ratios;
  }
}
