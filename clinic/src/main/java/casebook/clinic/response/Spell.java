// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.response;

import casebook.clinic.protocol.ResponseDefinition.Condition;
import casebook.clinic.protocol.ResponseDefinition.Response;
import casebook.clinic.protocol.ResponseDefinition.Truth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A time in response.
///
/// @param from the day of its first count
/// @param best the best response in it
/// @param last the day of its last count in response
/// @param lost the day of the count by which it was lost; empty: not lost
public record Spell(LocalDate from, Response best, LocalDate last, Optional<LocalDate> lost) {

  /// The times in response, in order.
  ///
  /// @param counts graded counts, in order
  /// @param losing when a response is lost; empty: with the first count that is none
  static List<Spell> all(List<GradedCount> counts, Optional<Condition> losing) {
    List<Spell> spells = new ArrayList<>();
    int first = -1;
    for (int i = 0; i < counts.size(); i++) {
      GradedCount count = counts.get(i);
      if (first >= 0 && count.counted() && isLost(count, losing)) {
        spells.add(of(counts.subList(first, i), Optional.of(count.day())));
        first = -1;
      } else if (first < 0 && count.response()) {
        first = i;
      }
    }
    if (first >= 0) {
      spells.add(of(counts.subList(first, counts.size()), Optional.empty()));
    }
    return spells;
  }

  private static Spell of(List<GradedCount> counts, Optional<LocalDate> lost) {
    GradedCount last = counts.getFirst();
    Response best = Response.NONE;
    for (GradedCount count : counts) {
      if (count.response()) {
        last = count;
        best = count.certain().compareTo(best) > 0 ? count.certain() : best;
      }
    }
    return new Spell(counts.getFirst().day(), best, last.day(), lost);
  }

  private static boolean isLost(GradedCount count, Optional<Condition> losing) {
    return losing.isPresent()
        ? losing.get().holds(count.count()) == Truth.YES
        : count.grade().isPresent() && count.grade().get() == Response.NONE;
  }
}
