// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import casebook.clinic.protocol.Protocol;
import casebook.clinic.record.Timeline;
import java.time.LocalDate;
import java.util.List;

/// One rule of a protocol. Pure: the same protocol, events and day give the same advice.
public interface Rule {
  /// What follows for a patient on a day.
  List<Advice> advise(PatientDay day);

  /// The same.
  ///
  /// @param protocol what the study file says
  /// @param patient what had happened by the end of the day
  /// @param today the day
  default List<Advice> advise(Protocol protocol, Timeline patient, LocalDate today) {
    return advise(new PatientDay(protocol, patient, today));
  }
}
