// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import casebook.stats.golden.GoldenCase;
import casebook.stats.golden.GoldenTopic;
import casebook.stats.golden.Json;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.stats.result.TestResult;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class GoldenTwoByTwoTest {
  @TestFactory
  Stream<DynamicTest> agreesWithTheGoldenValues() {
    return GoldenTopic.read("tables2x2").tests(GoldenTwoByTwoTest::compare);
  }

  private static void compare(GoldenCase one) {
    TwoByTwo t = FisherExtremeTest.table(one.data());
    double level = Json.number(one.args().get("level"));
    if (one.method().startsWith("epiR::epi.2by2")) {
      EpiR.compare(one, t, level);
    } else if (one.expects("estimable")) {
      compareDegenerate(one, t);
    } else if (one.method().equals("2x2 table")) {
      compareTests(one, t);
      compareOddsRatio(one, t, new OddsRatio(level));
      compareRiskRatio(one, t, new RiskRatio(level));
      compareRiskDifference(one, t, new RiskDifference(level));
      compareAttributable(one, t, new AttributableFraction(level));
      compareEValues(one, t, level);
    } else {
      throw new IllegalArgumentException(one.method());
    }
  }

  private static void compareDegenerate(GoldenCase one, TwoByTwo t) {
    one.check("fisher_p", FisherExact.twoSided(t).p().value());
    one.check("estimable", OddsRatio.standard().sample(t).value().isPresent());
    one.check("or", value(OddsRatio.standard().sample(t)));
    one.check("chisq", statistic(ChiSquare.pearson(t)));
    // an empty margin says nothing about the odds ratio: we give no interval, R the whole range
    one.leaveOut("or_exact_ci", "from 0 to infinity is no answer");
  }

  private static OptionalDouble value(Answer<Estimate> answer) {
    return answer.value().map(e -> OptionalDouble.of(e.value())).orElseGet(OptionalDouble::empty);
  }

  private static OptionalDouble statistic(Answer<TestResult> answer) {
    return answer.value().map(TestResult::statistic).orElseGet(OptionalDouble::empty);
  }

  private static void compareTests(GoldenCase one, TwoByTwo t) {
    one.check("n", (double) t.n());
    one.check("row1", (double) t.row1());
    one.check("row2", (double) t.row2());
    one.check("col1", (double) t.column1());
    one.check("col2", (double) t.column2());
    one.check("expected_min", t.smallestExpected());
    chiSquare(one, "chisq", ChiSquare.pearson(t));
    chiSquare(one, "chisq_yates", ChiSquare.yates(t));
    chiSquare(one, "chisq_nminus1", ChiSquare.nMinusOne(t));
    chiSquare(one, "lr_chisq", ChiSquare.likelihoodRatio(t));
    one.check("phi", NominalAssociation.phi(t).orThrow());
    one.check("fisher.p_two_sided", FisherExact.twoSided(t).p());
    one.check("fisher.ln_p_two_sided", FisherExact.twoSided(t).p().ln());
    one.check("fisher.p_less", FisherExact.less(t).p());
    one.check("fisher.p_greater", FisherExact.greater(t).p());
    one.check("fisher.p_central", FisherExact.central(t).p());
    one.check("fisher.p_blaker", FisherExact.blaker(t).p());
    one.check("fisher.p_midp_doubled", FisherExact.centralMidP(t).p());
    one.check("fisher.p_midp_fisher", FisherExact.twoSidedMidP(t).p());
    if (one.expects("boschloo")) {
      one.check("boschloo.p", UnconditionalExact.standard().boschloo(t).orThrow().p());
      one.check("barnard_pooled_z.p", UnconditionalExact.standard().barnard(t).orThrow().p());
    }
  }

  private static void chiSquare(GoldenCase one, String name, Answer<TestResult> answer) {
    TestResult test = answer.orThrow();
    double statistic = test.statistic().orElseThrow();
    one.check(name + ".statistic", statistic);
    one.check(name + ".df", test.df());
    one.checkTail(name + ".p", test.p().value(), statistic);
    one.check(name + ".ln_p", test.p().ln());
  }

  private static void compareOddsRatio(GoldenCase one, TwoByTwo t, OddsRatio method) {
    one.check("or.sample", value(method.sample(t)));
    Optional<Effect> woolf = method.woolf(t).value();
    interval(one, "or.wald_ci", woolf.map(Effect::estimate));
    error(one, "or.se_log", woolf);
    Effect haldane = method.haldane(t);
    one.check("or.haldane", haldane.estimate().value());
    one.check("or.haldane_se_log", haldane.standardError());
    one.check("or.haldane_wald_ci", interval(haldane));
    Effect exact = method.centralExact(t).orThrow();
    one.check("or.cond_mle", exact.estimate().value());
    one.check("or.exact_central_ci", interval(exact));
    Effect mid = method.midP(t).orThrow();
    one.check("or.median_unbiased", mid.estimate().value());
    one.check("or.mid_p_ci", interval(mid));
    one.check("or.exact_minlike_ci", interval(method.minimumLikelihood(t).orThrow()));
    one.check("or.exact_blaker_ci", interval(method.blaker(t).orThrow()));
    one.check("or.score_mn_ci", interval(method.miettinenNurminen(t).orThrow()));
    one.check("or.score_cornfield_ci", interval(method.cornfield(t).orThrow()));
    if (one.expects("or.profile_lr_ci")) {
      one.check("or.profile_lr_ci", interval(method.profile(t).orThrow()));
    }
    Effect firth = method.firth(t).orThrow();
    one.check("or.firth.estimate", firth.estimate().value());
    one.check("or.firth.log_or", Math.log(firth.estimate().value()));
    one.check("or.firth.se_log", firth.standardError());
    one.check("or.firth.profile_ci", interval(firth));
    one.check("or.firth.wald_ci", interval(method.firthWald(t).orThrow()));
    one.check("or.firth.plr_p", firth.p());
    one.check(
        "or.firth.plr_chisq",
        FixedMargins.of(t, 0.5).fromIndependence(FixedMargins.Distance.LIKELIHOOD));
  }

  private static Interval interval(Effect effect) {
    return effect.estimate().interval().orElseThrow();
  }

  private static void interval(GoldenCase one, String name, Optional<Estimate> estimate) {
    estimate
        .flatMap(Estimate::interval)
        .ifPresentOrElse(found -> one.check(name, found), () -> one.checkAbsent(name));
  }

  private static void error(GoldenCase one, String name, Optional<Effect> effect) {
    // with an empty cell R's standard error is infinite, ours absent
    one.check(
        name, effect.map(e -> e.standardError().orElseThrow()).orElse(Double.POSITIVE_INFINITY));
  }

  private static void compareRiskRatio(GoldenCase one, TwoByTwo t, RiskRatio method) {
    one.check("rr.estimate", method.koopman(t).orThrow().estimate().value());
    Optional<Effect> katz = method.katz(t).value();
    interval(one, "rr.katz_ci", katz.map(Effect::estimate));
    error(one, "rr.se_log", katz);
    one.check("rr.score_koopman_ci", interval(method.koopman(t).orThrow()));
    one.check("rr.score_mn_ci", interval(method.miettinenNurminen(t).orThrow()));
  }

  private static void compareRiskDifference(GoldenCase one, TwoByTwo t, RiskDifference method) {
    Effect wald = method.wald(t).orThrow();
    one.check("risk1", t.risk1());
    one.check("risk2", t.risk2());
    one.check("rd.estimate", wald.estimate().value());
    one.check("rd.se", wald.standardError());
    one.check("rd.wald_ci", interval(wald));
    one.check("rd.newcombe_ci", interval(method.newcombe(t).orThrow()));
    one.check("rd.newcombe_cc_ci", interval(method.newcombeCorrected(t).orThrow()));
    one.check("rd.agresti_caffo_ci", interval(method.agrestiCaffo(t).orThrow()));
    one.check("rd.score_mn_ci", interval(method.miettinenNurminen(t).orThrow()));
    one.check("rd.score_mee_ci", interval(method.mee(t).orThrow()));
    one.check("rd.nnt", NumberNeeded.of(wald.estimate()).value());
  }

  private static void compareAttributable(GoldenCase one, TwoByTwo t, AttributableFraction method) {
    one.check("attributable.af_exposed_rr", value(method.exposedByRiskRatio(t)));
    interval(one, "attributable.af_exposed_rr_ci", method.exposedByRiskRatio(t).value());
    one.check("attributable.af_exposed_or", value(method.exposedByOddsRatio(t)));
    interval(one, "attributable.af_exposed_or_ci", method.exposedByOddsRatio(t).value());
    one.check("attributable.paf_cohort", value(method.population(t)));
    Optional<Estimate> caseControl = method.caseControl(t).value();
    interval(one, "attributable.paf_case_control_ci", caseControl);
    if (t.a() == 0 || t.c() == 0) {
      one.leaveOut(
          "attributable.paf_case_control",
          "0 times infinity in R; 1 - (c / cases) / (d / controls) is the same number, defined");
    } else {
      one.check("attributable.paf_case_control", value(method.caseControl(t)));
    }
  }

  private static void compareEValues(GoldenCase one, TwoByTwo t, double level) {
    double oddsRatio = new OddsRatio(level).sample(t).orThrow().value();
    double riskRatio = new RiskRatio(level).koopman(t).orThrow().estimate().value();
    eValue(one, "e_value.or_rare", EValue.of(oddsRatio));
    eValue(one, "e_value.or_common", EValue.ofCommonOutcome(oddsRatio));
    eValue(one, "e_value.rr", EValue.of(riskRatio));
    one.check("e_value.or_rare_ci", limit(new OddsRatio(level).woolf(t)));
    one.check("e_value.rr_ci", limit(new RiskRatio(level).katz(t)));
  }

  private static void eValue(GoldenCase one, String name, double value) {
    if (value == Double.POSITIVE_INFINITY && one.expected(name).asText().equals("NaN")) {
      one.leaveOut(
          name, "an infinite ratio is the reciprocal of 0, whose E-value R has as infinite");
    } else {
      one.check(name, value);
    }
  }

  private static OptionalDouble limit(Answer<Effect> answer) {
    return answer
        .value()
        .map(effect -> OptionalDouble.of(EValue.ofLimit(interval(effect))))
        .orElseGet(OptionalDouble::empty);
  }

  /// The names of the package epiR.
  private static final class EpiR {
    static void compare(GoldenCase one, TwoByTwo t, double level) {
      AttributableFraction fraction = new AttributableFraction(level);
      Effect odds = new OddsRatio(level).woolf(t).orThrow();
      Effect ratio = new RiskRatio(level).katz(t).orThrow();
      Effect difference = new RiskDifference(level).wald(t).orThrow();
      compare(one, "OR.strata.wald", odds.estimate());
      if (one.expects("RR.strata.wald")) {
        compare(one, "RR.strata.wald", ratio.estimate());
        compare(one, "RR.strata.taylor", ratio.estimate());
      }
      compare(one, "ARisk.strata.wald", difference.estimate());
      compare(one, "AFRisk.strata.wald", fraction.exposedByRiskRatio(t).orThrow());
      compare(one, "PAFRisk.strata.wald", fraction.population(t).orThrow());
      compare(one, "PARisk.strata.wald", fraction.populationRiskWald(t).orThrow());
      compare(one, "PARisk.strata.piri", fraction.populationRisk(t).orThrow());
      NumberNeeded needed = NumberNeeded.of(difference.estimate());
      one.check("NNT.strata.wald.est", needed.value());
      one.check("NNT.strata.wald.lower", needed.low());
      one.check("NNT.strata.wald.upper", needed.high());
    }

    private static void compare(GoldenCase one, String name, Estimate estimate) {
      one.check(name + ".est", estimate.value());
      one.check(name + ".lower", estimate.interval().orElseThrow().low());
      one.check(name + ".upper", estimate.interval().orElseThrow().high());
    }
  }
}
