// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

/// Which time is the quantile when a survival curve runs flat at exactly the level asked for.
public enum QuantileRule {
  /// The smallest time at which the curve has reached the level.
  ///
  /// Source: Brookmeyer and Crowley, 1982, Biometrics 38:29-41.
  FIRST,
  /// The midpoint of the flat stretch; it ends at the last time when the curve falls no further.
  ///
  /// Equals: `quantile.survfit` of R's survival 3.5.
  MIDPOINT
}
