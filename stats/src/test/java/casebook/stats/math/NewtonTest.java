// SPDX-License-Identifier: Apache-2.0
package casebook.stats.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.result.Outcome;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

class NewtonTest {
  /// The Poisson likelihood of two cells, 3 and 5 events: maximal at (ln 3, ln 5).
  private static final Newton.Objective POISSON =
      new Newton.Objective() {
        @Override
        public int size() {
          return 2;
        }

        @Override
        public double evaluate(double[] at, double[] gradient, double[] information) {
          double first = Math.exp(at[0]);
          double second = Math.exp(at[1]);
          gradient[0] = 3 - first;
          gradient[1] = 5 - second;
          information[0] = first;
          information[1] = 0;
          information[3] = second;
          return 3 * at[0] - first + 5 * at[1] - second;
        }
      };

  private static Newton.Objective of(DoubleBinaryOperator ignored, double[] curve) {
    return new Newton.Objective() {
      @Override
      public int size() {
        return 1;
      }

      @Override
      public double evaluate(double[] at, double[] gradient, double[] information) {
        gradient[0] = curve[0];
        information[0] = curve[1];
        return ignored.applyAsDouble(at[0], 0);
      }
    };
  }

  @Test
  void maximumIsFoundToTheLastDigit() {
    Maximum maximum = Newton.standard().maximise(POISSON, 0, 0);
    assertThat(maximum.outcome()).isInstanceOf(Outcome.Converged.class);
    assertThat(maximum.at(0)).isEqualTo(Math.log(3), within(2.3e-16));
    assertThat(maximum.at(1)).isEqualTo(Math.log(5), within(2.3e-16));
    assertThat(maximum.value()).isEqualTo(3 * Math.log(3) - 3 + 5 * Math.log(5) - 5, within(1e-15));
    assertThat(maximum.information()[3]).isEqualTo(5, within(1e-14));
  }

  @Test
  void fixedParametersStay() {
    boolean[] fixed = {true, false};
    Maximum maximum = Newton.standard().maximise(POISSON, new double[] {0.5, 0}, fixed);
    assertThat(maximum.point()).containsExactly(new double[] {0.5, Math.log(5)}, within(2.3e-16));
    assertThat(maximum.gradient(0)).isEqualTo(3 - Math.exp(0.5), within(1e-15));
    assertThat(Newton.standard().maximise(POISSON, new double[2], new boolean[] {true, true}))
        .satisfies(m -> assertThat(m.outcome()).isEqualTo(new Outcome.Converged(0)));
  }

  @Test
  void theEndIsTold() {
    assertThat(Newton.standard().withMaxIterations(1).maximise(POISSON, 0, 0).outcome())
        .isInstanceOf(Outcome.NotConverged.class);
    assertThat(Newton.standard().maximise(of((x, y) -> x, new double[] {1, 0}), 0).outcome())
        .isEqualTo(new Outcome.NotConverged(1, 1));
    assertThat(Newton.standard().maximise(of((x, y) -> -x, new double[] {1, 1}), 0).outcome())
        .isInstanceOf(Outcome.NotConverged.class);
    assertThat(Newton.standard().maximise(of((x, y) -> y / 0, new double[] {1, 1}), 0).outcome())
        .isInstanceOf(Outcome.NotEstimable.class);
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Newton(0, 1e-16));
    assertThatIllegalArgumentException().isThrownBy(() -> new Newton(10, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Newton.standard().maximise(POISSON, 1))
        .withMessageContaining("1 of 2");
  }
}
