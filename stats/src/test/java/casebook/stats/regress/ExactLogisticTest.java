// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.result.Interval;
import java.util.Random;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ExactLogisticTest {
  private static final Offset<Double> TIGHT = within(1e-10);

  private static final double[] CASE = {1, 0, 1, 0};

  private static Design table(double... frequencies) {
    return Design.withIntercept(4).and("exposed", 1, 1, 0, 0).withFrequencies(frequencies);
  }

  private static ExactDistribution of(double... frequencies) {
    return ExactLogistic.standard().of(table(frequencies), "exposed", CASE).orThrow();
  }

  @Test
  void aSmallTableIsWorkedByHand() {
    // margins 2, 2; 2, 2: T = 0 1 2 with weights 1 4 1; observed 2
    ExactDistribution exact = of(2, 0, 0, 2);
    assertThat(exact.size()).isEqualTo(3);
    assertThat(exact.conditional()).isInfinite();
    assertThat(exact.centralTest().p().value()).isEqualTo(2 / 6.0, TIGHT);
    assertThat(exact.midPTest().p().value()).isEqualTo(1 / 6.0, TIGHT);
    assertThat(exact.minimumLikelihoodTest().p().value()).isEqualTo(2 / 6.0, TIGHT);
    // P(T = 2) = w^2 / (1 + 4 w + w^2) = 1/2 at w^2 - 4 w - 1 = 0, w = 2 + sqrt 5
    assertThat(exact.medianUnbiased()).isEqualTo(Math.log(2 + Math.sqrt(5)), TIGHT);
    // P(T = 2) = 0.025: 39 w^2 - 4 w - 1 = 0
    Interval central = exact.central(0.95).interval().orElseThrow();
    assertThat(central.low()).isEqualTo(Math.log((4 + Math.sqrt(16 + 156)) / 78), TIGHT);
    assertThat(central.high()).isInfinite();
  }

  @Test
  void theLettersTableHasTheKnownLimits() {
    // 12/232 vs 2/244: 6.2911 (1.3782-58.4785), p 0.01124 central, 0.00646 minimum likelihood;
    // median-unbiased mid-P limits 1.5686-41.8246, p 0.00638
    ExactDistribution exact = of(12, 2, 232, 244);
    assertThat(Math.exp(exact.conditional())).isEqualTo(6.2911, within(5e-5));
    Interval central = exact.central(0.95).interval().orElseThrow().exp();
    assertThat(central.low()).isEqualTo(1.3782, within(5e-5));
    assertThat(central.high()).isEqualTo(58.4785, within(5e-5));
    Interval mid = exact.midP(0.95).interval().orElseThrow().exp();
    assertThat(mid.low()).isEqualTo(1.5686, within(5e-5));
    assertThat(mid.high()).isEqualTo(41.8246, within(5e-5));
    assertThat(exact.centralTest().p().value()).isEqualTo(0.01124, within(5e-6));
    assertThat(exact.minimumLikelihoodTest().p().value()).isEqualTo(0.00646, within(5e-6));
    assertThat(exact.midPTest().p().value()).isEqualTo(0.00638, within(5e-6));
  }

  @Test
  void anEmptyCellHasOneFiniteLimit() {
    // 6/238 vs 0/246: R 4.2.2 fisher.test gives 1.200559, to its root finder's tolerance; the root
    // of
    // P(T = 6) = 0.025 is 1.2005297 (mpmath, 30 digits), of half that probability 1.5767
    ExactDistribution exact = of(6, 0, 238, 246);
    assertThat(exact.central(0.95).interval().orElseThrow().exp().low())
        .isEqualTo(1.2005296542, within(1e-9));
    assertThat(exact.midP(0.95).interval().orElseThrow().exp().low())
        .isEqualTo(1.5767, within(5e-5));
    assertThat(exact.conditional()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(exact.medianUnbiased()).isGreaterThan(0).isFinite();
  }

  @Test
  void turningTheColumnTurnsTheAnswer() {
    ExactDistribution one = of(0, 6, 246, 238);
    ExactDistribution other = of(6, 0, 238, 246);
    assertThat(one.conditional()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(one.medianUnbiased()).isEqualTo(-other.medianUnbiased(), TIGHT);
    assertThat(one.midP(0.9).interval().orElseThrow().high())
        .isEqualTo(-other.midP(0.9).interval().orElseThrow().low(), TIGHT);
  }

  @Test
  void nuisanceColumnsAreConditionedUpon() {
    // every choice of 5 cases among 12 people is visited: the oracle of the network
    Random random = new Random(4);
    int n = 12;
    double[] x = random.ints(n, 0, 4).asDoubleStream().map(v -> v / 10).toArray();
    double[] a = random.ints(n, 0, 3).asDoubleStream().toArray();
    double[] b = random.ints(n, 0, 2).asDoubleStream().map(v -> v - 5).toArray();
    double[] y = {1, 0, 1, 0, 0, 1, 0, 1, 0, 0, 1, 0};
    Design design = Design.withIntercept(n).and("a", a).and("x", x).and("b", b);
    ExactDistribution exact = ExactLogistic.standard().of(design, "x", y).orThrow();
    TreeMap<Long, Integer> counts = new TreeMap<>();
    long observed = 0;
    for (int subset = 0; subset < 1 << n; subset++) {
      boolean same = Integer.bitCount(subset) == 5;
      double da = 0;
      double db = 0;
      double t = 0;
      boolean isObserved = true;
      for (int i = 0; i < n; i++) {
        boolean in = (subset >> i & 1) == 1;
        da += (in ? a[i] : 0) - y[i] * a[i];
        db += (in ? b[i] : 0) - y[i] * b[i];
        t += in ? x[i] : 0;
        isObserved &= in == (y[i] == 1);
      }
      if (same && da == 0 && db == 0) {
        counts.merge(Math.round(10 * t), 1, Integer::sum);
        observed = isObserved ? Math.round(10 * t) : observed;
      }
    }
    double total = counts.values().stream().mapToInt(Integer::intValue).sum();
    double above = counts.tailMap(observed).values().stream().mapToInt(Integer::intValue).sum();
    double below = counts.headMap(observed, true).values().stream().mapToInt(i -> i).sum();
    assertThat(exact.size()).isEqualTo(counts.size());
    assertThat(exact.centralTest().p().value())
        .isEqualTo(Math.min(1, 2 * Math.min(above, below) / total), TIGHT);
  }

  @Test
  void theIntervalInvertsItsTest() {
    ExactDistribution exact = of(3, 30, 1, 60);
    double p = exact.midPTest().p().value();
    assertThat(exact.midP(1 - p - 1e-9).interval().orElseThrow().contains(0)).isFalse();
    assertThat(exact.midP(1 - p + 1e-9).interval().orElseThrow().contains(0)).isTrue();
    double q = exact.centralTest().p().value();
    assertThat(exact.central(1 - q - 1e-9).interval().orElseThrow().contains(0)).isFalse();
    assertThat(exact.central(1 - q + 1e-9).interval().orElseThrow().contains(0)).isTrue();
  }

  @Test
  void frequenciesAreRows() {
    Design rows = Design.withIntercept(6).and("x", 0, 1, 1, 2, 2, 2);
    Design counted = Design.withIntercept(4).and("x", 0, 1, 2, 2).withFrequencies(1, 2, 1, 2);
    ExactDistribution one = ExactLogistic.standard().of(rows, "x", 0, 1, 1, 0, 1, 1).orThrow();
    ExactDistribution two = ExactLogistic.standard().of(counted, "x", 0, 1, 0, 1).orThrow();
    assertThat(two.conditional()).isEqualTo(one.conditional(), TIGHT);
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            ExactLogistic.standard()
                .of(rows.withFrequencies(1, 1, 1, 1, 1, 0.5), "x", 0, 1, 1, 0, 1, 1))
        .withMessageContaining("whole number");
  }

  @Test
  void aConstantColumnSaysNothing() {
    ExactDistribution exact = of(5, 5, 0, 0);
    assertThat(exact.size()).isEqualTo(1);
    assertThat(exact.informative()).isZero();
    assertThat(exact.centralTest().p().value()).isEqualTo(1);
    assertThat(exact.medianUnbiased()).isZero();
    assertThat(exact.central(0.95).interval().orElseThrow().low()).isInfinite();
  }

  @Test
  void whatIsTooLargeIsSaidBeforehand() {
    Random random = new Random(6);
    int n = 200;
    double[] x = random.doubles(n).map(v -> Math.round(v * 1e6) / 1e6).toArray();
    double[] z = random.doubles(n).map(v -> Math.round(v * 1e6) / 1e6).toArray();
    double[] y = random.ints(n, 0, 2).asDoubleStream().toArray();
    Design design = Design.withIntercept(n).and("x", x).and("z", z);
    assertThat(ExactLogistic.standard().of(design, "x", y).outcome().words())
        .contains("the exact distribution needs up to");
    double[] fine = random.doubles(n).map(v -> v * 1e-3).toArray();
    assertThat(
            ExactLogistic.standard()
                .of(Design.withIntercept(n).and("x", fine), "x", y)
                .outcome()
                .words())
        .contains("too many digits");
    Design four = table(12, 2, 232, 244).and("other", 1, 2, 3, 4);
    assertThat(new ExactLogistic(2).of(four, "exposed", CASE).value()).isEmpty();
  }

  @Test
  void wrongQuestionsAreRefused() {
    ExactLogistic exact = ExactLogistic.standard();
    assertThatIllegalArgumentException().isThrownBy(() -> exact.withStates(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> exact.of(Design.withoutIntercept(1).and("x", 1), "x", 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> exact.within(Design.withIntercept(1), "x", new int[1], 1));
  }

  @Test
  void manyPeopleDoNotOverflow() {
    ExactDistribution exact = of(60, 20_000, 40, 30_000);
    double ml = Math.log(60.0 * 30_000 / (20_000 * 40));
    assertThat(exact.conditional()).isEqualTo(ml, within(1e-3));
  }
}
