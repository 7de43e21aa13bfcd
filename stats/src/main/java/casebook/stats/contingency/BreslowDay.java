// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import casebook.stats.dist.ChiSquared;
import casebook.stats.result.Answer;
import casebook.stats.result.TestResult;
import java.util.List;

/// Breslow and Day's test that the odds ratios of the strata are equal, with and without Tarone's
/// correction.
///
/// Each stratum's first cell is compared with its expectation at the Mantel-Haenszel odds ratio;
/// strata with an empty margin are left out of statistic and degrees of freedom. No answer when
/// fewer than two strata remain or there is no common odds ratio. Source: Breslow and Day,
/// Statistical Methods in Cancer Research I, 1980, page 142; Tarone, Biometrika 72 (1985) 91.
/// Equals: `DescTools::BreslowDayTest`, statsmodels `StratifiedTable.test_equal_odds`.
public final class BreslowDay {
  private BreslowDay() {}

  /// The test of Breslow and Day.
  public static Answer<TestResult> test(Strata strata) {
    return test(strata, "Breslow-Day test of homogeneity", false);
  }

  /// The test of Breslow and Day with Tarone's correction for the estimated common odds ratio.
  public static Answer<TestResult> tarone(Strata strata) {
    return test(strata, "Breslow-Day test of homogeneity, Tarone's correction", true);
  }

  private static Answer<TestResult> test(Strata strata, String method, boolean corrected) {
    List<TwoByTwo> informative = strata.informative();
    if (informative.size() < 2) {
      return Answer.none("fewer than two strata are informative");
    }
    Answer<Effect> common = MantelHaenszel.standard().oddsRatio(strata);
    if (common.value().isEmpty()) {
      return Answer.none(common.outcome());
    }
    double ratio = common.value().get().estimate().value();
    double statistic = 0;
    double distances = 0;
    double variances = 0;
    for (TwoByTwo t : informative) {
      FixedMargins fitted = fitted(t, ratio);
      double distance = t.a() - fitted.a();
      double variance = 1 / (1 / fitted.a() + 1 / fitted.b() + 1 / fitted.c() + 1 / fitted.d());
      statistic += distance * distance / variance;
      distances += distance;
      variances += variance;
    }
    if (corrected) {
      statistic = Math.max(0, statistic - distances * distances / variances);
    }
    double df = informative.size() - 1.0;
    return Answer.of(TestResult.of(method, statistic, df, ChiSquared.p(statistic, df)));
  }

  /// The table with the margins of `t` and another odds ratio. Of the cells a and d the smaller is
  /// the root of a quadratic; its discriminant is a sum of positive terms, and no digits cancel.
  static FixedMargins fitted(TwoByTwo t, double ratio) {
    if (t.d() < t.a()) {
      FixedMargins turned = fitted(new TwoByTwo(t.d(), t.c(), t.b(), t.a()), ratio);
      return new FixedMargins(turned.d(), turned.c(), turned.b(), turned.a());
    }
    double n1 = t.row1();
    double m1 = t.column1();
    double excess = t.d() - t.a();
    double unlike = ratio * (n1 - m1);
    double discriminant =
        unlike * unlike + 2 * ratio * excess * (n1 + m1) + excess * excess + 4 * ratio * n1 * m1;
    double a = 2 * ratio * n1 * m1 / (ratio * (n1 + m1) + excess + Math.sqrt(discriminant));
    return new FixedMargins(a, n1 - a, m1 - a, excess + a);
  }
}
