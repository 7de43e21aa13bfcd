// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.dist.Normal;
import casebook.stats.result.Interval;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssociationTest {
  private static final double[] FOUR = {1, 2, 3, 4};
  private static final double[] NEARLY = {1, 3, 2, 4};

  @Test
  void pearsonByHand() {
    // products 4, squares 5 and 5: r = 0.8; with two degrees of freedom p = 1 - |r|
    Correlation found = Pearson.standard().of(FOUR, NEARLY).orThrow();
    assertThat(found.estimate().value()).isCloseTo(0.8, within(1e-15));
    assertThat(found.test().p().value()).isCloseTo(0.2, within(1e-14));
    double z = Math.log(9) / 2;
    assertThat(found.estimate().interval().orElseThrow().low())
        .isCloseTo(Math.tanh(z - Normal.ofLevel(0.95)), within(1e-14));
  }

  @Test
  void lineGivesAPerfectCorrelation() {
    double[] line = {3, 5, 7, 9};
    Correlation found = Pearson.standard().of(FOUR, line).orThrow();
    assertThat(found.estimate().value()).isEqualTo(1);
    assertThat(found.estimate().interval()).contains(new Interval(1, 1, 0.95));
    assertThat(found.test().p().value()).isZero();
    double[] tenths = {0.1, 0.2, 0.3, 0.4};
    double[] falling = {-0.1, -0.2, -0.3, -0.4};
    assertThat(Pearson.standard().of(tenths, falling).orThrow().estimate().value()).isEqualTo(-1);
  }

  @Test
  void unitsDoNotMatter() {
    double[] y = Arrays.stream(NEARLY).map(v -> 32 * v - 5).toArray();
    assertThat(Pearson.standard().of(FOUR, y)).isEqualTo(Pearson.standard().of(FOUR, NEARLY));
    assertThat(Spearman.standard().of(FOUR, y)).isEqualTo(Spearman.standard().of(FOUR, NEARLY));
  }

  @Test
  void spearmanByHand() {
    Correlation found = Spearman.standard().of(FOUR, NEARLY).orThrow();
    assertThat(found.estimate().value()).isCloseTo(0.8, within(1e-15));
    assertThat(Spearman.squaredDifferences(FOUR, NEARLY)).isEqualTo(2);
    // sums of squared differences up to 2: 1 + 3 of 24 orders
    assertThat(Spearman.exact(FOUR, NEARLY).orThrow().p().value())
        .isCloseTo(1 / 3.0, within(1e-15));
  }

  @Test
  void tiedSpearmanByHand() {
    // mid-ranks 1.5 1.5 3 against 1 2 3: products 13.5, 12, 10.5, two orders each
    assertThat(Spearman.exact(new double[] {1, 1, 2}, new double[] {1, 2, 3}).orThrow().p().value())
        .isCloseTo(2 / 3.0, within(1e-15));
  }

  @Test
  void kendallByHand() {
    // one of six pairs is discordant: S = 4; inversions of 4: 1 3 5 6 5 3 1 of 24
    Correlation found = Kendall.standard().of(FOUR, NEARLY).orThrow();
    assertThat(Kendall.score(FOUR, NEARLY)).isEqualTo(4);
    assertThat(found.estimate().value()).isCloseTo(2 / 3.0, within(1e-15));
    assertThat(found.estimate().interval()).isEmpty();
    assertThat(Kendall.exact(FOUR, NEARLY).orThrow().p().value()).isCloseTo(1 / 3.0, within(1e-15));
    double[] five = {1, 2, 3, 4, 5};
    double[] other = {1, 3, 2, 4, 5};
    // tau 0.8, standard error of z sqrt(0.437 / 1)
    double half = Normal.ofLevel(0.95) * Math.sqrt(0.437);
    assertThat(
            Kendall.standard().of(five, other).orThrow().estimate().interval().orElseThrow().high())
        .isCloseTo(Math.tanh(Math.log(9) / 2 + half), within(1e-14));
  }

  @Test
  void exactKendallEqualsR() {
    // cor.test(x, y, method = "kendall", exact = TRUE), R 4.2.2, gives 4.412928892105761e-05; the
    // whole number of orders, 2 * 10569 of 12!, gives
    double[] x = {3.2, 4.1, 2.2, 5.9, 4.4, 6.1, 3.9, 5.2, 4.8, 2.9, 3.1, 6.6};
    double[] y = {1, 3, 2, 9, 5, 8, 4, 7, 6, 2.5, 3.5, 10};
    assertThat(Kendall.exact(x, y).orThrow().p().value())
        .isCloseTo(10569 / 239500800.0, within(1e-18));
  }

  @Test
  void correlationsSayWhatTheyCannot() {
    double[] flat = {2, 2, 2, 2};
    assertThat(Pearson.standard().of(FOUR, flat).outcome().words())
        .isEqualTo("a variable does not vary");
    assertThat(Spearman.standard().of(flat, FOUR).outcome().usable()).isFalse();
    assertThat(Kendall.standard().of(flat, FOUR).outcome().usable()).isFalse();
    double[] two = {1, 2};
    assertThat(Pearson.standard().of(two, two).outcome().usable()).isFalse();
    assertThat(Spearman.standard().of(two, two).outcome().usable()).isFalse();
    assertThat(Kendall.standard().of(two, two).outcome().usable()).isFalse();
    assertThat(Spearman.exact(new double[13], new double[13]).outcome().words()).contains("not 13");
    assertThat(Kendall.exact(flat, FOUR).outcome().words()).contains("ties");
    assertThat(Kendall.exact(new double[1], new double[1]).outcome().words()).contains("not 1");
    // three pairs have a correlation but no interval
    double[] three = {1, 2, 4};
    assertThat(Pearson.standard().of(three, new double[] {2, 1, 5}).orThrow().estimate().interval())
        .isEmpty();
    assertThatThrownBy(() -> Pearson.standard().of(FOUR, three)).hasMessageContaining("4 and 3");
    assertThatThrownBy(() -> Pearson.standard().withLevel(2)).hasMessageContaining("2.0");
    assertThatThrownBy(() -> Spearman.standard().withLevel(0)).hasMessageContaining("0.0");
    assertThatThrownBy(() -> Kendall.standard().withLevel(-1)).hasMessageContaining("-1.0");
  }

  @Test
  void partialCorrelationOfOrthogonalParts() {
    // columns of a Hadamard matrix: given a and b, x is c and y is c + d, so r = 1 / sqrt(2)
    double[] a = {1, -1, 1, -1, 1, -1, 1, -1};
    double[] b = {1, 1, -1, -1, 1, 1, -1, -1};
    double[] c = {1, 1, 1, 1, -1, -1, -1, -1};
    double[] d = {1, -1, -1, 1, 1, -1, -1, 1};
    double[] x = new double[8];
    double[] y = new double[8];
    for (int i = 0; i < 8; i++) {
      x[i] = a[i] + b[i] + c[i];
      y[i] = a[i] - b[i] + c[i] + d[i];
    }
    Correlation found = PartialCorrelation.standard().of(x, y, a, b).orThrow();
    assertThat(found.estimate().value()).isCloseTo(Math.sqrt(0.5), within(1e-15));
    assertThat(found.test().df()).hasValue(4);
    assertThat(found.test().statistic().orElseThrow()).isCloseTo(2, within(1e-14));
    assertThat(PartialCorrelation.standard().of(x, y).orThrow().estimate().value())
        .isCloseTo(Pearson.standard().of(x, y).orThrow().estimate().value(), within(1e-15));
    assertThat(PartialCorrelation.standard().of(x, y, a, a).outcome().words())
        .isEqualTo("the variables are collinear");
    assertThat(PartialCorrelation.standard().of(x, y, new double[8]).outcome().words())
        .isEqualTo("a variable does not vary");
    assertThat(PartialCorrelation.standard().of(FOUR, NEARLY, FOUR, FOUR).outcome().words())
        .contains("too few");
  }

  @Test
  void regressionByHand() {
    // 1 2 3 on 1 2 4: slope 3/2, intercept -2/3, residual squares 1/6
    double[] x = {1, 2, 3};
    SimpleRegression.Line line =
        SimpleRegression.standard().of(x, new double[] {1, 2, 4}).orThrow();
    assertThat(line.slope().estimate().value()).isCloseTo(1.5, within(1e-15));
    assertThat(line.intercept().estimate().value()).isCloseTo(-2 / 3.0, within(1e-15));
    assertThat(line.residualDeviation()).isCloseTo(Math.sqrt(1 / 6.0), within(1e-15));
    assertThat(line.slope().standardError()).isCloseTo(Math.sqrt(1 / 12.0), within(1e-15));
    assertThat(line.rSquared()).isCloseTo(27 / 28.0, within(1e-15));
    assertThat(SimpleRegression.standard().of(x, x).outcome().words()).contains("on one line");
    assertThat(SimpleRegression.standard().of(new double[3], x).outcome().words())
        .contains("does not vary");
    assertThat(SimpleRegression.standard().of(new double[2], new double[2]).outcome().usable())
        .isFalse();
  }

  @Test
  void agreementByHand() {
    // differences -1 0 1: bias 0, deviation 1, limits -+1.96
    Agreement.Limits limits =
        Agreement.standard().of(new double[] {1, 2, 4}, new double[] {2, 2, 3}).orThrow();
    double z = Normal.ofLevel(0.95);
    assertThat(limits.bias().value()).isZero();
    assertThat(limits.deviation()).isEqualTo(1);
    assertThat(limits.upper().value()).isCloseTo(z, within(1e-15));
    assertThat(limits.lower().value()).isCloseTo(-z, within(1e-15));
    // t(2) of 95% is 4.302652729749464
    assertThat(limits.upper().interval().orElseThrow().high())
        .isCloseTo(z + 4.302652729749464 * Math.sqrt(1 / 3.0 + z * z / 4), within(1e-12));
    assertThat(Agreement.standard().of(new double[] {1}, new double[] {1}).outcome().usable())
        .isFalse();
    assertThatThrownBy(() -> new Agreement(1, 0.95)).hasMessageContaining("coverage 1.0");
  }

  @Test
  void demingLineIsTheSameFromBothSides() {
    double[] x = {10.2, 11.5, 9.8, 13.1, 12.2, 14.8, 10.9};
    double[] y = {10.6, 11.1, 10.3, 13.8, 12.0, 15.5, 11.6};
    double there = Deming.standard().of(x, y).orThrow().slope().value();
    double back = Deming.standard().of(y, x).orThrow().slope().value();
    assertThat(there * back).isCloseTo(1, within(1e-14));
    // all error in y: the least-squares line
    double line = SimpleRegression.standard().of(x, y).orThrow().slope().estimate().value();
    assertThat(Deming.standard().withRatio(1e12).of(x, y).orThrow().slope().value())
        .isCloseTo(line, within(1e-9));
  }

  @Test
  void demingOfALineIsTheLine() {
    double[] y = {3, 5, 7, 9};
    Deming.Line line = Deming.standard().of(FOUR, y).orThrow();
    assertThat(line.slope().value()).isCloseTo(2, within(1e-15));
    assertThat(line.intercept().value()).isCloseTo(1, within(1e-14));
    assertThat(line.slope().interval().orElseThrow().high()).isCloseTo(2, within(1e-12));
    double[] square = {1, -1, -1, 1};
    assertThat(Deming.standard().of(square, new double[] {1, 1, -1, -1}).outcome().words())
        .isEqualTo("the methods are not correlated");
    assertThat(Deming.standard().of(new double[2], new double[2]).outcome().usable()).isFalse();
    assertThatThrownBy(() -> new Deming(0, 0.95)).hasMessageContaining("0.0");
  }

  @Test
  void concordanceByHand() {
    // 1 2 3 and 2 3 4: variances and covariance 2/3, shift 1: (4/3) / (7/3)
    double[] x = {1, 2, 3};
    double[] y = {2, 3, 4};
    assertThat(Concordance.standard().of(x, y).orThrow().value()).isCloseTo(4 / 7.0, within(1e-15));
    assertThat(Concordance.standard().of(x, x).orThrow().value()).isEqualTo(1);
    assertThat(Concordance.standard().of(x, x).orThrow().interval()).isEmpty();
    // without shift and with equal variances it is the correlation, and var(z) is 1 / (n - 2)
    double half = Normal.ofLevel(0.95) / Math.sqrt(2);
    Interval interval = Concordance.standard().of(FOUR, NEARLY).orThrow().interval().orElseThrow();
    assertThat(interval.low()).isCloseTo(Math.tanh(Math.log(9) / 2 - half), within(1e-13));
    assertThat(interval.high()).isCloseTo(Math.tanh(Math.log(9) / 2 + half), within(1e-13));
    assertThat(Concordance.standard().of(x, new double[3]).outcome().usable()).isFalse();
    assertThat(Concordance.standard().of(new double[2], new double[2]).outcome().usable())
        .isFalse();
  }

  private static final boolean[] GROUPS = {true, true, true, true, false, false, false, false};
  private static final double[] APART = {1, 2, 3, 4, 5, 6, 7, 8};

  @Test
  void oneVariableHasItsPermutationP() {
    // 2 of 70 ways to deal are as far apart
    MaxT.Adjusted found = MaxT.standard().of(new double[][] {APART}, GROUPS).orThrow().getFirst();
    assertThat(found.adjusted().value()).isCloseTo(2 / 70.0, within(4 * found.monteCarloError()));
    double t =
        TTest.standard()
            .pooled(Arrays.copyOf(APART, 4), Arrays.copyOfRange(APART, 4, 8))
            .orThrow()
            .test()
            .statistic()
            .orElseThrow();
    assertThat(found.statistic()).isCloseTo(-t, within(1e-13));
  }

  @Test
  void copyOfAVariableCostsNothing() {
    MaxT test = MaxT.standard().withSeed(9).withPermutations(1999);
    double alone = test.of(new double[][] {APART}, GROUPS).orThrow().getFirst().adjusted().value();
    for (MaxT.Adjusted one : test.of(new double[][] {APART, APART}, GROUPS).orThrow()) {
      assertThat(one.adjusted().value()).isEqualTo(alone);
    }
  }

  @Test
  void adjustedRiseAsStatisticsFall() {
    double[][] variables = {
      {1, 5, 2, 8, 3, 4, 7, 6}, APART, {2, 1, 4, 3, 5, 8, 6, 7}, new double[8]
    };
    List<MaxT.Adjusted> found = MaxT.standard().of(variables, GROUPS).orThrow();
    for (MaxT.Adjusted one : found) {
      for (MaxT.Adjusted other : found) {
        if (one.statistic() > other.statistic()) {
          assertThat(one.adjusted().ln()).isLessThanOrEqualTo(other.adjusted().ln());
        }
      }
    }
    assertThat(found.get(3).adjusted().value()).isEqualTo(1);
    assertThat(MaxT.standard().of(variables, GROUPS))
        .isEqualTo(MaxT.standard().of(variables, GROUPS));
  }

  @Test
  void perfectlySeparatedVariableHasAnInfiniteStatistic() {
    double[] split = {0, 0, 0, 0, 1, 1, 1, 1};
    assertThat(MaxT.standard().of(new double[][] {split}, GROUPS).orThrow().getFirst().statistic())
        .isInfinite();
    assertThat(MaxT.standard().of(new double[][] {split}, new boolean[8]).outcome().words())
        .contains("a group is empty");
    assertThatThrownBy(() -> MaxT.standard().of(new double[][] {{1}}, GROUPS))
        .hasMessageContaining("variable 0");
    assertThatThrownBy(() -> MaxT.standard().withPermutations(10)).hasMessageContaining("10");
  }
}
