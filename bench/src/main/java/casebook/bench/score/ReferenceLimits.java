// SPDX-License-Identifier: Apache-2.0
package casebook.bench.score;

import casebook.stats.describe.Quantile;
import casebook.stats.reference.PercentileRanks;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Quantiles by definition, `q<p>_type<t>`, and the ranks between which a percentile lies,
/// `ci_rank_lower_<p>`, `ci_rank_upper_<p>` and `ci_coverage_<p>`.
final class ReferenceLimits implements Subject {
  private static final Pattern QUANTILE = Pattern.compile("q([0-9.]+)_type([1-9])");
  private static final Pattern RANKS =
      Pattern.compile("ci_(rank_lower|rank_upper|coverage)_([0-9.]+)");

  @Override
  public String suite() {
    return "reference_limits";
  }

  @Override
  public Answers answers(Json input) {
    double[] values = input.at("values").numbers();
    double level = input.number("level", 0.95);
    return statistic -> quantile(statistic, values).or(() -> ranks(statistic, values, level));
  }

  private static Optional<String> quantile(String statistic, double[] values) {
    Matcher found = QUANTILE.matcher(statistic);
    return found.matches()
        ? Printed.number(
            new Quantile(Integer.parseInt(found.group(2)))
                .of(values, Double.parseDouble(found.group(1))),
            "none")
        : Optional.empty();
  }

  private static Optional<String> ranks(String statistic, double[] values, double level) {
    Matcher found = RANKS.matcher(statistic);
    if (!found.matches()) {
      return Optional.empty();
    }
    double p = Double.parseDouble(found.group(2));
    PercentileRanks ranks = PercentileRanks.of(values.length, p, level);
    return switch (found.group(1)) {
      case "rank_lower" -> rank(ranks.lower());
      case "rank_upper" -> rank(ranks.upper());
      default -> Printed.number(ranks.coverage(), "none");
    };
  }

  private static Optional<String> rank(OptionalInt rank) {
    return Optional.of(rank.isPresent() ? String.valueOf(rank.getAsInt()) : "none");
  }
}
