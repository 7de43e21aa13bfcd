// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Two methods of measurement and two samples, worked by hand, with the settings that change them.
class AgreementByHandTest {
  /// A few operations in doubles.
  private static final Offset<Double> TIGHT = within(1e-14);

  /// Twelve digits of R.
  private static final Offset<Double> R = within(1e-12);

  private static final double Z = 1.959963984540054;
  private static final double[] FIVE = {1, 2, 3, 4, 5};
  private static final double[] CROSSED = {2, 1, 4, 3, 5};

  private static double[] plusOne(double... values) {
    double[] result = values.clone();
    for (int i = 0; i < result.length; i++) {
      result[i]++;
    }
    return result;
  }

  private static void check(Interval interval, double low, double high, Offset<Double> close) {
    assertThat(interval.low()).isEqualTo(low, close);
    assertThat(interval.high()).isEqualTo(high, close);
  }

  private static void check(Estimate found, double value, double atanh, double variance) {
    assertThat(found.value()).isEqualTo(value, TIGHT);
    double half = Z * Math.sqrt(variance);
    check(
        found.interval().orElseThrow(),
        Math.tanh(atanh - half),
        Math.tanh(atanh + half),
        within(1e-13));
  }

  /// Variances 2 and covariance w of 1 to 5 with divisor 5, s the squared shift over the variance.
  /// Lin's variance is (1 - r^2) rho^2 / ((1 - rho^2) r^2) + 2 rho^3 (1 - rho) s / (r (1 -
  /// rho^2)^2) - rho^4 s^2 / (2 r^2 (1 - rho^2)^2), over n - 2 = 3.
  ///
  /// One more: r = 1, rho = 4/5, s = 1/2: (64/81 - 32/81) / 3. Crossed: r = rho = 4/5, s = 0: 1/3.
  /// Both: r = 4/5, rho = 16/25, s = 1/2. atanh (4/5) = ln 3.
  @Test
  void concordanceByHand() {
    Concordance method = Concordance.standard();
    check(method.of(FIVE, plusOne(FIVE)).orThrow(), 0.8, Math.log(3), 32 / 243.0);
    check(method.of(FIVE, CROSSED).orThrow(), 0.8, Math.log(3), 1 / 3.0);
    double square = 0.4096;
    double rest = 0.5904;
    double first = 0.36 * square / (rest * 0.64);
    double second = 2 * 0.64 * square * 0.36 * 0.5 / (0.8 * rest * rest);
    double third = square * square * 0.25 / (2 * 0.64 * rest * rest);
    check(
        method.of(FIVE, plusOne(CROSSED)).orThrow(),
        0.64,
        Math.log(1.64 / 0.36) / 2,
        (first + second - third) / 3);
  }

  @Test
  void concordanceIsTheSameWhicheverMethodIsFirst() {
    double[] y = plusOne(CROSSED);
    Interval one = Concordance.standard().of(FIVE, y).orThrow().interval().orElseThrow();
    Interval other = Concordance.standard().of(y, FIVE).orThrow().interval().orElseThrow();
    check(other, one.low(), one.high(), TIGHT);
  }

  /// The closed form and Linnet's jackknife written out in R 4.2 (mean, var, cov, sd of the
  /// pseudo-values, qt with n - 2 degrees of freedom), for error variances of ratio 1, 4 and 1/4.
  @Test
  void demingLinesAndTheirJackknife() {
    double[] x = {1, 2, 3, 4, 5, 7};
    double[] y = {2, 1, 4, 3, 5, 8};
    Deming.Line equal = Deming.standard().of(x, y).orThrow();
    assertThat(equal.intercept().value()).isEqualTo(-0.4328961225518495, R);
    assertThat(equal.slope().value()).isEqualTo(1.1635171243323226, R);
    check(equal.intercept().interval().orElseThrow(), -4.086070521500016, 3.2202782763963165, R);
    check(equal.slope().interval().orElseThrow(), 0.4178980408330728, 1.9091362078315723, R);
    Deming.Line second = Deming.standard().withRatio(4).of(x, y).orThrow();
    assertThat(second.slope().value()).isEqualTo(1.100599410255049, R);
    check(second.intercept().interval().orElseThrow(), -3.9678955623434917, 3.5634998871397996, R);
    check(second.slope().interval().orElseThrow(), 0.2401356613933353, 1.9610631591167627, R);
    Deming.Line first = Deming.standard().withRatio(0.25).of(x, y).orThrow();
    assertThat(first.slope().value()).isEqualTo(1.2186573189974579, R);
    check(first.slope().interval().orElseThrow(), 0.5975630693431643, 1.839751568651752, R);
  }

  /// Without the last pair the other three are 0, 1, 0 against 1, 2, 3.
  @Test
  void demingNamesThePairThatCarriesTheCorrelation() {
    Answer<Deming.Line> line =
        Deming.standard().of(new double[] {1, 2, 3, 9}, new double[] {0, 1, 0, 9});
    assertThat(line.outcome().words()).isEqualTo("the methods are not correlated without pair 4");
  }

  /// Differences -1, 0, 1, 2: mean 1/2, variance 5/3, limits of half the differences at z =
  /// 0.674489750196; t of 3 degrees of freedom is 2.353363434802 at 90 %.
  @Test
  void limitsOfHalfTheDifferences() {
    Agreement.Limits limits =
        new Agreement(0.5, 0.9).of(new double[] {0, 2, 4, 6}, new double[] {1, 2, 3, 4}).orThrow();
    double z = 0.6744897501960817;
    double t = 2.3533634348018264;
    double deviation = Math.sqrt(5 / 3.0);
    assertThat(limits.deviation()).isEqualTo(deviation, TIGHT);
    assertThat(limits.lower().value()).isEqualTo(0.5 - z * deviation, TIGHT);
    assertThat(limits.upper().value()).isEqualTo(0.5 + z * deviation, TIGHT);
    double half = t * deviation / 2;
    check(limits.bias().interval().orElseThrow(), 0.5 - half, 0.5 + half, R);
    double error = t * deviation * Math.sqrt(1 / 4.0 + z * z / 6);
    double upper = 0.5 + z * deviation;
    check(limits.upper().interval().orElseThrow(), upper - error, upper + error, R);
    assertThat(limits.lower().interval().orElseThrow().level()).isEqualTo(0.9);
  }

  /// Two groups of 700 that do not overlap: D = 1 and lambda^2 = 350, so that p is 2 exp(-700).
  /// Crossed groups: `ks.test(exact = FALSE)` of R 4.2.
  @Test
  void kolmogorovsLimitNearAndFar() {
    double[] low = new double[700];
    double[] high = new double[700];
    for (int i = 0; i < 700; i++) {
      low[i] = i;
      high[i] = 1000 + i;
    }
    assertThat(KolmogorovSmirnov.test(low, high).orThrow().p().ln())
        .isEqualTo(Math.log(2) - 700, within(1e-10));
    double[] seven = {1, 2, 3, 4, 5, 6, 7};
    double[] eight = {1.5, 2.5, 3.5, 8, 9, 10, 11.5, 12};
    assertThat(KolmogorovSmirnov.test(seven, eight).orThrow().p().value())
        .isEqualTo(0.10821038257539584, R);
    double[] odd = {1, 3, 5, 7, 9};
    double[] even = {2, 4, 6, 8, 10};
    assertThat(KolmogorovSmirnov.test(odd, even).orThrow().p().value())
        .isEqualTo(0.99996523065401, R);
    assertThat(KolmogorovSmirnov.test(odd, odd).orThrow().p().value()).isEqualTo(1);
  }

  /// A slope of 1 with standard error 1/2 and 3 degrees of freedom: t = 2.353363434802 at 5 %.
  @Test
  void equivalenceGivesTheIntervalThatItTests() {
    Estimate slope = Equivalence.within(-3, 3).of(1, 0.5, 3).orThrow().difference();
    double half = 0.5 * 2.3533634348018264;
    check(slope.interval().orElseThrow(), 1 - half, 1 + half, R);
    assertThat(slope.interval().orElseThrow().level()).isEqualTo(0.9, TIGHT);
    assertThat(Equivalence.within(-3, 3).withAlpha(0.1).alpha()).isEqualTo(0.1);
  }

  /// `power.t.test(n = 10, power = 0.9, sd = 1, sig.level = 0.01, tol = 1e-14)` of R 4.2, over the
  /// standard error sqrt(2/10).
  @Test
  void detectableDifferenceKnowsPowerAndLevel() {
    DetectableDifference strict = DetectableDifference.standard().withPower(0.9).withAlpha(0.01);
    assertThat(strict.standardised(18)).isEqualTo(4.259897890657557, within(1e-10));
    assertThat(strict.of(0.5, 18)).isEqualTo(2.1299489453287785, within(1e-10));
  }

  @Test
  void levelsAreKept() {
    assertThat(TTest.standard().withLevel(0.8).level()).isEqualTo(0.8);
    assertThat(Pearson.standard().withLevel(0.8).level()).isEqualTo(0.8);
    assertThat(Spearman.standard().withLevel(0.8).level()).isEqualTo(0.8);
    assertThat(Kendall.standard().withLevel(0.8).level()).isEqualTo(0.8);
  }

  private static void refused(String message, ThrowingCallable call) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
  }

  @Test
  void misuseTellsTheValueAndTheRange() {
    refused("alpha 0.0 is not between 0 and 1", () -> new DetectableDifference(0.8, 0));
    refused("alpha 1.0 is not between 0 and 1", () -> new DetectableDifference(0.8, 1));
    refused("power 0.025 is not between 0.025 and 1", () -> new DetectableDifference(0.025, 0.05));
    refused("power 1.0 is not between 0.025 and 1", () -> new DetectableDifference(1, 0.05));
    DetectableDifference difference = DetectableDifference.standard();
    refused("standard error -1.0 is below 0", () -> difference.of(-1, 5));
    refused("alpha 0.0 is not between 0 and 0.5", () -> new Equivalence(0, 1, 0));
    refused("coverage 0.0 is not between 0 and 1", () -> new Agreement(0, 0.95));
    refused("level 0.0 is not between 0 and 1", () -> new VarianceRatio(0));
    refused("level 1.0 is not between 0 and 1", () -> new VarianceRatio(1));
    refused("ratio NaN is not above 0", () -> new Deming(Double.NaN, 0.95));
    double[] flat = {3, 3, 3};
    double[] one = {3};
    VarianceRatio ratio = VarianceRatio.standard();
    String same = "a group does not vary";
    assertThat(ratio.of(FIVE, flat).outcome().words()).isEqualTo(same);
    assertThat(ratio.of(flat, FIVE).outcome().words()).isEqualTo(same);
    String few = "a group has fewer than two values";
    assertThat(ratio.of(FIVE, one).outcome().words()).isEqualTo(few);
    assertThat(ratio.of(one, FIVE).outcome().words()).isEqualTo(few);
  }
}
