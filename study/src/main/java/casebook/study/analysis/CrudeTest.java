// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.stats.contingency.ChiSquare;
import casebook.stats.contingency.Crosstab;
import casebook.stats.result.Answer;
import casebook.stats.result.TestResult;
import casebook.study.analysis.AssociationBlock.Model;
import casebook.study.analysis.Exposure.Contrast;
import casebook.study.analysis.provenance.OddsRatioMethods;
import casebook.study.analysis.provenance.TestMethods;
import casebook.study.finding.Address;
import casebook.study.finding.Method;
import casebook.study.finding.Profile;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import casebook.study.finding.Statistic.Basis.Other;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The test of the crude association: that of the interval beside it in profile `casebook`, the
/// chi-square of the counts otherwise.
///
/// @param block the rows it stands in
record CrudeTest(AssociationBlock block) {
  private static final String P = "p";

  /// The test of one contrast.
  Statistic of(Contrast contrast) {
    Model crude = block.models().getFirst();
    Address address = block.address(crude, contrast).with(P);
    if (block.exposure().isNumber()) {
      return ofNumber(crude, contrast, address);
    }
    String label = block.words(contrast.label());
    Basis basis = block.tableBasis(contrast);
    TableTests tests = new TableTests(block.counts().table(contrast), label, basis);
    Optional<Statistic> penalised =
        block.firth()
            ? Optional.of(
                penalised(
                    block.crude(crude, contrast).casebook(address.with("firth"), true),
                    label,
                    basis))
            : Optional.empty();
    return tests.headline(address, block.profile(), penalised);
  }

  private static Statistic penalised(Statistic firth, String label, Basis basis) {
    return test(firth, firth.address(), label, OddsRatioMethods.PENALISED_TEST, basis);
  }

  /// The p-value that an odds ratio carries, as a test of its own.
  private static Statistic test(
      Statistic ratio, Address address, String label, Method method, Basis basis) {
    return new Statistic(
        address,
        label + ": " + method.name(),
        Optional.empty(),
        ratio.p(),
        "",
        method,
        basis,
        ratio.p().isPresent() ? "" : ratio.whyNot());
  }

  private Statistic ofNumber(Model crude, Contrast contrast, Address address) {
    Basis basis = block.basis(crude);
    String label = block.words(contrast.label());
    ModelOdds odds = new ModelOdds(crude.model(), contrast.term(), label, basis, block.level());
    Method own =
        block.firth() ? OddsRatioMethods.PENALISED_TEST : OddsRatioMethods.LIKELIHOOD_RATIO;
    Statistic casebook = odds.casebook(address, block.firth());
    if (block.profile() == Profile.CASEBOOK) {
      return test(casebook, address, label, own, basis);
    }
    Other other =
        new Other(Basis.CASEBOOK, test(casebook, address.with(Basis.CASEBOOK), label, own, basis));
    Statistic wald = odds.headline(address, block.profile(), block.firth());
    return test(wald, address, label, OddsRatioMethods.WALD_TEST, basis.withOthers(List.of(other)));
  }

  /// The test of all levels at once.
  Statistic overall() {
    Model crude = block.models().getFirst();
    Address address = block.address().with(crude.slug()).with(P);
    String label = block.words(block.exposure().variable().label());
    Basis basis = block.basis(crude);
    long[][] counts = {
      block.counts().cases().stream().mapToLong(Integer::longValue).toArray(),
      block.counts().controls().stream().mapToLong(Integer::longValue).toArray()
    };
    Answer<TestResult> pearson = ChiSquare.pearson(Crosstab.of(counts));
    Statistic chiSquare = overall(address, label, pearson, TestMethods.PEARSON, basis);
    if (!block.firth()) {
      return chiSquare;
    }
    String[] terms = crude.model().contrasts().stream().map(Contrast::term).toArray(String[]::new);
    Answer<TestResult> ratio =
        terms.length == 0
            ? Answer.none("only one level occurs")
            : crude.model().fits().firth().likelihoodRatio(terms);
    List<Other> others = new ArrayList<>();
    boolean casebook = block.profile() == Profile.CASEBOOK;
    Address place = address.with(casebook ? "pearson" : Basis.CASEBOOK);
    Method penalised = OddsRatioMethods.PENALISED_TEST;
    others.add(
        casebook
            ? new Other("Pearson", overall(place, label, pearson, TestMethods.PEARSON, basis))
            : new Other(Basis.CASEBOOK, overall(place, label, ratio, penalised, basis)));
    Basis wider = basis.withOthers(others);
    return casebook
        ? overall(address, label, ratio, penalised, wider)
        : overall(address, label, pearson, TestMethods.PEARSON, wider);
  }

  private static Statistic overall(
      Address address, String label, Answer<TestResult> answer, Method method, Basis basis) {
    return TableTests.of(address, label + ": " + method.name(), answer, method, basis);
  }
}
