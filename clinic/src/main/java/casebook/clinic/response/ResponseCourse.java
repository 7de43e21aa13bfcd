// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.response;

import casebook.clinic.protocol.ResponseDefinition;
import casebook.clinic.protocol.ResponseDefinition.Response;
import casebook.clinic.protocol.Treatment.Steps;
import casebook.clinic.record.Timeline;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The course of one patient's response by one definition.
///
/// @param definition the definition
/// @param start the first dose; empty: not treated, and nothing else is known
/// @param counts the counts after start, graded
/// @param spells the times in response, in order
/// @param relapse the day of the first relapse after a response
/// @param dependent whether a response was lost soon after stopping the drug and regained after
///   restarting it
public record ResponseCourse(
    ResponseDefinition definition,
    Optional<LocalDate> start,
    List<GradedCount> counts,
    List<Spell> spells,
    Optional<LocalDate> relapse,
    boolean dependent) {
  public ResponseCourse {
    counts = List.copyOf(counts);
    spells = List.copyOf(spells);
  }

  /// Follows a patient to the end of what is known.
  ///
  /// @param drug the drug of the treatment
  public static ResponseCourse of(ResponseDefinition definition, Timeline patient, String drug) {
    Optional<LocalDate> start = patient.start(drug);
    if (start.isEmpty()) {
      return new ResponseCourse(definition, start, List.of(), List.of(), Optional.empty(), false);
    }
    List<GradedCount> counts = new Grading(definition, patient, drug).graded(start.get());
    List<Spell> spells = Spell.all(counts, definition.course().lost());
    return new ResponseCourse(
        definition,
        start,
        counts,
        spells,
        new Relapsing(definition, patient).after(counts, spells),
        definition
            .course()
            .dependent()
            .map(it -> Depending.on(it.within(), patient.dosing(drug), spells))
            .orElse(false));
  }

  /// The best response; none where it depends on the drug and the definition does not count that.
  public Response best() {
    return dependent && !definition.course().dependentCounts()
        ? Response.NONE
        : spells.stream().map(Spell::best).max(Response::compareTo).orElse(Response.NONE);
  }

  /// The days from the first dose to the first response; empty without a response.
  public Optional<Long> daysToResponse() {
    return spells.stream()
        .findFirst()
        .map(it -> it.from().toEpochDay() - start.orElseThrow().toEpochDay());
  }

  /// The spell that holds at the end of what is known; empty when there is none.
  public Optional<Spell> current() {
    return spells.isEmpty() || spells.getLast().lost().isPresent()
        ? Optional.empty()
        : Optional.of(spells.getLast());
  }

  /// The last count that counts; empty when there is none.
  public Optional<GradedCount> last() {
    for (int i = counts.size() - 1; i >= 0; i--) {
      if (counts.get(i).counted()) {
        return Optional.of(counts.get(i));
      }
    }
    return Optional.empty();
  }

  /// The first day on which every count over the stable time had been a response, at least two of
  /// them; empty when that never was, or the definition has no stable remission.
  public Optional<LocalDate> stable() {
    return stable(true);
  }

  /// The same of the remission that holds at the end of what is known; empty where the last count
  /// that counts is no response.
  public Optional<LocalDate> stableSince() {
    return stable(false);
  }

  private Optional<LocalDate> stable(boolean ever) {
    Optional<Steps> over = definition.course().stableRemission();
    Optional<LocalDate> reach = Optional.empty();
    Optional<LocalDate> stable = Optional.empty();
    for (GradedCount count : over.isPresent() ? counts : List.<GradedCount>of()) {
      if (!count.counted()) {
        continue;
      }
      if (!count.response()) {
        reach = Optional.empty();
        stable = Optional.empty();
      } else if (reach.isEmpty()) {
        reach = Optional.of(over.get().after(count.day(), 1));
      } else if (stable.isEmpty() && !count.day().isBefore(reach.get())) {
        stable = Optional.of(count.day());
        if (ever) {
          return stable;
        }
      }
    }
    return stable;
  }
}
