// SPDX-License-Identifier: Apache-2.0
package casebook.bench.score;

import casebook.stats.regress.Coefficient;
import casebook.stats.regress.Fit;
import casebook.stats.regress.Logistic;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import java.util.Optional;

/// Logistic regression by maximum likelihood.
final class LogisticModels implements Subject {
  @Override
  public String suite() {
    return "logistic_ml";
  }

  @Override
  public Answers answers(Json input) {
    Fit fit = Logistic.standard().fit(ModelMatrix.of(input), input.at("y").numbers());
    double level = input.number("level", 0.95);
    return text -> {
      Statistic statistic = Statistic.of(text);
      return whole(statistic.name(), fit)
          .filter(_ -> statistic.columns().isEmpty())
          .or(() -> ofColumn(statistic, fit, level))
          .or(() -> covariance(statistic, fit));
    };
  }

  private static Optional<String> whole(String name, Fit fit) {
    return switch (name) {
      case "loglik" -> Printed.number(fit.logLikelihood());
      case "loglik_null" -> Printed.number(fit.nullLogLikelihood());
      case "lr_chi2" -> Printed.statistic(fit.likelihoodRatio());
      case "lr_p" -> Printed.p(fit.likelihoodRatio());
      case "deviance" -> Printed.number(fit.deviance());
      case "aic" -> Printed.number(fit.aic());
      default -> Optional.empty();
    };
  }

  private static Optional<String> ofColumn(Statistic statistic, Fit fit, double level) {
    if (!statistic.isOfOne(fit.columnNames().size())) {
      return Optional.empty();
    }
    String column = fit.columnNames().get(statistic.column());
    Coefficient term = fit.term(column);
    Estimate ratio = term.oddsRatio(level);
    return switch (statistic.name()) {
      case "beta" -> Printed.number(term.value());
      case "se" -> Printed.number(term.standardError());
      case "z" -> Printed.number(term.z());
      case "p_wald" -> Printed.p(term.wald());
      case "or" -> Printed.number(ratio.value());
      case "or_lower" -> Printed.number(limits(ratio).low());
      case "or_upper" -> Printed.number(limits(ratio).high());
      case "or_profile_lower" -> Printed.part(profile(fit, column, level), i -> i.low());
      case "or_profile_upper" -> Printed.part(profile(fit, column, level), i -> i.high());
      default -> Optional.empty();
    };
  }

  private static Interval limits(Estimate estimate) {
    return estimate.interval().orElseThrow();
  }

  private static Answer<Interval> profile(Fit fit, String column, double level) {
    return fit.profileOddsRatio(column, level).map(LogisticModels::limits);
  }

  private static Optional<String> covariance(Statistic statistic, Fit fit) {
    int columns = fit.columnNames().size();
    boolean known =
        statistic.name().equals("cov")
            && statistic.columns().size() == 2
            && statistic.columns().stream().allMatch(column -> column < columns);
    return known
        ? Printed.number(
            fit.covariance().at(statistic.columns().getFirst(), statistic.columns().getLast()))
        : Optional.empty();
  }
}
