// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Named counts in the order in which they are said.
///
/// @param byName the counts
record Counts(Map<String, Long> byName) {
  static final Counts NONE = new Counts(Map.of());

  Counts {
    byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
  }

  static Counts of(String name, long count) {
    return NONE.and(name, count);
  }

  Counts and(String name, long count) {
    Map<String, Long> more = new LinkedHashMap<>(byName);
    more.put(name, count);
    return new Counts(more);
  }
}
