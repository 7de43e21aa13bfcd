// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.response;

import casebook.clinic.protocol.ResponseDefinition;
import casebook.clinic.protocol.ResponseDefinition.Count;
import casebook.clinic.protocol.ResponseDefinition.Response;
import casebook.clinic.protocol.ResponseDefinition.Side;
import casebook.clinic.protocol.Treatment.Steps;
import casebook.clinic.record.DoseSeries;
import casebook.clinic.record.Event;
import casebook.clinic.record.Event.CoMedication;
import casebook.clinic.record.Event.Measured;
import casebook.clinic.record.Quantity;
import casebook.clinic.record.Series;
import casebook.clinic.record.Timeline;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Grades the counts after start, one by one: for the course of the response as for doses and
/// calendar.
///
/// Bleeding and rescue count from the day after the last count of an earlier day (at first the
/// start) to the day of the count. Rescue is what the study file calls so, in any letter case. The
/// baseline is the last count of the 30 days before start; one that is only a limit of detection is
/// none.
final class Grading {
  /// How the study file calls treatment that raises a count for a short time.
  private static final String RESCUE = "rescue";

  /// The count before start may be so many days old.
  private static final int BASELINE_DAYS = 30;

  private final ResponseDefinition definition;
  private final Timeline patient;
  private final DoseSeries doses;
  private final long[] rescued;

  /// For each rescue the last day on which a count does not count; before all days where every
  /// count does.
  private final long[] uncountedUntil;

  private final long[] bled;

  Grading(ResponseDefinition definition, Timeline patient, String drug) {
    this.definition = definition;
    this.patient = patient;
    this.doses = patient.dosing(drug);
    List<LocalDate> rescues = rescues(patient);
    Optional<Steps> soon = definition.confirming().notCounted();
    this.rescued = new long[rescues.size()];
    this.uncountedUntil = new long[rescues.size()];
    for (int i = 0; i < rescued.length; i++) {
      LocalDate rescue = rescues.get(i);
      rescued[i] = rescue.toEpochDay();
      uncountedUntil[i] = soon.map(it -> it.after(rescue, 1).toEpochDay()).orElse(Long.MIN_VALUE);
    }
    List<Event.Bleeding> bleeding = patient.all(Event.Bleeding.class);
    this.bled = new long[bleeding.size()];
    for (int i = 0; i < bled.length; i++) {
      bled[i] = bleeding.get(i).day().toEpochDay();
    }
  }

  /// The days on which rescue treatment began.
  static List<LocalDate> rescues(Timeline patient) {
    List<CoMedication> all = patient.all(CoMedication.class);
    return all.isEmpty()
        ? List.of()
        : all.stream().filter(it -> it.name().equalsIgnoreCase(RESCUE)).map(Event::day).toList();
  }

  /// The counts after start in the order of time.
  List<GradedCount> graded(LocalDate start) {
    Optional<BigDecimal> baseline =
        patient
            .latest(definition.measure(), start, BASELINE_DAYS)
            .filter(it -> it.quantity().exact())
            .map(Measured::value);
    Series counts = patient.series(definition.measure());
    List<GradedCount> graded = new ArrayList<>(counts.size());
    long before = start.toEpochDay();
    long last = before;
    for (int i = counts.until(before); i < counts.size(); i++) {
      int day = counts.day(i);
      before = day > last ? last : before;
      Quantity quantity = counts.quantity(i);
      Count count =
          new Count(
              quantity.value(),
              side(quantity),
              baseline,
              any(bled, before, day),
              any(rescued, before, day));
      graded.add(graded(counts.get(i), day, count));
      last = day;
    }
    return definition.confirming().confirmed().map(it -> confirmed(graded, it)).orElse(graded);
  }

  private GradedCount graded(Measured measured, int day, Count count) {
    Optional<Response> grade = definition.grade(count);
    boolean counted = counted(day);
    Response plain = counted ? grade.orElse(Response.NONE) : Response.NONE;
    return new GradedCount(measured, count, grade, counted, plain, doses.inForce(day) >= 0);
  }

  private static Side side(Quantity quantity) {
    return switch (quantity.censoring()) {
      case NONE -> Side.EXACT;
      case BELOW -> Side.BELOW;
      case ABOVE -> Side.ABOVE;
    };
  }

  /// Says whether one of the days lies after the first and not after the second.
  private static boolean any(long[] days, long after, long until) {
    for (long day : days) {
      if (day > after && day <= until) {
        return true;
      }
    }
    return false;
  }

  private boolean counted(int day) {
    for (int i = 0; i < rescued.length; i++) {
      if (day >= rescued[i] && day <= uncountedUntil[i]) {
        return false;
      }
    }
    return true;
  }

  private static List<GradedCount> confirmed(List<GradedCount> graded, Steps apart) {
    List<GradedCount> certain = new ArrayList<>();
    for (int i = 0; i < graded.size(); i++) {
      GradedCount it = graded.get(i);
      Response best = Response.NONE;
      for (Response response : List.of(Response.PARTIAL, Response.COMPLETE)) {
        boolean reached = it.certain().compareTo(response) >= 0;
        if (reached && stays(graded, i, response, apart)) {
          best = response;
        }
      }
      certain.add(
          new GradedCount(it.measured(), it.count(), it.grade(), it.counted(), best, it.onDrug()));
    }
    return certain;
  }

  /// Says whether a response of a count is part of a run of counts, all at least as good, whose
  /// first and last are far enough apart. Counts that do not count neither make nor break a run.
  private static boolean stays(
      List<GradedCount> graded, int index, Response response, Steps apart) {
    LocalDate first = graded.get(index).day();
    LocalDate last = first;
    for (int i = index; i >= 0 && good(graded.get(i), response); i--) {
      first = graded.get(i).counted() ? graded.get(i).day() : first;
    }
    for (int i = index; i < graded.size() && good(graded.get(i), response); i++) {
      last = graded.get(i).counted() ? graded.get(i).day() : last;
    }
    return !last.isBefore(apart.after(first, 1));
  }

  private static boolean good(GradedCount count, Response response) {
    return !count.counted() || count.certain().compareTo(response) >= 0;
  }
}
