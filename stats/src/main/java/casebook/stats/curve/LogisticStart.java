// SPDX-License-Identifier: Apache-2.0
package casebook.stats.curve;

import casebook.stats.math.Sums;
import casebook.stats.result.Answer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Where the search for a logistic curve begins: asymptotes a little outside of the mean responses,
/// then the line through their logits.
final class LogisticStart {
  /// The share of the range by which the asymptotes lie outside of it.
  private static final double MARGIN = 0.05;

  private final double[] values;

  private LogisticStart(double... values) {
    this.values = values;
  }

  /// Returns response to no dose, response to infinite dose, logarithm of the midpoint and slope.
  double[] values() {
    return values.clone();
  }

  /// Finds a start.
  ///
  /// @param standards doses and responses
  /// @param parameters how many there are to find
  static Answer<LogisticStart> of(Observations standards, int parameters) {
    TreeMap<Double, List<Double>> responses = new TreeMap<>();
    for (int i = 0; i < standards.rows(); i++) {
      double dose = standards.x(i)[0];
      if (!(dose >= 0) || standards.x(i).length != 1) {
        throw new IllegalArgumentException(
            "the dose is " + dose + " in row " + i + "; it is one number, at least 0");
      }
      responses.computeIfAbsent(dose, _ -> new ArrayList<>()).add(standards.y(i));
    }
    if (responses.size() < parameters) {
      return Answer.none(
          "there are " + responses.size() + " doses for a curve of " + parameters + " parameters");
    }
    TreeMap<Double, Double> means = new TreeMap<>();
    responses.forEach((dose, y) ->
        means.put(dose, Sums.mean(y.stream().mapToDouble(Double::doubleValue).toArray())));
    double change = means.lastEntry().getValue() - means.firstEntry().getValue();
    return change == 0
        ? Answer.none("the response to the highest dose is that to the lowest")
        : Answer.of(of(means, change));
  }

  private static LogisticStart of(NavigableMap<Double, Double> means, double change) {
    double lowest = means.values().stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    double highest = means.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    double margin = MARGIN * (highest - lowest);
    double none = change > 0 ? lowest - margin : highest + margin;
    double infinite = change > 0 ? highest + margin : lowest - margin;
    List<double[]> points = new ArrayList<>();
    for (Map.Entry<Double, Double> mean : means.entrySet()) {
      if (mean.getKey() > 0) {
        double logit = Math.log((none - mean.getValue()) / (mean.getValue() - infinite));
        points.add(new double[] {Math.log(mean.getKey()), logit});
      }
    }
    double[] ln = points.stream().mapToDouble(p -> p[0]).toArray();
    double[] logit = points.stream().mapToDouble(p -> p[1]).toArray();
    double x = Sums.mean(ln);
    double y = Sums.mean(logit);
    double[] centred = Arrays.stream(ln).map(v -> v - x).toArray();
    double slope = Sums.dot(centred, logit) / Sums.squaresAbout(ln, x);
    double steep = slope > 0 ? slope : 1;
    return new LogisticStart(none, infinite, x - y / steep, steep);
  }
}
