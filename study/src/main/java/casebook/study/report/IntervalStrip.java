// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.study.finding.Cell;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import casebook.study.report.Explanation.Part;
import casebook.study.report.figure.Drawing;
import casebook.study.report.figure.StripFigure;
import casebook.study.report.style.FurtherCells;
import casebook.study.report.style.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A ratio by every method that was worked out for it, so that a reader sees what the choice of the
/// method does.
///
/// @param entries the printed one first
record IntervalStrip(List<Entry> entries) {
  /// From this ratio of the farthest to the nearest limit on, a reader is told.
  private static final double MATTERS = 1.5;

  IntervalStrip {
    entries = List.copyOf(entries);
  }

  /// A ratio by one method.
  ///
  /// @param label the name of its interval
  /// @param statistic the ratio
  /// @param printed whether it is the one in the table
  record Entry(String label, Statistic statistic, boolean printed) {
    Optional<Interval> interval() {
      return statistic.estimate().flatMap(Estimate::interval);
    }
  }

  /// The strip of a ratio; empty when no other method was worked out, or the number is no ratio.
  static Optional<IntervalStrip> of(Statistic statistic) {
    boolean ratio = isRatio(statistic);
    List<Basis.Other> others =
        statistic.basis().others().stream().filter(other -> isRatio(other.statistic())).toList();
    if (!ratio || others.isEmpty()) {
      return Optional.empty();
    }
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry(name(statistic, ""), statistic, true));
    for (Basis.Other other : others) {
      boolean casebook = other.label().equals(Basis.CASEBOOK);
      String name = name(other.statistic(), casebook ? "" : other.label());
      entries.add(
          new Entry(name + (casebook ? ", profile casebook" : ""), other.statistic(), false));
    }
    return Optional.of(new IntervalStrip(entries));
  }

  private static boolean isRatio(Statistic statistic) {
    return FurtherCells.form(statistic) == Cell.Form.RATIO;
  }

  /// What belongs to a ratio without being another answer, such as what share of information is
  /// missing; nothing for a number that is no ratio.
  static List<Basis.Other> alongside(Statistic statistic) {
    return isRatio(statistic)
        ? statistic.basis().others().stream().filter(it -> !isRatio(it.statistic())).toList()
        : List.of();
  }

  private static String name(Statistic statistic, String otherwise) {
    String interval = statistic.method().interval();
    if (!interval.isEmpty()) {
      return interval;
    }
    return otherwise.isEmpty() ? statistic.method().name() : otherwise;
  }

  /// The figure and the numbers of the strip.
  List<Part> parts(Numbers numbers) {
    List<Part> parts = new ArrayList<>();
    List<Entry> drawn = entries.stream().filter(entry -> entry.interval().isPresent()).toList();
    if (drawn.size() > 1) {
      parts.add(
          new Part.Figure(
              "The interval by each method", words(drawn, numbers), figure(drawn, numbers)));
    }
    parts.add(
        new Part.Grid(
            "By each method",
            List.of("interval", "value (interval)", numbers.pLetter()),
            entries.stream().map(entry -> row(entry, numbers)).toList()));
    List<String> reasons =
        entries.stream()
            .filter(entry -> !entry.printed())
            .map(entry -> entry.statistic().whyNot())
            .filter(why -> !why.isBlank())
            .map(MethodNotes::sentence)
            .distinct()
            .toList();
    if (!reasons.isEmpty()) {
      parts.add(new Part.Prose("Not estimable by some methods", reasons));
    }
    return parts;
  }

  private static Drawing figure(List<Entry> drawn, Numbers numbers) {
    return StripFigure.of(
        drawn.stream()
            .map(entry ->
                new StripFigure.Line(
                    entry.label(), entry.statistic().estimate().orElseThrow(), entry.printed()))
            .toList(),
        numbers);
  }

  private static List<String> row(Entry entry, Numbers numbers) {
    Statistic statistic = entry.statistic();
    return List.of(
        entry.label() + (entry.printed() ? ", printed" : ""),
        statistic.estimate().map(numbers::preciseRatio).orElse(Numbers.NOT_ESTIMABLE),
        statistic.p().map(numbers::precise).orElse("–"));
  }

  private static String words(List<Entry> drawn, Numbers numbers) {
    List<String> each = new ArrayList<>();
    for (Entry entry : drawn) {
      String ratio = entry.statistic().estimate().map(numbers::ratio).orElseThrow();
      each.add(entry.label() + " " + ratio + (entry.printed() ? ", printed" : ""));
    }
    return "Intervals on a logarithmic axis with a line at 1: " + String.join("; ", each) + ".";
  }

  /// A sentence when the methods disagree enough to matter: the farthest limit is more than 1.5
  /// times the nearest, above 1 the upper limit, below 1 the lower.
  ///
  /// @param level the confidence level as printed
  Optional<String> disagreement(Numbers numbers, String level) {
    Statistic main = entries.getFirst().statistic();
    List<Entry> drawn = entries.stream().filter(entry -> entry.interval().isPresent()).toList();
    if (main.estimate().isEmpty() || drawn.size() < 2) {
      return Optional.empty();
    }
    boolean upper = main.estimate().get().value() >= 1;
    Entry nearest = drawn.getFirst();
    Entry farthest = drawn.getFirst();
    for (Entry entry : drawn) {
      nearest = far(entry, upper) < far(nearest, upper) ? entry : nearest;
      farthest = far(entry, upper) > far(farthest, upper) ? entry : farthest;
    }
    return far(farthest, upper) > MATTERS * far(nearest, upper)
        ? Optional.of(
            "The "
                + (upper ? "upper " : "lower ")
                + level
                + "% limit depends on the method: "
                + limit(nearest, numbers)
                + ", "
                + limit(farthest, numbers)
                + ".")
        : Optional.empty();
  }

  /// How far a limit lies from 1, on the side of the estimate.
  private static double far(Entry entry, boolean upper) {
    Interval interval = entry.interval().orElseThrow();
    return upper ? interval.high() : 1 / interval.low();
  }

  private String limit(Entry entry, Numbers numbers) {
    double estimate = entries.getFirst().statistic().estimate().orElseThrow().value();
    Interval interval = entry.interval().orElseThrow();
    double limit = estimate >= 1 ? interval.high() : interval.low();
    return numbers.ratioLimit(estimate, limit) + " by " + entry.label();
  }
}
