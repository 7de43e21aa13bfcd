// SPDX-License-Identifier: Apache-2.0
package casebook.stats.result;

import java.util.OptionalDouble;

/// What a hypothesis test says.
///
/// @param method the test's name as a paper would print it, such as "Pearson chi-square"
/// @param statistic the test statistic, empty for exact tests that have none
/// @param df degrees of freedom, empty where the test has none
/// @param p the p-value, two-sided unless `method` says otherwise
public record TestResult(String method, OptionalDouble statistic, OptionalDouble df, PValue p) {
  /// Makes the result of a test with a statistic and degrees of freedom.
  public static TestResult of(String method, double statistic, double df, PValue p) {
    return new TestResult(method, OptionalDouble.of(statistic), OptionalDouble.of(df), p);
  }

  /// Makes the result of a test with a statistic that has no degrees of freedom, such as a z test.
  public static TestResult of(String method, double statistic, PValue p) {
    return new TestResult(method, OptionalDouble.of(statistic), OptionalDouble.empty(), p);
  }

  /// Makes the result of an exact test, which has no statistic.
  public static TestResult exact(String method, PValue p) {
    return new TestResult(method, OptionalDouble.empty(), OptionalDouble.empty(), p);
  }
}
