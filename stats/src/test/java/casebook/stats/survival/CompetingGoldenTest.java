// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.golden.GoldenCase;
import casebook.stats.golden.GoldenData;
import casebook.stats.golden.GoldenTopic;
import casebook.stats.golden.Json;
import casebook.stats.regress.Coefficient;
import casebook.stats.regress.Design;
import casebook.stats.result.Interval;
import casebook.stats.result.TestResult;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The golden topic `competing`: R 4.2 with cmprsk 2.2.
class CompetingGoldenTest {
  @TestFactory
  Stream<DynamicTest> competing() {
    return GoldenTopic.read("competing")
        .tests(one -> {
          switch (one.method()) {
            case "cumulative incidence" -> incidence(one);
            case "Fine-Gray regression" -> fineGray(one);
            default -> throw new IllegalArgumentException(one.method());
          }
        });
  }

  /// The times and causes of a data set: the cases tell them in words, the same for each set.
  private static CompetingTimes times(GoldenCase one, GoldenData data) {
    String words = one.args().path("cause").asText(one.args().path("event").asText());
    if (one.id().startsWith("competing/melanoma")) {
      assertThat(words)
          .isIn(
              "1 = died from melanoma (status 1), 2 = other death (status 3), 0 = alive (status 2)",
              "1 = status 1, 2 = status 3, 0 = status 2",
              "death from melanoma",
              "death from other causes");
      double[] status = data.numeric("status");
      int[] codes = {0, 1, 0, 2};
      return times(data, "time", i -> codes[(int) status[i]]);
    }
    if (one.id().startsWith("competing/bmt")) {
      assertThat(words)
          .isIn(
              "1 = relapse (d2 = 1), 2 = death without relapse (d1 = 1 and d2 = 0), 0 = censored",
              "relapse",
              "death without relapse");
      double[] died = data.numeric("d1");
      double[] relapsed = data.numeric("d2");
      return times(data, "t2", i -> relapsed[i] == 1 ? 1 : died[i] == 1 ? 2 : 0);
    }
    assertThat(one.id()).startsWith("competing/pbc");
    assertThat(words).isEqualTo("status (1 transplant, 2 death)");
    double[] status = data.numeric("status");
    return times(data, "time", i -> (int) status[i]);
  }

  private static CompetingTimes times(GoldenData data, String column, IntUnaryOperator cause) {
    return new CompetingTimes(
        data.numeric(column), IntStream.range(0, data.rows()).map(cause).toArray());
  }

  private static void incidence(GoldenCase one) {
    GoldenData data = one.dataset();
    CompetingTimes times = times(one, data);
    String group = one.args().path("group").asText("");
    if (group.isEmpty()) {
      for (int cause = 1; cause <= 2; cause++) {
        curve(one, "curves.1 " + cause, times, cause);
      }
      return;
    }
    List<String> levels = data.levels(group);
    int[] groups = data.factor(group);
    for (int g = 0; g < levels.size(); g++) {
      for (int cause = 1; cause <= 2; cause++) {
        curve(one, "curves." + levels.get(g) + " " + cause, times.select(groups, g), cause);
      }
    }
    for (int cause = 1; cause <= 2; cause++) {
      TestResult gray = GrayTest.standard().test(times, cause, groups).orThrow();
      double statistic = gray.statistic().orElseThrow();
      one.check("gray.cause_" + cause + ".statistic", statistic);
      one.check("gray.cause_" + cause + ".df", gray.df());
      grayTail(one, "gray.cause_" + cause + ".p", gray);
    }
  }

  /// cmprsk takes its p-value as 1 minus the distribution function, which leaves multiples of 2^-53
  /// only. Far out the tail with two degrees of freedom is exp(-x / 2), and that is the answer.
  private static void grayTail(GoldenCase one, String path, TestResult gray) {
    double statistic = gray.statistic().orElseThrow();
    if (one.expected(path).doubleValue() > 1e-12) {
      one.checkTail(path, gray.p().value(), statistic);
      return;
    }
    assertThat(gray.df()).hasValue(2);
    assertThat(gray.p().ln()).isEqualTo(-statistic / 2);
    assertThat(gray.p().value()).isCloseTo(one.expected(path).doubleValue(), within(0x1p-52));
    one.leaveOut(path, "cmprsk's p-value is 1 minus a number rounded to 16 digits");
  }

  private static void curve(GoldenCase one, String path, CompetingTimes times, int cause) {
    if (!one.expects(path)) {
      assertThat(times.events(cause)).isZero(); // R draws no curve that never rises
      return;
    }
    IncidenceCurve curve = CumulativeIncidence.standard().fit(times, cause);
    double[] at = Json.numbers(one.expected(path + ".time"));
    for (int i = 0; i < at.length; i++) {
      IncidenceCurve.Point point = curve.at(at[i]);
      Optional<Interval> limits = point.interval();
      one.check(path + ".time." + i, point.time());
      one.check(path + ".cif." + i, point.incidence());
      one.check(path + ".variance." + i, point.variance());
      one.check(
          path + ".lower_loglog." + i,
          limits.map(l -> OptionalDouble.of(l.low())).orElse(OptionalDouble.empty()));
      one.check(
          path + ".upper_loglog." + i,
          limits.map(l -> OptionalDouble.of(l.high())).orElse(OptionalDouble.empty()));
    }
  }

  private static Design design(GoldenCase one, GoldenData data) {
    Design design = Design.withoutIntercept(data.rows());
    return switch (one.args().get("covariates").asText()) {
      case "sex, log(thickness), ulcer" ->
          design
              .and("sex", data.numeric("sex"))
              .and("logthick", Arrays.stream(data.numeric("thickness")).map(Math::log).toArray())
              .and("ulcer", data.numeric("ulcer"));
      case "group 2, group 3 against 1, z1" ->
          design
              .and("g2", indicator(data.numeric("group"), 2))
              .and("g3", indicator(data.numeric("group"), 3))
              .and("z1", data.numeric("z1"));
      case "age, sex" -> design.and("age", data.numeric("age")).and("sex", data.numeric("sex"));
      case "z1, z2" -> design.and("age", data.numeric("z1")).and("donor", data.numeric("z2"));
      default -> throw new IllegalArgumentException(one.id());
    };
  }

  private static double[] indicator(double[] values, double level) {
    return Arrays.stream(values).map(v -> v == level ? 1 : 0).toArray();
  }

  private static void fineGray(GoldenCase one) {
    GoldenData data = one.dataset();
    String event = one.args().get("event").asText();
    int cause = List.of("death from melanoma", "relapse").contains(event) ? 1 : 2;
    var fit = FineGray.standard().fit(times(one, data), cause, design(one, data));
    one.check("pseudo_loglik", fit.pseudoLogLikelihood());
    one.check("pseudo_loglik_null", fit.nullPseudoLogLikelihood());
    for (Coefficient term : fit.terms().orThrow()) {
      Interval limits = term.oddsRatio(0.95).interval().orElseThrow();
      one.check("coef." + term.name(), term.value());
      one.check("se_robust." + term.name(), term.standardError());
      one.check("z." + term.name(), term.z());
      one.checkTail("p." + term.name(), term.wald().p().value(), term.z());
      one.check("shr." + term.name(), term.oddsRatio(0.95).value());
      one.check("lower." + term.name(), limits.low());
      one.check("upper." + term.name(), limits.high());
    }
    one.leaveOut("weighted_breslow", "the case asks to agree with one of the two programs");
  }
}
