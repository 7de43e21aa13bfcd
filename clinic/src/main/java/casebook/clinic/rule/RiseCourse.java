// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import casebook.clinic.rule.BeforeStart.Value;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Where a patient stands in a rule such as *creatinine > 150 % of baseline: reduce 25 % for 10
/// days, resume when creatinine <= 125 %, otherwise stop and ask*.
///
/// The first value that meets the trigger begins the days of the reduced dose. Values within these
/// days change nothing. The first value on or after the day that follows them decides: where it
/// meets the limit the dose before is resumed, otherwise the drug is stopped and somebody is asked;
/// then the rule rests until a dose is given again. Without a limit the dose is resumed after the
/// days.
public sealed interface RiseCourse {
  /// Nothing has met the trigger, or all is over.
  record Quiet() implements RiseCourse {}

  /// The dose is reduced.
  ///
  /// @param trigger the value that began it
  /// @param last the last day of the reduced dose
  record Reduced(Value trigger, LocalDate last) implements RiseCourse {}

  /// The days are over, and the value that decides is not there yet.
  ///
  /// @param trigger the value that began it
  /// @param due the day from which a value decides
  record RecheckDue(Value trigger, LocalDate due) implements RiseCourse {}

  /// The dose before may be given again.
  ///
  /// @param trigger the value that began it
  /// @param from the day from which it may
  /// @param recheck the value that decided; empty: the rule asks for none
  record Resumed(Value trigger, LocalDate from, Optional<Value> recheck) implements RiseCourse {}

  /// The drug is stopped, and somebody is asked.
  ///
  /// @param trigger the value that began it
  /// @param recheck the value that decided
  record Stopped(Value trigger, Value recheck) implements RiseCourse {}

  /// A rule.
  ///
  /// @param begins the values that begin it
  /// @param days how long the dose is reduced
  /// @param ends the values with which the dose before may be given again; empty: after the days
  record Rule(Predicate<Value> begins, int days, Optional<Predicate<Value>> ends) {}

  /// Follows the values up to a day.
  ///
  /// @param values the values after start and up to the day, in the order of time
  /// @param doseDays the days on which a dose above 0 begins, in the order of time
  /// @param today the day
  static RiseCourse of(List<Value> values, Rule rule, List<LocalDate> doseDays, LocalDate today) {
    RiseCourse now = new Quiet();
    for (Value value : values) {
      now = after(until(now, rule, doseDays, value.day()), value, rule);
    }
    return until(now, rule, doseDays, today);
  }

  /// What a day makes of a state before anything is measured on it.
  private static RiseCourse until(
      RiseCourse now, Rule rule, List<LocalDate> doseDays, LocalDate day) {
    if (now instanceof Reduced(var trigger, var last) && day.isAfter(last)) {
      LocalDate due = last.plusDays(1);
      return rule.ends().isPresent()
          ? new RecheckDue(trigger, due)
          : new Resumed(trigger, due, Optional.empty());
    }
    if (now instanceof Stopped(var trigger, var recheck)
        && doseDays.stream().anyMatch(it -> it.isAfter(recheck.day()) && !it.isAfter(day))) {
      return new Quiet();
    }
    return now;
  }

  /// What a value makes of a state.
  private static RiseCourse after(RiseCourse now, Value value, Rule rule) {
    return switch (now) {
      case Quiet() -> begun(now, value, rule);
      case Resumed resumed -> begun(resumed, value, rule);
      case RecheckDue(var trigger, var due) ->
          rule.ends().orElseThrow().test(value)
              ? new Resumed(trigger, value.day(), Optional.of(value))
              : new Stopped(trigger, value);
      case Reduced reduced -> reduced;
      case Stopped stopped -> stopped;
    };
  }

  private static RiseCourse begun(RiseCourse now, Value value, Rule rule) {
    return rule.begins().test(value)
        ? new Reduced(value, value.day().plusDays(rule.days() - 1))
        : now;
  }
}
