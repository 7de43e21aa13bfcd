// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.sensitivity;

import casebook.study.finding.Method;

/// How the numbers that sum up a grid were made.
final class GridMethods {
  private GridMethods() {}

  private static final String SOURCE =
      "Simonsohn U, Simmons JP, Nelson LD. Nat Hum Behav 2020;4:1208-1214";

  /// The test that belongs to the odds ratio of its line.
  static final Method TEST =
      new Method(
          "test of the odds ratio beside it",
          "",
          "The test that belongs to the estimator of the same line.",
          "",
          "");

  /// A number of specifications.
  static final Method COUNT =
      new Method(
          "count of specifications",
          "",
          "How many combinations of the declared choices there are, have an odds ratio, or have an"
              + " interval without 1. It is a description, not a test: the specifications share"
              + " their data.",
          SOURCE,
          "");

  /// The smallest or the largest odds ratio.
  static final Method EXTREME =
      new Method(
          "range of the specifications",
          "",
          "The smallest and the largest odds ratio under any combination of the declared choices.",
          SOURCE,
          "");

  /// What a choice does to the odds ratio.
  static final Method MOVED =
      new Method(
          "factor between the options of a choice",
          "",
          "With all other choices held, the largest odds ratio over the smallest among the options"
              + " of this choice; their geometric mean over all ways to hold the others.",
          "",
          "");
}
