// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tables on the other side that are as probable as the one seen, or nearly so.
class FisherTiesTest {
  /// A few sums and logarithms in doubles.
  private static final Offset<Double> TIGHT = within(1e-13);

  /// Ways of the tables with the same margins, by hand.
  ///
  /// Rows of 4 and 11, 4 events: 330, 660, 330, 44 and 1 of 1365; the tables with 0 and with 2 are
  /// equally probable although nothing is alike. Rows of 5 and 5, 4 events: 5, 50, 100, 50 and 5 of
  /// 210. Rows of 4 and 6, 5 events: 6, 60, 120, 60 and 6 of 252. The two-sided test counts all
  /// tables no more probable; the mid-P without half of the one seen, or of both where there are
  /// two.
  @ParameterizedTest
  @CsvSource({
    "0, 4, 4, 7,  1365,  705,  540,  375",
    "1, 3, 3, 8,  1365, 1365, 1035, 1035",
    "2, 2, 2, 9,  1365,  705,  540,  375",
    "3, 1, 1, 10, 1365,   45,   23,   23",
    "4, 0, 0, 11, 1365,    1,  0.5,  0.5",
    "0, 5, 4, 1,   210,   10,  7.5,    5",
    "1, 4, 3, 2,   210,  110,   85,   60",
    "2, 3, 2, 3,   210,  210,  160,  160",
    "3, 2, 1, 4,   210,  110,   85,   60",
    "1, 3, 4, 2,   252,  132,  102,   72",
    "2, 2, 3, 3,   252,  252,  192,  192",
    "3, 1, 2, 4,   252,  132,  102,   72"
  })
  void equallyProbableTablesByHand(
      long a, long b, long c, long d, double ways, double two, double mid, double ties) {
    TwoByTwo t = new TwoByTwo(a, b, c, d);
    assertThat(FisherExact.twoSided(t).p().value()).isEqualTo(two / ways, TIGHT);
    assertThat(FisherExact.twoSidedMidP(t).p().value()).isEqualTo(mid / ways, TIGHT);
    assertThat(FisherExact.twoSidedMidPOfTies(t).p().value()).isEqualTo(ties / ways, TIGHT);
  }

  /// Pairs of tables whose probabilities differ by a relative 5e-10 and 7e-10, the left one smaller
  /// in the first pair and the right one in the second: whole numbers decide. p-values are the sums
  /// over all tables with 60 digits (mpmath 1.3); they differ by one table, 0.0076 and 0.0056.
  @ParameterizedTest
  @CsvSource({
    "8068, 16679, 8236, 17017, 0.97716757035150086, 0.97336308896691255",
    "8071, 16676, 8233, 17020, 0.98477653312422732, 0.98097205173786409",
    "13050, 33142, 15219, 38589, 0.91586476269547193, 0.91307284272554993",
    "13066, 33126, 15203, 38605, 0.91028092275562794, 0.90748900278768108"
  })
  void nearlyEqualTablesAreToldApart(long a, long b, long c, long d, double two, double mid) {
    TwoByTwo t = new TwoByTwo(a, b, c, d);
    // the ratios of 16 000 neighbours are rounded
    assertThat(FisherExact.twoSided(t).p().value()).isEqualTo(two, within(1e-11));
    assertThat(FisherExact.twoSidedMidP(t).p().value()).isEqualTo(mid, within(1e-11));
    assertThat(FisherExact.twoSidedMidPOfTies(t).p().value()).isEqualTo(mid, within(1e-11));
  }
}
