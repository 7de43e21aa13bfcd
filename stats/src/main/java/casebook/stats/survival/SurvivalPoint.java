// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import casebook.stats.result.Interval;
import java.util.Optional;
import java.util.OptionalDouble;

/// A survival curve at one time.
///
/// @param time the time asked for
/// @param atRisk people at risk just before it
/// @param survival probability to be without the event after it
/// @param standardError Greenwood's standard error; absent where nobody survives
/// @param interval pointwise interval; absent where its scale has none
public record SurvivalPoint(
    double time,
    int atRisk,
    double survival,
    OptionalDouble standardError,
    Optional<Interval> interval) {}
