// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Against looking at every length, and at every pair. Weights are small whole numbers, so that
/// every order of addition gives the same sum.
final class SortedPathsTest {
  private final SplittableRandom random = new SplittableRandom(8);

  private SortedPaths paths(int size, int apart) {
    long[] lengths = new long[size];
    double[] weights = new double[size];
    long length = random.nextLong(1000);
    for (int i = 0; i < size; i++) {
      lengths[i] = length;
      weights[i] = 1 + random.nextInt(9);
      // in clusters, as the lengths of tables are
      length += random.nextInt(4) == 0 ? 1 + random.nextInt(apart) : 1 + random.nextInt(3);
    }
    return new SortedPaths(lengths, weights);
  }

  @Test
  void theFirstPlaceAndTheWeightFromThere() {
    for (int k = 0; k < 200; k++) {
      SortedPaths paths = paths(1 + random.nextInt(40), 5000);
      long last = paths.length(paths.size() - 1);
      for (int j = 0; j < 50; j++) {
        int near = random.nextInt(paths.size());
        long length = j < 2 ? (j == 0 ? -9 : last + 9) : paths.length(near) + j % 3 - 1;
        int first = 0;
        while (first < paths.size() && paths.length(first) < length) {
          first++;
        }
        double weight = 0;
        for (int i = first; i < paths.size(); i++) {
          weight += paths.weight(i);
        }
        assertThat(paths.firstFrom(length)).isEqualTo(first);
        assertThat(paths.weightFrom(first)).isEqualTo(weight);
      }
    }
  }

  @Test
  void theWeightOfPairsWhicheverSideIsShorter() {
    for (int k = 0; k < 2000; k++) {
      SortedPaths some = paths(1 + random.nextInt(30), 500);
      SortedPaths others = paths(1 + random.nextInt(30), 500);
      int from = random.nextInt(some.size());
      int to = from + 1 + random.nextInt(some.size() - from);
      long length =
          some.length(random.nextInt(some.size())) + others.length(random.nextInt(others.size()));
      double expected = 0;
      for (int i = from; i < to; i++) {
        for (int j = 0; j < others.size(); j++) {
          boolean enough = some.length(i) + others.length(j) >= length;
          expected += enough ? some.weight(i) * others.weight(j) : 0;
        }
      }
      assertThat(some.weightOfPairs(from, to, others, length)).isEqualTo(expected);
    }
  }
}
