// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import casebook.clinic.protocol.Protocol;
import casebook.clinic.record.Timeline;
import casebook.clinic.response.ResponseCourse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What several rules ask of one patient on one day, found once for all of them: the dose, the
/// rules that measurements set off and where the patient stands in them, the course of the
/// response.
public final class PatientDay {
  /// What cannot be told where a rule cannot.
  static final String WHETHER_RAISED = "whether the dose is raised";

  /// What is missing then.
  static final String BASELINES = "the baselines of the protocol's rules";

  private final Protocol protocol;
  private final DoseOnDay now;
  private final List<MeasuredRule> measured;
  private final Optional<ResponseCourse> response;
  private final boolean restrained;
  private final boolean untold;

  /// @param protocol what the study file says
  /// @param patient what had happened by the end of the day
  /// @param day the day
  public PatientDay(Protocol protocol, Timeline patient, LocalDate day) {
    this.protocol = protocol;
    now = DoseOnDay.of(protocol, patient, day);
    measured = MeasuredRule.all(protocol, now);
    response =
        protocol
            .response()
            .map(it -> ResponseCourse.of(it, patient, protocol.treatment().dosing().drug()));
    boolean begun = false;
    boolean unknown = false;
    for (MeasuredRule rule : measured) {
      begun |= rule.restrains();
      unknown |= rule.cannotTell();
    }
    untold = unknown;
    restrained = begun || Held.any(protocol, now);
  }

  /// What the study file says.
  public Protocol protocol() {
    return protocol;
  }

  /// What had happened by the end of the day.
  public Timeline patient() {
    return now.patient();
  }

  /// The day.
  public LocalDate day() {
    return now.day();
  }

  /// What the patient takes.
  DoseOnDay now() {
    return now;
  }

  /// The rules that measurements set off; none before treatment starts.
  List<MeasuredRule> measured() {
    return measured;
  }

  /// The course of the response; empty where the study file does not say what one is.
  Optional<ResponseCourse> response() {
    return response;
  }

  /// Says whether a rule holds a value against a baseline that there is not: nobody can tell
  /// whether it has begun, and no dose is raised.
  boolean untold() {
    return untold;
  }

  /// Says whether a rule that has begun, or a complication, holds the dose, or treatment is to end.
  boolean restrained() {
    return restrained || EndByResponse.stops(now, response);
  }
}
