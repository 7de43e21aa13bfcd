// SPDX-License-Identifier: Apache-2.0
package casebook.stats.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// The golden cases of one topic: `golden/<topic>.json`, format "golden/1".
///
/// @param name the topic, such as "km"
/// @param cases its cases, in the order of the file
public record GoldenTopic(String name, List<GoldenCase> cases) {
  public GoldenTopic {
    cases = List.copyOf(cases);
  }

  /// Reads a topic.
  public static GoldenTopic read(String name) {
    JsonNode root = Resources.json("golden/" + name + ".json");
    if (!root.path("format").asText().equals("golden/1")) {
      throw new IllegalArgumentException("golden/" + name + ".json is not in format golden/1");
    }
    List<GoldenCase> cases = new ArrayList<>();
    root.get("cases").forEach(node -> cases.add(new GoldenCase(node)));
    return new GoldenTopic(name, cases);
  }

  /// Makes one test a case. A case fails where `compare` throws (it did not understand the case),
  /// where a value differs, and where an expected member was never compared.
  public Stream<DynamicTest> tests(Consumer<GoldenCase> compare) {
    return cases.stream()
        .map(one ->
            DynamicTest.dynamicTest(
                one.id(),
                () -> {
                  compare.accept(one);
                  one.finish();
                }));
  }

  /// Keeps those cases that `belongs` picks; for a topic that several classes share.
  public GoldenTopic only(Predicate<GoldenCase> belongs) {
    return new GoldenTopic(name, cases.stream().filter(belongs).toList());
  }
}
