// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import casebook.study.finding.PatientCourse;
import casebook.study.finding.PatientCourse.Bar;
import casebook.study.finding.PatientCourse.Mark;
import casebook.study.finding.PatientCourse.Reading;
import casebook.study.finding.TimelineFrame;
import casebook.study.finding.TimelineFrame.Range;
import casebook.study.finding.TimelineFrame.Threshold;
import casebook.study.report.figure.CourseItems.Item;
import casebook.study.report.figure.CourseItems.Kind;
import casebook.study.report.figure.Drawing.Anchor;
import casebook.study.report.figure.Drawing.Fill;
import casebook.study.report.figure.Drawing.Point;
import casebook.study.report.figure.Drawing.Stroke;
import casebook.study.report.figure.Drawing.Weight;
import casebook.study.report.style.Numbers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Draws one patient: the values, below them bars of what was given, remarks, and levels.
final class CoursePanel {
  /// The distance to the next panel.
  static final double BETWEEN = 9;

  /// The usual height of the values.
  static final double HEIGHT = 34;

  private static final double SIZE = 6.5;
  private static final double LEVEL = 12;
  private static final double GAP = 2;
  private static final double DOT = 0.9;

  private final PatientCourse patient;
  private final CourseScale scale;
  private final TimeAxis time;
  private final Numbers numbers;
  private final CourseItems items;

  /// @param time where the panel lies
  CoursePanel(PatientCourse patient, CourseScale scale, TimeAxis time, Numbers numbers) {
    this.patient = patient;
    this.scale = scale;
    this.time = time;
    this.numbers = numbers;
    this.items = new CourseItems(time.from(), time.to());
    for (int lane = 0; lane < scale.frame().lanes().size(); lane++) {
      items(lane);
    }
    breaks();
  }

  private void items(int lane) {
    String label = scale.frame().lanes().get(lane);
    if (CourseScale.dosed(patient, lane)) {
      DoseLane doses = dosed(lane);
      if (!doses.hasRoom()) {
        items.words(doses.words(), doses.begin());
      }
      return;
    }
    for (Bar bar : CourseScale.bars(patient, lane)) {
      items.put(
          bar.ongoing() ? Kind.ONGOING : Kind.BAR,
          DoseLane.from(bar, patient, time),
          DoseLane.to(bar, patient, time),
          label);
    }
  }

  private DoseLane dosed(int lane) {
    return new DoseLane(patient, CourseScale.bars(patient, lane), scale, time, numbers);
  }

  private void breaks() {
    for (Mark mark : patient.marks()) {
      if (mark.kind() == Mark.Kind.STOPPED) {
        double x = time.x(mark.day(), patient);
        String drug = scale.frame().lanes().isEmpty() ? "" : scale.frame().lanes().getFirst() + " ";
        items.put(Kind.DAY, x, x, drug + CourseMarks.words(mark.kind()));
      }
    }
  }

  /// The height below the values.
  double below() {
    return dosedLanes() * (DoseLane.HEIGHT + GAP)
        + (items.rows().isEmpty() ? 0 : items.height() + 1)
        + (patient.levels().isEmpty() ? 0 : LEVEL + GAP);
  }

  private int dosedLanes() {
    int dosed = 0;
    for (int lane = 0; lane < scale.frame().lanes().size(); lane++) {
      dosed += CourseScale.dosed(patient, lane) ? 1 : 0;
    }
    return dosed;
  }

  /// Draws the panel.
  ///
  /// @param top where its values begin
  /// @param height of the values
  void draw(Canvas canvas, double top, double height) {
    values(canvas, top, height);
    double y = top + height + GAP;
    for (int lane = 0; lane < scale.frame().lanes().size(); lane++) {
      if (CourseScale.dosed(patient, lane)) {
        dosed(lane).draw(canvas, y);
        y += DoseLane.HEIGHT + GAP;
      }
    }
    for (List<Item> row : items.rows()) {
      row.forEach(new ItemDrawing(canvas, y)::draw);
      y += CourseItems.ROW;
    }
    if (!patient.levels().isEmpty()) {
      levels(canvas, y + (items.rows().isEmpty() ? 0 : 1));
    }
  }

  private record ItemDrawing(Canvas canvas, double top) {
    void draw(Item item) {
      double middle = top + CourseItems.ROW / 2;
      switch (item.kind()) {
        case BAR, ONGOING -> bar(item, middle);
        case DAY -> new CourseMarks(canvas).draw(Mark.Kind.STOPPED, item.from(), middle - 1);
        case WORDS -> {
          // they stand alone
        }
      }
      canvas.text(item.text(), item.x(), middle + 2.3, SIZE, Anchor.START, Weight.NORMAL);
    }

    private void bar(Item item, double middle) {
      double width = Math.max(item.to() - item.from(), 1.5);
      canvas.box(item.from(), middle - 1.8, width, 3.6, Fill.QUIET, Stroke.THIN);
      if (item.kind() == Kind.ONGOING) {
        new CourseMarks(canvas).goesOn(item.to(), middle);
      }
    }
  }

  private void values(Canvas canvas, double top, double height) {
    double bottom = top + height;
    ValueAxis axis = scale.values(bottom, top);
    TimelineFrame frame = scale.frame();
    for (Range range : frame.normal().stream().toList()) {
      double high = axis.place(range.high());
      band(canvas, patient.followed().last(), high, axis.place(range.low()));
    }
    for (Threshold threshold : frame.thresholds()) {
      double y = axis.place(threshold.value());
      canvas.line(time.from(), y, time.to(), y, Stroke.DOTTED);
    }
    canvas.line(time.from(), top, time.from(), bottom, Stroke.THIN);
    canvas.line(time.from(), bottom, time.to(), bottom, Stroke.THIN);
    double start = time.x(patient.followed().start(), patient);
    canvas.line(start, top, start, bottom, Stroke.THIN);
    line(canvas, axis);
    marks(canvas, axis, top);
  }

  /// A shaded band from the first dose to a day.
  private void band(Canvas canvas, LocalDate to, double high, double low) {
    double from = time.x(patient.followed().start(), patient);
    double width = time.x(to, patient) - from;
    if (width > 0 && low > high) {
      canvas.box(from, high, width, low - high, Fill.QUIET, Stroke.NONE);
    }
  }

  private void line(Canvas canvas, ValueAxis axis) {
    List<Point> points = new ArrayList<>();
    for (Reading reading : patient.values()) {
      points.add(new Point(time.x(reading.day(), patient), axis.place(reading.value())));
    }
    if (points.size() > 1) {
      canvas.path(points, Stroke.ACCENT);
    }
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      Reading reading = patient.values().get(i);
      if (reading.value() > axis.high()) {
        beyond(canvas, point);
      } else {
        Fill fill = reading.counted() ? Fill.ACCENT : Fill.PAPER;
        canvas.circle(point.x(), point.y(), DOT, fill, Stroke.ACCENT);
      }
    }
  }

  /// A value above the edge: a triangle at the edge.
  private static void beyond(Canvas canvas, Point at) {
    canvas.area(
        List.of(
            new Point(at.x() - 2, at.y() + 2),
            new Point(at.x() + 2, at.y() + 2),
            new Point(at.x(), at.y() - 2)),
        Fill.ACCENT);
  }

  private void marks(Canvas canvas, ValueAxis axis, double top) {
    CourseMarks marks = new CourseMarks(canvas);
    for (Mark mark : patient.marks()) {
      double x = time.x(mark.day(), patient);
      switch (mark.kind()) {
        case RESPONSE, LOST, RELAPSE ->
            marks.draw(
                mark.kind(), x, mark.value().stream().map(axis::place).findFirst().orElse(top));
        case DEATH -> marks.draw(mark.kind(), x + 5, lastHeight(axis));
        case START, STOPPED, RESTARTED -> {
          // the first dose is a line, a break stands among the remarks
        }
      }
    }
    if (!patient.followed().died()) {
      marks.goesOn(time.x(patient.followed().last(), patient) + 2, lastHeight(axis));
    }
  }

  /// The height of the last value.
  private double lastHeight(ValueAxis axis) {
    return patient.values().isEmpty()
        ? (axis.from() + axis.to()) / 2
        : axis.place(patient.values().getLast().value());
  }

  private void levels(Canvas canvas, double top) {
    double bottom = top + LEVEL;
    ValueAxis axis = new ValueAxis(0, scale.level(), false, bottom, top);
    for (Range window : scale.frame().level().flatMap(it -> it.window()).stream().toList()) {
      double high = axis.place(window.high());
      band(canvas, treatedUntil(), high, axis.place(window.low()));
    }
    List<Point> points = new ArrayList<>();
    for (Reading level : patient.levels()) {
      points.add(new Point(time.x(level.day(), patient), axis.place(level.value())));
    }
    if (points.size() > 1) {
      canvas.path(points, Stroke.QUIET);
    }
    points.forEach(it -> canvas.box(it.x() - 0.8, it.y() - 0.8, 1.6, 1.6, Fill.INK, Stroke.NONE));
  }

  /// The last day with a dose or a level.
  private LocalDate treatedUntil() {
    LocalDate last = patient.levels().getLast().day();
    for (Bar bar : patient.bars()) {
      last = bar.dose().isPresent() && bar.last().isAfter(last) ? bar.last() : last;
    }
    return last;
  }
}
