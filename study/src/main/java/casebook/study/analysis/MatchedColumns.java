// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.stats.contingency.Effect;
import casebook.stats.contingency.McNemar;
import casebook.stats.result.Answer;
import casebook.stats.result.TestResult;
import casebook.study.analysis.Exposure.Contrast;
import casebook.study.analysis.provenance.Counts;
import casebook.study.analysis.provenance.Covariate.Term;
import casebook.study.analysis.provenance.MatchedMethods;
import casebook.study.analysis.provenance.Slugs;
import casebook.study.cohort.SetMembers;
import casebook.study.finding.Address;
import casebook.study.finding.Method;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import casebook.study.finding.Statistic.Basis.Other;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The odds ratios of a block that hold the matched sets together, one column a model.
///
/// @param block the rows it stands in
/// @param sets who belongs together
record MatchedColumns(AssociationBlock block, SetMembers sets) {
  /// The beginning of their part of an address.
  static final String SLUG = "matched";

  /// The columns of a block; empty when the study names no sets here.
  static Optional<MatchedColumns> of(AssociationBlock block) {
    return block.asked().sets().map(sets -> new MatchedColumns(block, sets));
  }

  /// The part of an address of a model.
  static String slug(String label) {
    return label.isEmpty() ? SLUG : SLUG + "_" + Address.slug(label);
  }

  /// The head of the column of a model.
  static String head(String label) {
    return "Matched odds ratio" + (label.isEmpty() ? "" : " adjusted for " + label);
  }

  /// The odds ratios of a contrast, one for each model.
  List<Statistic> ratios(Contrast contrast) {
    List<Statistic> ratios = new ArrayList<>();
    for (MatchedModel model : block.matched()) {
      List<Other> others =
          pairs(model)
              .map(pairs -> List.of(new Other("pairs, mid-P", midP(contrast, pairs))))
              .orElse(List.of());
      Address address = address(model, contrast).with("odds_ratio");
      String label = block.words(contrast.label() + ": " + words(model));
      ratios.add(odds(model, contrast.term(), label).headline(address, block.profile(), others));
    }
    return ratios;
  }

  /// The numbers that the table does not show: persons, sets, pairs and the other terms.
  List<Statistic> further() {
    List<Statistic> further = new ArrayList<>();
    for (MatchedModel model : block.matched()) {
      further.addAll(persons(model));
      List<String> slugs = Slugs.distinct(model.terms().stream().map(Term::name).toList());
      for (int i = 0; i < model.terms().size(); i++) {
        Term term = model.terms().get(i);
        Address address = address(model).with("term").with(slugs.get(i)).with("odds_ratio");
        String label = block.words(term.label() + ": " + words(model));
        further.add(odds(model, term.name(), label).headline(address, block.profile(), List.of()));
      }
      pairs(model)
          .ifPresent(pairs -> {
            Contrast contrast = block.exposure().contrasts().getFirst();
            further.add(mcNemar(contrast, pairs));
          });
    }
    return further;
  }

  private String words(MatchedModel model) {
    return model.label().isEmpty()
        ? "matched odds ratio"
        : "matched odds ratio adjusted for " + model.label();
  }

  private Address address(MatchedModel model) {
    return block.address().with(slug(model.label()));
  }

  private Address address(MatchedModel model, Contrast contrast) {
    return contrast.slug().isEmpty() ? address(model) : address(model).with(contrast.slug());
  }

  private MatchedOdds odds(MatchedModel model, String term, String label) {
    Counts counts =
        Counts.of("cases", model.people().cases())
            .and("controls", model.people().controls())
            .and("sets", model.people().sets());
    Basis basis = block.asked().origin().basis(counts, model.people().rows());
    return new MatchedOdds(model, term, label, basis, block.level());
  }

  private List<Statistic> persons(MatchedModel model) {
    Address address = address(model);
    MatchedModel.People people = model.people();
    String label = block.words(block.exposure().variable().label() + ", " + words(model)) + ": ";
    return List.of(
        count(address.with("n"), label + "persons", people.used().size(), people),
        count(address.with("events"), label + "cases", people.cases(), people),
        count(address.with("sets"), label + "matched sets", people.sets(), people));
  }

  private Statistic count(Address address, String label, int count, MatchedModel.People people) {
    return block.asked().origin().count(address, label, count, people.rows());
  }

  /// The pairs of the model without covariates.
  private Optional<MatchedPairs> pairs(MatchedModel model) {
    return model.label().isEmpty()
        ? MatchedPairs.of(block.population(), block.exposure(), model, sets)
        : Optional.empty();
  }

  private Address pairsAddress() {
    return block.address().with(SLUG).with("pairs");
  }

  private Basis basis(MatchedPairs pairs) {
    Counts counts =
        Counts.of("pairs_both_exposed", pairs.both())
            .and("pairs_case_exposed", pairs.caseAlone())
            .and("pairs_control_exposed", pairs.controlAlone())
            .and("pairs_neither_exposed", pairs.neither());
    return block.asked().origin().basis(counts, block.matched().getFirst().people().rows());
  }

  private Statistic midP(Contrast contrast, MatchedPairs pairs) {
    McNemar method = McNemar.standard().withLevel(block.level());
    Basis basis = basis(pairs);
    Other exact =
        new Other(
            "exact",
            ratio(
                "exact",
                contrast,
                method.exactOddsRatio(pairs.caseAlone(), pairs.controlAlone()),
                MatchedMethods.PAIRS_EXACT,
                basis));
    return ratio(
        "odds_ratio",
        contrast,
        method.midPOddsRatio(pairs.caseAlone(), pairs.controlAlone()),
        MatchedMethods.PAIRS_MID_P,
        basis.withOthers(List.of(exact)));
  }

  private Statistic ratio(
      String name, Contrast contrast, Answer<Effect> answer, Method method, Basis basis) {
    return new Statistic(
        pairsAddress().with(name),
        block.words(contrast.label() + ": odds ratio of the discordant pairs"),
        answer.value().map(Effect::estimate),
        answer.value().map(Effect::p),
        "",
        method,
        basis,
        answer.value().isPresent() ? "" : answer.outcome().words());
  }

  private Statistic mcNemar(Contrast contrast, MatchedPairs pairs) {
    long first = pairs.caseAlone();
    long second = pairs.controlAlone();
    Basis basis = basis(pairs);
    Statistic exact =
        test("mcnemar_exact", contrast, "exact test", McNemar.exact(first, second), basis);
    Statistic chiSquare =
        test("mcnemar_chi_square", contrast, "chi-square", McNemar.chiSquare(first, second), basis);
    Basis wider =
        basis.withOthers(List.of(new Other("exact", exact), new Other("chi-square", chiSquare)));
    return test("mcnemar", contrast, "mid-P test", McNemar.midP(first, second), wider);
  }

  private Statistic test(
      String name, Contrast contrast, String which, Answer<TestResult> answer, Basis basis) {
    Method method = MatchedMethods.mcNemar(which);
    String label = block.words(contrast.label()) + ": " + method.name();
    return TableTests.of(pairsAddress().with(name), label, answer, method, basis);
  }
}
