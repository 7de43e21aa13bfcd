// SPDX-License-Identifier: Apache-2.0
package casebook.bench.score;

import casebook.stats.dist.Beta;
import casebook.stats.dist.Binomial;
import casebook.stats.dist.ChiSquared;
import casebook.stats.dist.Distribution;
import casebook.stats.dist.FisherF;
import casebook.stats.dist.Gamma;
import casebook.stats.dist.Hypergeometric;
import casebook.stats.dist.Normal;
import casebook.stats.dist.Poisson;
import casebook.stats.dist.StudentT;
import java.util.Optional;

/// Tails of distributions, in logarithms too.
final class Distributions implements Subject {
  @Override
  public String suite() {
    return "distributions";
  }

  @Override
  public Answers answers(Json input) {
    Optional<Distribution> named = named(input);
    double x = input.at("x").number();
    return statistic -> named.flatMap(distribution -> value(statistic, distribution, x));
  }

  /// The distribution that an input names; empty where the library has none of that name.
  static Optional<Distribution> named(Json input) {
    Json with = input.at("params");
    return switch (input.at("distribution").text()) {
      case "normal" -> Optional.of(Normal.STANDARD);
      case "student_t" -> Optional.of(new StudentT(with.at("df").number()));
      case "chi_square" -> Optional.of(new ChiSquared(with.at("df").number()));
      case "f" -> Optional.of(new FisherF(with.at("df1").number(), with.at("df2").number()));
      case "gamma" -> Optional.of(new Gamma(with.at("shape").number(), with.at("scale").number()));
      case "beta" -> Optional.of(new Beta(with.at("a").number(), with.at("b").number()));
      case "poisson" -> Optional.of(new Poisson(with.at("mean").number()));
      case "binomial" -> Optional.of(new Binomial(with.at("n").count(), with.at("p").number()));
      case "hypergeometric" ->
          Optional.of(
              new Hypergeometric(
                  with.at("population").count(),
                  with.at("successes").count(),
                  with.at("draws").count()));
      default -> Optional.empty();
    };
  }

  private static Optional<String> value(String statistic, Distribution distribution, double x) {
    return switch (statistic) {
      case "cdf" -> Printed.number(distribution.lower(x));
      case "sf" -> Printed.number(distribution.upper(x));
      case "log_cdf" -> Printed.number(distribution.lnLower(x));
      case "log_sf" -> Printed.number(distribution.lnUpper(x));
      case "pmf" -> lnPoint(distribution, x).flatMap(ln -> Printed.number(Math.exp(ln)));
      case "log_pmf" -> lnPoint(distribution, x).flatMap(Printed::number);
      default -> Optional.empty();
    };
  }

  private static Optional<Double> lnPoint(Distribution distribution, double x) {
    return switch (distribution) {
      case Hypergeometric d -> Optional.of(d.lnPoint(Math.round(x)));
      case Binomial d -> Optional.of(d.lnPoint(Math.round(x)));
      case Poisson d -> Optional.of(d.lnPoint(Math.round(x)));
      default -> Optional.empty();
    };
  }
}
