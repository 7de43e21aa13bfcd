// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import casebook.stats.result.Answer;
import org.apache.commons.numbers.gamma.GammaRatio;

/// Differences of means in units of the standard deviation.
public final class EffectSize {
  private EffectSize() {}

  /// Returns Cohen's d: the difference of means over the pooled standard deviation.
  ///
  /// Source: Cohen, J. (1988). Statistical Power Analysis for the Behavioral Sciences, 2nd ed., p.
  /// 66.
  ///
  /// @param first first group, each finite
  /// @param second second group, each finite, three values in both
  public static Answer<Double> cohensD(double[] first, double[] second) {
    if (first.length == 0 || second.length == 0 || first.length + second.length < 3) {
      return Answer.none("the groups have fewer than three values");
    }
    Sample one = Sample.of(first);
    Sample two = Sample.of(second);
    double variance = one.squares().add(two.squares()).doubleValue() / (one.n() + two.n() - 2);
    return ratio(one.minus(two), variance);
  }

  /// Returns Hedges' g: d times Gamma(f/2) / (sqrt(f/2) Gamma((f-1)/2)), f = n1 + n2 - 2, which
  /// removes its bias.
  ///
  /// Source: Hedges, L. V. (1981). Journal of Educational Statistics 6, 107-128, formula 6e.
  ///
  /// @param first first group, each finite
  /// @param second second group, each finite, four values in both
  public static Answer<Double> hedgesG(double[] first, double[] second) {
    double df = first.length + second.length - 2;
    if (df < 2) {
      return Answer.none("the groups have fewer than four values");
    }
    double correction = 1 / (Math.sqrt(df / 2) * GammaRatio.delta((df - 1) / 2, 0.5));
    return cohensD(first, second).map(d -> d * correction);
  }

  /// Returns d of pairs: the mean difference over the standard deviation of the differences.
  ///
  /// @param first at least two values
  /// @param second the values of the same subjects in the same order
  public static Answer<Double> ofPairs(double[] first, double[] second) {
    double[] differences = Pairs.differences(first, second);
    if (differences.length < 2) {
      return Answer.none("there are fewer than two pairs");
    }
    Sample sample = Sample.of(differences);
    return ratio(sample.mean().doubleValue(), sample.variance());
  }

  private static Answer<Double> ratio(double difference, double variance) {
    return variance > 0
        ? Answer.of(difference / Math.sqrt(variance))
        : Answer.none("the values do not vary");
  }
}
