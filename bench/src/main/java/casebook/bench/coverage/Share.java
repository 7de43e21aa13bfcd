// SPDX-License-Identifier: Apache-2.0
package casebook.bench.coverage;

import casebook.bench.coverage.IntervalMethod.Fate;
import casebook.stats.contingency.TwoByTwo;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// How the intervals of one method fare in one design.
///
/// @param covers share of samples whose interval contains the truth
/// @param undefined share of samples without an interval
record Share(double covers, double undefined) {
  /// Adds up the shares of the tables; their order is fixed, whatever the number of threads.
  static Share of(IntervalMethod method, TwoGroups groups, Map<TwoByTwo, Double> tables) {
    double truth = method.measure().truth(groups.p1(), groups.p2());
    List<Double> shares = List.copyOf(tables.values());
    List<Fate> fates =
        List.copyOf(tables.keySet()).parallelStream().map(t -> method.fate(t, truth)).toList();
    double covers = 0;
    double undefined = 0;
    for (int i = 0; i < shares.size(); i++) {
      double share = shares.get(i);
      covers += fates.get(i) == Fate.COVERS ? share : 0;
      undefined += fates.get(i) == Fate.UNDEFINED ? share : 0;
    }
    return new Share(covers, undefined);
  }

  /// The coverage among samples with an interval; empty where none has one.
  OptionalDouble whenDefined() {
    return undefined > 1 - 1e-12
        ? OptionalDouble.empty()
        : OptionalDouble.of(covers / (1 - undefined));
  }
}
