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
    for (Model model : block.models()) {
      pieces.add(() -> persons(model));
      List<Term> terms = model.model().terms();
      List<String> slugs = Slugs.distinct(terms.stream().map(Term::name).toList());
      for (int i = 0; i < terms.size(); i++) {
        Term term = terms.get(i);
        String slug = slugs.get(i);
        pieces.add(() -> List.of(oddsRatio(model, term, slug)));
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

  private Statistic oddsRatio(Model model, Term term, String slug) {
    Address address = block.address().with(model.slug()).with("term").with(slug).with("odds_ratio");
    String label = term.label() + ": odds ratio in the model adjusted for " + model.label();
    return new ModelOdds(
            model.model(), term.name(), block.words(label), block.basis(model), block.level())
        .brief(address, block.profile(), block.firth());
  }
}
