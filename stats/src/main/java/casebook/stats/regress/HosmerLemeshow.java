// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.dist.ChiSquared;
import casebook.stats.math.Accumulator;
import casebook.stats.result.Answer;
import casebook.stats.result.TestResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The Hosmer-Lemeshow test: observed against expected events in groups of predicted risk.
///
/// People are cut at the quantiles (type 7) of the predicted probability; cuts that coincide are
/// made once, and each group holds its upper cut. The statistic is \\(\sum (o-e)^2/e +
/// (o-e)^2/(n-e)\\), chi-square with groups - 2 degrees of freedom.
///
/// Source: Hosmer & Lemeshow 1980, Commun Stat A9:1043. Equals: `ResourceSelection::hoslem.test`
/// (R). It says little for small samples and is shown only on demand.
///
/// @param groups number of groups, at least 3
public record HosmerLemeshow(int groups) {
  public HosmerLemeshow {
    if (groups < 3) {
      throw new IllegalArgumentException("groups is " + groups + "; it is at least 3");
    }
  }

  /// Returns ten groups.
  public static HosmerLemeshow standard() {
    return new HosmerLemeshow(10);
  }

  /// One group of predicted risk.
  ///
  /// @param people how many
  /// @param observed events among them
  /// @param expected sum of their predicted probabilities
  public record Group(int people, int observed, double expected) {}

  /// What the test says.
  ///
  /// @param test statistic and p-value
  /// @param groups the groups, lowest risk first
  public record Result(TestResult test, List<Group> groups) {
    public Result {
      groups = List.copyOf(groups);
    }
  }

  /// Tests a logistic fit whose rows are single people.
  public Answer<Result> test(Fit fit) {
    Columns x = fit.model().x();
    if (x.frequencies.length > 0) {
      return Answer.none("rows stand for several people");
    }
    LogisticLikelihood likelihood = LogisticLikelihood.of(fit);
    LogisticKernel kernel = likelihood.plainAt(x, fit.point());
    double[] probability = new double[x.rows];
    for (int i = 0; i < x.rows; i++) {
      probability[i] = Prediction.probability(kernel.predictor(i));
    }
    double[] cuts = cuts(probability);
    if (cuts.length < 4) {
      return Answer.none("the predicted risks take too few values for groups");
    }
    int count = cuts.length - 1;
    int[] people = new int[count];
    int[] observed = new int[count];
    Accumulator[] expected = new Accumulator[count];
    Arrays.setAll(expected, g -> new Accumulator());
    for (int i = 0; i < x.rows; i++) {
      int group = group(cuts, probability[i]);
      people[group]++;
      observed[group] += likelihood.outcome(i) > 0.5 ? 1 : 0;
      expected[group].add(probability[i]);
    }
    List<Group> all = new ArrayList<>();
    double statistic = 0;
    for (int g = 0; g < count; g++) {
      Group one = new Group(people[g], observed[g], expected[g].value());
      double off = one.observed() - one.expected();
      statistic += off * off / one.expected() + off * off / (one.people() - one.expected());
      all.add(one);
    }
    int df = count - 2;
    return Answer.of(
        new Result(
            TestResult.of("Hosmer-Lemeshow test", statistic, df, ChiSquared.p(statistic, df)),
            all));
  }

  private double[] cuts(double[] probability) {
    double[] sorted = probability.clone();
    Arrays.sort(sorted);
    double[] cuts = new double[groups + 1];
    for (int g = 0; g <= groups; g++) {
      double place = (sorted.length - 1) * (g / (double) groups);
      int below = (int) Math.floor(place + 4 * Math.ulp(place));
      double share = place - below;
      double low = sorted[below];
      boolean exact = Math.abs(share) < 1e-12;
      cuts[g] = exact ? low : low + share * (sorted[below + 1] - low);
    }
    return Arrays.stream(cuts).distinct().toArray();
  }

  /// Returns the first group whose upper cut is not below the probability.
  private static int group(double[] cuts, double probability) {
    int group = 0;
    while (group < cuts.length - 2 && probability > cuts[group + 1]) {
      group++;
    }
    return group;
  }
}
