// SPDX-License-Identifier: Apache-2.0
package casebook.study.problem;

import java.util.List;
import java.util.stream.Collectors;

/// Names lines of a file in a sentence.
public final class LineNumbers {
  private static final int MOST = 10;

  private LineNumbers() {}

  /// Such as `line 3`, `lines 3, 5 and 9`, or `lines 3, 5, 9 and 31 more`.
  ///
  /// @param lines the first lines, rising, at least 1; the first ten of them are named
  /// @param count how many there are in all
  public static String words(List<Integer> lines, long count) {
    if (count == 1) {
      return "line " + lines.getFirst();
    }
    List<String> named = lines.stream().limit(MOST).map(String::valueOf).toList();
    long rest = count - named.size();
    String last = rest > 0 ? rest + " more" : named.getLast();
    int shown = rest > 0 ? named.size() : named.size() - 1;
    return "lines "
        + named.stream().limit(shown).collect(Collectors.joining(", "))
        + " and "
        + last;
  }
}
