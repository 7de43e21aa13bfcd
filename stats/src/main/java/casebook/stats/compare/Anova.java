// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

import casebook.stats.dist.FisherF;
import casebook.stats.math.Sums;
import casebook.stats.result.Answer;
import casebook.stats.result.TestResult;
import org.apache.commons.numbers.core.DD;

/// A one-way analysis of variance.
///
/// Means and squares are carried with twice the digits of a double, so that a large common offset
/// costs nothing. Equals: `aov` (R 4.2); the certified values of the NIST StRD sets for the doubles
/// read, to 15 digits.
///
/// @param dfBetween number of groups - 1
/// @param dfWithin number of values - number of groups
/// @param ssBetween sum over groups of n (mean - grand mean)^2
/// @param ssWithin sum of squared distances from the group means
public record Anova(int dfBetween, int dfWithin, double ssBetween, double ssWithin) {
  /// Analyses groups.
  ///
  /// @param groups at least two, each with at least one value, more values than groups
  /// @return the table, or the reason when there are too few groups or values
  public static Answer<Anova> oneWay(double[]... groups) {
    if (groups.length < 2 || Groups.anyShorter(1, groups)) {
      return Answer.none("there are fewer than two groups, or one is empty");
    }
    double[] all = Groups.joined(groups);
    if (all.length == groups.length) {
      return Answer.none("every group has one value only");
    }
    DD grand = Sums.pair(all).divide(DD.of(all.length));
    DD between = DD.ZERO;
    DD within = DD.ZERO;
    for (double[] group : groups) {
      Sample sample = Sample.of(group);
      DD distance = sample.mean().subtract(grand);
      between = between.add(distance.square().multiply(DD.of(group.length)));
      within = within.add(sample.squares());
    }
    return Answer.of(
        new Anova(
            groups.length - 1,
            all.length - groups.length,
            between.doubleValue(),
            within.doubleValue()));
  }

  /// Returns the mean square between groups.
  public double meanSquareBetween() {
    return ssBetween / dfBetween;
  }

  /// Returns the mean square within groups.
  public double meanSquareWithin() {
    return ssWithin / dfWithin;
  }

  /// Returns the standard deviation within groups.
  public double residualStandardDeviation() {
    return Math.sqrt(meanSquareWithin());
  }

  /// Returns the share of all variation that lies between groups (eta squared, R squared).
  ///
  /// @return between 0 and 1, or the reason when all values are equal
  public Answer<Double> etaSquared() {
    double total = ssBetween + ssWithin;
    return total > 0 ? Answer.of(ssBetween / total) : Answer.none("all values are equal");
  }

  /// Tests whether the means are equal.
  ///
  /// @return F, the degrees of freedom between groups and p, or the reason when nothing varies
  ///   within the groups
  public Answer<TestResult> test() {
    if (!(ssWithin > 0)) {
      return Answer.none("the values do not vary within the groups");
    }
    double f = meanSquareBetween() / meanSquareWithin();
    return Answer.of(
        TestResult.of(
            "one-way analysis of variance", f, dfBetween, FisherF.p(f, dfBetween, dfWithin)));
  }
}
