// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.regress.Design;
import java.util.Locale;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Residuals of a model with late entries, ties and strata, against `residuals.coxph` of R 4.2.2,
/// survival 3.5.3.
class CoxResidualsTest {
  /// The golden has 13 digits.
  private static final Offset<Double> CLOSE = within(1e-11);

  private static final double[] ENTRY = {0, 0, 1, 0, 2, 0, 3, 0, 0, 1, 0, 0};
  private static final double[] STOP = {3, 5, 5, 5, 6, 8, 8, 9, 9, 10, 11, 12};
  private static final boolean[] EVENT = {
    true, true, false, true, true, true, true, true, true, false, true, false
  };
  private static final double[] X = {1, 0, 1, 1, 0, 1, 0, 0, 1, 0, 1, 0};
  private static final double[] Z = {2, 3, 1, 5, 4, 2, 6, 3, 1, 2, 4, 3};
  private static final int[] STRATUM = {0, 0, 0, 0, 1, 1, 1, 0, 1, 1, 0, 1};

  @ParameterizedTest
  @CsvFileSource(resources = "/golden/cox_residuals.csv", numLinesToSkip = 2)
  void residualsAreThoseOfR(
      String ties,
      int row,
      double martingale,
      double deviance,
      double scoreX,
      double scoreZ,
      double dfbetaX,
      double dfbetaZ,
      double schoenfeldX,
      double schoenfeldZ) {
    CoxResiduals found = residuals(Ties.valueOf(ties.toUpperCase(Locale.ROOT)));
    int i = row - 1;
    assertThat(found.martingale(i)).isEqualTo(martingale, CLOSE);
    assertThat(found.deviance(i)).isEqualTo(deviance, CLOSE);
    assertThat(found.score(i, 0)).isEqualTo(scoreX, CLOSE);
    assertThat(found.score(i, 1)).isEqualTo(scoreZ, CLOSE);
    assertThat(found.dfbeta(i, 0)).isEqualTo(dfbetaX, CLOSE);
    assertThat(found.dfbeta(i, 1)).isEqualTo(dfbetaZ, CLOSE);
    assertThat(found.schoenfeld(i, 0)).isEqualTo(schoenfeldX, CLOSE);
    assertThat(found.schoenfeld(i, 1)).isEqualTo(schoenfeldZ, CLOSE);
  }

  private static CoxResiduals residuals(Ties ties) {
    Design design = Design.withoutIntercept(12).and("x", X).and("z", Z);
    return Cox.standard()
        .withTies(ties)
        .fit(Times.entering(ENTRY, STOP, EVENT), design, STRATUM)
        .residuals()
        .orThrow();
  }

  /// Events at 1, 2, 3, 4 with x = 1, 0, 1, 0, whose hazard ratio is h = (1 + sqrt 17) / 2: of the
  /// first event the first person is expected to have h / (2 h + 2).
  @Test
  void firstMartingaleResidualByHand() {
    CoxResiduals found =
        Cox.standard()
            .fit(KaplanMeierTest.times(1, 2, 3, 4), CoxTest.one(1, 0, 1, 0))
            .residuals()
            .orThrow();
    double h = (1 + Math.sqrt(17)) / 2;
    assertThat(found.martingale(0)).isEqualTo(1 - h / (2 * h + 2), CLOSE);
    // its covariate less the mean 2 h / (2 h + 2)
    assertThat(found.schoenfeld(0, 0)).isEqualTo(1 / (h + 1), CLOSE);
    assertThat(found.schoenfeld(3, 0)).isZero();
  }
}
