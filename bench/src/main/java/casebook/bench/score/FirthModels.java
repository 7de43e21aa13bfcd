// SPDX-License-Identifier: Apache-2.0
package casebook.bench.score;

import casebook.stats.regress.Firth;
import casebook.stats.regress.Fit;
import casebook.stats.result.Answer;
import casebook.stats.result.Interval;
import casebook.stats.result.TestResult;
import java.util.Optional;

/// Logistic regression by Firth's penalised likelihood, with profile limits of log odds ratios.
final class FirthModels implements Subject {
  @Override
  public String suite() {
    return "logistic_firth";
  }

  @Override
  public Answers answers(Json input) {
    Fit fit = Firth.standard().fit(ModelMatrix.of(input), input.at("y").numbers());
    double level = input.number("level", 0.95);
    return text -> {
      Statistic statistic = Statistic.of(text);
      if (text.equals("penalized_loglik")) {
        return Printed.number(fit.penalizedLogLikelihood());
      }
      return statistic.isOfOne(fit.columnNames().size())
          ? ofColumn(statistic.name(), fit, fit.columnNames().get(statistic.column()), level)
          : Optional.empty();
    };
  }

  private static Optional<String> ofColumn(String name, Fit fit, String column, double level) {
    return switch (name) {
      case "beta" -> Printed.number(fit.term(column).value());
      case "se" -> Printed.number(fit.term(column).standardError());
      case "plr_chi2" -> Printed.statistic(ratio(fit, column));
      case "plr_p" -> Printed.p(ratio(fit, column));
      case "ppl_lower" -> Printed.part(limits(fit, column, level), i -> i.low());
      case "ppl_upper" -> Printed.part(limits(fit, column, level), i -> i.high());
      default -> Optional.empty();
    };
  }

  private static Answer<TestResult> ratio(Fit fit, String column) {
    return fit.likelihoodRatioOfColumn(column);
  }

  private static Answer<Interval> limits(Fit fit, String column, double level) {
    return fit.profile(column, level).map(estimate -> estimate.interval().orElseThrow());
  }
}
