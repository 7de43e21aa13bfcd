// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.provenance;

import java.util.List;

/// Puts names into a sentence.
public final class Sentence {
  private Sentence() {}

  /// `a`, `a and b`, `a, b and c`.
  public static String list(List<String> names) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  /// `is` for one, `are` for several.
  public static String are(List<String> names) {
    return names.size() == 1 ? "is" : "are";
  }
}
