// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

/// The function of time with which a coefficient is allowed to change in a test of proportional
/// hazards.
///
/// Equals: argument `transform` of `cox.zph` of R's survival 3.5.
public enum HazardScale {
  /// One minus the Kaplan-Meier curve just before the time: robust against outlying times.
  KAPLAN_MEIER,
  /// The time itself.
  TIME,
  /// The rank of the time among all times, censored ones too.
  RANK,
  /// The logarithm of the time; all times must be above 0.
  LOG
}
