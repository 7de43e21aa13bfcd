// SPDX-License-Identifier: Apache-2.0
package casebook.bench.score;

import java.util.List;
import java.util.Optional;

/// The kinds of suites that the scorer understands.
final class Subjects {
  static final List<Subject> ALL =
      List.of(
          new TwoByTwoTables(),
          new ExtremeTables(),
          new StratifiedTables(),
          new Proportions(),
          new GenotypeEquilibria(),
          new Distributions(),
          new DistributionQuantiles(),
          new LogisticModels(),
          new FirthModels(),
          new SeparatedModels(),
          new MatchedModels(),
          new VarianceTables(),
          new Series(),
          new ExactSums(),
          new Comparisons(),
          new ReferenceLimits(),
          new Rounding(),
          new SurvivalTimes(),
          new LinearModels(),
          new Curves());

  private Subjects() {}

  /// The subject of a suite, which may add to the name of its kind: `two_by_two`, `two_by_two_2`.
  static Optional<Subject> of(String suite) {
    return ALL.stream()
        .filter(subject -> suite.equals(subject.suite()))
        .findFirst()
        .or(() ->
            ALL.stream().filter(subject -> suite.startsWith(subject.suite() + "_")).findFirst());
  }
}
