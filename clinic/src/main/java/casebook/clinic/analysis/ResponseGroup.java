// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.analysis;

import casebook.clinic.protocol.ResponseDefinition;
import casebook.clinic.protocol.ResponseDefinition.Response;
import casebook.clinic.record.Timeline;
import casebook.clinic.response.GradedCount;
import casebook.clinic.response.ResponseCourse;
import casebook.study.finding.Rows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The treated patients and their responses by one definition until one day.
///
/// @param treated those who had begun treatment by then
/// @param left who was not asked about, and why
/// @param untreated how many of those asked about had not; empty when all had
record ResponseGroup(List<Patient> treated, List<Rows.Out> left, Optional<Rows.Out> untreated) {
  ResponseGroup {
    treated = List.copyOf(treated);
    left = List.copyOf(left);
  }

  /// A treated patient.
  ///
  /// @param until what had happened by the day
  record Patient(Timeline until, ResponseCourse course) {
    Response best() {
      return course.best();
    }

    boolean responder() {
      return best() != Response.NONE;
    }

    /// Why the best response is not known; empty when it is.
    Optional<String> unknown() {
      if (responder() || course.dependent()) {
        return Optional.empty();
      }
      String measure = course.definition().measure();
      List<GradedCount> counted = course.counts().stream().filter(GradedCount::counted).toList();
      if (counted.isEmpty()) {
        return Optional.of(measure + " are not known after the first dose");
      }
      return counted.stream().anyMatch(it -> it.grade().isEmpty())
          ? Optional.of(measure + " before the first dose are missing")
          : Optional.empty();
    }

    /// Whether a count was good enough and no second one confirmed it.
    boolean unconfirmed() {
      return !responder()
          && !course.dependent()
          && course.counts().stream()
              .filter(GradedCount::counted)
              .anyMatch(it -> it.grade().filter(grade -> grade != Response.NONE).isPresent());
    }

    /// Whether the response, the first or a later one, holds at the end of what is known.
    boolean holds() {
      return responder() && course.current().isPresent();
    }

    boolean everLost() {
      return responder() && course.spells().stream().anyMatch(it -> it.lost().isPresent());
    }

    boolean relapsed() {
      return responder() && course.relapse().isPresent();
    }

    boolean died() {
      return until.death().isPresent();
    }

    boolean onDrug(String drug) {
      return until.lastContact().flatMap(day -> until.exposure(drug, day)).isPresent();
    }
  }

  /// Follows patients until a day.
  ///
  /// @param patients the chosen ones
  /// @param left who was not chosen, and why
  /// @param day empty: to the end of what is known
  static ResponseGroup of(
      ResponseDefinition definition,
      List<Timeline> patients,
      List<Rows.Out> left,
      Optional<LocalDate> day,
      String drug) {
    List<Patient> treated = new ArrayList<>();
    for (Timeline patient : patients) {
      Timeline until = day.map(patient::until).orElse(patient);
      ResponseCourse course = ResponseCourse.of(definition, until, drug);
      if (course.start().isPresent()) {
        treated.add(new Patient(until, course));
      }
    }
    String reason = "not treated" + day.map(it -> " by " + Days.printed(it)).orElse("");
    Optional<Rows.Out> untreated =
        Optional.of(new Rows.Out(reason, patients.size() - treated.size()))
            .filter(it -> it.count() > 0);
    return new ResponseGroup(treated, left, untreated);
  }

  int count(Predicate<Patient> who) {
    return (int) treated.stream().filter(who).count();
  }

  int responders() {
    return count(Patient::responder);
  }

  private List<Rows.Out> out() {
    List<Rows.Out> all = new ArrayList<>(left);
    untreated.ifPresent(all::add);
    return all;
  }

  /// The rows behind a share of the treated patients.
  Rows ofTreated() {
    return new Rows(treated.size(), out());
  }

  /// The rows behind a share of the responders.
  Rows ofResponders() {
    List<Rows.Out> all = new ArrayList<>(out());
    if (responders() < treated.size()) {
      all.add(new Rows.Out("no response", treated.size() - responders()));
    }
    return new Rows(responders(), all);
  }

  /// The times from the first dose to the first response of the responders, in days.
  List<Double> times() {
    return treated.stream()
        .filter(Patient::responder)
        .flatMap(it -> it.course().daysToResponse().stream())
        .map(Long::doubleValue)
        .toList();
  }

  /// Why responses are not known, each reason once.
  List<String> whyUnknown() {
    return treated.stream().flatMap(it -> it.unknown().stream()).distinct().toList();
  }
}
