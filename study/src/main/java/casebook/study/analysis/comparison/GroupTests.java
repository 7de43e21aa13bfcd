// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.comparison;

import casebook.stats.compare.JonckheereTerpstra;
import casebook.stats.compare.KruskalWallis;
import casebook.stats.compare.MannWhitney;
import casebook.stats.compare.MaxTrend;
import casebook.stats.genetic.GenotypeModel;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.TestResult;
import casebook.study.analysis.provenance.Counts;
import casebook.study.analysis.provenance.TestMethods;
import casebook.study.finding.Address;
import casebook.study.finding.Method;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The tests of a comparison over all its groups.
///
/// @param asked what is compared
/// @param groups the groups
/// @param base the beginning of the addresses
record GroupTests(ComparisonQuestion asked, Groups groups, Address base) {
  /// Fewer values than this are compared exactly.
  private static final int SMALL = 50;

  private static final String ALONE = "there are fewer than two groups with somebody in them";

  /// A test with the head of its row.
  record Row(String head, Statistic test) {}

  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row("Any difference", anyDifference()));
    if (asked.ordered() && groups.present().size() > 2) {
      rows.add(new Row("Trend over the groups", trend()));
    }
    List<GenotypeModel> single =
        asked.models().stream().filter(model -> model != GenotypeModel.CODOMINANT).toList();
    if (single.size() > 1) {
      rows.add(new Row("Largest of " + single.size() + " models", largest(single)));
    }
    return rows;
  }

  private double[][] ranked() {
    return groups.present().stream().map(Sample::ranked).toArray(double[][]::new);
  }

  private Statistic anyDifference() {
    double[][] values = ranked();
    if (values.length < 2) {
      return statistic("kruskal_wallis", Answer.none(ALONE), TestMethods.KRUSKAL_WALLIS);
    }
    if (values.length == 2) {
      return twoGroups(values);
    }
    Answer<TestResult> exact = KruskalWallis.exact(values);
    return exact.value().isPresent()
        ? statistic("kruskal_wallis", exact, ContrastMethods.KRUSKAL_WALLIS_EXACT)
        : statistic("kruskal_wallis", KruskalWallis.test(values), TestMethods.KRUSKAL_WALLIS);
  }

  private Statistic twoGroups(double[][] values) {
    double[] all = Arrays.stream(values).flatMapToDouble(Arrays::stream).toArray();
    boolean ties = Arrays.stream(all).distinct().count() < all.length;
    boolean exact = !ties && values[0].length < SMALL && values[1].length < SMALL;
    MannWhitney test = MannWhitney.standard();
    return exact
        ? statistic(
            "mann_whitney", test.exact(values[0], values[1]), TestMethods.MANN_WHITNEY_EXACT)
        : statistic(
            "mann_whitney", test.asymptotic(values[0], values[1]), TestMethods.MANN_WHITNEY);
  }

  private Statistic trend() {
    double[][] values = ranked();
    JonckheereTerpstra test = JonckheereTerpstra.standard();
    Answer<TestResult> asymptotic = test.asymptotic(values);
    boolean exact = asymptotic.value().isPresent() && groups.size() < SMALL;
    Answer<TestResult> counted = exact ? test.exact(values) : Answer.none("there are many");
    return counted.value().isPresent()
        ? statistic("jonckheere_terpstra", counted, ContrastMethods.JONCKHEERE_TERPSTRA_EXACT)
        : statistic("jonckheere_terpstra", asymptotic, ContrastMethods.JONCKHEERE_TERPSTRA);
  }

  private Statistic largest(List<GenotypeModel> models) {
    MaxTrend test = MaxTrend.standard().withSeed(asked.settings().seed());
    Method method = ContrastMethods.largest(test);
    if (asked.log() && groups.anyNotPositive()) {
      return statistic("largest_of_models", Answer.none(Effects.NOT_POSITIVE), method);
    }
    double[] values = Groups.joined(groups.samples(), asked.spec().scale());
    List<double[]> codes = models.stream().map(this::codes).toList();
    Answer<TestResult> found =
        test.of(values, codes).map(it -> TestResult.of("largest trend", it.statistic(), it.p()));
    return statistic("largest_of_models", found, method);
  }

  private double[] codes(GenotypeModel model) {
    return IntStream.range(0, groups.samples().size())
        .boxed()
        .flatMapToDouble(copies ->
            Arrays.stream(groups.samples().get(copies).values()).map(value -> model.code(copies)))
        .toArray();
  }

  private Statistic statistic(String slug, Answer<TestResult> answer, Method method) {
    Optional<TestResult> result = answer.value();
    Optional<Estimate> value =
        result
            .filter(test -> test.statistic().isPresent())
            .map(test -> Estimate.of(test.statistic().getAsDouble()));
    Basis basis = asked.origin().basis(Counts.of("n", groups.size()), groups.rows());
    return new Statistic(
        base.with(slug).with("p"),
        asked.measured().label() + ": " + method.name(),
        value,
        result.map(TestResult::p),
        "",
        method,
        basis,
        result.isPresent() ? "" : answer.outcome().words());
  }
}
