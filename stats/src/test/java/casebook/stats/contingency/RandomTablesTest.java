// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RandomTablesTest {
  @Test
  void margins() {
    Crosstab table = Crosstab.of(new long[][] {{7, 0, 3}, {1, 9, 0}, {2, 2, 30}});
    RandomTables tables = new RandomTables(table, 5);
    for (int k = 0; k < 200; k++) {
      Crosstab next = Crosstab.of(tables.next());
      for (int i = 0; i < 3; i++) {
        assertThat(next.rowTotal(i)).isEqualTo(table.rowTotal(i));
        assertThat(next.columnTotal(i)).isEqualTo(table.columnTotal(i));
      }
    }
  }

  @Test
  void everyTableIsAsFrequentAsItIsProbable() {
    // margins 3, 2 and 2, 2, 1; a table's probability is 3! 2! 2! 2! 1! / (5! product of cells!)
    RandomTables tables = new RandomTables(Crosstab.of(new long[][] {{2, 1, 0}, {0, 1, 1}}), 2);
    int draws = 100_000;
    Map<String, Integer> counts = new HashMap<>();
    for (int k = 0; k < draws; k++) {
      counts.merge(Arrays.toString(tables.next()[0]), 1, Integer::sum);
    }
    Map<String, Double> probabilities =
        Map.of(
            "[2, 1, 0]",
            0.2,
            "[2, 0, 1]",
            0.1,
            "[1, 2, 0]",
            0.2,
            "[0, 2, 1]",
            0.1,
            "[1, 1, 1]",
            0.4);
    assertThat(counts.keySet()).isEqualTo(probabilities.keySet());
    probabilities.forEach((table, p) ->
        assertThat((double) counts.getOrDefault(table, 0) / draws)
            .as(table)
            .isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / draws))));
  }

  @Test
  void aTableOfABillionHasTheMeanAndVarianceOfItsMargins() {
    long million = 1_000_000;
    Crosstab table =
        Crosstab.of(new long[][] {{300 * million, 200 * million}, {100 * million, 400 * million}});
    RandomTables tables = new RandomTables(table, 3);
    int draws = 2_000;
    double sum = 0;
    double squares = 0;
    for (int k = 0; k < draws; k++) {
      double x = tables.next()[0][0] - 200e6;
      sum += x;
      squares += x * x;
    }
    // n1 m1 n2 m2 / (n^2 (n - 1)) = 6e7
    double deviation = Math.sqrt(6e7);
    assertThat(sum / draws).isCloseTo(0, within(4 * deviation / Math.sqrt(draws)));
    assertThat(squares / draws / 6e7).isCloseTo(1, within(4 * Math.sqrt(2.0 / draws)));
  }
}
