// SPDX-License-Identifier: Apache-2.0
package casebook.bench.score;

import casebook.stats.compare.Anova;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One-way analysis of variance.
final class VarianceTables implements Subject {
  @Override
  public String suite() {
    return "nist_anova";
  }

  @Override
  public Answers answers(Json input) {
    var answer = Anova.oneWay(groups(input.at("data").items()));
    return statistic ->
        switch (statistic) {
          case "df_between" -> Printed.part(answer, Anova::dfBetween);
          case "df_within" -> Printed.part(answer, Anova::dfWithin);
          case "ss_between" -> Printed.part(answer, Anova::ssBetween);
          case "ss_within" -> Printed.part(answer, Anova::ssWithin);
          case "ms_between" -> Printed.part(answer, Anova::meanSquareBetween);
          case "ms_within" -> Printed.part(answer, Anova::meanSquareWithin);
          case "f" ->
              Printed.part(answer, table -> table.test().orThrow().statistic().orElseThrow());
          case "r_squared" -> Printed.part(answer, table -> table.etaSquared().orThrow());
          case "residual_sd" -> Printed.part(answer, Anova::residualStandardDeviation);
          default -> Optional.empty();
        };
  }

  private static double[][] groups(List<Json> rows) {
    Map<String, List<Double>> groups = new LinkedHashMap<>();
    for (Json row : rows) {
      groups
          .computeIfAbsent(row.items().get(0).text(), _ -> new ArrayList<>())
          .add(row.items().get(1).number());
    }
    return groups.values().stream()
        .map(group -> group.stream().mapToDouble(Double::doubleValue).toArray())
        .toArray(double[][]::new);
  }
}
