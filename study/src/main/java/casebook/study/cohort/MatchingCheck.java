// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import casebook.study.language.Selection.Matching;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// How the declared matching stands in the data. Without set ids nobody is called unmatched; with
/// them the sets are looked at too.
///
/// @param declared what the study file says
/// @param balances standardised differences of the matching variables between cases and controls
/// @param eligibleControls for each case (in row order) how many controls meet the declared rule
/// @param casesWithNone cases for whom no control meets it
/// @param casesNotJudged cases whose matching variables are missing
/// @param maximumMatching the largest number of cases that could each have a control of their own
/// @param sets how the declared sets stand; empty when the study names none
public record MatchingCheck(
    Matching declared,
    List<Balance> balances,
    List<Integer> eligibleControls,
    int casesWithNone,
    int casesNotJudged,
    int maximumMatching,
    Optional<MatchedSets> sets) {
  public MatchingCheck {
    balances = List.copyOf(balances);
    eligibleControls = List.copyOf(eligibleControls);
  }

  /// Balance of one variable.
  ///
  /// @param variable its name
  /// @param difference standardised difference, cases less controls; empty when not defined
  public record Balance(String variable, OptionalDouble difference) {}
}
