// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.golden.GoldenData;
import casebook.stats.golden.ModelFrame;
import casebook.stats.math.Maximum;
import org.junit.jupiter.api.Test;

/// Each of the two ways to a profile limit by itself: a failure of the first would be hidden by the
/// second.
class ProfileTest {
  private static final double Z = 1.959963984540054;

  /// A share of the standard error; the search along the ridge ends there.
  private static final double CLOSE = 1e-9;

  private static Profile profile(Fit fit, int column, double z) {
    Maximum top = fit.model().free(fit.point());
    double error = Math.sqrt(fit.standardisedCovariance().at(column, column));
    return new Profile(fit.model(), top, column, error, z);
  }

  private static void bothWaysAgree(Fit fit) {
    for (int column = 1; column < fit.parameters(); column++) {
      double error = Math.sqrt(fit.standardisedCovariance().at(column, column));
      for (double z : new double[] {0.5, Z, 3.290526731491894}) {
        Profile profile = profile(fit, column, z);
        for (int direction = -1; direction <= 1; direction += 2) {
          double joint = profile.jointly(direction).orElseThrow();
          double ridge = profile.alongRidge(direction).orThrow();
          assertThat(joint).isEqualTo(ridge, within(CLOSE * error));
          assertThat(direction * (joint - fit.point()[column])).isPositive();
        }
      }
    }
  }

  @Test
  void bothWaysFindTheLimitsOfALogisticFit() {
    ModelFrame births = ModelFrame.of(GoldenData.read("birthwt"), "low ~ lwt + race + smoke");
    bothWaysAgree(Logistic.standard().fit(births.design(), births.events()));
  }

  @Test
  void bothWaysFindTheLimitsOfFirthAndPoisson() {
    double[] x = {0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1};
    double[] age = {31, 45, 52, 60, 38, 41, 57, 66, 49, 35, 72, 44};
    Design design = Design.withIntercept(12).and("x", x).and("age", age);
    bothWaysAgree(Firth.standard().fit(design, 0, 0, 1, 0, 0, 1, 1, 1, 0, 1, 1, 0));
    bothWaysAgree(Poisson.standard().fit(design, 0, 2, 1, 3, 1, 4, 2, 6, 3, 1, 7, 2));
  }

  /// Three of four rows with the event and a column of ones: the likelihood is 3 b - 4 ln (1 + exp
  /// b).
  @Test
  void limitsOfOneCoefficientByHand() {
    Design design = Design.withoutIntercept(4).and("x", 1, 1, 1, 1);
    Fit fit = Logistic.standard().fit(design, 1, 1, 1, 0);
    Profile profile = profile(fit, 0, Z);
    double scale = fit.model().x().scale(0);
    double top = 3 * Math.log(3) - 4 * Math.log(4);
    for (int direction = -1; direction <= 1; direction += 2) {
      double b = profile.jointly(direction).orElseThrow() * scale;
      double fall = top - (3 * b - 4 * Math.log1p(Math.exp(b)));
      assertThat(2 * fall).isEqualTo(Z * Z, within(1e-11));
      assertThat(profile.alongRidge(direction).orThrow() * scale).isEqualTo(b, within(1e-8));
      assertThat(profile.limit(direction).orThrow() * scale).isEqualTo(b);
    }
  }
}
