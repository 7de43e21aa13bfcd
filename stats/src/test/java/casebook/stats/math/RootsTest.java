// SPDX-License-Identifier: Apache-2.0
package casebook.stats.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class RootsTest {
  @Test
  void brentFindsTheLastDigit() {
    assertThat(Roots.brent(x -> x * x - 2, 0, 2)).isEqualTo(Math.sqrt(2), within(3e-16));
    assertThat(Roots.brent(x -> Math.cos(x) - x, 0, 1))
        .isEqualTo(0.7390851332151607, within(2e-16));
    assertThat(Roots.brent(x -> Math.expm1(x), -40, 1)).isEqualTo(0, within(1e-16));
  }

  @Test
  void endsMayBeRootsOrStandInEitherOrder() {
    assertThat(Roots.brent(x -> x - 1, 1, 3)).isEqualTo(1);
    assertThat(Roots.brent(x -> x - 3, 1, 3)).isEqualTo(3);
    assertThat(Roots.brent(x -> x - 1.5, 3, 1)).isEqualTo(1.5);
  }

  @Test
  void infiniteEndsAreBisected() {
    DoubleUnaryOperator f = x -> x <= 0 ? Double.NEGATIVE_INFINITY : Math.log(x);
    assertThat(Roots.brent(f, 0, 7)).isEqualTo(1, within(3e-16));
  }

  @Test
  void aMultipleRootIsFoundAndFewEvaluationsAreEnough() {
    int[] calls = new int[1];
    DoubleUnaryOperator cubic =
        x -> {
          calls[0]++;
          return Math.pow(x - 1, 3);
        };
    assertThat(Roots.brent(cubic, -3, 2.5, 1e-6)).isEqualTo(1, within(1e-5));
    assertThat(calls[0]).isLessThan(120);
    calls[0] = 0;
    double exact = Math.log(10);
    assertThat(Roots.brent(x -> Math.exp(x) - 10 + 0 * calls[0]++, 0, 10))
        .isEqualTo(exact, within(1e-15));
    assertThat(calls[0]).isLessThan(20);
  }

  @Test
  void noChangeOfSignIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Roots.brent(x -> x * x + 1, -1, 1))
        .withMessageContaining("no change of sign");
  }

  @Test
  void outwardWalksUntilTheSignChanges() {
    assertThat(Roots.outward(x -> x - 1000, 0, 1).orElseThrow()).isEqualTo(1000, within(1e-12));
    assertThat(Roots.outward(x -> x + 1000, 0, -1).orElseThrow()).isEqualTo(-1000, within(1e-12));
    assertThat(Roots.outward(x -> 1 + Math.exp(-x), 0, 1)).isEmpty();
  }
}
