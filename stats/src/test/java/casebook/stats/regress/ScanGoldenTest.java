// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.golden.GoldenCase;
import casebook.stats.golden.GoldenData;
import casebook.stats.golden.GoldenTopic;
import casebook.stats.golden.ModelFrame;
import casebook.stats.result.Interval;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The golden cases of a scan of 120 markers by logistic regression (R 4.2.2).
class ScanGoldenTest {
  @TestFactory
  Stream<DynamicTest> scan() {
    return GoldenTopic.read("scan")
        .only(one -> one.args().has("formula"))
        .tests(ScanGoldenTest::compare);
  }

  private static void compare(GoldenCase one) {
    GoldenData data = one.dataset();
    for (String marker : data.names().stream().filter(n -> n.matches("m\\d+")).toList()) {
      ModelFrame frame =
          ModelFrame.of(
              data, one.args().get("formula").asText(), Map.of("g", data.numeric(marker)));
      marker(one, marker + ".", frame);
    }
  }

  private static void marker(GoldenCase one, String at, ModelFrame frame) {
    Fit fit = Logistic.standard().fit(frame.design(), frame.response());
    one.check(at + "n", fit.people());
    boolean exists = fit.outcome().usable();
    one.check(at + "ml_exists", exists);
    if (exists) {
      Coefficient term = fit.term("g");
      one.check(at + "log_or", term.value());
      one.check(at + "se", term.standardError());
      one.check(at + "or", term.oddsRatio(0.95).value());
      one.check(at + "p_wald", term.wald().p());
      one.check(at + "p_lr", fit.likelihoodRatio("g").orThrow().p());
    } else {
      Fit firth = Firth.standard().fit(frame.design(), frame.response());
      Interval limits = firth.profile("g", 0.95).orThrow().interval().orElseThrow();
      one.check(at + "firth_log_or", firth.term("g").value());
      one.check(at + "firth_lower", limits.low());
      one.check(at + "firth_upper", limits.high());
      one.check(at + "firth_plr_p", firth.likelihoodRatio("g").orThrow().p());
    }
  }
}
