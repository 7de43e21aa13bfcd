// SPDX-License-Identifier: Apache-2.0
package casebook.stats.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One certified case: decimal strings in, values with up to 40 digits out.
///
/// The target is `expected_binary64` where the case has it (the exact answer for the doubles that
/// the decimals become), else `expected`.
public final class CertifiedCase {
  /// No value may have fewer correct digits than this.
  public static final double FLOOR = 9;

  /// A value with this many correct digits counts as reached.
  public static final double REACHED = 12;

  private final JsonNode node;
  private final Map<String, String> targets = new LinkedHashMap<>();
  private final Set<String> open = new LinkedHashSet<>();
  private final List<String> tooFew = new ArrayList<>();
  private final List<Digits> digits = new ArrayList<>();

  /// What one value reached.
  record Digits(String statistic, double lre, double ceiling) {
    boolean reached() {
      return lre >= Math.min(REACHED, ceiling - 1);
    }
  }

  CertifiedCase(JsonNode node) {
    this.node = node;
    JsonNode expected =
        node.has("expected_binary64") ? node.get("expected_binary64") : node.get("expected");
    for (var member : expected.properties()) {
      if (!member.getKey().equals("note")) {
        targets.put(member.getKey(), member.getValue().asText());
      }
    }
    open.addAll(targets.keySet());
  }

  /// Returns the case's name.
  public String id() {
    return node.get("id").asText();
  }

  /// Returns the inputs; read numbers with [Json#number] and [Json#numbers].
  public JsonNode input() {
    return node.get("input");
  }

  /// Returns the statistics asked for, in the order of the file.
  public Set<String> statistics() {
    return Set.copyOf(targets.keySet());
  }

  /// Returns the target of a statistic as written.
  public String target(String statistic) {
    String target = targets.get(statistic);
    if (target == null) {
      throw new IllegalArgumentException(id() + " has no statistic " + statistic);
    }
    return target;
  }

  /// Compares a number.
  public void check(String statistic, double value) {
    check(statistic, value, CorrectDigits.ALL + 1);
  }

  /// Compares a number whose input allows only so many digits.
  ///
  /// @param ceiling the digits at best attainable for a program that works in doubles
  public void check(String statistic, double value, double ceiling) {
    record(statistic, CorrectDigits.of(value, target(statistic)), ceiling, String.valueOf(value));
  }

  /// Compares a word.
  public void check(String statistic, String value) {
    record(
        statistic,
        CorrectDigits.of(value, target(statistic)),
        CorrectDigits.ALL + 1,
        String.valueOf(value));
  }

  private void record(String statistic, double lre, double ceiling, String got) {
    open.remove(statistic);
    digits.add(new Digits(statistic, lre, ceiling));
    if (lre < Math.min(FLOOR, ceiling - 1)) {
      tooFew.add(
          "%s: got %s, certified %s, %.1f digits"
              .formatted(statistic, got, target(statistic), lre));
    }
  }

  List<Digits> digits() {
    return List.copyOf(digits);
  }

  /// Ends the comparison: tells every value below the floor and every statistic never compared.
  void finish() {
    StringBuilder words = new StringBuilder();
    tooFew.forEach(line -> words.append("\n  ").append(line));
    open.forEach(name -> words.append("\n  never compared: ").append(name));
    if (!words.isEmpty()) {
      throw new AssertionError(id() + words);
    }
  }

  @Override
  public String toString() {
    return id();
  }
}
