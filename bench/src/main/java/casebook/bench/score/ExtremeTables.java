// SPDX-License-Identifier: Apache-2.0
package casebook.bench.score;

import casebook.stats.contingency.TwoByTwo;

/// Exact tests of 2x2 tables far in the tails, p as logarithms too.
final class ExtremeTables implements Subject {
  @Override
  public String suite() {
    return "fisher_extreme";
  }

  @Override
  public Answers answers(Json input) {
    TwoByTwo t = TwoByTwoTables.table(input);
    return statistic -> TwoByTwoTables.exactTest(statistic, t);
  }
}
