// SPDX-License-Identifier: Apache-2.0
package casebook.bench.score;

import casebook.stats.contingency.ChiSquare;
import casebook.stats.contingency.Effect;
import casebook.stats.contingency.FisherExact;
import casebook.stats.contingency.OddsRatio;
import casebook.stats.contingency.RiskDifference;
import casebook.stats.contingency.RiskRatio;
import casebook.stats.contingency.TwoByTwo;
import casebook.stats.result.Estimate;
import java.util.Optional;

/// Tests and intervals of 2x2 tables.
final class TwoByTwoTables implements Subject {
  @Override
  public String suite() {
    return "two_by_two";
  }

  @Override
  public Answers answers(Json input) {
    TwoByTwo t = table(input);
    double level = input.number("level", 0.95);
    return statistic ->
        exactTest(statistic, t)
            .or(() -> chiSquare(statistic, t))
            .or(() -> oddsRatio(statistic, t, OddsRatio.standard().withLevel(level)))
            .or(() -> riskRatio(statistic, t, RiskRatio.standard().withLevel(level)))
            .or(() -> riskDifference(statistic, t, RiskDifference.standard().withLevel(level)));
  }

  static TwoByTwo table(Json input) {
    return new TwoByTwo(
        input.at("a").count(), input.at("b").count(), input.at("c").count(), input.at("d").count());
  }

  static Optional<String> exactTest(String statistic, TwoByTwo t) {
    return switch (statistic) {
      case "p_two_sided" -> Printed.p(FisherExact.twoSided(t));
      case "p_greater" -> Printed.p(FisherExact.greater(t));
      case "p_less" -> Printed.p(FisherExact.less(t));
      case "p_point" -> Printed.number(FisherExact.pointProbability(t).value());
      case "p_midp_two_sided_prob" -> Printed.p(FisherExact.twoSidedMidPOfTies(t));
      case "p_central" -> Printed.p(FisherExact.central(t));
      case "p_central_midp" -> Printed.p(FisherExact.centralMidP(t));
      case "log10_p_two_sided" -> Printed.log10(FisherExact.twoSided(t));
      case "log10_p_greater" -> Printed.log10(FisherExact.greater(t));
      case "log10_p_less" -> Printed.log10(FisherExact.less(t));
      default -> Optional.empty();
    };
  }

  private static Optional<String> chiSquare(String statistic, TwoByTwo t) {
    return switch (statistic) {
      case "pearson" -> Printed.statistic(ChiSquare.pearson(t));
      case "pearson_p" -> Printed.p(ChiSquare.pearson(t));
      case "yates" -> Printed.statistic(ChiSquare.yates(t));
      case "yates_p" -> Printed.p(ChiSquare.yates(t));
      case "lr_g2" -> Printed.statistic(ChiSquare.likelihoodRatio(t));
      case "lr_p" -> Printed.p(ChiSquare.likelihoodRatio(t));
      default -> Optional.empty();
    };
  }

  private static Optional<String> oddsRatio(String statistic, TwoByTwo t, OddsRatio method) {
    return switch (statistic) {
      case "or_sample" -> Printed.part(method.sample(t), Estimate::value);
      case "log_or_se" -> Printed.part(method.woolf(t), e -> e.standardError().orElseThrow());
      case "or_wald_lower" -> Printed.part(method.woolf(t), Effect::low);
      case "or_wald_upper" -> Printed.part(method.woolf(t), Effect::high);
      case "or_wald_p" -> Printed.part(method.woolf(t), e -> e.p().value());
      case "or_haldane" -> Printed.number(method.haldane(t).estimate().value());
      case "or_haldane_lower" -> Printed.number(method.haldane(t).low());
      case "or_haldane_upper" -> Printed.number(method.haldane(t).high());
      case "or_conditional_mle" -> Printed.part(method.centralExact(t), e -> e.estimate().value());
      case "or_exact_lower" -> Printed.part(method.centralExact(t), Effect::low);
      case "or_exact_upper" -> Printed.part(method.centralExact(t), Effect::high);
      case "or_midp_lower" -> Printed.part(method.midP(t), Effect::low);
      case "or_midp_upper" -> Printed.part(method.midP(t), Effect::high);
      default -> Optional.empty();
    };
  }

  private static Optional<String> riskRatio(String statistic, TwoByTwo t, RiskRatio method) {
    return switch (statistic) {
      case "rr" -> Printed.part(method.koopman(t), e -> e.estimate().value());
      case "rr_wald_lower" -> Printed.part(method.katz(t), Effect::low);
      case "rr_wald_upper" -> Printed.part(method.katz(t), Effect::high);
      default -> Optional.empty();
    };
  }

  private static Optional<String> riskDifference(
      String statistic, TwoByTwo t, RiskDifference method) {
    return switch (statistic) {
      case "rd" -> Printed.part(method.newcombe(t), e -> e.estimate().value());
      case "rd_wald_lower" -> Printed.part(method.wald(t), Effect::low);
      case "rd_wald_upper" -> Printed.part(method.wald(t), Effect::high);
      case "rd_newcombe_lower" -> Printed.part(method.newcombe(t), Effect::low);
      case "rd_newcombe_upper" -> Printed.part(method.newcombe(t), Effect::high);
      default -> Optional.empty();
    };
  }
}
