// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.provenance;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Named counts in the order in which they are said.
///
/// @param byName the counts
public record Counts(Map<String, Long> byName) {
  /// No counts.
  public static final Counts NONE = new Counts(Map.of());

  public Counts {
    byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
  }

  /// One count.
  public static Counts of(String name, long count) {
    return NONE.and(name, count);
  }

  /// These counts and one more behind them.
  public Counts and(String name, long count) {
    Map<String, Long> more = new LinkedHashMap<>(byName);
    more.put(name, count);
    return new Counts(more);
  }
}
