// SPDX-License-Identifier: Apache-2.0
package casebook.stats.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
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

  private static double inverseQuadratic(DoubleUnaryOperator f, double a, double b, double c) {
    double fa = f.applyAsDouble(a);
    double fb = f.applyAsDouble(b);
    double fc = f.applyAsDouble(c);
    return a * fb * fc / ((fa - fb) * (fa - fc))
        + b * fa * fc / ((fb - fa) * (fb - fc))
        + c * fa * fb / ((fc - fa) * (fc - fb));
  }

  @Test
  void stepsAreSecantsAndInverseParabolas() {
    // Wallis's cubic: -1 at 2 and 16 at 3, so the secant meets 0 at 2 + 1/17; then the parabola in
    // y
    // through all three (Lagrange); it leaves the root on the other side, and the secant follows
    List<Double> points = new ArrayList<>();
    DoubleUnaryOperator wallis = x -> x * x * x - 2 * x - 5;
    double root =
        Roots.brent(
            x -> {
              points.add(x);
              return wallis.applyAsDouble(x);
            },
            2,
            3);
    assertThat(root).isEqualTo(2.0945514815423265);
    assertThat(points.get(2)).isEqualTo(35 / 17.0, within(1e-15));
    assertThat(points.get(3)).isEqualTo(inverseQuadratic(wallis, 2, 3, 35 / 17.0), within(1e-13));
    double a = points.get(2);
    double b = points.get(3);
    double fa = wallis.applyAsDouble(a);
    double fb = wallis.applyAsDouble(b);
    assertThat(points.get(4)).isEqualTo(b - fb * (b - a) / (fb - fa), within(1e-13));
    assertThat(points).hasSize(8);
  }

  @Test
  void badStepsAreBisected() {
    // 1/x - 1/100 from 1 to 1000: the secant's step is tiny against the parabola's promise, the
    // interval is halved until interpolation pays
    List<Double> points = new ArrayList<>();
    double root =
        Roots.brent(
            x -> {
              points.add(x);
              return 1 / x - 0.01;
            },
            1,
            1000);
    assertThat(root).isEqualTo(100, within(2e-14));
    assertThat(points.subList(2, 6)).containsExactly(new Double[] {991.0, 496.0, 248.5, 124.75});
    assertThat(points).hasSizeLessThanOrEqualTo(14);
  }

  @Test
  void toleranceEndsTheSearchEarly() {
    int[] calls = new int[1];
    DoubleUnaryOperator kepler = x -> x - 0.8 * Math.sin(x) - 1 + 0 * calls[0]++;
    double exact = Roots.brent(kepler, 0, 3);
    assertThat(exact).isEqualTo(1.7821913289379006, within(4e-16));
    assertThat(calls[0]).isLessThanOrEqualTo(11);
    calls[0] = 0;
    assertThat(Roots.brent(kepler, 0, 3, 1e-3)).isEqualTo(exact, within(1e-3));
    assertThat(calls[0]).isLessThanOrEqualTo(9);
  }

  @Test
  void stepsOutwardGrow() {
    List<Double> points = new ArrayList<>();
    DoubleUnaryOperator f =
        x -> {
          points.add(x);
          return x - 10;
        };
    assertThat(Roots.outward(f, 0, 1)).hasValue(10);
    // 1, then 1.6, 2.56, 4.096, 6.5536 more
    assertThat(points.subList(0, 6).stream().mapToDouble(x -> x).toArray())
        .containsExactly(new double[] {0, 1, 2.6, 5.16, 9.256, 15.8096}, within(1e-14));
  }

  @Test
  void theWalkOutwardEnds() {
    List<Double> points = new ArrayList<>();
    DoubleUnaryOperator positive =
        x -> {
          points.add(x);
          return 1;
        };
    assertThat(Roots.outward(positive, 1e308, 1e308)).isEmpty();
    assertThat(points).containsExactly(1e308);
    points.clear();
    assertThat(Roots.outward(positive, 0, 1)).isEmpty();
    assertThat(points).hasSize(201);
  }
}
