// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import casebook.stats.dist.ExactLimits;
import casebook.stats.dist.PowerSeries;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.PValue;
import casebook.stats.result.TestResult;
import java.util.List;
import java.util.function.Function;

/// The exact common odds ratio of strata, from the sum of the first cells given all margins.
///
/// Strata with an empty margin change nothing; when every stratum has one there is no answer. The
/// distribution of the sum is the convolution of those of the strata. Source: Gart, Biometrika 57
/// (1970) 471; Mehta, Patel and Gray, Journal of the American Statistical Association 80 (1985)
/// 969. Equals: `mantelhaen.test(exact = TRUE)` (R 4.2), whose estimate and limits have three to
/// four digits and which can stop with an error.
///
/// @param level confidence level, between 0 and 1
public record ExactStrata(double level) {
  public ExactStrata {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level " + level + " is not between 0 and 1");
    }
  }

  /// Makes the method with level 0.95.
  public static ExactStrata standard() {
    return new ExactStrata(0.95);
  }

  /// Returns this method with another confidence level.
  public ExactStrata withLevel(double other) {
    return new ExactStrata(other);
  }

  /// The conditional maximum-likelihood estimate with the central exact interval and twice the
  /// smaller tail.
  public Answer<Effect> central(Strata strata) {
    return answer(
        strata,
        limits ->
            new Effect(
                "common odds ratio, central exact",
                new Estimate(limits.estimate(), limits.central(level, 1)),
                limits.centralP(0, 1)));
  }

  /// The median-unbiased estimate with the central mid-P interval and twice the smaller mid-P tail.
  public Answer<Effect> midP(Strata strata) {
    return answer(
        strata,
        limits ->
            new Effect(
                "common odds ratio, mid-P",
                new Estimate(limits.medianUnbiased(), limits.central(level, 0.5)),
                limits.centralP(0, 0.5)));
  }

  /// The two-sided test of no association: the probability of all sums no more probable than the
  /// one observed; near ties are decided in whole numbers.
  public static Answer<TestResult> twoSided(Strata strata) {
    return answer(
        strata,
        limits ->
            TestResult.exact(
                "exact conditional test of a common odds ratio",
                limits.minimumLikelihoodP(0, new WholeWeights(strata.informative())::atMost)));
  }

  /// The one-sided test against a positive association.
  public static Answer<TestResult> greater(Strata strata) {
    return answer(
        strata,
        limits ->
            TestResult.exact(
                "exact conditional test, one-sided (greater)",
                PValue.ofLn(limits.family().lnUpper(limits.x(), 0, 1))));
  }

  /// The one-sided test against a negative association.
  public static Answer<TestResult> less(Strata strata) {
    return answer(
        strata,
        limits ->
            TestResult.exact(
                "exact conditional test, one-sided (less)",
                PValue.ofLn(limits.family().lnLower(limits.x(), 0, 1))));
  }

  private static <T> Answer<T> answer(Strata strata, Function<ExactLimits, T> method) {
    List<TwoByTwo> informative = strata.informative();
    if (informative.isEmpty()) {
      return Answer.none("every stratum has an empty margin");
    }
    PowerSeries sum = FisherExact.counts(informative.getFirst());
    long x = informative.getFirst().a();
    for (TwoByTwo t : informative.subList(1, informative.size())) {
      sum = sum.plus(FisherExact.counts(t));
      x += t.a();
    }
    return Answer.of(method.apply(new ExactLimits(sum, x)));
  }
}
