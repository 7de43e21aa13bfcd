// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FreemanHaltonTest {
  private static final FreemanHalton METHOD = FreemanHalton.standard();

  @Test
  void workedByHand() {
    // rows 2 and 2, columns 1, 1 and 2: of the 24 / (2! 2!) = 6 ways to fill row 1, two give 0 0 2
    // or 1 1 0 (probability 1/6 each), four give 1 0 1 or 0 1 1 (2/6 each)
    assertThat(p(new long[][] {{1, 1, 0}, {0, 0, 2}})).isCloseTo(2 / 6.0, within(1e-14));
    assertThat(p(new long[][] {{1, 0, 1}, {0, 1, 1}})).isCloseTo(1, within(1e-14));
  }

  private static double p(long[][] counts) {
    return METHOD.test(Crosstab.of(counts)).orThrow().test().p().value();
  }

  @Test
  void aTwoByTwoIsFishersTest() {
    for (TwoByTwo t :
        new TwoByTwo[] {
          new TwoByTwo(12, 232, 2, 244), new TwoByTwo(3, 1, 1, 3), new TwoByTwo(0, 20, 5, 15)
        }) {
      assertThat(METHOD.test(Crosstab.of(t)).orThrow().test().p().value())
          .isCloseTo(FisherExact.twoSided(t).p().value(), within(1e-12));
    }
  }

  @Test
  void agreesWithTheEnumerationOfAllTablesInWholeNumbers() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 150; i++) {
      int rows = 2 + random.nextInt(3);
      int columns = 2 + random.nextInt(rows == 4 ? 3 : 5);
      long[][] counts = new long[rows][columns];
      for (int person = 0; person < 5 + random.nextInt(8); person++) {
        counts[random.nextInt(rows)][random.nextInt(columns)]++;
      }
      Crosstab table = Crosstab.of(counts).withoutEmpty();
      if (table.rows() > 1 && table.columns() > 1) {
        assertThat(METHOD.test(table).orThrow().test().p().value())
            .as(table.toString())
            .isCloseTo(Enumeration.p(table), within(1e-12));
      }
    }
  }

  /// All tables with the margins of one, each with the product of its factorials.
  private static final class Enumeration {
    private final Crosstab table;
    private final BigInteger observed;
    private final long[] open;
    private double all;
    private double extreme;

    private Enumeration(Crosstab table) {
      this.table = table;
      open = new long[table.columns()];
      BigInteger product = BigInteger.ONE;
      for (int j = 0; j < open.length; j++) {
        open[j] = table.columnTotal(j);
        for (int i = 0; i < table.rows(); i++) {
          product = product.multiply(factorial(table.count(i, j)));
        }
      }
      observed = product;
    }

    static double p(Crosstab table) {
      Enumeration enumeration = new Enumeration(table);
      enumeration.fill(0, 0, table.rowTotal(0), BigInteger.ONE);
      return enumeration.extreme / enumeration.all;
    }

    private static BigInteger factorial(long n) {
      return n < 2 ? BigInteger.ONE : BigInteger.valueOf(n).multiply(factorial(n - 1));
    }

    private void fill(int row, int column, long left, BigInteger product) {
      if (row == table.rows()) {
        double weight = 1 / product.doubleValue();
        all += weight;
        extreme += product.compareTo(observed) >= 0 ? weight : 0;
      } else if (column == open.length) {
        if (left == 0) {
          fill(row + 1, 0, row + 1 < table.rows() ? table.rowTotal(row + 1) : 0, product);
        }
      } else {
        for (long x = 0; x <= Math.min(left, open[column]); x++) {
          open[column] -= x;
          fill(row, column + 1, left - x, product.multiply(factorial(x)));
          open[column] += x;
        }
      }
    }
  }

  @Test
  void simulationIsRepeatableAndNearTheExactValue() {
    Crosstab table =
        Crosstab.of(new long[][] {{1, 3, 10, 6}, {2, 3, 10, 7}, {1, 6, 14, 12}, {0, 1, 9, 11}});
    FreemanHalton simulated = METHOD.withMostSteps(0).withReplicates(9_999).withSeed(7);
    FreemanHalton.Result result = simulated.test(table).orThrow();
    assertThat(result).isEqualTo(simulated.test(table).orThrow());
    assertThat(result.test().method()).contains("9999 tables, seed 7");
    // 0.7827 exactly; four standard errors
    double error = result.standardError().orElseThrow();
    assertThat(error).isCloseTo(Math.sqrt(0.7827 * 0.2173 / 9999), within(1e-4));
    assertThat(result.test().p().value()).isCloseTo(0.782684938965693, within(4 * error));
  }

  @Test
  void aTableTooLargeForItsStepsIsSimulated() {
    Crosstab table =
        Crosstab.of(
            new long[][] {
              {40, 20, 30, 30, 40}, {30, 80, 20, 20, 50}, {50, 40, 70, 30, 20}, {9, 9, 30, 8, 40}
            });
    FreemanHalton.Result result =
        METHOD.withMostSteps(10_000).withReplicates(999).test(table).orThrow();
    assertThat(result.standardError()).isPresent();
    assertThat(result.test().p().value()).isCloseTo(1 / 1000.0, within(1e-15));
  }

  @Test
  void nearlyEightyThousandPeople() {
    // all 500,000 tables added up with 64-bit mantissas: ln p = -4.19253021259, good to 1e-11; R
    // 4.2 gives -4.19253054. Logarithms of factorials of 100,000 are rounded at 1e-10.
    FreemanHalton.Result result =
        METHOD
            .test(Crosstab.of(new long[][] {{30_000, 10_000, 10}, {29_000, 10_100, 15}}))
            .orThrow();
    assertThat(result.standardError()).isEmpty();
    assertThat(result.test().p().ln()).isCloseTo(-4.19253021259, within(1e-9));
  }

  @Test
  void aTableTooLargeForTheMemoryIsSimulated() {
    for (long[][] counts :
        List.of(
            new long[][] {{200, 150, 200}, {150, 190, 140}, {100, 70, 90}},
            new long[][] {{30_000, 10_000, 10_100}, {29_800, 10_200, 10_000}},
            new long[][] {{900_000_000, 900_000_000, 5}, {900_000_000, 900_000_000, 7}})) {
      FreemanHalton.Result result = METHOD.withReplicates(999).test(Crosstab.of(counts)).orThrow();
      assertThat(result.standardError()).isPresent();
      double p = result.test().p().value();
      double chiSquared = ChiSquare.pearson(Crosstab.of(counts)).orThrow().p().value();
      // the two tests nearly agree in tables so large
      assertThat(p).isCloseTo(chiSquared, within(0.01 + 4 * Math.sqrt(chiSquared / 999)));
    }
  }

  @Test
  void oneRowHasNoTest() {
    assertThat(METHOD.test(Crosstab.of(new long[][] {{3, 4}})).outcome().words())
        .isEqualTo("only one row or column holds counts");
    assertThat(METHOD.test(Crosstab.of(new long[][] {{0, 0}, {0, 0}})).outcome().words())
        .isEqualTo("the table is empty");
    // an empty column is left out
    assertThat(p(new long[][] {{3, 0, 1}, {1, 0, 3}})).isCloseTo(34 / 70.0, within(1e-14));
  }

  @Test
  void misuseTellsTheRange() {
    assertThatThrownBy(() -> METHOD.withReplicates(100)).hasMessageContaining("999");
  }
}
