// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.dist.Normal;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import java.util.ArrayList;
import java.util.List;

/// A predicted probability with the interval that is symmetric on the logit scale.
///
/// Equals: `predict(glm, newdata, se.fit = TRUE)` (R 4.2), turned back by `plogis`.
///
/// @param logit the linear predictor
/// @param standardError its standard error
/// @param probability the probability with its interval
public record Prediction(double logit, double standardError, Estimate probability) {

  /// Predicts the rows of a design with the same columns as that of a logistic fit.
  ///
  /// @param fit a fit with estimates
  /// @param rows what is known of the people
  /// @param level confidence level, between 0 and 1
  public static List<Prediction> of(Fit fit, Design rows, double level) {
    double z = Normal.ofLevel(level);
    double[] logits = fit.predictor(rows);
    double[] errors = fit.predictorStandardError(rows);
    List<Prediction> all = new ArrayList<>();
    for (int i = 0; i < logits.length; i++) {
      double half = z * errors[i];
      Interval limits =
          new Interval(probability(logits[i] - half), probability(logits[i] + half), level);
      all.add(new Prediction(logits[i], errors[i], new Estimate(probability(logits[i]), limits)));
    }
    return all;
  }

  /// Predicts the probability of every row of a fit's own design.
  public static double[] probabilities(Fit fit) {
    double[] result = fit.predictor();
    for (int i = 0; i < result.length; i++) {
      result[i] = probability(result[i]);
    }
    return result;
  }

  static double probability(double logit) {
    double e = Math.exp(-Math.abs(logit));
    return logit > 0 ? 1 / (1 + e) : e / (1 + e);
  }
}
