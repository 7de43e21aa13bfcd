// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import casebook.stats.result.Estimate;
import casebook.study.finding.Finding.Timelines;
import casebook.study.finding.PatientCourse;
import casebook.study.finding.TimelineFrame;
import casebook.study.finding.TimelineFrame.Threshold;
import casebook.study.report.figure.Drawing.Anchor;
import casebook.study.report.figure.Drawing.Stroke;
import casebook.study.report.figure.Drawing.Weight;
import casebook.study.report.style.Numbers;
import java.util.ArrayList;
import java.util.List;

/// Draws the course of each patient: one small panel a patient on an axis of time that all share,
/// as many as fit on a page of a journal, then the next page. Few patients have one column of
/// panels, many have two.
public final class CourseFigure {
  private static final double SIZE = 7;
  private static final double ID = 9;
  private static final double WIDEST_ID = 60;
  private static final double BETWEEN_COLUMNS = 18;
  private static final double ARROW = 12;
  private static final double AXIS = 16;
  private static final int MOST_IN_ONE_COLUMN = 12;

  private final Timelines timelines;
  private final Numbers numbers;
  private final CourseScale scale;
  private final CourseKey key;
  private final List<TimeAxis> columns;
  private final List<List<Panel>> filled;
  private final double height;

  /// A panel with the patient whom it shows.
  private record Panel(PatientCourse patient, CoursePanel drawn) {
    double height(double values) {
      return values + drawn.below() + CoursePanel.BETWEEN;
    }
  }

  private CourseFigure(Timelines timelines, Numbers numbers) {
    this.timelines = timelines;
    this.numbers = numbers;
    this.scale = CourseScale.of(timelines);
    boolean one = timelines.patients().size() <= MOST_IN_ONE_COLUMN;
    List<CourseKey.Entry> signs = new CourseSigns(timelines, numbers).ofCourse(!one);
    this.key = new CourseKey(head(timelines), signs, FigurePage.WIDTH);
    this.columns = columns(one);
    List<Panel> panels = panels();
    this.height = height(panels);
    this.filled = filled(panels, height);
  }

  /// Draws the figure, one drawing a page; none without patients.
  public static List<FigurePage> of(Timelines timelines, Numbers numbers) {
    return timelines.patients().isEmpty()
        ? List.of()
        : new CourseFigure(timelines, numbers).pages();
  }

  private static String head(Timelines timelines) {
    TimelineFrame frame = timelines.frame();
    return CourseKey.capital(frame.measured())
        + (frame.unit().isEmpty() ? "" : ", " + frame.unit())
        + (frame.axes().logarithmic() ? " (log scale)" : "");
  }

  /// Where the panels of each column lie.
  private List<TimeAxis> columns(boolean one) {
    TimeAxis time = TimeAxis.of(timelines.patients(), timelines.frame().axes().calendar(), 0, 1);
    if (one) {
      return List.of(time.between(left(), FigurePage.WIDTH - ARROW - right()));
    }
    double width = (FigurePage.WIDTH - BETWEEN_COLUMNS) / 2;
    double second = width + BETWEEN_COLUMNS;
    return List.of(
        time.between(left(), width - ARROW),
        time.between(second + left(), FigurePage.WIDTH - ARROW));
  }

  /// The room left of the panels, for ids and ticks.
  private double left() {
    double widest = 0;
    for (double tick : scale.ticks(CoursePanel.HEIGHT)) {
      widest = Math.max(widest, TextWidth.of(tick(tick), SIZE - 0.5));
    }
    return ids() + widest + 10;
  }

  private double ids() {
    double widest = 0;
    for (PatientCourse patient : timelines.patients()) {
      widest = Math.max(widest, TextWidth.of(patient.id(), ID * 1.06));
    }
    return Math.min(widest, WIDEST_ID);
  }

  /// The room right of the panels, for the words of thresholds and of the window.
  private double right() {
    double widest = 0;
    for (Threshold threshold : scale.frame().thresholds()) {
      widest = Math.max(widest, TextWidth.of(threshold(threshold), SIZE - 0.5));
    }
    return widest;
  }

  private String threshold(Threshold threshold) {
    return tick(threshold.value()) + " " + threshold.label();
  }

  private String tick(double value) {
    return numbers.quantity(Estimate.of(value));
  }

  private List<Panel> panels() {
    return timelines.patients().stream()
        .map(it -> new Panel(it, new CoursePanel(it, scale, columns.getFirst(), numbers)))
        .toList();
  }

  private double room() {
    return FigurePage.HEIGHT - key.height() - AXIS - 12;
  }

  /// The largest height of the values with which all stand on one page; a usual one when that would
  /// be too little.
  private double height(List<Panel> panels) {
    double most = panels.size() <= 3 ? 3 * CoursePanel.HEIGHT : 1.4 * CoursePanel.HEIGHT;
    for (double tried = most; tried >= 0.7 * CoursePanel.HEIGHT; tried--) {
      if (filled(panels, tried).size() <= columns.size()) {
        return tried;
      }
    }
    return columns.size() == 1 ? CoursePanel.HEIGHT : 0.8 * CoursePanel.HEIGHT;
  }

  /// The panels of each column; those of the last page are shared among its columns.
  private List<List<Panel>> filled(List<Panel> panels, double values) {
    List<List<Panel>> all = new ArrayList<>();
    double left = 0;
    for (Panel panel : panels) {
      if (all.isEmpty() || panel.height(values) > left) {
        all.add(new ArrayList<>());
        left = room();
      }
      all.getLast().add(panel);
      left -= panel.height(values);
    }
    return all;
  }

  private List<FigurePage> pages() {
    List<FigurePage> pages = new ArrayList<>();
    for (int from = 0; from < filled.size(); from += columns.size()) {
      int to = Math.min(from + columns.size(), filled.size());
      pages.add(page(shared(filled.subList(from, to), to == filled.size())));
    }
    return pages;
  }

  /// Two columns of the last page, about equally long.
  private List<List<Panel>> shared(List<List<Panel>> page, boolean last) {
    if (!last || columns.size() == 1) {
      return page;
    }
    List<Panel> all = page.stream().flatMap(List::stream).toList();
    int half = (all.size() + 1) / 2;
    List<List<Panel>> halves = List.of(all.subList(0, half), all.subList(half, all.size()));
    boolean fit = halves.stream().allMatch(it -> length(it) <= room());
    return fit ? halves : page;
  }

  private double length(List<Panel> column) {
    return column.stream().mapToDouble(it -> it.height(height)).sum();
  }

  private FigurePage page(List<List<Panel>> page) {
    Canvas canvas = new Canvas();
    key.draw(canvas);
    double end = key.height();
    for (int i = 0; i < page.size(); i++) {
      if (!page.get(i).isEmpty()) {
        end = Math.max(end, column(canvas, columns.get(i), page.get(i)));
      }
    }
    canvas.line(0, end, FigurePage.WIDTH, end, Stroke.INK);
    List<PatientCourse> patients = page.stream().flatMap(List::stream).map(Panel::patient).toList();
    return new FigurePage(patients, canvas.drawing(FigurePage.WIDTH, end + 1));
  }

  /// Draws a column; where it ends.
  private double column(Canvas canvas, TimeAxis time, List<Panel> column) {
    double top = key.height();
    double bottom = top + length(column) - CoursePanel.BETWEEN + 3;
    List<TimeAxis.Tick> ticks = time.ticks(SIZE);
    ticks.forEach(tick -> canvas.line(tick.x(), top, tick.x(), bottom, Stroke.FAINT));
    double y = top;
    for (int i = 0; i < column.size(); i++) {
      panel(canvas, time, column.get(i), y);
      if (i == 0 && columns.size() == 1) {
        thresholds(canvas, time, y);
      }
      y += column.get(i).height(height);
    }
    canvas.line(time.from(), bottom, time.to(), bottom, Stroke.INK);
    for (TimeAxis.Tick tick : ticks) {
      canvas.line(tick.x(), bottom, tick.x(), bottom + 3, Stroke.INK);
      canvas.text(tick.label(), tick.x(), bottom + 11, SIZE, Anchor.MIDDLE, Weight.NORMAL);
    }
    double words = time.title().isEmpty() ? 0 : 10;
    canvas.text(
        time.title(),
        (time.from() + time.to()) / 2,
        bottom + 21,
        SIZE,
        Anchor.MIDDLE,
        Weight.NORMAL);
    return bottom + AXIS + words;
  }

  private void panel(Canvas canvas, TimeAxis time, Panel panel, double top) {
    PatientCourse patient = panel.patient();
    double x = time.from() - left();
    double y = top + 7;
    for (String line : TextWidth.wrap(patient.id(), ID * 1.06, WIDEST_ID)) {
      String address = patient.summary().address().path();
      canvas.number(line, x, y, ID, Anchor.START, Weight.BOLD, address);
      y += ID + 1;
    }
    ValueAxis axis = scale.values(top + height, top);
    for (double tick : scale.ticks(height)) {
      double at = axis.place(tick);
      canvas.line(time.from() - 2.5, at, time.from(), at, Stroke.THIN);
      canvas.text(tick(tick), time.from() - 4, at + 2.3, SIZE - 0.5, Anchor.END, Weight.NORMAL);
    }
    new CoursePanel(patient, scale, time, numbers).draw(canvas, top, height);
  }

  /// Names the thresholds beside the first panel, one above the other.
  private void thresholds(Canvas canvas, TimeAxis time, double top) {
    ValueAxis axis = scale.values(top + height, top);
    double below = top + height + SIZE;
    for (Threshold threshold : scale.frame().thresholds()) {
      double y = Math.min(axis.place(threshold.value()) + 2.3, below - SIZE);
      canvas.text(
          threshold(threshold), time.to() + ARROW, y, SIZE - 0.5, Anchor.START, Weight.QUIET);
      below = y;
    }
  }
}
