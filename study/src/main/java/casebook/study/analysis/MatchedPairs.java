// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.cohort.SetMembers;
import casebook.study.data.Column;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Pairs of one case and one control by their exposure.
///
/// @param both both are exposed
/// @param caseAlone only the case is exposed
/// @param controlAlone only the control is exposed
/// @param neither neither is exposed
record MatchedPairs(long both, long caseAlone, long controlAlone, long neither) {

  /// The pairs of a model; empty when a set is not a pair or the exposure has not two levels.
  static Optional<MatchedPairs> of(
      Population population, Exposure exposure, MatchedModel model, SetMembers sets) {
    List<Integer> used = model.people().used();
    boolean pairs =
        model.people().sets() > 0
            && model.people().cases() == model.people().sets()
            && used.size() == 2 * model.people().sets();
    if (!pairs
        || !(exposure.column() instanceof Column.Leveled column)
        || exposure.hasManyLevels()) {
      return Optional.empty();
    }
    // 2 for an exposed case, 1 for an exposed control
    Map<Integer, Integer> exposed = new HashMap<>();
    for (int row : used) {
      int weight = population.cases().contains(row) ? 2 : 1;
      exposed.merge(sets.set(row), column.code(row) == 1 ? weight : 0, Integer::sum);
    }
    long[] counts = new long[4];
    exposed.values().forEach(which -> counts[which]++);
    return Optional.of(new MatchedPairs(counts[3], counts[2], counts[1], counts[0]));
  }
}
