// SPDX-License-Identifier: Apache-2.0
package casebook.stats.describe;

import casebook.stats.result.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// How often each level of a categorical variable was seen.
///
/// @param counts how often, level by level
/// @param missing how many values were not there
public record Frequencies(List<Integer> counts, int missing) {
  public Frequencies {
    counts = List.copyOf(counts);
    if (missing < 0 || counts.stream().anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException(
          "counts " + counts + " and missing " + missing + " are at least 0");
    }
  }

  /// Counts the levels.
  ///
  /// @param codes the level of each subject, 0 to `levels` - 1; -1 marks a missing value
  /// @param levels the number of levels, seen or not
  public static Frequencies of(int[] codes, int levels) {
    List<Integer> counts = new ArrayList<>(Collections.nCopies(levels, 0));
    int missing = 0;
    for (int code : codes) {
      if (code < -1 || code >= levels) {
        throw new IllegalArgumentException(
            "level " + code + " is not one of -1 to " + (levels - 1));
      }
      if (code == -1) {
        missing++;
      } else {
        counts.set(code, counts.get(code) + 1);
      }
    }
    return new Frequencies(counts, missing);
  }

  /// Returns the number of values that were there.
  public int n() {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }

  /// Returns the share of a level among the values that were there, as a fraction.
  ///
  /// @return the share, or the reason when every value is missing
  public Answer<Double> proportion(int level) {
    return n() == 0
        ? Answer.none("there are no values")
        : Answer.of(counts.get(level) / (double) n());
  }
}
