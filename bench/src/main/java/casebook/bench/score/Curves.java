// SPDX-License-Identifier: Apache-2.0
package casebook.bench.score;

import casebook.stats.curve.CurveFit;
import casebook.stats.curve.CurveText;
import casebook.stats.curve.Dual;
import casebook.stats.curve.NonlinearLeastSquares;
import casebook.stats.curve.Observations;
import casebook.stats.regress.LeastSquaresCoefficient;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Nonlinear least squares: curve and response are the texts of the file, the parameters are `b1`,
/// `b2` and so on. Of the fits from all starts that the file gives (`start1`, `start2`, ...) the
/// one with the smallest sum of squares counts.
final class Curves implements Subject {
  private static final Pattern PLAIN_X = Pattern.compile("\\bx\\b");

  @Override
  public String suite() {
    return "nist_nonlinear";
  }

  @Override
  public Answers answers(Json input) {
    CurveFit fit =
        input.members().keySet().stream()
            .filter(name -> name.startsWith("start"))
            .map(name -> fit(input, input.at(name).numbers()))
            .min(
                Comparator.comparing((CurveFit f) -> !f.outcome().usable())
                    .thenComparingDouble(CurveFit::residualSumOfSquares))
            .orElseThrow(() -> new IllegalArgumentException("there is no start"));
    return statistic -> value(statistic, fit);
  }

  private static CurveFit fit(Json input, double[] start) {
    double[][] rows = input.at("data").rows();
    String model = input.at("model").text();
    List<String> columns = List.of(input.at("columns").text().split("\\s+"));
    CurveText response =
        CurveText.of(input.at("response").text(), columns.subList(0, 1), List.of());
    double[] y =
        Arrays.stream(rows).mapToDouble(row -> response.at(row, new Dual[0]).value()).toArray();
    double[][] x =
        Arrays.stream(rows)
            .map(row -> Arrays.copyOfRange(row, 1, row.length))
            .toArray(double[][]::new);
    List<String> names = IntStream.rangeClosed(1, start.length).mapToObj(j -> "b" + j).toList();
    CurveText curve = CurveText.of(model, variables(model, columns), names);
    return NonlinearLeastSquares.standard().fit(curve, Observations.ofRows(x, y), start);
  }

  /// The explaining columns; a model may call the first of several simply x.
  private static List<String> variables(String model, List<String> columns) {
    List<String> variables = new ArrayList<>(columns.subList(1, columns.size()));
    if (!variables.contains("x") && PLAIN_X.matcher(model).find()) {
      variables.set(0, "x");
    }
    return variables;
  }

  private static Optional<String> value(String statistic, CurveFit fit) {
    if (statistic.equals("rss")) {
      return Printed.number(fit.residualSumOfSquares());
    }
    if (statistic.equals("residual_sd")) {
      return Printed.part(fit.residualStandardDeviation(), Double::doubleValue);
    }
    boolean error = statistic.startsWith("se_");
    String name = error ? statistic.substring(3) : statistic;
    int place = fit.names().indexOf(name);
    ToDoubleFunction<LeastSquaresCoefficient> part =
        error ? LeastSquaresCoefficient::standardError : LeastSquaresCoefficient::value;
    return place < 0
        ? Optional.empty()
        : Printed.part(fit.terms(), terms -> part.applyAsDouble(terms.get(place)));
  }
}
