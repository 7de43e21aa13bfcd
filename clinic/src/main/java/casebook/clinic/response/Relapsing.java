// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.response;

import casebook.clinic.protocol.ResponseDefinition;
import casebook.clinic.protocol.ResponseDefinition.Relapse;
import casebook.clinic.protocol.ResponseDefinition.Truth;
import casebook.clinic.record.Timeline;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Finds the first relapse after a response: so many counts in a row, or rescue treatment.
record Relapsing(ResponseDefinition definition, Timeline patient) {
  Optional<LocalDate> after(List<GradedCount> counts, List<Spell> spells) {
    Optional<Relapse> relapse = definition.course().relapse();
    if (relapse.isEmpty() || spells.isEmpty()) {
      return Optional.empty();
    }
    LocalDate responded = spells.getFirst().from();
    Optional<LocalDate> first = counted(relapse.get(), counts, responded);
    for (LocalDate day : relapse.get().rescue() ? Grading.rescues(patient) : List.<LocalDate>of()) {
      if (day.isAfter(responded) && (first.isEmpty() || day.isBefore(first.get()))) {
        first = Optional.of(day);
      }
    }
    return first;
  }

  /// The day of the count that completes the row.
  private static Optional<LocalDate> counted(
      Relapse relapse, List<GradedCount> counts, LocalDate responded) {
    int row = 0;
    for (GradedCount count : counts) {
      boolean low =
          count.counted()
              && count.day().isAfter(responded)
              && relapse.condition().holds(count.count()) == Truth.YES;
      row = low ? row + 1 : count.counted() ? 0 : row;
      if (row == relapse.counts()) {
        return Optional.of(count.day());
      }
    }
    return Optional.empty();
  }
}
