// SPDX-License-Identifier: Apache-2.0
package casebook.bench.coverage;

import casebook.stats.contingency.Effect;
import casebook.stats.contingency.TwoByTwo;
import casebook.stats.result.Answer;
import java.util.function.Function;

/// An interval of a 2x2 table.
record IntervalMethod(Measure measure, String name, Function<TwoByTwo, Answer<Effect>> interval) {
  /// What became of the interval of one table.
  enum Fate {
    COVERS,
    MISSES,
    UNDEFINED
  }

  Fate fate(TwoByTwo table, double truth) {
    Answer<Effect> answer = interval.apply(table);
    if (!answer.outcome().usable()) {
      return Fate.UNDEFINED;
    }
    Effect effect = answer.orThrow();
    return effect.low() <= truth && truth <= effect.high() ? Fate.COVERS : Fate.MISSES;
  }
}
