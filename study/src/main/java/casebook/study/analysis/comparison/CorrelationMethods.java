// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.comparison;

import casebook.study.finding.Method;

/// How two measurements are correlated, in words a clinician understands.
public final class CorrelationMethods {
  private CorrelationMethods() {}

  private static final String SPEARMAN_TEXT =
      "How well the order of one measurement goes with the order of the other: 1 for the same"
          + " order, -1 for the opposite, 0 for none. ";

  private static final String BONETT = "Bonett DG, Wright TA. Psychometrika 2000;65:23-28";
  private static final String YULE = "Yule GU. Proc R Soc Lond A 1907;79:182-193";
  private static final String FISHER = "Fisher RA. Metron 1921;1:3-32";

  /// Ranks with ranks.
  public static final Method SPEARMAN =
      new Method(
          "Spearman correlation",
          "Bonett-Wright",
          SPEARMAN_TEXT + "P is from t with n - 2 degrees of freedom.",
          BONETT,
          "");

  /// Ranks with ranks, P from all orders.
  public static final Method SPEARMAN_EXACT =
      new Method(
          "Spearman correlation, exact P",
          "Bonett-Wright",
          SPEARMAN_TEXT + "P is from all orders of so few pairs.",
          BONETT,
          "");

  /// Logarithms with logarithms.
  public static final Method PEARSON_LOG =
      new Method(
          "Pearson correlation on the log scale",
          "Fisher's z",
          "How closely the logarithms lie along a straight line: 1 or -1 on it, 0 for no slope.",
          FISHER,
          "");

  /// Values with values.
  public static final Method PEARSON =
      new Method(
          "Pearson correlation",
          "Fisher's z",
          "How closely the values lie along a straight line: 1 or -1 on it, 0 for no slope.",
          FISHER,
          "");

  /// Ranks with ranks, others held constant.
  public static final Method PARTIAL_SPEARMAN =
      new Method(
          "partial Spearman correlation",
          "Fisher's z",
          "The correlation of the ranks that remains when the ranks of the other variables are held"
              + " constant. The interval is a little too narrow for ranks.",
          YULE,
          "");

  /// Values with values, others held constant.
  public static final Method PARTIAL_PEARSON =
      new Method(
          "partial Pearson correlation",
          "Fisher's z",
          "The correlation that remains when the other variables are held constant.",
          YULE,
          "");
}
