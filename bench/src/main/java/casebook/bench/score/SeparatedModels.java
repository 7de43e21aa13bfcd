// SPDX-License-Identifier: Apache-2.0
package casebook.bench.score;

import casebook.stats.regress.Separation;
import java.util.Optional;

/// Whether the maximum-likelihood estimate of a logistic model exists; where it does, the fit.
final class SeparatedModels implements Subject {
  @Override
  public String suite() {
    return "separation";
  }

  @Override
  public Answers answers(Json input) {
    Separation separation = Separation.find(ModelMatrix.of(input), input.at("y").numbers());
    String status = status(separation);
    return statistic ->
        switch (statistic) {
          case "status" -> Optional.of(status);
          case "ml_finite" -> Optional.of(String.valueOf(status.equals("overlap")));
          default -> new LogisticModels().answers(input).of(statistic);
        };
  }

  private static String status(Separation separation) {
    if (!separation.aliased().isEmpty()) {
      return "rank_deficient";
    }
    return switch (separation.status()) {
      case OVERLAP -> "overlap";
      case QUASI_COMPLETE -> "quasi_complete_separation";
      case COMPLETE -> "complete_separation";
      case ONE_OUTCOME -> "outcome_constant";
    };
  }
}
