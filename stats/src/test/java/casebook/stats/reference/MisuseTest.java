// SPDX-License-Identifier: Apache-2.0
package casebook.stats.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import casebook.stats.describe.Quantile;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// Settings are refused outside of their range, at its edges, with the value and the range.
class MisuseTest {
  private static void refused(String message, ThrowingCallable call) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
  }

  @Test
  void levelsAndSharesLieBetweenNoneAndAll() {
    for (double edge : new double[] {0, 1, Double.NaN}) {
      String range = " " + edge + " is not between 0 and 1";
      refused("level" + range, () -> new AssayPrecision(edge));
      refused("level" + range, () -> new BootstrapInterval(999, 1, edge));
      refused("probability" + range, () -> CutoffBootstrap.upper(edge));
      refused("coverage" + range, () -> new RobustLimits(edge));
      refused(
          "coverage " + edge + " and level 0.9 are between 0 and 1",
          () -> new ParametricLimits(edge, 0.9));
      refused(
          "coverage 0.95 and level " + edge + " are between 0 and 1",
          () -> new ParametricLimits(0.95, edge));
      refused(
          "probability " + edge + " and level 0.9 are between 0 and 1",
          () -> new ReferenceLimit(edge, 0.9));
      refused(
          "probability 0.975 and level " + edge + " are between 0 and 1",
          () -> new ReferenceLimit(0.975, edge));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> PercentileRanks.of(10, edge, 0.9))
          .withMessageStartingWith("10 values, probability " + edge);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> PercentileRanks.of(10, 0.5, edge))
          .withMessageStartingWith("10 values, probability 0.5");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PercentileRanks.of(0, 0.5, 0.9))
        .withMessageStartingWith("0 values, probability 0.5");
  }

  @Test
  void replicatesAreEnoughForAnInterval() {
    refused("998 replicates are fewer than 999", () -> new BootstrapInterval(998, 1, 0.9));
    assertThat(new BootstrapInterval(999, 1, 0.9).replicates()).isEqualTo(999);
    Quantile quantile = CutoffBootstrap.upper(0.99).quantile();
    refused("998 replicates are fewer than 999", () -> new CutoffBootstrap(quantile, 0.99, 998, 1));
    assertThat(new CutoffBootstrap(quantile, 0.99, 999, 1).replicates()).isEqualTo(999);
  }

  @Test
  void countsAboveAreAtMostAll() {
    refused("-1 of 3 cases", () -> new Exceedance(-1, 3, 0, 1));
    refused("4 of 3 cases", () -> new Exceedance(4, 3, 0, 1));
    refused("0 of 0 cases", () -> new Exceedance(0, 0, 0, 1));
    refused("-1 of 5 controls above; at least one is not", () -> new Exceedance(1, 3, -1, 5));
    refused("5 of 5 controls above; at least one is not", () -> new Exceedance(1, 3, 5, 5));
    assertThat(new Exceedance(3, 3, 0, 1).cases()).isEqualTo(3);
    assertThat(new Exceedance(0, 1, 4, 5).controlsAbove()).isEqualTo(4);
    refused("2 and 1 values are not pairs", () -> Duplicates.of(new double[2], new double[1]));
    Quantile quartiles = CutoffBootstrap.upper(0.99).quantile();
    refused("multiple 0.0 is not above 0", () -> new TukeyFences(quartiles, 0));
  }
}
