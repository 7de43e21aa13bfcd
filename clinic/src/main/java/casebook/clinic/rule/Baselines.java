// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import casebook.clinic.protocol.Treatment.Baseline;
import casebook.clinic.record.Event.Measured;
import casebook.clinic.record.Series;
import casebook.clinic.record.Timeline;
import casebook.clinic.rule.BeforeStart.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Takes the values before start from a timeline.
final class Baselines {
  private static final String MARK = "baseline";

  private Baselines() {}

  static BeforeStart of(Baseline rule, Timeline patient, LocalDate start) {
    List<Value> values = new ArrayList<>();
    Series series = patient.series(rule.measure());
    int end = series.until(start.toEpochDay());
    for (int i = series.until(start.toEpochDay() - rule.days() - 1); i < end; i++) {
      if (series.quantity(i).exact()) {
        values.add(value(series.get(i)));
      }
    }
    return BeforeStart.of(values, start, rule);
  }

  static Value value(Measured measured) {
    boolean marked = measured.entry().note().strip().equalsIgnoreCase(MARK);
    return new Value(measured.day(), measured.value(), marked);
  }

  /// What is missing where there is no baseline.
  static String missing(BeforeStart before, Baseline rule) {
    return switch (before) {
      case BeforeStart.Known known -> "nothing";
      case BeforeStart.TooFew few ->
          "a baseline " + rule.measure() + " of the " + rule.days() + " days before start";
      case BeforeStart.Zero zero -> "a baseline " + rule.measure() + " above 0";
      case BeforeStart.SeveralMarked several ->
          "one baseline " + rule.measure() + ", where several values are marked as baseline";
    };
  }

  /// The same as a sentence.
  static String sentence(BeforeStart before, Baseline rule, LocalDate start) {
    return switch (before) {
      case BeforeStart.Known known ->
          "The baseline " + rule.measure() + " is " + DoseOnDay.plain(known.mean()) + ".";
      case BeforeStart.TooFew(int found, int needed) ->
          "There are "
              + found
              + " of at least "
              + needed
              + " values of "
              + rule.measure()
              + " from "
              + start.minusDays(rule.days())
              + " to "
              + start
              + ".";
      case BeforeStart.Zero zero ->
          "A value of " + rule.measure() + " before start is 0, so that nothing is a share of it.";
      case BeforeStart.SeveralMarked(var marked) ->
          "The values of "
              + rule.measure()
              + " on "
              + String.join(" and ", marked.stream().map(it -> it.day().toString()).toList())
              + " are both marked as baseline; strike one of the marks.";
    };
  }
}
