// SPDX-License-Identifier: Apache-2.0
package casebook.bench.score;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// One case of a suite: what goes in and what must come out.
///
/// @param targets statistic -> certified value; those for the doubles that the decimals become
///   where the file has them, else those for the decimals
/// @param ceilings statistic -> the digits that a program working in doubles can reach at best
record SuiteCase(String id, Json input, Map<String, String> targets, Map<String, Double> ceilings) {
  private static final String CEILINGS = "ceiling_if_parsed_to_double";

  SuiteCase {
    targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
    ceilings = Map.copyOf(ceilings);
  }

  static SuiteCase of(String suite, Json node) {
    String id = node.at("id").text();
    Map<String, String> targets = new LinkedHashMap<>();
    node.at("expected").members().forEach((name, value) -> targets.put(name, value.text()));
    if (node.has("expected_binary64")) {
      node.at("expected_binary64")
          .members()
          .forEach((name, value) -> targets.put(name, value.text()));
    }
    targets.remove("note");
    Map<String, Double> ceilings = new LinkedHashMap<>();
    targets
        .keySet()
        .forEach(name -> Ceilings.of(suite, id, name).ifPresent(c -> ceilings.put(name, c)));
    if (node.has(CEILINGS)) {
      node.at(CEILINGS).members().entrySet().stream()
          .filter(ceiling -> !ceiling.getValue().text().equals("exact"))
          .forEach(ceiling -> ceilings.put(ceiling.getKey(), ceiling.getValue().number()));
    }
    return new SuiteCase(id, node.at("input"), targets, ceilings);
  }

  /// The digits at best, infinite where nothing limits them.
  double ceiling(String statistic) {
    return ceilings.getOrDefault(statistic, Double.POSITIVE_INFINITY);
  }
}
