// SPDX-License-Identifier: Apache-2.0
package casebook.stats.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.compare.Alternative;
import casebook.stats.compare.Friedman;
import casebook.stats.compare.JonckheereTerpstra;
import casebook.stats.compare.Kendall;
import casebook.stats.compare.KolmogorovSmirnov;
import casebook.stats.compare.KruskalWallis;
import casebook.stats.compare.MannWhitney;
import casebook.stats.compare.MaxT;
import casebook.stats.compare.SignTest;
import casebook.stats.compare.SignedRank;
import casebook.stats.compare.TukeyHonest;
import casebook.stats.contingency.Crosstab;
import casebook.stats.contingency.FisherExact;
import casebook.stats.contingency.FreemanHalton;
import casebook.stats.contingency.TwoByTwo;
import casebook.stats.contingency.UnconditionalExact;
import casebook.stats.genetic.Max3;
import casebook.stats.reference.BootstrapInterval;
import casebook.stats.regress.Design;
import casebook.stats.regress.Firth;
import casebook.stats.regress.Logistic;
import casebook.stats.sample.Balance;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What data that are odd, but not wrong, are answered with.
class BadInputsTest {
  private static final double LN10 = Math.log(10);

  private static double[] numbers(int from, int to) {
    return IntStream.range(from, to).asDoubleStream().toArray();
  }

  @Test
  void rankTestsOfEqualValuesHaveAPOfOneAndSayWhy() {
    double[] x = {7, 7, 7};
    double[] zero = {0, 0};
    for (Alternative alternative : Alternative.values()) {
      MannWhitney whitney = MannWhitney.standard().withAlternative(alternative);
      SignedRank signed = SignedRank.standard().withAlternative(alternative);
      JonckheereTerpstra trend = JonckheereTerpstra.standard().withAlternative(alternative);
      for (var answer :
          List.of(
              whitney.exact(x, x),
              whitney.exactDoubled(x, x),
              whitney.asymptotic(x, x),
              trend.exact(x, x),
              trend.asymptotic(x, x),
              KruskalWallis.test(x, x, x))) {
        assertThat(answer.outcome().words()).isEqualTo("all values are equal");
        assertThat(answer.orThrow().p().value()).isEqualTo(1);
      }
      for (var answer :
          List.of(signed.exact(zero), signed.asymptotic(zero), SignTest.of(zero).test())) {
        assertThat(answer.outcome().words()).isEqualTo("every difference is zero");
        assertThat(answer.orThrow().p().value()).isEqualTo(1);
      }
    }
    assertThat(Friedman.test(x, x).orThrow().p().value()).isEqualTo(1);
    assertThat(Friedman.test(x, x).outcome().words())
        .isEqualTo("no block has two different values");
    assertThat(KolmogorovSmirnov.test(x, x).orThrow().p().value()).isEqualTo(1);
  }

  /// All 1100 differences positive: p = 2 / 2^1100. All 200 pairs in order: p = 2 / 200!, and ln
  /// 200! = 863.2319871924054. A distance of 1 between two groups of 1000: lambda^2 = 500, p = 2
  /// exp(-1000). The table 5000, 0, 0, 5000 has the probability 1 / C(10000, 5000), twice.
  @Test
  void pValuesBelowTheSmallestDoubleKeepTheirLogarithm() {
    double two = Math.log(2);
    assertThat(SignedRank.standard().exact(numbers(1, 1101)).orThrow().p().ln())
        .isCloseTo(-1099 * two, within(1e-11));
    assertThat(Kendall.exact(numbers(0, 200), numbers(0, 200)).orThrow().p().ln())
        .isCloseTo(two - 863.2319871924054, within(1e-11));
    assertThat(KolmogorovSmirnov.test(numbers(0, 1000), numbers(1000, 2000)).orThrow().p().ln())
        .isCloseTo(two - 1000, within(1e-11));
    PValue fisher = FisherExact.twoSided(new TwoByTwo(5000, 0, 0, 5000)).p();
    assertThat(fisher.value()).isZero();
    assertThat(fisher.ln() / LN10).isCloseTo(-3007.9008, within(1e-3));
  }

  @Test
  void testsThatCannotGoBelowTheSmallestDoubleSaySo() {
    assertThat(
            UnconditionalExact.standard().barnard(new TwoByTwo(600, 0, 0, 600)).outcome().words())
        .contains("below 1e-308");
    Crosstab table = Crosstab.of(new long[][] {{600, 0, 0}, {0, 600, 600}});
    assertThat(FreemanHalton.standard().test(table).outcome().words()).contains("below 1e-308");
  }

  /// A difference of 1e9 standard deviations is a sum of no more terms than another.
  @Test
  void groupsFarApartAreComparedAtOnce() {
    var pairs =
        TukeyHonest.standard().of(new double[] {1, 2, 3}, new double[] {1e9, 1e9 + 1, 1e9 + 2});
    assertThat(pairs.orThrow().getFirst().p().value()).isBetween(0.0, 1e-30);
  }

  @Test
  void rowsOfWeightZeroCountForNothingAndFractionsCountInPart() {
    Design design = Design.withIntercept(5).and("x", 1, 1, 0, 0, 9);
    boolean[] y = {true, false, true, false, true};
    var fit = Logistic.standard().fit(design.withFrequencies(12.5, 2, 232, 244, 0), y);
    assertThat(fit.people()).isEqualTo(490.5);
    assertThat(fit.term("x").value()).isCloseTo(Math.log(12.5 * 244 / (2.0 * 232)), within(1e-12));
    for (var empty :
        List.of(
            Logistic.standard().fit(design.withFrequencies(new double[5]), y).outcome(),
            Firth.standard().fit(design.withFrequencies(new double[5]), y).outcome())) {
      assertThat(empty.words()).isEqualTo("there are no rows");
    }
    boolean[] cases = {true, true, false, false};
    double[] age = {1, 2, 3, 5};
    assertThat(Balance.standard().difference(cases, age, new double[] {1, 0, 0.5, 0.5}).orThrow())
        .isEqualTo(-3);
    assertThat(Balance.standard().of(cases, age, new double[] {1, 1, 0, 0}).outcome().words())
        .isEqualTo("there are no cases or no controls");
  }

  @Test
  void negativeWeightsAreRefusedWithValueAndRow() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Design.withIntercept(2).withFrequencies(1, -3))
        .withMessageContaining("-3.0 in row 1");
    for (double weight : new double[] {-3, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() ->
              Balance.standard()
                  .of(new boolean[] {true, false}, new double[2], new double[] {1, weight}))
          .withMessageContaining(weight + " in row 1");
    }
  }

  @Test
  void theSeedIsOneUnlessDeclaredAndIsKept() {
    assertThat(
            List.of(
                BootstrapInterval.standard().seed(),
                MaxT.standard().seed(),
                Max3.standard().seed(),
                FreemanHalton.standard().seed()))
        .containsOnly(1L);
    for (Record method :
        List.of(
            BootstrapInterval.standard(),
            MaxT.standard(),
            Max3.standard(),
            FreemanHalton.standard())) {
      assertThat(method.toString()).contains("seed=1");
    }
    assertThat(BootstrapInterval.standard().withSeed(7).toString()).contains("seed=7");
    double[] values = {3, 1, 4, 1, 5, 9, 2, 6};
    BootstrapInterval method = BootstrapInterval.standard();
    assertThat(method.of(values, it -> Arrays.stream(it).sum()))
        .isEqualTo(method.withSeed(1).of(values, it -> Arrays.stream(it).sum()));
    Crosstab table = Crosstab.of(new long[][] {{3, 1, 2}, {0, 4, 1}});
    assertThat(FreemanHalton.standard().withMostSteps(0).test(table).orThrow().test().method())
        .contains("seed 1");
  }
}
