// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import casebook.study.finding.Finding.Timelines;
import casebook.study.finding.PatientCourse;
import casebook.study.finding.PatientCourse.Bar;
import casebook.study.finding.PatientCourse.Mark;
import casebook.study.finding.PatientCourse.Stretch;
import casebook.study.report.figure.Drawing.Anchor;
import casebook.study.report.figure.Drawing.Stroke;
import casebook.study.report.figure.Drawing.Weight;
import casebook.study.report.style.Numbers;
import java.util.ArrayList;
import java.util.List;

/// Draws a lane a patient along the time since the first dose: below, the time on a drug; above it,
/// the time in response; what happened as marks; an arrow where a patient is followed on.
public final class SwimmerFigure {
  private static final double SIZE = 7;
  private static final double LANE = 18;
  private static final double NARROW = 11;
  private static final double WIDEST_ID = 90;
  private static final double ARROW = 14;

  private final Timelines timelines;
  private final CourseKey key;
  private final TimeAxis time;
  private final double lane;

  private SwimmerFigure(Timelines timelines, Numbers numbers) {
    this.timelines = timelines;
    List<CourseKey.Entry> signs = new CourseSigns(timelines, numbers).ofSwimmer();
    this.key = new CourseKey("Treatment and response", signs, FigurePage.WIDTH);
    this.time = TimeAxis.since(timelines.patients(), ids() + 10, FigurePage.WIDTH - ARROW);
    this.lane = timelines.patients().size() * LANE > room() ? NARROW : LANE;
  }

  /// Draws the figure, one drawing a page; none without patients.
  public static List<FigurePage> of(Timelines timelines, Numbers numbers) {
    return timelines.patients().isEmpty()
        ? List.of()
        : new SwimmerFigure(timelines, numbers).pages();
  }

  private double ids() {
    double widest = 0;
    for (PatientCourse patient : timelines.patients()) {
      widest = Math.max(widest, TextWidth.of(patient.id(), (SIZE + 1) * 1.06));
    }
    return Math.min(widest, WIDEST_ID);
  }

  private double room() {
    return FigurePage.HEIGHT - key.height() - 30;
  }

  private List<FigurePage> pages() {
    List<FigurePage> pages = new ArrayList<>();
    int most = (int) (room() / lane);
    List<PatientCourse> all = timelines.patients();
    for (int from = 0; from < all.size(); from += most) {
      pages.add(page(all.subList(from, Math.min(from + most, all.size()))));
    }
    return pages;
  }

  private FigurePage page(List<PatientCourse> patients) {
    Canvas canvas = new Canvas();
    key.draw(canvas);
    double top = key.height() - 2;
    double bottom = top + patients.size() * lane + 2;
    List<TimeAxis.Tick> ticks = time.ticks(SIZE);
    ticks.forEach(tick -> canvas.line(tick.x(), top, tick.x(), bottom, Stroke.FAINT));
    for (int i = 0; i < patients.size(); i++) {
      lane(canvas, patients.get(i), top + i * lane);
    }
    canvas.line(time.from(), bottom, time.to(), bottom, Stroke.INK);
    for (TimeAxis.Tick tick : ticks) {
      canvas.line(tick.x(), bottom, tick.x(), bottom + 3, Stroke.INK);
      canvas.text(tick.label(), tick.x(), bottom + 11, SIZE, Anchor.MIDDLE, Weight.NORMAL);
    }
    double middle = (time.from() + time.to()) / 2;
    canvas.text(time.title(), middle, bottom + 21, SIZE, Anchor.MIDDLE, Weight.NORMAL);
    canvas.line(0, bottom + 27, FigurePage.WIDTH, bottom + 27, Stroke.INK);
    return new FigurePage(patients, canvas.drawing(FigurePage.WIDTH, bottom + 28));
  }

  private void lane(Canvas canvas, PatientCourse patient, double top) {
    double drug = top + lane * 0.68;
    double response = top + lane * 0.3;
    String id = TextWidth.wrap(patient.id(), (SIZE + 1) * 1.06, WIDEST_ID).getFirst();
    String address = patient.summary().address().path();
    canvas.number(id, 0, drug + 1.5, SIZE + 1, Anchor.START, Weight.BOLD, address);
    double start = time.x(patient.followed().start(), patient);
    double end = time.x(patient.followed().last(), patient);
    CourseMarks marks = new CourseMarks(canvas);
    canvas.line(start, drug, Math.max(end, start + 0.8), drug, Stroke.QUIET);
    for (Bar bar : CourseScale.joined(patient.bars())) {
      marks.drug(DoseLane.from(bar, patient, time), DoseLane.to(bar, patient, time), drug);
    }
    for (Stretch stretch : patient.responses()) {
      double from = time.x(stretch.from(), patient);
      double to = Math.max(time.x(stretch.to(), patient), from + 0.8);
      marks.response(from, to, response, stretch.complete());
    }
    happened(marks, patient, response, drug);
    if (!patient.followed().died()) {
      marks.goesOn(end + 1, drug);
    }
  }

  private void happened(CourseMarks marks, PatientCourse patient, double response, double drug) {
    for (Mark mark : patient.marks()) {
      double x = time.x(mark.day(), patient);
      switch (mark.kind()) {
        case RESPONSE, LOST, RELAPSE -> marks.draw(mark.kind(), x, response);
        case DEATH -> marks.draw(mark.kind(), x + 6, drug);
        case START, STOPPED, RESTARTED -> {
          // the bars show them
        }
      }
    }
  }
}
