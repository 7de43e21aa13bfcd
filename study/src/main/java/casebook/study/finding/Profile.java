// SPDX-License-Identifier: Apache-2.0
package casebook.study.finding;

import java.util.Locale;

/// A set of default methods: our own, or those of a program whose numbers are to be reproduced. One
/// line a profile, one decision a place.
public enum Profile {
  /// Our defaults.
  CASEBOOK(
      TableTest.N_MINUS_ONE_OR_MID_P,
      LargeTest.FISHER_WHEN_SPARSE,
      TableInterval.OF_THE_TEST,
      ModelInterval.PROFILE_OR_FIRTH,
      6),
  /// SPSS 14.
  SPSS14(TableTest.PEARSON, LargeTest.PEARSON, TableInterval.WALD, ModelInterval.WALD, 6),
  /// R: `chisq.test`; `confint` and `summary` of a `glm`; `quantile`.
  R(
      TableTest.YATES,
      LargeTest.PEARSON,
      TableInterval.PROFILE_BESIDE_WALD_P,
      ModelInterval.PROFILE_BESIDE_WALD_P,
      7),
  /// SAS: PROC FREQ, PROC LOGISTIC, PROC UNIVARIATE.
  SAS(TableTest.PEARSON, LargeTest.PEARSON, TableInterval.WALD, ModelInterval.WALD, 2),
  /// Stata: `cc`, `logistic`, `summarize, detail`.
  STATA(
      TableTest.PEARSON,
      LargeTest.PEARSON,
      TableInterval.EXACT_BESIDE_PEARSON_P,
      ModelInterval.WALD,
      2);

  /// The test of a 2x2 table.
  public enum TableTest {
    /// N-1 chi-square; central mid-P exact when the smallest expected count is below 1.
    N_MINUS_ONE_OR_MID_P,
    PEARSON,
    /// Pearson's chi-square with the continuity correction of Yates.
    YATES
  }

  /// The test of a larger table.
  public enum LargeTest {
    /// Pearson's chi-square; Fisher-Freeman-Halton when many expected counts are small.
    FISHER_WHEN_SPARSE,
    PEARSON
  }

  /// The interval of the odds ratio of a 2x2 table, and the p-value beside it.
  public enum TableInterval {
    /// The inversion of the printed test; Firth where the row is Firth's.
    OF_THE_TEST,
    WALD,
    /// Profile likelihood, beside the p-value of another test.
    PROFILE_BESIDE_WALD_P,
    /// Central exact, beside the p-value of another test.
    EXACT_BESIDE_PEARSON_P
  }

  /// The interval of an odds ratio of a logistic model, and the p-value beside it.
  public enum ModelInterval {
    /// Profile likelihood and likelihood ratio; Firth where the row is Firth's.
    PROFILE_OR_FIRTH,
    WALD,
    /// Profile likelihood, beside the p-value of another test.
    PROFILE_BESIDE_WALD_P
  }

  private final TableTest tableTest;
  private final LargeTest largeTest;
  private final TableInterval tableInterval;
  private final ModelInterval modelInterval;
  private final int percentileType;

  Profile(
      TableTest tableTest,
      LargeTest largeTest,
      TableInterval tableInterval,
      ModelInterval modelInterval,
      int percentileType) {
    this.tableTest = tableTest;
    this.largeTest = largeTest;
    this.tableInterval = tableInterval;
    this.modelInterval = modelInterval;
    this.percentileType = percentileType;
  }

  /// The test of a 2x2 table.
  public TableTest tableTest() {
    return tableTest;
  }

  /// The test of a larger table.
  public LargeTest largeTest() {
    return largeTest;
  }

  /// The interval of the odds ratio of a 2x2 table.
  public TableInterval tableInterval() {
    return tableInterval;
  }

  /// The interval of an odds ratio of a logistic model.
  public ModelInterval modelInterval() {
    return modelInterval;
  }

  /// The percentile definition by Hyndman and Fan, 1 to 9.
  public int percentileType() {
    return percentileType;
  }

  /// The word on the command line and in the study file.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
