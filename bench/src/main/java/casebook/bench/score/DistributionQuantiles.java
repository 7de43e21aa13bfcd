// SPDX-License-Identifier: Apache-2.0
package casebook.bench.score;

import casebook.stats.dist.Beta;
import casebook.stats.dist.ChiSquared;
import casebook.stats.dist.Distribution;
import casebook.stats.dist.FisherF;
import casebook.stats.dist.Gamma;
import casebook.stats.dist.Normal;
import casebook.stats.dist.StudentT;
import java.util.Optional;

/// Quantiles of distributions, from either tail.
final class DistributionQuantiles implements Subject {
  @Override
  public String suite() {
    return "quantiles";
  }

  @Override
  public Answers answers(Json input) {
    Optional<Distribution> named = Distributions.named(input);
    double p = input.at("p").number();
    boolean upper = input.at("tail").text().equals("upper");
    return statistic ->
        statistic.equals("quantile")
            ? named.flatMap(distribution -> quantile(distribution, p, upper))
            : Optional.empty();
  }

  private static Optional<String> quantile(Distribution distribution, double p, boolean upper) {
    return switch (distribution) {
      case Normal d -> Printed.number(upper ? d.upperQuantile(p) : d.quantile(p));
      case StudentT d -> Printed.number(upper ? d.upperQuantile(p) : d.quantile(p));
      case ChiSquared d -> Printed.number(upper ? d.upperQuantile(p) : d.quantile(p));
      case FisherF d -> Printed.number(upper ? d.upperQuantile(p) : d.quantile(p));
      case Gamma d -> Printed.number(upper ? d.upperQuantile(p) : d.quantile(p));
      case Beta d -> Printed.number(upper ? d.upperQuantile(p) : d.quantile(p));
      default -> Optional.empty();
    };
  }
}
