// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import java.util.List;

/// When treatment ends by the response: *no response after 3 months*, *response for 6 months*.
///
/// Without a response it ends so long after the first dose, if there never was one and the last
/// count that counts, at most 30 days older than that day, is none. An older count, one that cannot
/// be graded, or a response that is not confirmed yet leaves it open. With a response it ends so
/// long after its first day, while it holds. Both only while the drug is taken.
public record TreatmentEnd() implements Rule {
  @Override
  public List<Advice> advise(PatientDay day) {
    return EndByResponse.advise(day.now(), day.response());
  }
}
