// SPDX-License-Identifier: Apache-2.0
package casebook.stats.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoncentralTTest {
  /// What the documentation promises.
  private static final Offset<Double> TIGHT = within(1e-13);

  /// mpmath 1.3, 30 digits: the integral of Phi(t u - delta) over the density of u = sqrt(V / df).
  /// R 4.2 pt gives 0.622871964460169, 0.847606913466371 and 0.158638867068345 for the first three.
  @ParameterizedTest
  @CsvSource({
    "2, 1, 1, 0.62287196446028165, 0.37712803553971835",
    "3, 5.5, 1.5, 0.84760691346658488, 0.15239308653341512",
    "1, 30, 2, 0.15863886706835403, 0.84136113293164597",
    "-2, 4, -1, 0.23543254617567573, 0.76456745382432427",
    "8, 10, 5, 0.92024976148622570, 0.07975023851377430",
    "2.1, 200, 4, 0.02923153764159210, 0.97076846235840790"
  })
  void tailsAreTheIntegralsOfHighPrecision(
      double t, double df, double noncentrality, double lower, double upper) {
    NoncentralT distribution = new NoncentralT(df, noncentrality);
    assertThat(distribution.lower(t)).isEqualTo(lower, TIGHT);
    assertThat(distribution.upper(t)).isEqualTo(upper, TIGHT);
  }

  /// T is at most 0 where Z + delta is, whatever the degrees of freedom.
  @Test
  void chanceOfANegativeValueIsThatOfTheNormal() {
    for (double df : new double[] {1, 2.5, 40}) {
      assertThat(new NoncentralT(df, 1.2).lower(0)).isEqualTo(Normal.STANDARD.lower(-1.2), TIGHT);
    }
  }

  @Test
  void withoutNoncentralityItIsStudents() {
    for (double df : new double[] {1, 3.5, 300}) {
      assertThat(new NoncentralT(df, 0).upper(1.7)).isEqualTo(new StudentT(df).upper(1.7), TIGHT);
    }
  }

  @Test
  void turningTheSignsTurnsTheTails() {
    assertThat(new NoncentralT(7, 2).lower(1)).isEqualTo(new NoncentralT(7, -2).upper(-1), TIGHT);
  }

  @Test
  void misuseTellsTheValue() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NoncentralT(0.5, 1))
        .withMessage("df is 0.5; it is finite and at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NoncentralT(Double.POSITIVE_INFINITY, 1))
        .withMessage("df is Infinity; it is finite and at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NoncentralT(3, Double.NaN))
        .withMessage("noncentrality is NaN");
  }
}
