// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.contingency.ChiSquare;
import casebook.stats.contingency.Crosstab;
import casebook.stats.golden.GoldenCase;
import casebook.stats.golden.GoldenData;
import casebook.stats.golden.GoldenTopic;
import casebook.stats.golden.Json;
import casebook.stats.result.Answer;
import casebook.stats.result.PValue;
import casebook.stats.result.TestResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class AdjustmentTest {
  private static final Map<String, Adjustment> NAMES =
      Map.of(
          "bonferroni", Adjustment.BONFERRONI,
          "holm", Adjustment.HOLM,
          "hochberg", Adjustment.HOCHBERG,
          "hommel", Adjustment.HOMMEL,
          "BH", Adjustment.BENJAMINI_HOCHBERG,
          "BY", Adjustment.BENJAMINI_YEKUTIELI,
          "sidak", Adjustment.SIDAK,
          "holm_sidak", Adjustment.HOLM_SIDAK);

  @TestFactory
  Stream<DynamicTest> multiplicity() {
    return GoldenTopic.read("multiplicity")
        .tests(one -> {
          if (one.hasDataset()) {
            scan(one);
          } else {
            family(one);
          }
        });
  }

  private static void family(GoldenCase one) {
    double[] p = Json.numbers(one.data().get("p"));
    List<PValue> there = new ArrayList<>();
    for (double value : p) {
      if (!Double.isNaN(value)) {
        there.add(PValue.of(value));
      }
    }
    for (var name : NAMES.entrySet()) {
      List<PValue> adjusted = name.getValue().of(there);
      int place = 0;
      for (int i = 0; i < p.length; i++) {
        if (Double.isNaN(p[i])) {
          one.checkAbsent(name.getKey() + "." + i);
        } else {
          one.check(name.getKey() + "." + i, adjusted.get(place++));
        }
      }
    }
  }

  private static void scan(GoldenCase one) {
    GoldenData data = one.dataset();
    List<String> markers = new ArrayList<>();
    List<PValue> p = new ArrayList<>();
    for (String marker : data.names()) {
      Answer<TestResult> test = chiSquare(data, marker);
      if (marker.startsWith("m") && test.value().isPresent()) {
        markers.add(marker);
        p.add(test.orThrow().p());
      }
    }
    List<PValue> discovery = Adjustment.BENJAMINI_HOCHBERG.of(p);
    List<PValue> holm = Adjustment.HOLM.of(p);
    for (int i = 0; i < p.size(); i++) {
      one.check("p." + markers.get(i), p.get(i));
      one.check("BH." + markers.get(i), discovery.get(i));
      one.check("holm." + markers.get(i), holm.get(i));
    }
  }

  private static Answer<TestResult> chiSquare(GoldenData data, String marker) {
    List<String> levels = data.levels(marker);
    int[] code = data.factor(marker);
    double[] status = data.numeric("case");
    long[][] counts = new long[2][levels.size()];
    for (int row = 0; row < data.rows(); row++) {
      if (code[row] >= 0) {
        counts[(int) status[row]][code[row]]++;
      }
    }
    return ChiSquare.pearson(Crosstab.of(counts));
  }

  private static double[] adjust(Adjustment adjustment, double... p) {
    return adjustment.of(Arrays.stream(p).mapToObj(PValue::of).toList()).stream()
        .mapToDouble(PValue::value)
        .toArray();
  }

  @Test
  void workedByHand() {
    // 0.01 0.02 0.04: Holm 3*0.01, 2*0.02, max(0.04, 0.04); Hochberg min(0.03, 0.04, 0.04), ..;
    // BH 3*0.01/1, 3*0.02/2, 0.04, from the top min
    double[] p = {0.02, 0.04, 0.01};
    assertThat(adjust(Adjustment.HOLM, p))
        .containsExactly(new double[] {.04, .04, .03}, within(1e-15));
    assertThat(adjust(Adjustment.HOCHBERG, p))
        .containsExactly(new double[] {.04, .04, .03}, within(1e-15));
    assertThat(adjust(Adjustment.BENJAMINI_HOCHBERG, p))
        .containsExactly(new double[] {.03, .04, .03}, within(1e-15));
    assertThat(adjust(Adjustment.BONFERRONI, p))
        .containsExactly(new double[] {.06, .12, .03}, within(1e-15));
  }

  @Test
  void pValuesBelowTheSmallestDoubleAreAdjusted() {
    List<PValue> family = List.of(new PValue(-2000), new PValue(-1000), PValue.of(0.5));
    for (Adjustment adjustment : Adjustment.values()) {
      assertThat(adjustment.of(family).getFirst().ln())
          .isBetween(-2000 + Math.log(3) - 1e-9, -2000 + Math.log(3 * (1 + 0.5 + 1 / 3.0)) + 1e-9);
    }
  }

  @Test
  void emptyFamilyStaysEmpty() {
    for (Adjustment adjustment : Adjustment.values()) {
      assertThat(adjustment.of(List.of())).isEmpty();
    }
  }

  @Test
  void orderOfAdjustmentsHolds() {
    double[] p = {0.3, 0.001, 0.04, 0.012, 0.9, 0.02};
    double[] hommel = adjust(Adjustment.HOMMEL, p);
    double[] hochberg = adjust(Adjustment.HOCHBERG, p);
    double[] holm = adjust(Adjustment.HOLM, p);
    double[] bonferroni = adjust(Adjustment.BONFERRONI, p);
    for (int i = 0; i < p.length; i++) {
      assertThat(p[i]).isLessThanOrEqualTo(hommel[i] * (1 + 1e-14));
      assertThat(hommel[i]).isLessThanOrEqualTo(hochberg[i] * (1 + 1e-14));
      assertThat(hochberg[i]).isLessThanOrEqualTo(holm[i] * (1 + 1e-14));
      assertThat(holm[i]).isLessThanOrEqualTo(bonferroni[i] * (1 + 1e-14));
    }
  }
}
