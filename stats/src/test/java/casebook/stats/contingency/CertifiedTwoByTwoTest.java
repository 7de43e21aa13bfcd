// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import casebook.stats.golden.CertifiedCase;
import casebook.stats.golden.CertifiedSuite;
import casebook.stats.result.TestResult;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class CertifiedTwoByTwoTest {
  private static final OddsRatio ODDS = OddsRatio.standard();
  private static final RiskRatio RATIO = RiskRatio.standard();
  private static final RiskDifference DIFFERENCE = RiskDifference.standard();

  @TestFactory
  Stream<DynamicTest> agreesWithTheCertifiedValues() {
    return CertifiedSuite.read("two_by_two").tests(CertifiedTwoByTwoTest::compare);
  }

  private static void compare(CertifiedCase one) {
    TwoByTwo t = FisherExtremeTest.table(one.input());
    for (String statistic : one.statistics()) {
      one.check(statistic, value(statistic, t));
    }
  }

  private static double value(String statistic, TwoByTwo t) {
    return switch (statistic) {
      case "p_two_sided" -> p(FisherExact.twoSided(t));
      case "p_greater" -> p(FisherExact.greater(t));
      case "p_less" -> p(FisherExact.less(t));
      case "p_point" -> FisherExact.pointProbability(t).value();
      case "p_midp_two_sided_prob" -> p(FisherExact.twoSidedMidPOfTies(t));
      case "p_central" -> p(FisherExact.central(t));
      case "p_central_midp" -> p(FisherExact.centralMidP(t));
      case "pearson" -> statistic(ChiSquare.pearson(t).orThrow());
      case "pearson_p" -> p(ChiSquare.pearson(t).orThrow());
      case "yates" -> statistic(ChiSquare.yates(t).orThrow());
      case "yates_p" -> p(ChiSquare.yates(t).orThrow());
      case "lr_g2" -> statistic(ChiSquare.likelihoodRatio(t).orThrow());
      case "lr_p" -> p(ChiSquare.likelihoodRatio(t).orThrow());
      default ->
          statistic.startsWith("or") || statistic.startsWith("log_or")
              ? odds(statistic, t)
              : risk(statistic, t);
    };
  }

  private static double odds(String statistic, TwoByTwo t) {
    return switch (statistic) {
      case "or_sample" -> ODDS.sample(t).orThrow().value();
      case "log_or_se" -> ODDS.woolf(t).orThrow().standardError().orElseThrow();
      case "or_wald_lower" -> ODDS.woolf(t).orThrow().low();
      case "or_wald_upper" -> ODDS.woolf(t).orThrow().high();
      case "or_wald_p" -> ODDS.woolf(t).orThrow().p().value();
      case "or_haldane" -> ODDS.haldane(t).estimate().value();
      case "or_haldane_lower" -> ODDS.haldane(t).low();
      case "or_haldane_upper" -> ODDS.haldane(t).high();
      case "or_conditional_mle" -> ODDS.centralExact(t).orThrow().estimate().value();
      case "or_exact_lower" -> ODDS.centralExact(t).orThrow().low();
      case "or_exact_upper" -> ODDS.centralExact(t).orThrow().high();
      case "or_midp_lower" -> ODDS.midP(t).orThrow().low();
      case "or_midp_upper" -> ODDS.midP(t).orThrow().high();
      default -> throw new IllegalArgumentException(statistic);
    };
  }

  private static double risk(String statistic, TwoByTwo t) {
    return switch (statistic) {
      case "rr" -> RATIO.koopman(t).orThrow().estimate().value();
      case "rr_wald_lower" -> RATIO.katz(t).orThrow().low();
      case "rr_wald_upper" -> RATIO.katz(t).orThrow().high();
      case "rd" -> DIFFERENCE.newcombe(t).orThrow().estimate().value();
      case "rd_wald_lower" -> DIFFERENCE.wald(t).orThrow().low();
      case "rd_wald_upper" -> DIFFERENCE.wald(t).orThrow().high();
      case "rd_newcombe_lower" -> DIFFERENCE.newcombe(t).orThrow().low();
      case "rd_newcombe_upper" -> DIFFERENCE.newcombe(t).orThrow().high();
      default -> throw new IllegalArgumentException(statistic);
    };
  }

  private static double p(TestResult test) {
    return test.p().value();
  }

  private static double statistic(TestResult test) {
    return test.statistic().orElseThrow();
  }
}
