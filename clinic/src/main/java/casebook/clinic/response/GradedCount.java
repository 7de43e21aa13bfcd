// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.response;

import casebook.clinic.protocol.ResponseDefinition.Count;
import casebook.clinic.protocol.ResponseDefinition.Response;
import casebook.clinic.record.Event.Measured;
import java.time.LocalDate;
import java.util.Optional;

/// A count after start and the response that it makes.
///
/// @param measured the count
/// @param count the count with what is known beside it
/// @param grade the response by the rules of the definition; empty: the count before start is not
///   known
/// @param counted whether it counts; one soon after rescue treatment does not
/// @param certain the response after confirmation: the best one that a second count, far enough
///   away, confirms. Equal to `grade` where no confirmation is asked for
/// @param onDrug whether the drug was being taken
public record GradedCount(
    Measured measured,
    Count count,
    Optional<Response> grade,
    boolean counted,
    Response certain,
    boolean onDrug) {

  /// The day of the count.
  public LocalDate day() {
    return measured.day();
  }

  /// Says whether it is a certain response.
  public boolean response() {
    return certain != Response.NONE;
  }
}
