// SPDX-License-Identifier: Apache-2.0
package casebook.stats.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// How near a value must come: `|x - e| <= absolute + relative |e|`.
record Tolerance(double relative, double absolute) {
  /// Finds the tolerance of one expected member.
  ///
  /// @param tolerance the case's member `tolerance`
  /// @param path the names from `expected` down to the member
  static Tolerance of(JsonNode tolerance, List<String> path) {
    JsonNode chosen = tolerance;
    int longest = 0;
    String whole = "." + String.join(".", path) + ".";
    for (var field : tolerance.path("fields").properties()) {
      if (field.getKey().length() > longest && whole.contains("." + field.getKey() + ".")) {
        longest = field.getKey().length();
        chosen = field.getValue();
      }
    }
    return new Tolerance(chosen.get("rel").doubleValue(), chosen.get("abs").doubleValue());
  }

  /// Says whether a member is a p-value, or lies below one: it is then compared relatively.
  static boolean isProbability(List<String> path) {
    return path.stream()
        .anyMatch(name -> name.equals("p") || name.startsWith("p_") || name.endsWith("_p"));
  }

  /// Says whether `value` agrees with `expected`.
  boolean agrees(double value, double expected, boolean probability) {
    if (Double.isNaN(expected) || Double.isInfinite(expected)) {
      return Double.compare(value, expected) == 0;
    }
    double slack = probability && expected != 0 ? 0 : absolute;
    return Math.abs(value - expected) <= slack + relative * Math.abs(expected);
  }

  Tolerance timesRelative(double factor) {
    return new Tolerance(relative * factor, absolute);
  }
}
