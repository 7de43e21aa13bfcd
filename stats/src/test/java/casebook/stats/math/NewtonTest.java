// SPDX-License-Identifier: Apache-2.0
package casebook.stats.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.result.Outcome;
import java.util.ArrayList;
import java.util.List;
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

  /// Maximises a function of one parameter, and notes where it was evaluated.
  private static Maximum trace(
      List<Double> points, double start, double[] coefficients, boolean periodic) {
    Newton.Objective function =
        new Newton.Objective() {
          @Override
          public int size() {
            return 1;
          }

          @Override
          public double evaluate(double[] at, double[] gradient, double[] information) {
            points.add(at[0]);
            double t = at[0];
            gradient[0] = periodic ? -Math.sin(t) : coefficients[0] - Math.exp(t);
            information[0] = periodic ? Math.cos(t) : Math.exp(t);
            return periodic ? Math.cos(t) : coefficients[0] * t - Math.exp(t);
          }
        };
    return Newton.standard().maximise(function, start);
  }

  @Test
  void stepsThatLowerTheFunctionAreHalved() {
    // 3 t - e^t from 0: the step of 2 falls from -1 to 6 - e^2, its half rises to 3 - e; from there
    // the step is (3 - e) / e
    List<Double> points = new ArrayList<>();
    Maximum maximum = trace(points, 0, new double[] {3}, false);
    assertThat(maximum.at(0)).isEqualTo(Math.log(3), within(2.3e-16));
    assertThat(points.subList(0, 3)).containsExactly(0.0, 2.0, 1.0);
    assertThat(points.get(3)).isEqualTo(3 / Math.E, within(1e-15));
  }

  @Test
  void farAwayStepsAreQuartered() {
    // from -5 the step is 3 e^5 - 1, and its squared error above 100
    List<Double> points = new ArrayList<>();
    Maximum maximum = trace(points, -5, new double[] {3}, false);
    double step = 3 * Math.exp(5) - 1;
    double[] tried = {-5, -5 + step, -5 + step / 4, -5 + step / 16, -5 + step / 64};
    assertThat(points.subList(0, 5).stream().mapToDouble(x -> x).toArray())
        .containsExactly(tried, within(1e-10));
    assertThat(maximum.at(0)).isEqualTo(Math.log(3), within(2.3e-16));
  }

  @Test
  void whereTheInformationIsNegativeItsDiagonalIsRaised() {
    // cos t at 2: information c = cos 2 < 0; raised by 1/100, 1/10, 1 and 10 times |c| it is 9 |c|
    List<Double> points = new ArrayList<>();
    Maximum maximum = trace(points, 2, new double[1], true);
    assertThat(points.get(1))
        .isEqualTo(2 - Math.sin(2) / (9 * Math.abs(Math.cos(2))), within(1e-14));
    assertThat(maximum.at(0)).isEqualTo(0, within(1e-16));
    assertThat(maximum.value()).isEqualTo(1);
  }

  @Test
  void theLargestGradientIsTold() {
    Newton.Objective plane =
        new Newton.Objective() {
          @Override
          public int size() {
            return 3;
          }

          @Override
          public double evaluate(double[] at, double[] gradient, double[] information) {
            gradient[0] = 1;
            gradient[1] = -3;
            gradient[2] = 7;
            return at[0] - 3 * at[1] + 7 * at[2];
          }
        };
    assertThat(Newton.standard().maximise(plane, 0, 0, 0).outcome())
        .isEqualTo(new Outcome.NotConverged(1, 7));
    assertThat(
            Newton.standard()
                .maximise(plane, new double[3], new boolean[] {false, false, true})
                .outcome())
        .isEqualTo(new Outcome.NotConverged(1, 3));
  }

  @Test
  void theLimitsOfSettingsAreRefused() {
    assertThat(new Newton(1, 0.5).maxIterations()).isEqualTo(1);
    assertThatIllegalArgumentException().isThrownBy(() -> new Newton(10, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Newton(10, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Newton(10, Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Newton.standard().maximise(POISSON, new double[2], new boolean[1]));
  }
}
