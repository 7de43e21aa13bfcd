// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import casebook.stats.golden.CertifiedCase;
import casebook.stats.golden.CertifiedSuite;
import casebook.stats.golden.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class FisherExtremeTest {
  private static final double LN10 = Math.log(10);

  @TestFactory
  Stream<DynamicTest> agreesWithTheCertifiedValues() {
    return CertifiedSuite.read("fisher_extreme").tests(FisherExtremeTest::compare);
  }

  private static void compare(CertifiedCase one) {
    TwoByTwo t = table(one.input());
    for (String statistic : one.statistics()) {
      one.check(
          statistic,
          switch (statistic) {
            case "p_two_sided" -> FisherExact.twoSided(t).p().value();
            case "p_greater" -> FisherExact.greater(t).p().value();
            case "p_less" -> FisherExact.less(t).p().value();
            case "log10_p_two_sided" -> FisherExact.twoSided(t).p().ln() / LN10;
            case "log10_p_greater" -> FisherExact.greater(t).p().ln() / LN10;
            default -> throw new IllegalArgumentException(statistic);
          });
    }
  }

  static TwoByTwo table(JsonNode input) {
    return new TwoByTwo(count(input, "a"), count(input, "b"), count(input, "c"), count(input, "d"));
  }

  private static long count(JsonNode input, String name) {
    return Math.round(Json.number(input.get(name)));
  }
}
