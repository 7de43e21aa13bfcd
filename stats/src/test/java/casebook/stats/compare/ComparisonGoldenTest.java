// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import casebook.stats.dist.NoncentralT;
import casebook.stats.dist.StudentT;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a comparison says beside its tests, against R (`golden/r/comparison.R`).
class ComparisonGoldenTest {
  private static final double[] VALUES = {0.3, -1.1, 0.8, 1.9, 0.2, 2.4, 1.3};
  private static final List<double[]> CODES =
      List.of(
          new double[] {0, 0, 0, 1, 1, 2, 2},
          new double[] {0, 0, 0, 1, 1, 1, 1},
          new double[] {0, 0, 0, 0, 0, 1, 1});

  private static List<String[]> cases(String kind) throws IOException {
    try (InputStream in =
            Objects.requireNonNull(
                ComparisonGoldenTest.class.getResourceAsStream("/golden/comparison.csv"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<String[]> cases =
          lines
              .lines()
              .filter(line -> line.startsWith(kind + ","))
              .map(it -> it.split(","))
              .toList();
      assertThat(cases).isNotEmpty();
      return cases;
    }
  }

  private static double number(String[] line, int place) {
    return Double.parseDouble(line[place]);
  }

  @Test
  void noncentralTailsAreThoseOfR() throws IOException {
    for (String[] line : cases("noncentral")) {
      NoncentralT t = new NoncentralT(number(line, 1), number(line, 2));
      // R promises an absolute error of 1e-12
      assertThat(t.lower(number(line, 3)))
          .as(String.join(",", line))
          .isCloseTo(number(line, 4), within(2e-12));
      assertThat(t.lower(number(line, 3)) + t.upper(number(line, 3))).isCloseTo(1, within(1e-14));
    }
  }

  @Test
  void withoutNoncentralityItIsStudents() {
    for (double df : new double[] {1, 3.5, 60}) {
      assertThat(new NoncentralT(df, 0).upper(1.7))
          .isCloseTo(new StudentT(df).upper(1.7), within(1e-13));
    }
    assertThatThrownBy(() -> new NoncentralT(0.5, 0)).hasMessageContaining("0.5");
    assertThatThrownBy(() -> new NoncentralT(5, Double.NaN)).hasMessageContaining("NaN");
  }

  @Test
  void detectableDifferencesAreThoseOfR() throws IOException {
    for (String[] line : cases("detectable")) {
      double n = number(line, 1);
      double error = number(line, 2) * Math.sqrt(2 / n);
      double found =
          new DetectableDifference(number(line, 3), number(line, 4)).of(error, 2 * n - 2);
      assertThat(found)
          .as(String.join(",", line))
          .isCloseTo(number(line, 5), withinPercentage(1e-8)); // R's root search ends there
    }
  }

  @Test
  void manySubjectsNeedTheSumOfTwoNormalQuantiles() {
    // with very many degrees of freedom lambda = z(0.975) + z(0.8)
    assertThat(DetectableDifference.standard().standardised(1e7))
        .isCloseTo(1.959963984540054 + 0.8416212335729143, within(1e-6));
    assertThat(DetectableDifference.standard().of(0, 5)).isZero();
    assertThatThrownBy(() -> DetectableDifference.standard().withPower(0.01))
        .hasMessageContaining("power 0.01");
  }

  @Test
  void exactKruskalWallisGoesThroughAllDeals() throws IOException {
    for (String[] line : cases("kruskal")) {
      double[][] groups = groups(numbers(line[1]), numbers(line[2]));
      assertThat(KruskalWallis.test(groups).orThrow().p().value())
          .isCloseTo(number(line, 3), withinPercentage(1e-10));
      assertThat(KruskalWallis.exact(groups).orThrow().p().value())
          .isCloseTo(number(line, 4), within(1e-15));
    }
  }

  @Test
  void exactKruskalWallisOfTwoGroupsIsTheRankSumTest() {
    // H rises with the distance of the rank sum from its mean
    double[] x = {1.2, 4, 4, 0.3};
    double[] y = {4, 7, 8, 2.5, 9};
    assertThat(KruskalWallis.exact(x, y).orThrow().p().value())
        .isCloseTo(MannWhitney.standard().exact(x, y).orThrow().p().value(), within(1e-15));
    assertThat(KruskalWallis.exact(new double[] {2}, new double[] {2}).outcome().words())
        .isEqualTo("all values are equal");
    double[] many = IntStream.range(0, 20).asDoubleStream().toArray();
    assertThat(KruskalWallis.exact(many, many).outcome().words()).contains("too large");
  }

  @Test
  void equivalenceOfASlopeIsThatOfR() throws IOException {
    for (String[] line : cases("slope")) {
      double margin = number(line, 1);
      MeanDifference found =
          Equivalence.within(-margin, margin)
              .of(number(line, 2), number(line, 3), number(line, 4))
              .orThrow();
      assertThat(found.test().p().value()).isCloseTo(number(line, 5), withinPercentage(1e-9));
      assertThat(found.difference().interval().orElseThrow().contains(margin))
          .isEqualTo(found.test().p().value() > 0.05);
    }
    assertThat(Equivalence.within(-1, 1).of(0.5, 0, 3).outcome().words()).contains("do not vary");
  }

  @Test
  void largestTrendIsThatOfAllOrders() throws IOException {
    String[] line = cases("largest").getFirst();
    MaxTrend.Result found =
        MaxTrend.standard().withPermutations(99_999).of(VALUES, CODES).orThrow();
    assertThat(found.statistic()).isCloseTo(number(line, 1), withinPercentage(1e-12));
    // five standard errors of the draws
    assertThat(found.p().value()).isCloseTo(number(line, 2), within(5 * found.monteCarloError()));
    assertThat(found.trend()).isZero();
  }

  @Test
  void largestTrendDoesNotDependOnTheOrderOfSubjectsOrTheScale() {
    MaxTrend.Result found = MaxTrend.standard().of(VALUES, CODES).orThrow();
    int[] order = {4, 2, 6, 0, 1, 5, 3};
    double[] values = Arrays.stream(order).mapToDouble(i -> VALUES[i]).toArray();
    List<double[]> codes =
        CODES.stream()
            .map(code -> Arrays.stream(order).mapToDouble(i -> code[i]).toArray())
            .toList();
    assertThat(MaxTrend.standard().of(values, codes).orThrow()).isEqualTo(found);
    double[] scaled = Arrays.stream(VALUES).map(value -> 8 * value - 1).toArray();
    assertThat(MaxTrend.standard().of(scaled, CODES).orThrow().p()).isEqualTo(found.p());
    assertThat(MaxTrend.standard().withSeed(2).of(VALUES, CODES).orThrow().p())
        .isNotEqualTo(found.p());
  }

  @Test
  void largestTrendSaysWhyThereIsNone() {
    double[] same = {1, 1, 1};
    double[] codes = {0, 1, 2};
    assertThat(MaxTrend.standard().of(same, List.of(codes)).outcome().words())
        .isEqualTo("all values are equal");
    assertThat(MaxTrend.standard().of(codes, List.of(same)).outcome().words())
        .isEqualTo("everybody has the same codes");
    assertThat(MaxTrend.standard().of(new double[0], List.of(new double[0])).outcome().words())
        .isEqualTo("there are fewer than three values");
    assertThatThrownBy(() -> MaxTrend.standard().withPermutations(10))
        .hasMessageContaining("10 permutations");
    assertThatThrownBy(() -> MaxTrend.standard().of(same, List.of(new double[2])))
        .hasMessageContaining("2 codes for 3 values");
  }

  private static double[] numbers(String words) {
    return Arrays.stream(words.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  private static double[][] groups(double[] values, double[] group) {
    double[][] groups = new double[3][];
    for (int g = 0; g < 3; g++) {
      int wanted = g + 1;
      groups[g] =
          IntStream.range(0, values.length)
              .filter(i -> group[i] == wanted)
              .mapToDouble(i -> values[i])
              .toArray();
    }
    return groups;
  }
}
