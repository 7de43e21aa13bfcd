// SPDX-License-Identifier: Apache-2.0
package casebook.study.finding;

import java.util.ArrayList;
import java.util.List;

/// What specifications say together.
///
/// @param all how many there are
/// @param answered how many have an answer
/// @param lowest the smallest answer
/// @param highest the largest answer
/// @param excluding in how many the interval excludes 1
/// @param moved for each choice by which factor its options move the answer; none for a choice of
///   one option
public record SpecificationSummary(
    Statistic all,
    Statistic answered,
    Statistic lowest,
    Statistic highest,
    Statistic excluding,
    List<Statistic> moved) {
  public SpecificationSummary {
    moved = List.copyOf(moved);
  }

  /// All of them.
  public List<Statistic> statistics() {
    List<Statistic> statistics =
        new ArrayList<>(List.of(all, answered, lowest, highest, excluding));
    statistics.addAll(moved);
    return statistics;
  }
}
