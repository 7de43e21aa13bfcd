// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import casebook.stats.result.Estimate;
import casebook.study.finding.Finding.Timelines;
import casebook.study.finding.PatientCourse;
import casebook.study.finding.PatientCourse.Mark;
import casebook.study.finding.TimelineFrame;
import casebook.study.finding.TimelineFrame.Range;
import casebook.study.report.figure.CourseKey.Entry;
import casebook.study.report.figure.CourseKey.Sign;
import casebook.study.report.figure.Drawing.Fill;
import casebook.study.report.figure.Drawing.Stroke;
import casebook.study.report.style.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The signs that occur in a figure of patients, for its key.
///
/// @param timelines the patients
/// @param numbers how values are printed
record CourseSigns(Timelines timelines, Numbers numbers) {
  private static final List<Mark.Kind> MARKS =
      List.of(Mark.Kind.RESPONSE, Mark.Kind.LOST, Mark.Kind.RELAPSE, Mark.Kind.DEATH);

  /// The signs of panels.
  ///
  /// @param thresholds whether the key names the thresholds, as nothing else does
  List<Entry> ofCourse(boolean thresholds) {
    List<Entry> entries = new ArrayList<>();
    mark(entries, Mark.Kind.START);
    MARKS.forEach(kind -> mark(entries, kind));
    ongoing(entries);
    ranges(entries, thresholds);
    bars(entries);
    levels(entries);
    return entries;
  }

  /// The signs of lanes.
  List<Entry> ofSwimmer() {
    List<Entry> entries = new ArrayList<>();
    String drug = timelines.frame().lanes().getFirst();
    entry(
        entries,
        it -> !it.bars().isEmpty(),
        (canvas, x, y) -> new CourseMarks(canvas).drug(x - 5, x + 5, y),
        "on " + drug);
    entry(
        entries,
        it -> it.responses().stream().anyMatch(PatientCourse.Stretch::complete),
        (canvas, x, y) -> new CourseMarks(canvas).response(x - 5, x + 5, y, true),
        "complete response");
    entry(
        entries,
        it -> it.responses().stream().anyMatch(response -> !response.complete()),
        (canvas, x, y) -> new CourseMarks(canvas).response(x - 5, x + 5, y, false),
        "partial response");
    entry(
        entries,
        it -> true,
        (canvas, x, y) -> canvas.line(x - 5, y, x + 5, y, Stroke.QUIET),
        "followed");
    MARKS.forEach(kind -> mark(entries, kind));
    ongoing(entries);
    return entries;
  }

  private void entry(
      List<Entry> entries, Predicate<PatientCourse> occurs, Sign sign, String words) {
    if (timelines.patients().stream().anyMatch(occurs)) {
      entries.add(new Entry(sign, words, ""));
    }
  }

  private void mark(List<Entry> entries, Mark.Kind kind) {
    if (timelines.patients().stream().anyMatch(it -> it.first(kind).isPresent())) {
      String address =
          timelines.totals().stream()
              .filter(it -> it.statistic().equals(kind.name().toLowerCase(Locale.ROOT)))
              .map(it -> it.address().path())
              .findFirst()
              .orElse("");
      Sign sign = (canvas, x, y) -> new CourseMarks(canvas).draw(kind, x, y);
      entries.add(new Entry(sign, CourseMarks.words(kind), address));
    }
  }

  private void ongoing(List<Entry> entries) {
    entry(
        entries,
        it -> !it.followed().died(),
        (canvas, x, y) -> new CourseMarks(canvas).goesOn(x - 4, y),
        "goes on");
  }

  private void ranges(List<Entry> entries, boolean thresholds) {
    TimelineFrame frame = timelines.frame();
    for (Range normal : frame.normal().stream().toList()) {
      Sign band = (canvas, x, y) -> canvas.box(x - 5, y - 3, 10, 6, Fill.QUIET, Stroke.NONE);
      entries.add(new Entry(band, "normal range " + range(normal), ""));
    }
    if (thresholds && !frame.thresholds().isEmpty()) {
      String words =
          frame.thresholds().stream()
              .map(it -> number(it.value()) + " " + it.label())
              .collect(Collectors.joining(", "));
      Sign line = (canvas, x, y) -> canvas.line(x - 5, y, x + 5, y, Stroke.DOTTED);
      entries.add(new Entry(line, words, ""));
    }
    entry(
        entries,
        it -> it.values().stream().anyMatch(value -> !value.counted()),
        (canvas, x, y) -> canvas.circle(x, y, 1.2, Fill.PAPER, Stroke.ACCENT),
        "not counted, soon after rescue");
  }

  private void bars(List<Entry> entries) {
    TimelineFrame frame = timelines.frame();
    for (int lane = 0; lane < frame.lanes().size(); lane++) {
      int place = lane;
      entry(
          entries,
          it -> CourseScale.dosed(it, place),
          (canvas, x, y) -> canvas.box(x - 5, y - 2, 10, 4, Fill.ACCENT, Stroke.NONE),
          frame.lanes().get(lane) + ", height by dose");
    }
  }

  private void levels(List<Entry> entries) {
    for (TimelineFrame.Level level : timelines.frame().level().stream().toList()) {
      String window =
          level.window().map(it -> ", " + range(it) + " " + level.unit() + " shaded").orElse("");
      entry(
          entries,
          it -> !it.levels().isEmpty(),
          (canvas, x, y) -> canvas.box(x - 0.8, y - 0.8, 1.6, 1.6, Fill.INK, Stroke.NONE),
          level.label() + window);
    }
  }

  private String range(Range range) {
    return number(range.low()) + "–" + number(range.high());
  }

  private String number(double value) {
    return numbers.quantity(Estimate.of(value));
  }
}
