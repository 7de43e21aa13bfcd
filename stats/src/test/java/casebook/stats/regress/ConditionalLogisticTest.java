// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.golden.CertifiedCase;
import casebook.stats.golden.CertifiedSuite;
import casebook.stats.golden.Json;
import casebook.stats.regress.ConditionalLogistic.Matched;
import casebook.stats.result.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ConditionalLogisticTest {
  private static final Offset<Double> TIGHT = within(1e-12);

  @Test
  void pairsGiveTheRatioOfTheDiscordantOnes() {
    // 3 pairs with only the case exposed, 1 with only the control, 2 concordant: ln 3, variance
    // 1/3 + 1/1
    double[] exposed = {1, 0, 1, 0, 1, 0, 0, 1, 1, 1, 0, 0};
    double[] outcome = {1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0};
    int[] set = {1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6};
    Design design = Design.withoutIntercept(12).and("exposed", exposed);
    Matched matched = ConditionalLogistic.standard().fit(design, set, outcome);
    assertThat(matched.fit().term("exposed").value()).isEqualTo(Math.log(3), TIGHT);
    assertThat(matched.fit().term("exposed").standardError()).isEqualTo(Math.sqrt(4 / 3.0), TIGHT);
    assertThat(matched.fit().nullLogLikelihood()).isEqualTo(-6 * Math.log(2), TIGHT);
    assertThat(matched.sets()).isEqualTo(6);
    assertThat(matched.uninformative()).isZero();
  }

  @Test
  void theRecursionAddsUpAllChoices() {
    // one set of 4 with 2 cases: of the six choices two cases out of eta = b (0 1 2 4), observed 1
    // + 4
    double[] x = {0, 1, 2, 4};
    double[] y = {0, 1, 0, 1};
    Design design = Design.withoutIntercept(8).and("x", 0, 1, 2, 4, 0, 1, 2, 4);
    int[] set = {0, 0, 0, 0, 1, 1, 1, 1};
    Fit fit = ConditionalLogistic.standard().fit(design, set, 0, 1, 0, 1, 1, 0, 0, 1).fit();
    double b = fit.term("x").value();
    double all = 0;
    for (int i = 0; i < 4; i++) {
      for (int j = i + 1; j < 4; j++) {
        all += Math.exp(b * (x[i] + x[j]));
      }
    }
    double observed = b * (x[1] + x[3]) * y[1] + b * (x[0] + x[3]);
    assertThat(fit.logLikelihood()).isEqualTo(observed - 2 * Math.log(all), TIGHT);
  }

  @Test
  void aSetShiftOrAnInterceptDoesNotMatter() {
    Random random = new Random(2);
    int n = 60;
    double[] x = random.doubles(n).toArray();
    double[] shifted = new double[n];
    boolean[] y = new boolean[n];
    int[] set = new int[n];
    for (int i = 0; i < n; i++) {
      set[i] = i / 5;
      shifted[i] = x[i] + 10 * set[i];
      y[i] = i % 5 < 1 + set[i] % 2;
    }
    ConditionalLogistic method = ConditionalLogistic.standard();
    Fit plain = method.fit(Design.withoutIntercept(n).and("x", x), set, y).fit();
    Fit moved = method.fit(Design.withIntercept(n).and("x", shifted), set, y).fit();
    assertThat(moved.term("x").value()).isEqualTo(plain.term("x").value(), within(1e-11));
    assertThat(moved.columnNames()).containsExactly("x");
  }

  @Test
  void setsThatSayNothingAreCounted() {
    Design design = Design.withoutIntercept(7).and("x", 1, 0, 0, 1, 1, 5, 6);
    int[] set = {1, 1, 2, 2, 2, 3, 4};
    Matched matched = ConditionalLogistic.standard().fit(design, set, 1, 0, 1, 0, 0, 1, 0);
    assertThat(matched.sets()).isEqualTo(4);
    assertThat(matched.uninformative()).isEqualTo(2);
    assertThat(matched.fit().people()).isEqualTo(5);
  }

  @Test
  void separationAndConstantsAreNamed() {
    int[] set = {1, 1, 2, 2, 3, 3};
    Design design =
        Design.withoutIntercept(6).and("x", 2, 1, 5, 3, 4, 4).and("age", 30, 30, 40, 40, 50, 50);
    Fit fit = ConditionalLogistic.standard().fit(design, set, 1, 0, 1, 0, 1, 0).fit();
    assertThat(fit.outcome()).isEqualTo(new Outcome.Separated(List.of("x")));
    Design swapped =
        Design.withoutIntercept(6).and("x", 2, 1, 3, 5, 4, 4).and("age", 30, 30, 40, 40, 50, 50);
    assertThat(ConditionalLogistic.standard().fit(swapped, set, 1, 0, 1, 0, 1, 0).fit().outcome())
        .isEqualTo(new Outcome.Collinear(List.of("age")));
  }

  @Test
  void nothingToCompareIsSaidInWords() {
    ConditionalLogistic method = ConditionalLogistic.standard();
    Design design = Design.withoutIntercept(2).and("x", 1, 2);
    assertThat(method.fit(design, new int[] {1, 2}, 1, 0).fit().outcome().words())
        .isEqualTo("no set has a case and a control");
    Design same = Design.withoutIntercept(2).and("x", 1, 1);
    assertThat(method.fit(same, new int[] {1, 1}, 1, 0).fit().outcome().words())
        .isEqualTo("no column varies within the sets");
    assertThatIllegalArgumentException().isThrownBy(() -> method.fit(design, new int[] {1}, 1, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> method.fit(design.withFrequencies(1, 2), new int[] {1, 1}, 1, 0));
  }

  @Test
  void largeSetsNeitherOverflowNorUnderflow() {
    // 1000 cases of 2000 rows in one set: the number of choices has 600 digits
    Random random = new Random(8);
    int n = 2000;
    double[] x = new double[n];
    boolean[] y = new boolean[n];
    for (int i = 0; i < n; i++) {
      y[i] = i % 2 == 0;
      x[i] = random.nextGaussian() + (y[i] ? 0.5 : 0);
    }
    Design design = Design.withIntercept(n).and("x", x);
    Fit fit = ConditionalLogistic.standard().fit(design, new int[n], y).fit();
    double unconditional = Logistic.standard().fit(design, y).term("x").value();
    assertThat(fit.outcome().usable()).isTrue();
    assertThat(fit.term("x").value()).isEqualTo(unconditional, within(1e-3));
  }

  @TestFactory
  Stream<DynamicTest> certified() {
    return CertifiedSuite.read("clogit").tests(ConditionalLogisticTest::check);
  }

  private static void check(CertifiedCase one) {
    List<double[]> rows = new ArrayList<>();
    List<Double> outcomes = new ArrayList<>();
    List<Integer> sets = new ArrayList<>();
    int number = 0;
    for (JsonNode set : one.input().get("sets")) {
      for (JsonNode person : set) {
        rows.add(Json.numbers(person.get("x")));
        outcomes.add(person.get("y").asDouble());
        sets.add(number);
      }
      number++;
    }
    Design design = Design.withoutIntercept(rows.size());
    for (int j = 0; j < rows.getFirst().length; j++) {
      int column = j;
      design = design.and("x" + j, rows.stream().mapToDouble(row -> row[column]).toArray());
    }
    Fit fit =
        ConditionalLogistic.standard()
            .fit(
                design,
                sets.stream().mapToInt(Integer::intValue).toArray(),
                outcomes.stream().mapToDouble(Double::doubleValue).toArray())
            .fit();
    for (String statistic : one.statistics()) {
      one.check(statistic, value(fit, statistic));
    }
  }

  private static double value(Fit fit, String statistic) {
    String name = "x" + statistic.replaceAll("\\D", "");
    return switch (statistic.replaceAll("\\[.*", "")) {
      case "beta" -> fit.term(name).value();
      case "se" -> fit.term(name).standardError();
      case "loglik" -> fit.logLikelihood();
      case "loglik_null" -> fit.nullLogLikelihood();
      case "lr_chi2" -> fit.likelihoodRatio().orThrow().statistic().orElseThrow();
      case "score_chi2" -> fit.score("x0", "x1").orThrow().statistic().orElseThrow();
      default -> throw new IllegalArgumentException(statistic);
    };
  }
}
