// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import java.util.OptionalDouble;

/// The time by which a share of the people have had the event; an absent time is "not reached".
///
/// @param probability the share, between 0 and 1; 0.5 is the median
/// @param time the time at which the survival curve reaches `1 - probability`
/// @param low the time at which the lower band does
/// @param high the time at which the upper band does
/// @param level confidence level of the band
public record SurvivalQuantile(
    double probability,
    OptionalDouble time,
    OptionalDouble low,
    OptionalDouble high,
    double level) {}
