// SPDX-License-Identifier: Apache-2.0
package casebook.bench.coverage;

import casebook.stats.contingency.OddsRatio;
import casebook.stats.contingency.RiskDifference;
import casebook.stats.contingency.RiskRatio;
import casebook.stats.result.Answer;
import java.util.List;

/// Every 95 % interval of a 2x2 table that the library gives.
final class IntervalMethods {
  private static final OddsRatio ODDS = OddsRatio.standard();
  private static final RiskRatio RATIO = RiskRatio.standard();
  private static final RiskDifference DIFFERENCE = RiskDifference.standard();

  static final List<IntervalMethod> ALL =
      List.of(
          new IntervalMethod(Measure.ODDS_RATIO, "Wald", ODDS::woolf),
          new IntervalMethod(Measure.ODDS_RATIO, "Haldane", t -> Answer.of(ODDS.haldane(t))),
          new IntervalMethod(Measure.ODDS_RATIO, "score", ODDS::cornfield),
          new IntervalMethod(Measure.ODDS_RATIO, "score N-1", ODDS::miettinenNurminen),
          new IntervalMethod(Measure.ODDS_RATIO, "profile", ODDS::profile),
          new IntervalMethod(Measure.ODDS_RATIO, "Firth PL", ODDS::firth),
          new IntervalMethod(Measure.ODDS_RATIO, "Firth Wald", ODDS::firthWald),
          new IntervalMethod(Measure.ODDS_RATIO, "exact", ODDS::centralExact),
          new IntervalMethod(Measure.ODDS_RATIO, "mid-P", ODDS::midP),
          new IntervalMethod(Measure.ODDS_RATIO, "min. lik.", ODDS::minimumLikelihood),
          new IntervalMethod(Measure.ODDS_RATIO, "Blaker", ODDS::blaker),
          new IntervalMethod(Measure.RISK_RATIO, "Wald (Katz)", RATIO::katz),
          new IntervalMethod(Measure.RISK_RATIO, "score (Koopman)", RATIO::koopman),
          new IntervalMethod(Measure.RISK_RATIO, "score N-1", RATIO::miettinenNurminen),
          new IntervalMethod(Measure.RISK_DIFFERENCE, "Wald", DIFFERENCE::wald),
          new IntervalMethod(Measure.RISK_DIFFERENCE, "Agresti-Caffo", DIFFERENCE::agrestiCaffo),
          new IntervalMethod(Measure.RISK_DIFFERENCE, "Newcombe", DIFFERENCE::newcombe),
          new IntervalMethod(Measure.RISK_DIFFERENCE, "Newcombe cc", DIFFERENCE::newcombeCorrected),
          new IntervalMethod(Measure.RISK_DIFFERENCE, "score (Mee)", DIFFERENCE::mee),
          new IntervalMethod(Measure.RISK_DIFFERENCE, "score N-1", DIFFERENCE::miettinenNurminen));

  private IntervalMethods() {}
}
