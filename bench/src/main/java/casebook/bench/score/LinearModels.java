// SPDX-License-Identifier: Apache-2.0
package casebook.bench.score;

import casebook.stats.regress.Design;
import casebook.stats.regress.LeastSquaresCoefficient;
import casebook.stats.regress.Linear;
import casebook.stats.regress.LinearFit;
import casebook.stats.result.Answer;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Linear least squares: the response, then one or more predictors.
///
/// The model is the text of the file. `x^k` asks for the powers of the only predictor up to the
/// highest k; a first coefficient that multiplies something, `b0*x`, says that there is no
/// intercept. The F of an exact fit is infinite.
final class LinearModels implements Subject {
  private static final Pattern POWER = Pattern.compile("x\\^(\\d+)");
  private static final Pattern NO_INTERCEPT = Pattern.compile("\\bb0\\s*\\*");

  @Override
  public String suite() {
    return "nist_linear";
  }

  @Override
  public Answers answers(Json input) {
    double[][] rows = input.at("data").rows();
    Design design = design(input.at("model").text(), rows);
    LinearFit fit = Linear.standard().fit(design, column(rows, 0));
    return statistic ->
        squares(statistic, fit)
            .or(() -> overall(statistic, fit))
            .or(() -> coefficient(Statistic.of(statistic), fit));
  }

  private static Design design(String model, double[][] rows) {
    boolean intercept = !NO_INTERCEPT.matcher(model).find();
    Design design =
        intercept ? Design.withIntercept(rows.length) : Design.withoutIntercept(rows.length);
    Matcher powers = POWER.matcher(model);
    int degree = powers.results().mapToInt(m -> Integer.parseInt(m.group(1))).max().orElse(0);
    return degree > 0
        ? design.andPowers("x", degree, column(rows, 1))
        : ModelMatrix.withColumns(design, rows, 1);
  }

  private static double[] column(double[][] rows, int column) {
    return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
  }

  private static Optional<String> squares(String statistic, LinearFit fit) {
    return switch (statistic) {
      case "ss_regression" -> Printed.number(fit.regressionSumOfSquares());
      case "ss_residual" -> Printed.number(fit.residualSumOfSquares());
      case "ms_regression" -> Printed.number(fit.regressionSumOfSquares() / fit.regressionDf());
      case "ms_residual" -> Printed.number(fit.residualSumOfSquares() / fit.df());
      case "df_regression" -> Printed.number(fit.regressionDf());
      case "df_residual" -> Printed.number(fit.df());
      default -> Optional.empty();
    };
  }

  private static Optional<String> overall(String statistic, LinearFit fit) {
    return switch (statistic) {
      case "residual_sd" -> Printed.part(fit.residualStandardDeviation(), Double::doubleValue);
      case "r_squared" -> Printed.part(fit.rSquared(), Double::doubleValue);
      case "f" -> fit.exact() ? Optional.of("Inf") : Printed.statistic(fit.test());
      default -> Optional.empty();
    };
  }

  private static Optional<String> coefficient(Statistic statistic, LinearFit fit) {
    if (!statistic.isOfOne(fit.design().columns())) {
      return Optional.empty();
    }
    String column = fit.design().columnNames().get(statistic.column());
    return switch (statistic.name()) {
      case "beta" -> part(fit, column, LeastSquaresCoefficient::value);
      case "se" -> part(fit, column, LeastSquaresCoefficient::standardError);
      default -> Optional.empty();
    };
  }

  private static Optional<String> part(
      LinearFit fit, String column, ToDoubleFunction<LeastSquaresCoefficient> part) {
    Answer<LeastSquaresCoefficient> term =
        fit.columnNames().contains(column)
            ? fit.terms().map(terms -> terms.get(fit.columnNames().indexOf(column)))
            : Answer.none(fit.outcome());
    return Printed.part(term, part);
  }
}
