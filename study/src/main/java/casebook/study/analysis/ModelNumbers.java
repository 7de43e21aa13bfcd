// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.analysis.AssociationBlock.Model;
import casebook.study.analysis.Covariate.Term;
import casebook.study.analysis.Exposure.Contrast;
import casebook.study.finding.Address;
import casebook.study.finding.Basis;
import casebook.study.finding.Statistic;
import java.util.ArrayList;
import java.util.List;

/// The numbers of an association that its table does not show: tests of the counts, the persons and
/// the other terms of each model.
///
/// @param block the rows they belong to
record ModelNumbers(AssociationBlock block) {

  List<Statistic> further() {
    List<Statistic> further = new ArrayList<>();
    if (!block.exposure().isNumber()) {
      block.exposure().contrasts().forEach(contrast -> further.addAll(tests(contrast)));
    }
    for (Model model : block.models()) {
      further.addAll(persons(model));
      further.addAll(terms(model));
    }
    return further;
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
    Origin origin = block.table().origin();
    String label =
        block.words(block.exposure().variable().label() + ", " + model.oddsRatio()) + ": ";
    return List.of(
        origin.count(address.with("n"), label + "persons", people.rows().in(), people.rows()),
        origin.count(address.with("events"), label + "cases", people.cases(), people.rows()));
  }

  private List<Statistic> terms(Model model) {
    List<Term> terms = model.model().terms();
    List<String> slugs = Slugs.distinct(terms.stream().map(Term::name).toList());
    Basis basis = block.basis(model);
    List<Statistic> numbers = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      Address address =
          block.address().with(model.slug()).with("term").with(slugs.get(i)).with("odds_ratio");
      String label =
          block.words(
              terms.get(i).label() + ": odds ratio in the model adjusted for " + model.label());
      ModelOdds odds =
          new ModelOdds(model.model(), terms.get(i).name(), label, basis, block.level());
      numbers.add(odds.brief(address, block.profile(), block.firth()));
    }
    return numbers;
  }
}
