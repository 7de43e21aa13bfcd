// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import casebook.stats.golden.GoldenCase;
import casebook.stats.golden.GoldenTopic;
import casebook.stats.golden.Json;
import casebook.stats.result.Interval;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The golden topic `km`: R 4.2 with survival 3.5.
class KmGoldenTest {
  private static final Map<String, ConfidenceBand> BANDS =
      Map.of(
          "plain", ConfidenceBand.PLAIN,
          "log", ConfidenceBand.LOG,
          "log-log", ConfidenceBand.LOG_LOG,
          "logit", ConfidenceBand.LOGIT,
          "arcsin", ConfidenceBand.ARCSINE);

  @TestFactory
  Stream<DynamicTest> km() {
    return GoldenTopic.read("km")
        .tests(one -> {
          switch (one.method()) {
            case "Kaplan-Meier" -> kaplanMeier(one);
            case "median follow-up" -> medianFollowUp(one);
            case "log-rank test", "G-rho test" -> logRank(one);
            case "restricted mean survival time" -> restrictedMean(one);
            default -> throw new IllegalArgumentException(one.method());
          }
        });
  }

  private static void kaplanMeier(GoldenCase one) {
    var data =
        one.hasDataset()
            ? GoldenFollowUp.of(one)
            : GoldenFollowUp.of(one, "time", "status", List.of());
    double level = one.args().get("level").doubleValue();
    if (data.covariates().isEmpty()) {
      curves(one, "all", data.times(), level);
      return;
    }
    String by = data.covariates().getFirst();
    int[] groups = data.groups(by);
    List<String> names = data.groupNames(by);
    for (int g = 0; g < names.size(); g++) {
      curves(one, by + "=" + names.get(g), data.times().select(groups, g), level);
    }
  }

  private static void curves(GoldenCase one, String group, Times times, double level) {
    var method = KaplanMeier.standard().withLevel(level).withRule(QuantileRule.MIDPOINT);
    var curve = method.fit(times);
    one.check(group + ".n", curve.people());
    one.check(group + ".events", curve.events());
    if (one.expects(group + ".time")) {
      steps(one, group, curve);
    }
    BANDS.forEach((name, band) -> {
      var banded = method.withBand(band).fit(times);
      if (one.expects(group + ".lower_" + name)) {
        each(one, group + ".lower_" + name, banded, i -> low(banded.interval(i)));
        each(one, group + ".upper_" + name, banded, i -> high(banded.interval(i)));
      }
      if (one.expects(group + ".at")) {
        points(one, group + ".at." + name, banded);
      }
      quantiles(one, group + ".quantiles." + name, banded);
    });
  }

  private static void steps(GoldenCase one, String group, SurvivalCurve curve) {
    each(one, group + ".time", curve, i -> OptionalDouble.of(curve.time(i)));
    each(one, group + ".n_risk", curve, i -> OptionalDouble.of(curve.atRisk(i)));
    each(one, group + ".n_event", curve, i -> OptionalDouble.of(curve.events(i)));
    each(one, group + ".n_censor", curve, i -> OptionalDouble.of(curve.censored(i)));
    each(one, group + ".surv", curve, i -> OptionalDouble.of(curve.survival(i)));
    each(one, group + ".greenwood_se", curve, curve::standardError);
    each(
        one,
        group + ".cumhaz_nelson_aalen",
        curve,
        i -> OptionalDouble.of(curve.cumulativeHazard(i)));
    each(one, group + ".cumhaz_se", curve, i -> OptionalDouble.of(curve.cumulativeHazardError(i)));
  }

  private static void each(
      GoldenCase one, String path, SurvivalCurve curve, IntFunction<OptionalDouble> value) {
    one.check(path + "." + (curve.size() - 1), value.apply(curve.size() - 1));
    for (int i = 0; i < curve.size(); i++) {
      one.check(path + "." + i, value.apply(i));
    }
  }

  private static void points(GoldenCase one, String path, SurvivalCurve curve) {
    double[] times = Json.numbers(one.expected(path + ".time"));
    for (int i = 0; i < times.length; i++) {
      SurvivalPoint point = curve.at(times[i]);
      one.check(path + ".time." + i, point.time());
      one.check(path + ".n_risk." + i, point.atRisk());
      one.check(path + ".surv." + i, point.survival());
      one.check(path + ".se." + i, point.standardError());
      one.check(path + ".lower." + i, low(point.interval()));
      one.check(path + ".upper." + i, high(point.interval()));
    }
  }

  private static void quantiles(GoldenCase one, String path, SurvivalCurve curve) {
    double[] probabilities = Json.numbers(one.expected(path + ".prob"));
    for (int i = 0; i < probabilities.length; i++) {
      SurvivalQuantile quantile = curve.quantile(probabilities[i]);
      one.check(path + ".prob." + i, quantile.probability());
      one.check(path + ".quantile." + i, quantile.time());
      one.check(path + ".lower." + i, quantile.low());
      one.check(path + ".upper." + i, quantile.high());
    }
  }

  private static OptionalDouble low(Optional<Interval> interval) {
    return interval.map(i -> OptionalDouble.of(i.low())).orElse(OptionalDouble.empty());
  }

  private static OptionalDouble high(Optional<Interval> interval) {
    return interval.map(i -> OptionalDouble.of(i.high())).orElse(OptionalDouble.empty());
  }

  private static void medianFollowUp(GoldenCase one) {
    var data =
        GoldenFollowUp.of(
            one, one.args().get("time").asText(), one.args().get("event").asText(), List.of());
    Times times = data.times();
    var method = KaplanMeier.standard().withRule(QuantileRule.MIDPOINT);
    var logLog = method.fit(times.reversed()).median();
    var log = method.withBand(ConfidenceBand.LOG).fit(times.reversed()).median();
    one.check("reverse_km", logLog.time());
    one.check("ci_log.0", log.low());
    one.check("ci_log.1", log.high());
    one.check("ci_log_log.0", logLog.low());
    one.check("ci_log_log.1", logLog.high());
    IntStream all = IntStream.range(0, times.size());
    one.check("median_of_observed_times", median(all.mapToDouble(times::time)));
    IntStream censored = IntStream.range(0, times.size()).filter(i -> !times.event(i));
    one.check("median_time_of_censored", median(censored.mapToDouble(times::time)));
  }

  private static double median(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  private static void logRank(GoldenCase one) {
    var data = GoldenFollowUp.of(one);
    String by = data.covariates().getFirst();
    List<String> names = data.groupNames(by);
    double rho = one.args().get("rho").doubleValue();
    var result =
        LogRank.standard()
            .withWeights(new RiskWeights.FlemingHarrington(rho, 0))
            .test(data.times(), data.groups(by), data.numbers("strata"))
            .orThrow();
    one.check("groups", names);
    for (int g = 0; g < names.size(); g++) {
      one.check("n." + g, result.people(g));
      one.check("observed." + g, result.observed(g));
      one.check("expected." + g, result.expected(g));
      for (int h = 0; h < names.size(); h++) {
        one.check("variance." + g + "." + h, result.covariance(g, h));
      }
    }
    double statistic = result.test().statistic().orElseThrow();
    one.check("chisq", statistic);
    one.check("df", result.test().df());
    one.checkTail("p", result.test().p().value(), statistic);
    if (one.expects("trend")) {
      trend(one, result);
    }
    if (names.size() == 2) {
      one.check("hr_pike", result.pikeHazardRatio(1).value());
      one.check("hr_peto", result.petoHazardRatio(1).value());
      one.check("hr_peto_ci", result.petoHazardRatio(1).interval().orElseThrow());
    }
  }

  private static void trend(GoldenCase one, LogRankResult result) {
    double[] scores = Json.numbers(one.expected("trend.scores"));
    one.check("trend.scores", scores);
    var trend = result.trend(scores).orThrow();
    double statistic = trend.statistic().orElseThrow();
    one.check("trend.chisq", statistic);
    one.check("trend.z", Math.sqrt(statistic));
    one.checkTail("trend.p", trend.p().value(), statistic);
  }

  private static void restrictedMean(GoldenCase one) {
    String group = one.args().get("group").asText();
    var data =
        GoldenFollowUp.of(
            one, one.args().get("time").asText(), one.args().get("event").asText(), List.of(group));
    double horizon = one.args().get("tau").doubleValue();
    List<String> names = data.groupNames(group);
    int[] groups = data.groups(group);
    RestrictedMeanTime[] means =
        IntStream.range(0, 2)
            .mapToObj(g -> data.times().select(groups, g))
            .map(times -> RestrictedMean.upTo(horizon).of(times).orThrow())
            .toArray(RestrictedMeanTime[]::new);
    one.check("tau", means[0].horizon());
    for (int g = 0; g < 2; g++) {
      String path = "arms." + names.get(g);
      one.check(path + ".rmst", means[g].estimate().value());
      one.check(path + ".se", means[g].standardError());
      one.check(path + ".ci", means[g].estimate().interval().orElseThrow());
    }
    var difference = means[1].minus(means[0]).orThrow();
    one.check("difference.estimate", difference.estimate().value());
    one.check("difference.se", Math.hypot(means[0].standardError(), means[1].standardError()));
    one.check("difference.ci", difference.estimate().interval().orElseThrow());
    one.check("difference.p", difference.p());
    var ratio = means[1].over(means[0]).orThrow();
    one.check("ratio.estimate", ratio.estimate().value());
    one.check("ratio.ci", ratio.estimate().interval().orElseThrow());
    one.check("ratio.p", ratio.p());
  }
}
