// SPDX-License-Identifier: Apache-2.0
package casebook.bench.score;

import casebook.stats.describe.Moments;
import casebook.stats.math.Sums;
import java.util.Optional;

/// Sums that plain addition loses.
final class ExactSums implements Subject {
  @Override
  public String suite() {
    return "sums";
  }

  @Override
  public Answers answers(Json input) {
    double[] values = input.at("values").numbers();
    return statistic ->
        switch (statistic) {
          case "sum_correctly_rounded" -> Printed.number(Sums.sum(values));
          case "sum_exact" -> Printed.number(Moments.of(values).sum());
          default -> Optional.empty();
        };
  }
}
