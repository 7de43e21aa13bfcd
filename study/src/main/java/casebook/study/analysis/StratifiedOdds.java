// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.stats.contingency.BreslowDay;
import casebook.stats.contingency.Effect;
import casebook.stats.contingency.ExactStrata;
import casebook.stats.contingency.MantelHaenszel;
import casebook.stats.contingency.Strata;
import casebook.stats.contingency.TwoByTwo;
import casebook.stats.result.Answer;
import casebook.stats.result.TestResult;
import casebook.study.analysis.Exposure.Contrast;
import casebook.study.analysis.provenance.Counts;
import casebook.study.analysis.provenance.OddsRatioMethods;
import casebook.study.analysis.provenance.StudyVariable;
import casebook.study.data.Column;
import casebook.study.finding.Address;
import casebook.study.finding.Method;
import casebook.study.finding.Rows;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The common odds ratio over the strata that a study asks for.
///
/// @param block the rows it stands in
/// @param strata the variable whose levels are the strata
record StratifiedOdds(AssociationBlock block, Column.Leveled strata) {
  /// The parts of an address, in the order of the columns.
  static final List<String> SLUGS = List.of("mantel_haenszel", "conditional");

  /// The strata of a block; empty when the study asks for none.
  static Optional<StratifiedOdds> of(AssociationBlock block) {
    return block
        .asked()
        .spec()
        .strata()
        .map(named ->
            new StratifiedOdds(
                block, (Column.Leveled) block.asked().cohort().table().column(named.name())));
  }

  /// The odds ratios of a contrast, one for each of `SLUGS`.
  List<Statistic> ratios(Contrast contrast) {
    Strata tables = tables(contrast);
    double level = block.level();
    return List.of(
        ratio(
            contrast,
            0,
            MantelHaenszel.standard().withLevel(level).oddsRatio(tables),
            OddsRatioMethods.MANTEL_HAENSZEL),
        ratio(
            contrast,
            1,
            ExactStrata.standard().withLevel(level).central(tables),
            OddsRatioMethods.CONDITIONAL));
  }

  /// The test that the odds ratio is the same in all strata.
  Statistic homogeneity(Contrast contrast) {
    Address address = address(contrast, 0).with("homogeneity");
    String label = label(contrast) + ": the same in all strata";
    Answer<TestResult> test = BreslowDay.tarone(tables(contrast));
    return new Statistic(
        address,
        label,
        Optional.empty(),
        test.value().map(TestResult::p),
        "",
        OddsRatioMethods.BRESLOW_DAY,
        basis(contrast),
        test.value().isPresent() ? "" : test.outcome().words());
  }

  private Statistic ratio(Contrast contrast, int way, Answer<Effect> answer, Method method) {
    return new Statistic(
        address(contrast, way).with("odds_ratio"),
        label(contrast),
        answer.value().map(Effect::estimate),
        answer.value().map(Effect::p),
        "",
        method,
        basis(contrast),
        answer.value().isPresent() ? "" : answer.outcome().words());
  }

  private Address address(Contrast contrast, int way) {
    Address address = block.address().with(SLUGS.get(way));
    return contrast.slug().isEmpty() ? address : address.with(contrast.slug());
  }

  private String label(Contrast contrast) {
    String by =
        StudyVariable.find(block.asked().cohort().study(), strata.name()).orElseThrow().label();
    return block.words(contrast.label() + ": odds ratio over the strata of " + by);
  }

  private Strata tables(Contrast contrast) {
    List<TwoByTwo> tables = new ArrayList<>();
    for (int stratum = 0; stratum < strata.levels().size(); stratum++) {
      int code = stratum;
      int[] rows =
          IntStream.of(block.population().rows())
              .filter(row -> strata.known(row) && strata.code(row) == code)
              .toArray();
      tables.add(ExposureCounts.of(block.population(), block.exposure(), rows).table(contrast));
    }
    return new Strata(tables);
  }

  private Basis basis(Contrast contrast) {
    int missing =
        (int) IntStream.of(block.population().rows()).filter(row -> !strata.known(row)).count();
    Counts cells = block.counts().counts(contrast);
    Rows whole = block.models().getFirst().model().people().rows();
    List<Rows.Out> out = new ArrayList<>(whole.out());
    if (missing > 0) {
      out.add(new Rows.Out(strata.name() + " is missing", missing));
    }
    return block
        .asked()
        .origin()
        .basis(cells.and("strata", strata.levels().size()), new Rows(whole.in() - missing, out));
  }
}
