// SPDX-License-Identifier: Apache-2.0
package casebook.bench.score;

import casebook.stats.describe.Proportion;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import java.util.Optional;

/// Intervals of one proportion: `<method>_lower` and `<method>_upper`.
final class Proportions implements Subject {
  @Override
  public String suite() {
    return "proportions";
  }

  @Override
  public Answers answers(Json input) {
    Proportion method = new Proportion(input.number("level", 0.95));
    long x = input.at("successes").count();
    long n = input.at("n").count();
    return statistic -> {
      boolean low = statistic.endsWith("_lower");
      return low || statistic.endsWith("_upper")
          ? limit(statistic.substring(0, statistic.length() - 6), low, method, x, n)
          : Optional.empty();
    };
  }

  private static Optional<String> limit(
      String name, boolean low, Proportion method, long x, long n) {
    return switch (name) {
      case "cp" -> limit(method.clopperPearson(x, n), low);
      case "wilson" -> limit(method.wilson(x, n), low);
      case "jeffreys" -> limit(method.jeffreys(x, n), low);
      case "wald" -> limit(method.wald(x, n), low);
      case "midp" -> limit(method.midP(x, n), low);
      case "agresti_coull" -> limit(method.agrestiCoull(x, n), low);
      default -> Optional.empty();
    };
  }

  private static Optional<String> limit(Answer<Estimate> answer, boolean low) {
    return Printed.part(
        answer,
        estimate -> {
          Interval interval = estimate.interval().orElseThrow();
          return low ? interval.low() : interval.high();
        });
  }
}
