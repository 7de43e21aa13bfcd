// SPDX-License-Identifier: Apache-2.0
package casebook.stats.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.golden.CertifiedSuite;
import casebook.stats.golden.Json;
import casebook.stats.math.Sums;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SummaryTest {
  // platelet counts before treatment of nine responders, a published table; median 20
  private static final double[] PLATELETS = {15, 29, 18, 20, 10, 28, 27, 12, 25};

  @Test
  void workedByHand() {
    // values 2 4 4 4 5 5 7 9: sum 40, mean 5, squared distances 9 1 1 1 0 0 4 16 = 32,
    // sd = sqrt(32/7); cubed -27 -1 -1 -1 0 0 8 64 = 42, m3 = 5.25, m2 = 4, g1 = 5.25/8;
    // fourth powers 81 1 1 1 0 0 16 256 = 356, m4 = 44.5, g2 = 44.5/16 - 3
    Summary summary = Summary.of(new double[] {2, 4, 4, 4, 5, 5, 7, 9}).orThrow();
    assertThat(summary.n()).isEqualTo(8);
    assertThat(summary.mean()).isEqualTo(5);
    assertThat(summary.moments().sum()).isEqualTo(40);
    assertThat(summary.standardDeviation()).hasValue(Math.sqrt(32 / 7.0));
    assertThat(summary.standardError().orElseThrow())
        .isCloseTo(Math.sqrt(32 / 7.0 / 8), within(1e-15));
    assertThat(summary.moments().skewness()).hasValue(5.25 / 8);
    assertThat(summary.moments().excessKurtosis()).hasValue(44.5 / 16 - 3);
    // quartiles of type 6: positions 2.25 and 6.75
    assertThat(summary.order().lowerQuartile()).isEqualTo(4);
    assertThat(summary.median()).isEqualTo(4.5);
    assertThat(summary.order().upperQuartile()).isEqualTo(6.5);
    assertThat(summary.interquartileRange()).isEqualTo(2.5);
    // distances from 4.5: .5 .5 .5 .5 .5 2.5 2.5 4.5
    assertThat(summary.order().medianAbsoluteDeviation()).isEqualTo(0.5);
  }

  @Test
  void publishedMedianOfNineResponders() {
    assertThat(Summary.of(PLATELETS).orThrow().median()).isEqualTo(20);
  }

  @Test
  void missingValuesAreCountedAndLeftOut() {
    Summary summary = Summary.of(new double[] {Double.NaN, 1, 3, Double.NaN}).orThrow();
    assertThat(summary.missing()).isEqualTo(2);
    assertThat(summary.mean()).isEqualTo(2);
  }

  @Test
  void noValuesIsAnAnswerInWords() {
    assertThat(Summary.of(new double[] {Double.NaN}).outcome().words())
        .isEqualTo("there are no values");
    assertThatThrownBy(() -> Moments.of(new double[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void oneValueHasNoSpread() {
    Moments one = Moments.of(new double[] {7});
    assertThat(one.mean()).isEqualTo(7);
    assertThat(one.standardDeviation()).isEmpty();
    assertThat(one.standardError()).isEmpty();
    assertThat(one.variance()).isEmpty();
    assertThat(one.skewness()).isEmpty();
    assertThat(one.coefficientOfVariation()).isEmpty();
  }

  @Test
  void equalValuesHaveNoShape() {
    Moments equal = Moments.of(new double[] {0.1, 0.1, 0.1});
    assertThat(equal.standardDeviation()).hasValue(0);
    assertThat(equal.skewness()).isEmpty();
    assertThat(equal.adjustedKurtosis()).isEmpty();
    assertThat(Moments.of(new double[] {-1, 1}).coefficientOfVariation()).isEmpty();
  }

  @Test
  void adjustedShapeNeedsEnoughValues() {
    assertThat(Moments.of(new double[] {1, 2}).adjustedSkewness()).isEmpty();
    assertThat(Moments.of(new double[] {1, 2, 4}).adjustedSkewness()).isPresent();
    assertThat(Moments.of(new double[] {1, 2, 4}).adjustedKurtosis()).isEmpty();
    assertThat(Moments.of(new double[] {1, 2, 4, 4}).adjustedKurtosis()).isPresent();
  }

  @Test
  void offsetAndUnitChangeOnlyWhatTheyMust() {
    Moments plain = Moments.of(PLATELETS);
    double[] moved = Arrays.stream(PLATELETS).map(x -> 1024 * (x + (1L << 40))).toArray();
    Moments changed = Moments.of(moved);
    assertThat(changed.standardDeviation())
        .hasValue(1024 * plain.standardDeviation().orElseThrow());
    assertThat(changed.skewness()).isEqualTo(plain.skewness());
    assertThat(changed.excessKurtosis()).isEqualTo(plain.excessKurtosis());
  }

  @Test
  void farValuesDoNotOverflow() {
    double[] far = Arrays.stream(PLATELETS).map(x -> Math.scalb(x, 900)).toArray();
    Moments moments = Moments.of(far);
    assertThat(moments.standardDeviation())
        .hasValue(Math.scalb(Moments.of(PLATELETS).standardDeviation().orElseThrow(), 900));
    assertThat(moments.skewness()).isEqualTo(Moments.of(PLATELETS).skewness());
  }

  @Test
  void orderOfValuesDoesNotMatter() {
    double[] tenths = {0.1, 0.7, 0.3, 1e9, 0.2, -1e9, 0.6};
    double[] reversed = {0.6, -1e9, 0.2, 1e9, 0.3, 0.7, 0.1};
    assertThat(Moments.of(tenths).mean()).isEqualTo(Moments.of(reversed).mean());
    assertThat(Moments.of(tenths).standardDeviation())
        .isEqualTo(Moments.of(reversed).standardDeviation());
  }

  @Test
  void geometricMeanNeedsPositiveValues() {
    GeometricMean mean = GeometricMean.of(new double[] {1, 4, 16}).orThrow();
    assertThat(mean.mean()).isCloseTo(4, within(1e-15));
    // logarithms -d, 0, d about ln 4 with d = ln 4: sd = d
    assertThat(mean.standardDeviation().orElseThrow()).isCloseTo(4, within(1e-14));
    assertThat(GeometricMean.of(new double[] {3}).orThrow().standardDeviation()).isEmpty();
    assertThat(GeometricMean.of(new double[] {0, 1}).outcome().usable()).isFalse();
    assertThat(GeometricMean.of(new double[0]).outcome().usable()).isFalse();
  }

  @Test
  void autocorrelationNeedsAVaryingSeries() {
    // 1 2 3: deviations -1 0 1, products at lag 1 are 0, at lag 2 -1, squares 2
    double[] series = {1, 2, 3};
    assertThat(Autocorrelation.standard().of(series).orThrow()).isZero();
    assertThat(new Autocorrelation(2).of(series).orThrow()).isEqualTo(-0.5);
    assertThat(new Autocorrelation(3).of(series).outcome().usable()).isFalse();
    assertThat(Autocorrelation.standard().of(new double[] {4, 4}).outcome().words())
        .isEqualTo("all values are equal");
    assertThatThrownBy(() -> new Autocorrelation(0)).hasMessageContaining("lag 0");
  }

  @Test
  void frequenciesCountEveryLevel() {
    Frequencies seen = Frequencies.of(new int[] {0, 2, 2, -1, 0}, 4);
    assertThat(seen.counts()).containsExactly(2, 0, 2, 0);
    assertThat(seen.missing()).isEqualTo(1);
    assertThat(seen.n()).isEqualTo(4);
    assertThat(seen.proportion(2).orThrow()).isEqualTo(0.5);
    assertThat(Frequencies.of(new int[] {-1}, 1).proportion(0).outcome().usable()).isFalse();
    assertThatThrownBy(() -> Frequencies.of(new int[] {4}, 4)).hasMessageContaining("level 4");
  }

  @TestFactory
  Stream<DynamicTest> certifiedUnivariate() {
    return CertifiedSuite.read("nist_univariate")
        .tests(one -> {
          double[] values = Json.numbers(one.input().get("values"));
          Moments moments = Moments.of(values);
          one.check("mean", moments.mean());
          one.check("sd", moments.standardDeviation().orElseThrow());
          one.check("autocorr_lag1", Autocorrelation.standard().of(values).orThrow());
        });
  }

  @TestFactory
  Stream<DynamicTest> certifiedSums() {
    return CertifiedSuite.read("sums")
        .tests(one -> {
          double[] values = Json.numbers(one.input().get("values"));
          one.check("sum_correctly_rounded", Sums.sum(values));
          one.check("sum_exact", Moments.of(values).sum());
        });
  }
}
