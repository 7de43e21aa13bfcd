// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.comparison;

import casebook.stats.compare.Correlation;
import casebook.stats.compare.PartialCorrelation;
import casebook.stats.compare.Pearson;
import casebook.stats.compare.Spearman;
import casebook.stats.result.Answer;
import casebook.stats.result.TestResult;
import casebook.study.analysis.provenance.Counts;
import casebook.study.analysis.provenance.Origin;
import casebook.study.finding.Address;
import casebook.study.finding.Method;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import java.util.Arrays;
import java.util.Optional;

/// The correlations of some pairs.
///
/// @param asked what is correlated
/// @param pairs the pairs
/// @param base the beginning of the addresses
/// @param words whose pairs they are, for labels; may be empty
record CorrelationNumbers(CorrelationQuestion asked, Pairs pairs, Address base, String words) {
  /// Up to so many pairs the test goes through all orders, as in R.
  private static final int FEW = 9;

  Statistic spearman() {
    double[] x = pairs.ranked(true);
    double[] y = pairs.ranked(false);
    Answer<Correlation> found = new Spearman(level()).of(x, y);
    boolean few = pairs.size() <= FEW && found.value().isPresent();
    Answer<Correlation> shown =
        few
            ? found.flatMap(
                it -> Spearman.exact(x, y).map(test -> new Correlation(it.estimate(), test)))
            : found;
    return statistic(
        base.with("spearman").with("rho"),
        few ? CorrelationMethods.SPEARMAN_EXACT : CorrelationMethods.SPEARMAN,
        shown);
  }

  Statistic pearson() {
    Method method = asked.log() ? CorrelationMethods.PEARSON_LOG : CorrelationMethods.PEARSON;
    Answer<Correlation> found =
        logarithms()
            .flatMap(any ->
                new Pearson(level())
                    .of(
                        pairs.on(true, asked.spec().pearson()),
                        pairs.on(false, asked.spec().pearson())));
    return statistic(base.with("pearson").with("r"), method, found);
  }

  /// Spearman's with the ranks of what is held constant.
  Statistic partialSpearman() {
    Answer<Correlation> found =
        pairs
            .given()
            .flatMap(given ->
                new PartialCorrelation(level())
                    .of(
                        ranks(pairs.ranked(true)),
                        ranks(pairs.ranked(false)),
                        Arrays.stream(given)
                            .map(CorrelationNumbers::ranks)
                            .toArray(double[][]::new)));
    return statistic(
        base.with("partial_spearman").with("rho"), CorrelationMethods.PARTIAL_SPEARMAN, found);
  }

  Statistic partialPearson() {
    Answer<Correlation> found =
        logarithms()
            .flatMap(any -> pairs.given())
            .flatMap(given ->
                new PartialCorrelation(level())
                    .of(
                        pairs.on(true, asked.spec().pearson()),
                        pairs.on(false, asked.spec().pearson()),
                        given));
    return statistic(
        base.with("partial_pearson").with("r"), CorrelationMethods.PARTIAL_PEARSON, found);
  }

  private double level() {
    return asked.settings().level();
  }

  private Answer<Boolean> logarithms() {
    return asked.log() && pairs.anyNotPositive()
        ? Answer.none("a value is not above 0 and has no logarithm; write `scale: as is`")
        : Answer.of(true);
  }

  /// Mid-ranks of values.
  private static double[] ranks(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return Arrays.stream(values)
        .map(value -> {
          int first = lower(sorted, value);
          int last = first;
          while (last + 1 < sorted.length && sorted[last + 1] == value) {
            last++;
          }
          return 1 + (first + last) / 2.0;
        })
        .toArray();
  }

  private static int lower(double[] sorted, double value) {
    int first = Arrays.binarySearch(sorted, value);
    while (first > 0 && sorted[first - 1] == value) {
      first--;
    }
    return first;
  }

  private Statistic statistic(Address address, Method method, Answer<Correlation> answer) {
    Basis basis = asked.origin().basis(Counts.of("n", pairs.size()), pairs.rows());
    String label = asked.title() + (words.isEmpty() ? "" : ", " + words) + ": " + method.name();
    if (answer.value().isEmpty()) {
      return Origin.absent(address, label, "", method, basis, answer.outcome().words());
    }
    Correlation found = answer.orThrow();
    TestResult test = found.test();
    return new Statistic(
        address,
        label,
        Optional.of(found.estimate()),
        Optional.of(test.p()),
        "",
        method,
        basis,
        "");
  }
}
