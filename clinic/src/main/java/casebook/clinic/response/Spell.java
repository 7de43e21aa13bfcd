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
    Optional<Spell> open = Optional.empty();
    for (GradedCount count : counts) {
      if (count.counted() && open.isPresent() && isLost(count, losing)) {
        spells.add(open.get().ended(count.day()));
        open = Optional.empty();
      } else if (count.response()) {
        open = Optional.of(open.map(it -> it.longer(count)).orElseGet(() -> begun(count)));
      }
    }
    open.ifPresent(spells::add);
    return spells;
  }

  private static Spell begun(GradedCount count) {
    return new Spell(count.day(), count.certain(), count.day(), Optional.empty());
  }

  private Spell longer(GradedCount count) {
    boolean better = count.certain().compareTo(best) > 0;
    return new Spell(from, better ? count.certain() : best, count.day(), Optional.empty());
  }

  private Spell ended(LocalDate day) {
    return new Spell(from, best, last, Optional.of(day));
  }

  private static boolean isLost(GradedCount count, Optional<Condition> losing) {
    return losing.isPresent()
        ? losing.get().holds(count.count()) == Truth.YES
        : count.grade().map(it -> it == Response.NONE).orElse(false);
  }
}
