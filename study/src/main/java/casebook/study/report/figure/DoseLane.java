// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import casebook.stats.result.Estimate;
import casebook.study.finding.PatientCourse;
import casebook.study.finding.PatientCourse.Bar;
import casebook.study.finding.PatientCourse.Dose;
import casebook.study.report.figure.Drawing.Anchor;
import casebook.study.report.figure.Drawing.Fill;
import casebook.study.report.figure.Drawing.Stroke;
import casebook.study.report.figure.Drawing.Weight;
import casebook.study.report.style.Numbers;
import java.time.LocalDate;
import java.util.List;

/// The bars of a drug with doses in one panel: as high as the dose, with the doses in words.
///
/// @param patient the patient
/// @param bars the bars, in order of time; at least one
/// @param scale what all panels share
/// @param time where the panel lies
/// @param numbers how doses are printed
record DoseLane(
    PatientCourse patient, List<Bar> bars, CourseScale scale, TimeAxis time, Numbers numbers) {
  static final double HEIGHT = 7;
  private static final double GAP = 3;
  private static final double LEAST = 0.8;

  DoseLane {
    bars = List.copyOf(bars);
  }

  /// Where a bar begins.
  static double from(Bar bar, PatientCourse patient, TimeAxis time) {
    return time.x(bar.from(), patient);
  }

  /// Where a bar ends, which is never nearer than can be seen.
  static double to(Bar bar, PatientCourse patient, TimeAxis time) {
    LocalDate end = bar.ongoing() ? bar.last() : bar.last().plusDays(1);
    return Math.max(time.x(end, patient), from(bar, patient, time) + LEAST);
  }

  double begin() {
    return from(bars.getFirst(), patient, time);
  }

  private double end() {
    return to(bars.getLast(), patient, time) + (bars.getLast().ongoing() ? CourseItems.ARROW : 0);
  }

  private boolean roomAfter() {
    return end() + GAP + TextWidth.of(words(), CourseItems.SIZE) <= time.to();
  }

  private boolean roomBefore() {
    return begin() - GAP - TextWidth.of(words(), CourseItems.SIZE) >= time.from();
  }

  /// Says whether the doses in words find room beside the bars.
  boolean hasRoom() {
    return roomAfter() || roomBefore();
  }

  /// Draws the bars and, where there is room, their doses.
  void draw(Canvas canvas, double top) {
    double bottom = top + HEIGHT;
    for (Bar bar : bars) {
      double share = bar.dose().map(scale::size).orElse(scale.dose()) / scale.dose();
      double height = Math.max(1, share * HEIGHT);
      double from = from(bar, patient, time);
      double width = to(bar, patient, time) - from;
      canvas.box(from, bottom - height, width, height, Fill.ACCENT, Stroke.NONE);
    }
    if (bars.getLast().ongoing()) {
      new CourseMarks(canvas).goesOn(to(bars.getLast(), patient, time), bottom - 2);
    }
    double x = roomAfter() ? end() + GAP : begin() - GAP;
    if (hasRoom()) {
      Anchor anchor = roomAfter() ? Anchor.START : Anchor.END;
      canvas.text(words(), x, bottom - 1, CourseItems.SIZE, anchor, Weight.QUIET);
    }
  }

  /// The doses in words: `5.1, then 2.6–2.9 mg/kg/d`.
  String words() {
    List<Dose> doses = bars.stream().flatMap(bar -> bar.dose().stream()).toList();
    List<String> shown = doses.stream().map(it -> shown(scale.size(it))).toList();
    boolean loading = doses.size() > 1 && !shown.getFirst().equals(shown.get(1));
    List<Double> rest = doses.stream().skip(loading ? 1 : 0).map(scale::size).sorted().toList();
    String low = shown(rest.getFirst());
    String high = shown(rest.getLast());
    return (loading ? shown.getFirst() + ", then " : "")
        + (low.equals(high) ? low : low + "–" + high)
        + " "
        + scale.doseUnit();
  }

  private String shown(double dose) {
    return numbers.quantity(Estimate.of(scale.perKg() ? Math.rint(dose * 10) / 10 : dose));
  }
}
