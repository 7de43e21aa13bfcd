// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import casebook.study.finding.Finding.Timelines;
import casebook.study.finding.PatientCourse;
import casebook.study.finding.PatientCourse.Bar;
import casebook.study.finding.PatientCourse.Dose;
import casebook.study.finding.PatientCourse.Reading;
import casebook.study.finding.TimelineFrame;
import casebook.study.finding.TimelineFrame.Level;
import casebook.study.finding.TimelineFrame.Range;
import casebook.study.finding.TimelineFrame.Threshold;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/// What all panels of a course share: the range of values, of levels and of doses.
///
/// @param frame what the figure shows beside the patients
/// @param low the lower end of the values
/// @param high the upper end; what lies above is drawn at the edge
/// @param level the upper end of the levels, from 0
/// @param dose the largest dose
/// @param perKg whether doses are shown by weight: all of them have one
record CourseScale(
    TimelineFrame frame, double low, double high, double level, double dose, boolean perKg) {
  private static final double ROOM = 1.12;
  private static final double FAR = 1.5;

  static CourseScale of(Timelines timelines) {
    TimelineFrame frame = timelines.frame();
    double[] values =
        timelines.patients().stream()
            .flatMap(patient -> patient.values().stream())
            .mapToDouble(Reading::value)
            .toArray();
    List<Dose> doses =
        timelines.patients().stream()
            .flatMap(patient -> patient.bars().stream())
            .flatMap(bar -> bar.dose().stream())
            .toList();
    boolean perKg = doses.stream().allMatch(dose -> dose.mgPerKg().isPresent());
    return new CourseScale(
        frame,
        lowest(frame, values),
        highest(frame, values),
        highestLevel(timelines),
        doses.stream().mapToDouble(it -> size(it, perKg)).max().orElse(1),
        perKg);
  }

  private static double lowest(TimelineFrame frame, double[] values) {
    if (!frame.axes().logarithmic()) {
      return 0;
    }
    double least =
        DoubleStream.concat(
                DoubleStream.of(values), frame.thresholds().stream().mapToDouble(Threshold::value))
            .filter(value -> value > 0)
            .min()
            .orElse(1);
    return least / 1.3;
  }

  /// Room for all values, unless some lie far above what is normal.
  private static double highest(TimelineFrame frame, double[] values) {
    double largest = DoubleStream.of(values).max().orElse(0);
    double usual = frame.thresholds().stream().mapToDouble(Threshold::value).max().orElse(0);
    double normal = Math.max(usual, frame.normal().map(Range::high).orElse(0.0));
    double most = normal > 0 ? Math.min(largest, normal * FAR) : largest;
    double high = Math.max(most, usual) * (frame.axes().logarithmic() ? 1.3 : ROOM);
    return high > 0 ? high : 1;
  }

  private static double highestLevel(Timelines timelines) {
    double window = timelines.frame().level().flatMap(Level::window).map(Range::high).orElse(0.0);
    double largest =
        timelines.patients().stream()
            .flatMap(patient -> patient.levels().stream())
            .mapToDouble(Reading::value)
            .max()
            .orElse(0);
    double high = Math.max(window * 1.3, Math.min(largest, window > 0 ? 2 * window : largest));
    return high > 0 ? high : 1;
  }

  private static double size(Dose dose, boolean perKg) {
    return perKg ? dose.mgPerKg().orElse(0) : dose.mg();
  }

  /// A dose in the unit of the figure.
  double size(Dose dose) {
    return size(dose, perKg);
  }

  /// The unit of doses.
  String doseUnit() {
    return perKg ? "mg/kg/d" : "mg/d";
  }

  /// Says whether the bars of a patient in a lane have doses.
  static boolean dosed(PatientCourse patient, int lane) {
    return patient.bars().stream().anyMatch(bar -> bar.lane() == lane && bar.dose().isPresent());
  }

  /// The bars of a patient in a lane.
  static List<Bar> bars(PatientCourse patient, int lane) {
    return patient.bars().stream().filter(bar -> bar.lane() == lane).toList();
  }

  /// The bars in order of time without changes of dose: one bar where one follows the other.
  static List<Bar> joined(List<Bar> bars) {
    List<Bar> joined = new ArrayList<>();
    for (Bar bar : bars.stream().sorted(Comparator.comparing(Bar::from)).toList()) {
      boolean follows =
          !joined.isEmpty() && !bar.from().isAfter(joined.getLast().last().plusDays(1));
      joined.add(follows ? longer(joined.removeLast(), bar) : bar);
    }
    return joined;
  }

  private static Bar longer(Bar before, Bar bar) {
    LocalDate last = bar.last().isAfter(before.last()) ? bar.last() : before.last();
    boolean ongoing = before.ongoing() || bar.ongoing();
    return new Bar(bar.lane(), before.from(), last, ongoing, before.dose());
  }

  /// The axis of the values between two heights.
  ValueAxis values(double bottom, double top) {
    return new ValueAxis(low, high, frame.axes().logarithmic(), bottom, top);
  }

  /// Values to be labelled, as many as there is room for.
  ///
  /// @param height of the panel, in points
  List<Double> ticks(double height) {
    int most = Math.max(2, (int) (height / 12));
    List<Double> ticks = new ArrayList<>(values(0, height).ticks());
    for (int step = 2; ticks.size() > most; step++) {
      List<Double> fewer = new ArrayList<>();
      List<Double> all = values(0, height).ticks();
      for (int i = 0; i < all.size(); i += step) {
        fewer.add(all.get(i));
      }
      ticks = fewer;
    }
    return ticks;
  }
}
