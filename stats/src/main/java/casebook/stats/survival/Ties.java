// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

/// How the partial likelihood treats events at the same time.
public enum Ties {
  /// Tied events leave the risk set one after the other in average: f = 0, 1/d, ..., (d-1)/d of
  /// their weight is gone when the next one happens. Close to the truth and cheap; the default.
  ///
  /// Source: Efron, 1977, Journal of the American Statistical Association 72:557-565.
  EFRON,
  /// Each tied event sees the full risk set. Biased towards 0 with many ties.
  ///
  /// Source: Breslow, 1974, Biometrics 30:89-99.
  BRESLOW,
  /// Time is truly discrete: the events are one of all subsets of their number, as in conditional
  /// logistic regression. Cost grows with people times ties.
  ///
  /// Source: Cox, 1972, Journal of the Royal Statistical Society B 34:187-220; the recursion of
  /// Gail, Lubin and Rubinstein, 1981, Biometrika 68:703-707.
  EXACT
}
