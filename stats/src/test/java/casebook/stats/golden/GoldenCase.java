// SPDX-License-Identifier: Apache-2.0
package casebook.stats.golden;

import casebook.stats.result.Interval;
import casebook.stats.result.PValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/// One golden case: what went in, and what must come out.
///
/// A path names a member below `expected` with dots (`"wald.ci"`); array elements are numbered from
/// 0 (`"wald.ci.1"`), and a whole array may be checked at once. Differences are gathered and told
/// together at the end, with the members that were never compared.
public final class GoldenCase {
  private final JsonNode node;
  private final Set<String> open = new LinkedHashSet<>();
  private final List<String> differences = new ArrayList<>();

  GoldenCase(JsonNode node) {
    this.node = node;
    if (!node.get("expected").isEmpty()) { // a case may only ask that the analysis runs
      gather(node.get("expected"), "");
    }
  }

  private void gather(JsonNode member, String path) {
    if (!member.isContainerNode() || member.isEmpty()) {
      open.add(path);
    } else if (member.isArray()) {
      for (int i = 0; i < member.size(); i++) {
        gather(member.get(i), below(path, String.valueOf(i)));
      }
    } else {
      for (Map.Entry<String, JsonNode> child : member.properties()) {
        gather(child.getValue(), below(path, child.getKey()));
      }
    }
  }

  private static String below(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /// Returns the case's name, `topic/name`.
  public String id() {
    return node.get("id").asText();
  }

  /// Returns the method in words.
  public String method() {
    return node.get("method").asText();
  }

  /// Returns the member `args`; missing where the case has none.
  public JsonNode args() {
    return node.path("args");
  }

  /// Returns the inline data; missing where the case has a data set.
  public JsonNode data() {
    return node.path("data");
  }

  /// Says whether the case names a data set.
  public boolean hasDataset() {
    return node.has("dataset");
  }

  /// Reads the case's data set.
  public GoldenData dataset() {
    return GoldenData.read(
        node.get("dataset").asText().replaceAll("^data/", "").replaceAll("\\.csv$", ""));
  }

  /// Returns the whole member `expected`, to see which members there are.
  public JsonNode expected() {
    return node.get("expected");
  }

  /// Returns an expected member; missing where there is none.
  public JsonNode expected(String path) {
    return find(expected(), path, new ArrayList<>());
  }

  /// Says whether there is an expected member, null included.
  public boolean expects(String path) {
    return !expected(path).isMissingNode();
  }

  /// Compares a number; NaN agrees with `"NaN"` only.
  public void check(String path, double value) {
    check(path, value, 1);
  }

  /// Compares a p-value that a distribution function gave for a statistic: its relative tolerance
  /// is multiplied by max(1, |statistic|), because far tails magnify rounding.
  public void checkTail(String path, double value, double statistic) {
    check(path, value, Math.max(1, Math.abs(statistic)));
  }

  /// Compares a p-value.
  public void check(String path, PValue value) {
    check(path, value.value());
  }

  /// Compares both limits of an interval with `[lower, upper]`.
  public void check(String path, Interval value) {
    check(path, new double[] {value.low(), value.high()});
  }

  /// Compares a number that may be absent: absence agrees with null and with `"NaN"`.
  public void check(String path, OptionalDouble value) {
    if (value.isPresent()) {
      check(path, value.getAsDouble());
    } else {
      checkAbsent(path);
    }
  }

  /// Compares an array of numbers.
  public void check(String path, double[] values) {
    JsonNode member = expected(path);
    if (!member.isArray() || member.size() != values.length) {
      differs(path, Arrays.toString(values));
      return;
    }
    open.remove(path);
    for (int i = 0; i < values.length; i++) {
      check(path + "." + i, values[i]);
    }
  }

  /// Compares a flag.
  public void check(String path, boolean value) {
    JsonNode member = expected(path);
    open.remove(path);
    if (!member.isBoolean() || member.booleanValue() != value) {
      differs(path, String.valueOf(value));
    }
  }

  /// Compares a text.
  public void check(String path, String value) {
    JsonNode member = expected(path);
    open.remove(path);
    if (!member.isTextual() || !member.textValue().equals(value)) {
      differs(path, value);
    }
  }

  /// Compares a list of texts.
  public void check(String path, List<String> values) {
    JsonNode member = expected(path);
    close(path);
    if (!member.isArray() || !Json.texts(member).equals(values)) {
      differs(path, values.toString());
    }
  }

  /// Compares an absent value: every number of the member must be null or `"NaN"`.
  public void checkAbsent(String path) {
    JsonNode member = expected(path);
    close(path);
    if (member.isMissingNode() || !isAbsent(member)) {
      differs(path, "absent");
    }
  }

  /// Leaves a member out, with the reason: it repeats the input, or a proof shows it wrong.
  public void leaveOut(String path, String reason) {
    if (reason.isBlank() || !expects(path)) {
      throw new IllegalArgumentException(id() + ": cannot leave out '" + path + "': " + reason);
    }
    close(path);
  }

  private void check(String path, double value, double factor) {
    List<String> names = new ArrayList<>();
    JsonNode member = find(expected(), path, names);
    open.remove(path);
    if (member.isContainerNode() || member.isMissingNode() || member.isNull()) {
      differs(path, String.valueOf(value));
      return;
    }
    Tolerance tolerance = Tolerance.of(node.get("tolerance"), names).timesRelative(factor);
    double wanted = Json.number(member);
    if (!tolerance.agrees(value, wanted, Tolerance.isProbability(names))) {
      differs(path, value + " (" + tolerance + ")");
    }
  }

  private static boolean isAbsent(JsonNode member) {
    if (member.isContainerNode()) {
      for (JsonNode child : member) {
        if (!isAbsent(child)) {
          return false;
        }
      }
      return true;
    }
    return member.isNull() || member.asText().equals("NaN");
  }

  private void close(String path) {
    open.removeIf(leaf -> leaf.equals(path) || leaf.startsWith(path + "."));
  }

  private void differs(String path, String got) {
    differences.add(path + ": got " + got + ", expected " + expected(path));
  }

  /// Walks down a path; a member's name may itself hold dots. `names` receives the names passed.
  private static JsonNode find(JsonNode from, String path, List<String> names) {
    if (from.isArray()) {
      String first = path.split("\\.", 2)[0];
      if (!first.matches("\\d+") || !from.has(Integer.parseInt(first))) {
        return MissingNode.getInstance();
      }
      names.add(first);
      JsonNode item = from.get(Integer.parseInt(first));
      return first.equals(path) ? item : find(item, path.substring(first.length() + 1), names);
    }
    for (Map.Entry<String, JsonNode> child : from.properties()) {
      String name = child.getKey();
      if (path.equals(name)) {
        names.add(name);
        return child.getValue();
      }
      if (path.startsWith(name + ".")) {
        int depth = names.size();
        names.add(name);
        JsonNode found = find(child.getValue(), path.substring(name.length() + 1), names);
        if (!found.isMissingNode()) {
          return found;
        }
        names.subList(depth, names.size()).clear();
      }
    }
    return MissingNode.getInstance();
  }

  /// Ends the comparison: tells every difference and every expected member never compared.
  void finish() {
    StringBuilder words = new StringBuilder();
    differences.forEach(line -> words.append("\n  ").append(line));
    open.forEach(path -> words.append("\n  never compared: ").append(path));
    if (!words.isEmpty()) {
      throw new AssertionError(id() + " (" + method() + ")" + words);
    }
  }

  @Override
  public String toString() {
    return id();
  }
}
