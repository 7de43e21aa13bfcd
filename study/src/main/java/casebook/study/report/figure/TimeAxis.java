// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import casebook.study.finding.PatientCourse;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// An axis of time: the calendar, or the time since each patient's first dose.
///
/// @param calendar whether it is the calendar
/// @param low its first day: of the calendar counted from 1970, else from the first dose
/// @param high its last day, after `low`
/// @param from where it begins on the drawing
/// @param to where it ends on the drawing
record TimeAxis(boolean calendar, long low, long high, double from, double to) {
  private static final double YEAR = 365.25;
  private static final double MONTH = YEAR / 12;
  private static final int[] CALENDAR_MONTHS = {1, 3, 6, 12, 24, 60, 120, 240, 600};
  private static final int[] STEPS = {1, 2, 5, 10, 20, 50, 100};
  private static final int[] MONTHS = {1, 2, 3, 6, 12};
  private static final long SHORTEST = 14;

  TimeAxis {
    if (low >= high) {
      throw new IllegalArgumentException("an axis from day " + low + " to day " + high);
    }
  }

  /// A place on the axis with its label.
  record Tick(double x, String label) {}

  /// An axis on which all that is drawn of some patients lies; there is room for it even when
  /// nobody was followed for a day.
  static TimeAxis of(List<PatientCourse> patients, boolean calendar, double from, double to) {
    long low = calendar ? Long.MAX_VALUE : 0;
    long high = calendar ? Long.MIN_VALUE : 0;
    for (PatientCourse patient : patients) {
      LocalDate start = patient.followed().start();
      LocalDate first = patient.values().isEmpty() ? start : patient.values().getFirst().day();
      long zero = calendar ? 0 : start.toEpochDay();
      low = Math.min(low, Math.min(first.toEpochDay(), start.toEpochDay()) - zero);
      high = Math.max(high, patient.followed().last().toEpochDay() - zero);
    }
    if (patients.isEmpty()) {
      low = 0;
      high = 0;
    }
    return new TimeAxis(calendar, low, Math.max(high, low + SHORTEST), from, to);
  }

  /// An axis of the time since the first dose, on which the time of some patients lies.
  static TimeAxis since(List<PatientCourse> patients, double from, double to) {
    long longest = SHORTEST;
    for (PatientCourse patient : patients) {
      longest = Math.max(longest, days(patient, patient.followed().last()));
    }
    return new TimeAxis(false, 0, longest, from, to);
  }

  /// The same axis elsewhere on the drawing.
  TimeAxis between(double left, double right) {
    return new TimeAxis(calendar, low, high, left, right);
  }

  /// Where a day of a patient lies.
  double x(LocalDate day, PatientCourse patient) {
    long zero = calendar ? 0 : patient.followed().start().toEpochDay();
    return x((double) (day.toEpochDay() - zero));
  }

  private double x(double day) {
    double share = (day - low) / (high - low);
    return from + Math.clamp(share, 0, 1) * (to - from);
  }

  /// The ticks, as many as there is room for.
  ///
  /// @param size of their labels, in points
  List<Tick> ticks(double size) {
    return calendar ? calendarTicks(size) : sinceStart(size);
  }

  /// What the axis shows; empty for the calendar, which needs no words.
  String title() {
    return calendar ? "" : unitName() + " since first dose";
  }

  private List<Tick> calendarTicks(double size) {
    List<Tick> ticks = List.of();
    for (int step : CALENDAR_MONTHS) {
      ticks = everyMonths(step);
      if (fit(ticks, size)) {
        return ticks;
      }
    }
    return ticks.stream().limit(1).toList();
  }

  private List<Tick> everyMonths(int step) {
    List<Tick> ticks = new ArrayList<>();
    YearMonth month = YearMonth.from(LocalDate.ofEpochDay(low));
    YearMonth last = YearMonth.from(LocalDate.ofEpochDay(high));
    for (; !month.isAfter(last); month = month.plusMonths(1)) {
      long number = month.getYear() * 12L + month.getMonthValue() - 1;
      long day = month.atDay(1).toEpochDay();
      if (number % step == 0 && day >= low) {
        ticks.add(
            new Tick(x((double) day), step < 12 ? name(month) : String.valueOf(month.getYear())));
      }
    }
    return ticks;
  }

  private static String name(YearMonth month) {
    return month.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH) + " " + month.getYear();
  }

  private List<Tick> sinceStart(double size) {
    List<Tick> ticks = List.of();
    double unit = unit();
    for (int step : unit == MONTH ? MONTHS : STEPS) {
      ticks = new ArrayList<>();
      for (long n = 0; n * unit <= high; n += step) {
        ticks.add(new Tick(x(n * unit), String.valueOf(n)));
      }
      if (fit(ticks, size)) {
        return ticks;
      }
    }
    return ticks.stream().limit(1).toList();
  }

  private double unit() {
    return high >= 2 * YEAR ? YEAR : high >= 3 * MONTH ? MONTH : 1;
  }

  private String unitName() {
    double unit = unit();
    return unit == YEAR ? "Years" : unit == MONTH ? "Months" : "Days";
  }

  private static boolean fit(List<Tick> ticks, double size) {
    for (int i = 1; i < ticks.size(); i++) {
      Tick before = ticks.get(i - 1);
      double widths = TextWidth.of(before.label() + ticks.get(i).label(), size) / 2;
      if (ticks.get(i).x() - before.x() < widths + size) {
        return false;
      }
    }
    return true;
  }

  /// A day in words: `April 1994`.
  static String words(LocalDate day) {
    return day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + day.getYear();
  }

  /// The days from the first dose to a day.
  private static long days(PatientCourse patient, LocalDate day) {
    return ChronoUnit.DAYS.between(patient.followed().start(), day);
  }
}
