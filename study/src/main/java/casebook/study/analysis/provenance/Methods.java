// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.provenance;

import casebook.study.finding.Method;

/// How the numbers that describe persons were made, in words a clinician understands.
public final class Methods {
  private Methods() {}

  /// A number of persons.
  public static final Method COUNT = plain("count", "The number of persons.");

  /// A share of those whose value is known.
  public static final Method PERCENT =
      plain(
          "percentage",
          "The count divided by the number of persons in the column whose value is known, times"
              + " 100.");

  /// A share of those who were asked.
  public static final Method SHARE =
      plain("percentage", "The count divided by the number of persons asked, times 100.");

  /// The arithmetic mean.
  public static final Method MEAN =
      plain("arithmetic mean", "The sum of the values over their number.");

  /// The spread of single values.
  public static final Method STANDARD_DEVIATION =
      new Method(
          "standard deviation",
          "",
          "How far the values of single persons lie from their mean; divisor n - 1.",
          "Altman DG, Bland JM. BMJ 2005;331:903",
          "");

  /// The uncertainty of the mean.
  public static final Method STANDARD_ERROR =
      new Method(
          "standard error of the mean",
          "",
          "How uncertain the mean itself is: standard deviation / √n. It does not describe how"
              + " persons differ.",
          "Altman DG, Bland JM. BMJ 2005;331:903",
          "");

  /// The median.
  public static final Method MEDIAN =
      plain("median", "Half of the values lie below it, half above.");

  /// The smallest value.
  public static final Method MINIMUM = plain("smallest value", "The smallest of the values.");

  /// The largest value.
  public static final Method MAXIMUM = plain("largest value", "The largest of the values.");

  /// The difference of two groups in units of their standard deviation.
  public static final Method STANDARDISED_DIFFERENCE =
      new Method(
          "standardised difference",
          "",
          "The difference of the two groups in units of their standard deviation (root mean square"
              + " of both). It does not grow with the number of persons; 0.1 is often taken as the"
              + " border of balance.",
          "Yang D, Dalton JE. SAS Global Forum 2012; paper 335-2012",
          "");

  /// How many controls a case could have.
  public static final Method ELIGIBLE_CONTROLS =
      plain(
          "eligible controls of a case",
          "How many controls meet the declared matching rule for a case, counted for each case.");

  /// How many cases could have a control of their own.
  public static final Method MAXIMUM_MATCHING =
      new Method(
          "maximum bipartite matching",
          "",
          "The largest number of cases that could each have a control of their own under the"
              + " declared rule. It says what the data allow, not who was matched to whom.",
          "Hopcroft JE, Karp RM. SIAM J Comput 1973;2:225-231",
          "");

  /// A quartile by a percentile definition.
  ///
  /// @param which `lower` or `upper`
  /// @param type the percentile definition
  public static Method quartile(String which, int type) {
    String part = which.equals("lower") ? "A quarter" : "Three quarters";
    return new Method(
        which + " quartile",
        "",
        part + " of the values lie below it (percentile " + percentile(type) + ").",
        "Hyndman RJ, Fan Y. Am Stat 1996;50:361-365",
        percentile(type));
  }

  /// A percentile definition in words: `type 6 (rank p(n + 1))`.
  public static String percentile(int type) {
    return "type "
        + type
        + switch (type) {
          case 2 -> " (rank np, the mean of two values where it is whole)";
          case 6 -> " (rank p(n + 1))";
          case 7 -> " (rank 1 + p(n - 1))";
          default -> "";
        };
  }

  private static Method plain(String name, String definition) {
    return new Method(name, "", definition, "", "");
  }
}
