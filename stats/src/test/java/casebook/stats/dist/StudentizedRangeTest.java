// SPDX-License-Identifier: Apache-2.0
package casebook.stats.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

class StudentizedRangeTest {
  @Test
  void twoValuesAreAStudentT() {
    // the range of two is |x - y| = sqrt(2) |t| s, so P(Q > q) = P(|T| > q / sqrt(2))
    for (double df : new double[] {1, 2, 7.5, 60, 5000}) {
      for (double q : new double[] {0.01, 0.7, 3, 8, 20}) {
        double p = StudentT.twoSided(q / Math.sqrt(2), df).value();
        assertThat(new StudentizedRange(2, df).upper(q)).isCloseTo(p, withinPercentage(1e-9));
      }
    }
  }

  @Test
  void farTail() {
    // mpmath 1.3, 20 digits: quad over z of phi(z) (Phi(z)^(k-1) - (Phi(z) - Phi(z - w))^(k-1)) and
    // over ln s. R 4.2 ptukey gives 0.0504906806002879, 1.7985015587918e-08, 2.56757981542677e-09.
    assertThat(new StudentizedRange(3, 27).upper(3.5))
        .isCloseTo(0.0504906805999957, withinPercentage(1e-10));
    assertThat(new StudentizedRange(6, 66).upper(10))
        .isCloseTo(1.79936396510519e-8, withinPercentage(1e-10));
    assertThat(new StudentizedRange(4, 140).upper(9.5))
        .isCloseTo(2.56753864240529e-9, withinPercentage(1e-10));
  }

  @Test
  void quantileOfPrintedTables() {
    // upper 5% points: 3.88 for 3 groups and 10 df, 4.23 for 5 groups and 20 df (Pearson and
    // Hartley, Biometrika Tables, table 29)
    assertThat(new StudentizedRange(3, 10).upperQuantile(0.05)).isCloseTo(3.88, within(0.005));
    assertThat(new StudentizedRange(5, 20).upperQuantile(0.05)).isCloseTo(4.23, within(0.005));
  }

  @Test
  void quantileInvertsTheTail() {
    StudentizedRange range = new StudentizedRange(4, 15);
    for (double p : new double[] {1e-12, 0.01, 0.5, 0.99}) {
      assertThat(range.upper(range.upperQuantile(p))).isCloseTo(p, withinPercentage(1e-9));
    }
  }

  @Test
  void limitsAreKept() {
    assertThat(new StudentizedRange(3, 5).upper(0)).isEqualTo(1);
    assertThat(new StudentizedRange(3, 5).upper(1e-9)).isCloseTo(1, within(1e-12));
    // many degrees of freedom: the range of normal values
    assertThat(new StudentizedRange(3, 1e7).upper(3))
        .isCloseTo(new StudentizedRange(3, 9e5).upper(3), within(1e-5));
    assertThatThrownBy(() -> new StudentizedRange(1, 5)).hasMessageContaining("1 groups");
    assertThatThrownBy(() -> new StudentizedRange(2, 0)).hasMessageContaining("0.0");
    assertThatThrownBy(() -> new StudentizedRange(2, 3).upperQuantile(0))
        .hasMessageContaining("0.0");
  }
}
