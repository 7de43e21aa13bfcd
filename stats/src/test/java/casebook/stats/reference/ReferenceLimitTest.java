// SPDX-License-Identifier: Apache-2.0
package casebook.stats.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.describe.Moments;
import casebook.stats.describe.Quantile;
import casebook.stats.dist.Normal;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReferenceLimitTest {
  private static double[] upTo(int n) {
    return IntStream.rangeClosed(1, n).asDoubleStream().toArray();
  }

  @Test
  void upperLimitOfThe99thPercentileNeeds299Subjects() {
    // known ranks of the 90% interval: 246 subjects 241 and none, 299: 293 and 299, 300: 294 and
    // 300, 400: 392 and 400
    ReferenceLimit limit = ReferenceLimit.upper(0.99);
    assertThat(limit.smallestSize()).isEqualTo(299);
    assertThat(limit.ranks(246).lower()).hasValue(241);
    assertThat(limit.ranks(246).upper()).isEmpty();
    assertThat(limit.ranks(246).coverage()).isEmpty();
    assertThat(limit.ranks(298).upper()).isEmpty();
    assertThat(limit.ranks(299).lower()).hasValue(293);
    assertThat(limit.ranks(299).upper()).hasValue(299);
    assertThat(limit.ranks(300).lower()).hasValue(294);
    assertThat(limit.ranks(400).lower()).hasValue(392);
    assertThat(limit.ranks(400).upper()).hasValue(400);
    assertThat(limit.ranks(120).upper()).isEmpty();
  }

  @Test
  void customary120AreEnoughForTheCentral95Percent() {
    assertThat(ReferenceLimit.upper(0.975).smallestSize()).isEqualTo(119);
    assertThat(ReferenceLimit.lower(0.975).smallestSize()).isEqualTo(119);
    PercentileRanks ranks = ReferenceLimit.lower(0.975).ranks(120);
    assertThat(ranks.lower()).hasValue(1);
    assertThat(ranks.upper()).hasValue(7);
  }

  @Test
  void limitOf246SubjectsSaysWhatItLacks() {
    // rank 0.99 * 247 = 244.53
    ReferenceLimit.Limit limit = ReferenceLimit.upper(0.99).of(upTo(246)).orThrow();
    assertThat(limit.rank()).isCloseTo(244.53, within(1e-12));
    assertThat(limit.estimate().value()).isCloseTo(244.53, within(1e-12));
    assertThat(limit.estimate().interval())
        .contains(new Interval(241, Double.POSITIVE_INFINITY, 0.9));
    assertThat(limit.remark()).isEqualTo("upper limit of the interval not available");
    assertThat(ReferenceLimit.lower(0.99).of(upTo(246)).orThrow().remark())
        .isEqualTo("lower limit of the interval not available");
    assertThat(ReferenceLimit.upper(0.99).of(upTo(400)).orThrow().remark()).isEmpty();
    assertThat(ReferenceLimit.upper(0.5).withLevel(0.999).of(upTo(3)).orThrow().remark())
        .isEqualTo("neither limit of the interval is available");
  }

  @Test
  void percentileBeyondTheValuesIsNotAvailable() {
    assertThat(ReferenceLimit.upper(0.99).of(upTo(98)).outcome().words())
        .contains("not available")
        .contains("98 values");
    assertThat(ReferenceLimit.upper(0.99).of(new double[0]).outcome().usable()).isFalse();
    assertThatThrownBy(() -> ReferenceLimit.upper(1)).hasMessageContaining("1.0");
    assertThatThrownBy(() -> PercentileRanks.of(0, 0.5, 0.9)).hasMessageContaining("0 values");
  }

  @Test
  void lowerLimitMirrorsTheUpper() {
    double[] values = upTo(137);
    double[] turned = Arrays.stream(values).map(x -> -x).toArray();
    Estimate upper = ReferenceLimit.upper(0.975).of(values).orThrow().estimate();
    Estimate lower = ReferenceLimit.lower(0.975).of(turned).orThrow().estimate();
    assertThat(lower.value()).isCloseTo(-upper.value(), within(1e-12));
    assertThat(lower.interval().orElseThrow().low())
        .isEqualTo(-upper.interval().orElseThrow().high());
  }

  @Test
  void robustLimitsAreSymmetricForSymmetricValues() {
    double[] values = {1, 2, 3, 4, 5, 6, 7};
    RobustLimits.Limits limits = RobustLimits.standard().of(values).orThrow();
    assertThat(limits.location()).isCloseTo(4, within(1e-14));
    assertThat(limits.limits().low() + limits.limits().high()).isCloseTo(8, within(1e-12));
    // MAD of 1 .. 7 is 2
    assertThat(limits.scaledDeviation()).isCloseTo(2 / 0.6745, within(1e-14));
    assertThat(RobustLimits.standard().of(new double[] {1, 2}).outcome().usable()).isFalse();
    assertThat(RobustLimits.standard().of(new double[] {1, 1, 1, 2}).outcome().words())
        .isEqualTo("half of the values or more are equal");
    assertThatThrownBy(() -> new RobustLimits(0)).hasMessageContaining("0.0");
  }

  @Test
  void oneFarValueHardlyMovesTheRobustLimits() {
    double[] values = upTo(40);
    double[] far = values.clone();
    far[39] = 1e6;
    double clean = RobustLimits.standard().of(values).orThrow().location();
    assertThat(RobustLimits.standard().of(far).orThrow().location()).isCloseTo(clean, within(1.0));
  }

  @Test
  void normalLimitsByHand() {
    // 1 2 3: mean 2, deviation 1; error sqrt(1/3 + z^2 / 4)
    double z = Normal.ofLevel(0.95);
    ParametricLimits.Limits limits =
        ParametricLimits.standard().normal(new double[] {1, 2, 3}).orThrow();
    assertThat(limits.upper().value()).isCloseTo(2 + z, within(1e-14));
    assertThat(limits.standardError()).isCloseTo(Math.sqrt(1 / 3.0 + z * z / 4), within(1e-14));
    assertThat(limits.lower().interval().orElseThrow().high())
        .isCloseTo(2 - z + Normal.ofLevel(0.9) * limits.standardError(), within(1e-14));
    assertThat(ParametricLimits.standard().normal(new double[] {1}).outcome().usable()).isFalse();
    assertThat(ParametricLimits.standard().lognormal(new double[] {0, 1}).outcome().words())
        .contains("not positive");
    assertThatThrownBy(() -> ParametricLimits.standard().withCoverage(1))
        .hasMessageContaining("1.0");
  }

  @Test
  void powerOfLogarithmsThatAreSymmetricIsZero() {
    double[] values = Arrays.stream(new double[] {-2, -1, 0, 1, 2}).map(Math::exp).toArray();
    BoxCox power = BoxCox.of(values).orThrow();
    assertThat(power.lambda()).isCloseTo(0, within(1e-8));
    ParametricLimits.Limits log = ParametricLimits.standard().lognormal(values).orThrow();
    ParametricLimits.Limits found = ParametricLimits.standard().boxCox(values).orThrow();
    assertThat(found.upper().value()).isCloseTo(log.upper().value(), within(1e-5));
  }

  @Test
  void powerEqualsTheLargestLikelihood() {
    // optimize of the profile likelihood with tol 1e-10, R 4.2.2: -0.24199454, good to 8 digits
    double[] values = {0.8, 1.1, 1.3, 1.9, 2.2, 2.7, 3.8, 5.5, 9.1, 14.2};
    BoxCox power = BoxCox.of(values).orThrow();
    assertThat(power.lambda()).isCloseTo(-0.24199454, within(2e-8));
    double[] other = Arrays.stream(values).map(x -> 250 * x).toArray();
    assertThat(BoxCox.of(other).orThrow().lambda()).isCloseTo(power.lambda(), within(1e-11));
    for (double x : values) {
      assertThat(power.back(power.transform(x))).isCloseTo(x, within(1e-12));
    }
  }

  @Test
  void powersHaveEnds() {
    BoxCox root = new BoxCox(0.5);
    assertThat(root.transform(4)).isCloseTo(2, within(1e-15));
    assertThat(root.back(-3)).isZero();
    assertThat(new BoxCox(-1).back(2)).isInfinite();
    assertThat(new BoxCox(0).back(1)).isEqualTo(Math.E);
    assertThat(new BoxCox(0).transform(Math.E)).isEqualTo(1);
    assertThat(BoxCox.of(new double[] {1, 2}).outcome().usable()).isFalse();
    assertThat(BoxCox.of(new double[] {2, 2, 2}).outcome().words())
        .isEqualTo("all values are equal");
    assertThat(ParametricLimits.standard().boxCox(new double[] {1, 2}).outcome().usable())
        .isFalse();
    // so skewed that mean + 1.96 s lies beyond the end of the power
    double[] skewed = {1, 1.01, 1.02, 1.03, 1.04, 1.05, 8e9, 9e9};
    assertThat(ParametricLimits.standard().boxCox(skewed).outcome().words())
        .contains("beyond what the power");
  }

  @Test
  void bootstrapOfAMeanIsNearTheNormalInterval() {
    double[] values = upTo(20);
    Estimate found =
        BootstrapInterval.standard().of(values, sample -> Moments.of(sample).mean()).orThrow();
    double error = Moments.of(values).standardError().orElseThrow() * Math.sqrt(19 / 20.0);
    double half = Normal.ofLevel(0.9) * error;
    assertThat(found.value()).isEqualTo(10.5);
    // 9999 replicates place a 5% point within about 0.06 standard errors
    assertThat(found.interval().orElseThrow().low()).isCloseTo(10.5 - half, within(0.1 * error));
    assertThat(found.interval().orElseThrow().high()).isCloseTo(10.5 + half, within(0.1 * error));
  }

  @Test
  void bootstrapOfASkewedMeanIsBiasCorrectedAndAccelerated() {
    // Efron 1987: for a mean the acceleration is a sixth of the skewness of the values over root n
    double[] values = {1, 2, 2, 3, 4, 4, 7, 15, 40};
    int replicates = 999;
    SplittableRandom random = new SplittableRandom(5);
    double[] means = new double[replicates];
    for (int b = 0; b < replicates; b++) {
      double[] sample = new double[values.length];
      Arrays.setAll(sample, i -> values[random.nextInt(values.length)]);
      means[b] = Moments.of(sample).mean();
    }
    double mean = Moments.of(values).mean();
    double below =
        Arrays.stream(means).map(m -> m < mean ? 1 : m == mean ? 0.5 : 0).sum() / replicates;
    double bias = Normal.STANDARD.quantile(below);
    double acceleration =
        Moments.of(values).skewness().orElseThrow() / Math.sqrt(values.length) / 6;
    assertThat(acceleration).isGreaterThan(0.1);
    var interval =
        new BootstrapInterval(replicates, 5, 0.9)
            .of(values, sample -> Moments.of(sample).mean())
            .orThrow()
            .interval()
            .orElseThrow();
    for (double p : new double[] {0.05, 0.95}) {
      double z = bias + Normal.STANDARD.quantile(p);
      double place = Normal.STANDARD.lower(bias + z / (1 - acceleration * z));
      assertThat(p < 0.5 ? interval.low() : interval.high())
          .isCloseTo(Quantile.standard().of(means, place).orElseThrow(), within(1e-9));
    }
  }

  @Test
  void bootstrapFollowsItsSeed() {
    double[] values = Arrays.stream(upTo(12)).map(Math::sqrt).toArray();
    BootstrapInterval method = BootstrapInterval.standard().withLevel(0.95);
    var once = method.of(values, x -> Quantile.standard().of(x, 0.75).orElseThrow());
    assertThat(method.of(values, x -> Quantile.standard().of(x, 0.75).orElseThrow()))
        .isEqualTo(once);
    assertThat(method.withSeed(2).of(values, x -> Moments.of(x).mean()).orThrow().interval())
        .isNotEqualTo(method.of(values, x -> Moments.of(x).mean()).orThrow().interval());
    assertThat(method.of(new double[] {1, 1, 1}, x -> x[0]).outcome().words())
        .contains("does not vary");
    assertThat(method.of(new double[] {1, 1}, x -> x[0]).outcome().usable()).isFalse();
    assertThatThrownBy(() -> new BootstrapInterval(99, 1, 0.9)).hasMessageContaining("99");
    assertThatThrownBy(() -> method.withLevel(1)).hasMessageContaining("1.0");
  }
}
