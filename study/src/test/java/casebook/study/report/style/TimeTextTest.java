// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.style;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimeTextTest {
  private static final TimeText TIMES = new TimeText(new Numbers(Journals.named("plain")));

  private static Estimate time(double value, double low, double high) {
    return new Estimate(value, new Interval(low, high, 0.95));
  }

  @Test
  void whatIsNotReachedIsSaidInWords() {
    double never = Double.POSITIVE_INFINITY;
    assertThat(TIMES.of(time(18.34, 12.06, never))).isEqualTo("18.3 (12.1 to not reached)");
    assertThat(TIMES.of(time(never, 12, never))).isEqualTo("not reached (12 to not reached)");
    assertThat(TIMES.between(Optional.of(69.0), Optional.of(41.0), Optional.empty()))
        .isEqualTo("69 (41 to not reached)");
  }

  @Test
  void decimalsFollowTheLargestOfATimeAndItsLimits() {
    assertThat(TIMES.of(time(8, 4, 12))).isEqualTo("8 (4–12)");
    assertThat(TIMES.of(time(2.591, 1.613, 3.264))).isEqualTo("2.59 (1.61–3.26)");
    assertThat(TIMES.of(time(98.6, 61.26, 131.4))).isEqualTo("99 (61–131)");
  }

  @Test
  void percentagesHaveOneDecimal() {
    assertThat(TIMES.percent(time(60.61, 36.77, 80.09))).isEqualTo("60.6 (36.8–80.1)");
    assertThat(TIMES.percent(Estimate.of(100))).isEqualTo("100.0");
  }
}
