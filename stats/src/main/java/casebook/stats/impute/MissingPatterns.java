// SPDX-License-Identifier: Apache-2.0
package casebook.stats.impute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which variables are missing together.
///
/// Equals: `md.pattern` of R's mice 3.15 (counts).
///
/// @param rows number of rows
/// @param missing missing values of each variable, in the order given
/// @param patterns the different patterns, the most frequent first
public record MissingPatterns(int rows, List<Integer> missing, List<Pattern> patterns) {
  public MissingPatterns {
    missing = List.copyOf(missing);
    patterns = List.copyOf(patterns);
  }

  /// One pattern.
  ///
  /// @param missing for each variable whether it is missing
  /// @param rows number of rows with just this pattern
  public record Pattern(List<Boolean> missing, int rows) {
    public Pattern {
      missing = List.copyOf(missing);
    }

    /// Says whether nothing is missing.
    public boolean complete() {
      return !missing.contains(true);
    }
  }

  /// Finds the patterns.
  ///
  /// @param missing one array for each variable, of one length: true where it is missing
  public static MissingPatterns of(List<boolean[]> missing) {
    int rows = missing.isEmpty() ? 0 : missing.getFirst().length;
    for (boolean[] one : missing) {
      if (one.length != rows) {
        throw new IllegalArgumentException("variables of " + one.length + " and " + rows + " rows");
      }
    }
    Map<List<Boolean>, Integer> counts = new LinkedHashMap<>();
    Integer[] perVariable = new Integer[missing.size()];
    Arrays.fill(perVariable, 0);
    for (int row = 0; row < rows; row++) {
      List<Boolean> pattern = new ArrayList<>();
      for (int j = 0; j < perVariable.length; j++) {
        pattern.add(missing.get(j)[row]);
        perVariable[j] += missing.get(j)[row] ? 1 : 0;
      }
      counts.merge(pattern, 1, Integer::sum);
    }
    List<Pattern> patterns =
        counts.entrySet().stream()
            .map(entry -> new Pattern(entry.getKey(), entry.getValue()))
            .sorted(Comparator.comparingInt(Pattern::rows).reversed())
            .toList();
    return new MissingPatterns(rows, List.of(perVariable), patterns);
  }

  /// Returns the number of rows in which nothing is missing.
  public int completeRows() {
    return patterns.stream().filter(Pattern::complete).mapToInt(Pattern::rows).sum();
  }

  /// Returns the percentage of rows in which something is missing; a common rule takes at least as
  /// many imputations, and at least 20 (White, Royston and Wood, 2011, Statistics in Medicine
  /// 30:377-399).
  public double incompletePercentage() {
    return rows == 0 ? 0 : 100.0 * (rows - completeRows()) / rows;
  }
}
