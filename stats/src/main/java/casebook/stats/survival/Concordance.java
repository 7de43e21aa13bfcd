// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import casebook.stats.result.Answer;

/// How often, of two people, the one with the higher predicted risk has the event first.
///
/// A pair counts when one has the event while the other is at risk and stays at risk longer; ties
/// in the prediction count half. The standard error is the infinitesimal jackknife.
///
/// Source: Harrell, Lee and Mark, 1996, Statistics in Medicine 15:361-387; Therneau and Watson,
/// 2017, technical report 85, Mayo Clinic. Equals: `concordance` of R's survival 3.5.
///
/// @param value share of concordant pairs, ties in the prediction counted half; 0.5 is chance
/// @param standardError its standard error
/// @param concordant number of pairs in which the higher risk has the event first
/// @param discordant number of pairs in which the lower risk has it first
/// @param tied number of pairs with the same risk
public record Concordance(
    double value, double standardError, long concordant, long discordant, long tied) {

  /// Counts pairs.
  ///
  /// @param sets the rows in order
  /// @param risk predicted risk by position
  static Answer<Concordance> of(RiskSets sets, double[] risk) {
    var pairs = new ConcordantPairs(sets, risk);
    long concordant = 0;
    long discordant = 0;
    long tied = 0;
    for (int i = 0; i < risk.length; i++) {
      concordant += pairs.concordant(i);
      discordant += pairs.discordant(i);
      tied += pairs.tied(i);
    }
    double all = concordant + discordant + tied; // every pair twice
    if (all == 0) {
      return Answer.none("no two people can be compared");
    }
    double balance = (concordant - discordant) / all;
    double squares = 0;
    for (int i = 0; i < risk.length; i++) {
      double own = pairs.concordant(i) - pairs.discordant(i);
      double of = pairs.concordant(i) + pairs.discordant(i) + pairs.tied(i);
      double influence = 2 * (own - balance * of) / all;
      squares += influence * influence;
    }
    return Answer.of(
        new Concordance(
            (balance + 1) / 2, Math.sqrt(squares) / 2, concordant / 2, discordant / 2, tied / 2));
  }
}
