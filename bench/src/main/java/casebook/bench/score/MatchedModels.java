// SPDX-License-Identifier: Apache-2.0
package casebook.bench.score;

import casebook.stats.regress.ConditionalLogistic;
import casebook.stats.regress.Design;
import casebook.stats.regress.Fit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Conditional logistic regression of matched sets.
final class MatchedModels implements Subject {
  @Override
  public String suite() {
    return "clogit";
  }

  @Override
  public Answers answers(Json input) {
    List<double[]> rows = new ArrayList<>();
    List<Integer> sets = new ArrayList<>();
    List<Double> outcomes = new ArrayList<>();
    List<Json> all = input.at("sets").items();
    for (int set = 0; set < all.size(); set++) {
      for (Json person : all.get(set).items()) {
        rows.add(person.at("x").numbers());
        outcomes.add(person.at("y").number());
        sets.add(set);
      }
    }
    Design design =
        ModelMatrix.withColumns(
            Design.withoutIntercept(rows.size()), rows.toArray(double[][]::new), 0);
    Fit fit =
        ConditionalLogistic.standard()
            .fit(
                design,
                sets.stream().mapToInt(Integer::intValue).toArray(),
                outcomes.stream().mapToDouble(Double::doubleValue).toArray())
            .fit();
    return statistic -> value(statistic, fit);
  }

  private static Optional<String> value(String statistic, Fit fit) {
    String[] columns = fit.columnNames().toArray(String[]::new);
    return switch (statistic) {
      case "loglik" -> Printed.number(fit.logLikelihood());
      case "loglik_null" -> Printed.number(fit.nullLogLikelihood());
      case "lr_chi2" -> Printed.statistic(fit.likelihoodRatio());
      case "score_chi2" -> Printed.statistic(fit.score(columns));
      default -> coefficient(Statistic.of(statistic), fit);
    };
  }

  /// `beta[j]` and `se[j]` of a model.
  static Optional<String> coefficient(Statistic statistic, Fit fit) {
    if (!statistic.isOfOne(fit.columnNames().size())) {
      return Optional.empty();
    }
    var term = fit.term(fit.columnNames().get(statistic.column()));
    return switch (statistic.name()) {
      case "beta" -> Printed.number(term.value());
      case "se" -> Printed.number(term.standardError());
      default -> Optional.empty();
    };
  }
}
