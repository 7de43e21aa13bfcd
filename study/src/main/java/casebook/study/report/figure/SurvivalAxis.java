// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import java.util.ArrayList;
import java.util.List;

/// An axis of time from 0, with ticks where a calendar has them: at 3, 6 or 12 months, 2 or 4
/// weeks.
///
/// @param longest the largest time, above 0
/// @param unit `days`, `weeks`, `months`, `years`, or empty
/// @param from where it begins on the drawing
/// @param to where it ends on the drawing
record SurvivalAxis(double longest, String unit, double from, double to) {
  private static final int MOST_TICKS = 9;

  double x(double time) {
    return from + Math.clamp(time / longest, 0, 1) * (to - from);
  }

  /// The ticks to be labelled, 0 first.
  List<Double> ticks() {
    double step = step();
    List<Double> ticks = new ArrayList<>();
    for (int i = 0; i * step <= longest; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  private double step() {
    double[] steps =
        switch (unit) {
          case "months" -> new double[] {0.5, 1, 2, 3, 6, 12, 24, 36, 60, 120};
          case "weeks" -> new double[] {0.5, 1, 2, 4, 8, 13, 26, 52, 104};
          case "days" -> new double[] {1, 2, 7, 14, 28, 60, 90, 180, 365};
          default -> new double[] {0.1, 0.2, 0.25, 0.5, 1, 2, 5, 10, 20};
        };
    for (double step : steps) {
      if (longest / step < MOST_TICKS) {
        return step;
      }
    }
    double step = steps[steps.length - 1];
    while (longest / step >= MOST_TICKS) {
      step *= 2;
    }
    return step;
  }
}
