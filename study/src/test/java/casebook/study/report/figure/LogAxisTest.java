// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogAxisTest {
  private static Estimate estimate(double value, double low, double high) {
    return new Estimate(value, new Interval(low, high, 0.95));
  }

  @Test
  void axisEndsAtTicksBeyondTheLimits() {
    LogAxis axis = LogAxis.of(List.of(estimate(6.31, 1.397, 28.5)), 0, 100);
    assertThat(axis.low()).isEqualTo(0.5);
    assertThat(axis.high()).isEqualTo(50);
    assertThat(axis.ticks()).containsExactly(0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0);
  }

  @Test
  void unboundedLimitsDoNotStretchTheAxis() {
    LogAxis axis = LogAxis.of(List.of(estimate(13.4, 1.6, Double.POSITIVE_INFINITY)), 0, 100);
    assertThat(axis.high()).isEqualTo(50);
    assertThat(axis.x(Double.POSITIVE_INFINITY)).isEqualTo(100);
  }

  @Test
  void everyEstimateLiesOnTheAxis() {
    LogAxis axis = LogAxis.of(List.of(estimate(180, 90, 400), estimate(0.01, 0.001, 0.1)), 0, 100);
    assertThat(axis.low()).isLessThan(0.01);
    assertThat(axis.high()).isGreaterThan(180);
    assertThat(axis.ticks()).containsExactly(0.01, 0.1, 1.0, 10.0, 100.0);
  }

  /// 1 lies halfway between 0.1 and 10 on a logarithmic axis.
  @Test
  void distancesAreLogarithmic() {
    LogAxis axis = new LogAxis(0.1, 10, 20, 120);
    assertThat(axis.x(1)).isCloseTo(70, within(1e-9));
    assertThat(axis.x(0)).isEqualTo(20);
  }
}
