// SPDX-License-Identifier: Apache-2.0
package casebook.stats.dist;

import casebook.stats.golden.CertifiedCase;
import casebook.stats.golden.CertifiedSuite;
import casebook.stats.golden.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class DistributionsTest {
  @TestFactory
  Stream<DynamicTest> tailsAgreeWithTheCertifiedValues() {
    return CertifiedSuite.read("distributions").tests(DistributionsTest::compareTails);
  }

  @TestFactory
  Stream<DynamicTest> quantilesAgreeWithTheCertifiedValues() {
    return CertifiedSuite.read("quantiles").tests(DistributionsTest::compareQuantile);
  }

  private static void compareTails(CertifiedCase one) {
    Distribution distribution = distribution(one.input());
    double x = Json.number(one.input().get("x"));
    for (String statistic : one.statistics()) {
      one.check(
          statistic,
          switch (statistic) {
            case "cdf" -> distribution.lower(x);
            case "sf" -> distribution.upper(x);
            case "log_cdf" -> distribution.lnLower(x);
            case "log_sf" -> distribution.lnUpper(x);
            case "pmf" -> Math.exp(((Hypergeometric) distribution).lnPoint(Math.round(x)));
            default -> throw new IllegalArgumentException(statistic);
          });
    }
  }

  private static void compareQuantile(CertifiedCase one) {
    double p = Json.number(one.input().get("p"));
    boolean upper = one.input().get("tail").asText().equals("upper");
    one.check(
        "quantile",
        switch (distribution(one.input())) {
          case Normal d -> upper ? d.upperQuantile(p) : d.quantile(p);
          case StudentT d -> upper ? d.upperQuantile(p) : d.quantile(p);
          case ChiSquared d -> upper ? d.upperQuantile(p) : d.quantile(p);
          case FisherF d -> upper ? d.upperQuantile(p) : d.quantile(p);
          case Gamma d -> upper ? d.upperQuantile(p) : d.quantile(p);
          case Beta d -> upper ? d.upperQuantile(p) : d.quantile(p);
          default -> throw new IllegalArgumentException(one.id());
        });
  }

  private static Distribution distribution(JsonNode input) {
    JsonNode with = input.get("params");
    return switch (input.get("distribution").asText()) {
      case "normal" -> Normal.STANDARD;
      case "student_t" -> new StudentT(number(with, "df"));
      case "chi_square" -> new ChiSquared(number(with, "df"));
      case "f" -> new FisherF(number(with, "df1"), number(with, "df2"));
      case "gamma" -> new Gamma(number(with, "shape"), number(with, "scale"));
      case "beta" -> new Beta(number(with, "a"), number(with, "b"));
      case "poisson" -> new Poisson(number(with, "mean"));
      case "binomial" -> new Binomial((long) number(with, "n"), number(with, "p"));
      case "hypergeometric" ->
          new Hypergeometric(
              (long) number(with, "population"),
              (long) number(with, "successes"),
              (long) number(with, "draws"));
      default -> throw new IllegalArgumentException(input.toString());
    };
  }

  private static double number(JsonNode node, String name) {
    return Json.number(node.get(name));
  }
}
