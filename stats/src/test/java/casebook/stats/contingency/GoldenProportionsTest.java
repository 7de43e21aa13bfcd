// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import casebook.stats.contingency.RateComparison.Rates;
import casebook.stats.describe.Proportion;
import casebook.stats.golden.GoldenCase;
import casebook.stats.golden.GoldenTopic;
import casebook.stats.golden.Json;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class GoldenProportionsTest {
  @TestFactory
  Stream<DynamicTest> agreesWithTheGoldenValues() {
    return GoldenTopic.read("proportions").tests(GoldenProportionsTest::compare);
  }

  private static void compare(GoldenCase one) {
    double level = number(one.args(), "level");
    switch (one.method()) {
      case "binomial proportion" -> proportion(one, new Proportion(level));
      case "Poisson rate" -> rate(one, new PoissonRate(level));
      case "rate ratio and difference" -> rates(one, new RateComparison(level));
      default -> throw new IllegalArgumentException(one.method());
    }
  }

  private static double number(JsonNode node, String name) {
    return Json.number(node.get(name));
  }

  private static void proportion(GoldenCase one, Proportion method) {
    long x = (long) number(one.data(), "x");
    long n = (long) number(one.data(), "n");
    one.check("estimate", method.wilson(x, n).orThrow().value());
    interval(one, "wald", method.wald(x, n));
    interval(one, "wald_cc", method.waldCorrected(x, n));
    interval(one, "wilson", method.wilson(x, n));
    interval(one, "wilson_cc", method.wilsonCorrected(x, n));
    interval(one, "clopper_pearson", method.clopperPearson(x, n));
    interval(one, "agresti_coull", method.agrestiCoull(x, n));
    interval(one, "jeffreys", method.jeffreys(x, n));
    interval(one, "mid_p", method.midP(x, n));
    interval(one, "blaker", method.blaker(x, n));
    interval(one, "likelihood_ratio", method.likelihoodRatio(x, n));
    interval(one, "logit_wald", method.logit(x, n));
    one.check("p_exact_half", Proportion.exactTest(x, n, 0.5).orThrow().p());
    one.check("p_exact_tenth", Proportion.exactTest(x, n, 0.1).orThrow().p());
  }

  private static void interval(GoldenCase one, String name, Answer<Estimate> answer) {
    Optional<Interval> interval = answer.value().flatMap(Estimate::interval);
    interval.ifPresentOrElse(found -> one.check(name, found), () -> one.checkAbsent(name));
  }

  private static void rate(GoldenCase one, PoissonRate method) {
    long events = (long) number(one.data(), "events");
    double time = number(one.data(), "person_time");
    one.check("rate", method.byar(events, time).value());
    interval(one, "exact_ci", Answer.of(method.exact(events, time).estimate()));
    interval(one, "byar_ci", Answer.of(method.byar(events, time)));
    interval(one, "mid_p_ci", Answer.of(method.midP(events, time).estimate()));
    interval(one, "wald_log_ci", method.wald(events, time).map(Effect::estimate));
  }

  private static void rates(GoldenCase one, RateComparison method) {
    Rates rates =
        new Rates(
            (long) number(one.data(), "events1"),
            number(one.data(), "time1"),
            (long) number(one.data(), "events0"),
            number(one.data(), "time0"));
    one.check("rate_ratio", method.exactRatio(rates).orThrow().estimate().value());
    interval(one, "wald_ci", method.waldRatio(rates).map(Effect::estimate));
    interval(one, "exact_ci", method.exactRatio(rates).map(Effect::estimate));
    interval(one, "mid_p_ci", method.midPRatio(rates).map(Effect::estimate));
    one.check("p_exact", RateComparison.exactTest(rates).orThrow().p());
    one.check("rate_difference", method.waldDifference(rates).orThrow().estimate().value());
    interval(one, "rate_difference_ci", method.waldDifference(rates).map(Effect::estimate));
  }
}
