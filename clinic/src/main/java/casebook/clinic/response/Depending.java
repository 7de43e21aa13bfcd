// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.response;

import casebook.clinic.protocol.Treatment.Steps;
import casebook.clinic.record.DoseChange;
import casebook.clinic.record.DoseSeries;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Says whether a response depends on the drug: lost soon after a stop, before a restart, and
/// regained after the restart.
final class Depending {
  private Depending() {}

  static boolean on(Steps within, DoseSeries doses, List<Spell> spells) {
    if (spells.isEmpty() || !doses.stopped()) {
      return false;
    }
    List<DoseChange> changes = doses.changes();
    for (int i = 1; i < changes.size(); i++) {
      DoseChange stop = changes.get(i - 1);
      if (stop.to().signum() == 0
          && lostAndRegained(stop.day(), changes.get(i).day(), within, spells)) {
        return true;
      }
    }
    return false;
  }

  private static boolean lostAndRegained(
      LocalDate stop, LocalDate restart, Steps within, List<Spell> spells) {
    Optional<LocalDate> lost =
        spells.stream()
            .flatMap(spell -> spell.lost().stream())
            .filter(day -> !day.isBefore(stop) && !day.isAfter(within.after(stop, 1)))
            .findFirst();
    return lost.isPresent()
        && !lost.get().isAfter(restart)
        && spells.stream().anyMatch(spell -> spell.from().isAfter(restart));
  }
}
