// SPDX-License-Identifier: Apache-2.0
package casebook.study.finding;

import casebook.stats.result.Estimate;
import java.util.List;

/// The curve of one group: the share without an event, or with it, along time.
///
/// @param label its name
/// @param people how many
/// @param steps in the order of their times; none for nobody
/// @param median the time at which the curve reaches one half; infinite when it does not
public record GroupCurve(String label, int people, List<Step> steps, double median) {
  public GroupCurve {
    steps = List.copyOf(steps);
  }

  /// What curves say.
  ///
  /// @param event what is waited for, such as `Relapse`
  /// @param from what time is counted from; may be empty
  /// @param unit in which it is counted, such as `months`; may be empty
  /// @param rises whether the curves are the share of those with the event, beside death, rather
  ///   than the share of those without
  public record Course(String event, String from, String unit, boolean rises) {}

  /// A time at which somebody had an event or was censored.
  ///
  /// @param time from 0
  /// @param share from this time on, between 0 and 1, with its interval where it has one
  /// @param atRisk people just before
  /// @param events at this time
  /// @param censored at this time
  /// @param deaths at this time that are neither
  public record Step(
      double time, Estimate share, int atRisk, int events, int censored, int deaths) {}
}
