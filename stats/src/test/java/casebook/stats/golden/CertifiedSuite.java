// SPDX-License-Identifier: Apache-2.0
package casebook.stats.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// A suite of certified values: `certified/<suite>.json`.
///
/// @param name the suite, such as "two_by_two"
/// @param cases its cases, in the order of the file
public record CertifiedSuite(String name, List<CertifiedCase> cases) {
  /// At least this share of a suite's values must be reached.
  public static final double SHARE = 0.99;

  /// The median of a suite's correct digits must be at least this.
  public static final double MEDIAN = 14.5;

  public CertifiedSuite {
    cases = List.copyOf(cases);
  }

  /// Reads a suite.
  public static CertifiedSuite read(String name) {
    JsonNode root = Resources.json("certified/" + name + ".json");
    List<CertifiedCase> cases = new ArrayList<>();
    root.get("cases").forEach(node -> cases.add(new CertifiedCase(node)));
    return new CertifiedSuite(name, cases);
  }

  /// Makes one test a case, and a last one that counts the digits of all of them.
  ///
  /// A case fails where `compare` throws, where a value has fewer than [CertifiedCase#FLOOR]
  /// digits, and where a statistic was never compared. The last test fails where fewer than
  /// [#SHARE] of the values are reached or the median is below [#MEDIAN].
  public Stream<DynamicTest> tests(Consumer<CertifiedCase> compare) {
    return Stream.concat(
        cases.stream()
            .map(one ->
                DynamicTest.dynamicTest(
                    one.id(),
                    () -> {
                      compare.accept(one);
                      one.finish();
                    })),
        Stream.of(DynamicTest.dynamicTest("correct digits", this::countDigits)));
  }

  /// Keeps those cases that `belongs` picks; for a suite that several classes share.
  public CertifiedSuite only(Predicate<CertifiedCase> belongs) {
    return new CertifiedSuite(name, cases.stream().filter(belongs).toList());
  }

  private void countDigits() {
    List<CertifiedCase.Digits> all = cases.stream().flatMap(one -> one.digits().stream()).toList();
    List<String> missed = new ArrayList<>();
    for (CertifiedCase one : cases) {
      for (CertifiedCase.Digits value : one.digits()) {
        if (!value.reached()) {
          missed.add("%s %s %.1f".formatted(one.id(), value.statistic(), value.lre()));
        }
      }
    }
    double[] sorted = all.stream().mapToDouble(CertifiedCase.Digits::lre).sorted().toArray();
    double median = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    double share = 1 - missed.size() / (double) Math.max(1, all.size());
    if (share < SHARE || median < MEDIAN) {
      throw new AssertionError(
          "%s: %d values, median %.2f digits, %.4f reached; not: %s"
              .formatted(name, all.size(), median, share, missed));
    }
  }
}
