// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.analysis;

import casebook.clinic.record.Event;
import casebook.clinic.record.Event.Complication;
import casebook.clinic.record.EventWords;
import casebook.clinic.record.Timeline;
import casebook.study.cohort.Cohort;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The complications of each patient in words, with the worst grade of each.
///
/// @param cohort who belongs
/// @param timelines one a row; none without events
record ListedComplications(Cohort cohort, List<Timeline> timelines) implements ListedColumn {

  @Override
  public String slug() {
    return ListingTable.COMPLICATIONS;
  }

  @Override
  public String head() {
    return "Complications";
  }

  private List<Complication> all(int row) {
    return timelines.isEmpty() ? List.of() : timelines.get(row).all(Complication.class);
  }

  @Override
  public Optional<String> text(int row) {
    Map<String, OptionalInt> worst = new LinkedHashMap<>();
    for (Complication it : all(row)) {
      OptionalInt grade = it.grade().map(OptionalInt::of).orElse(OptionalInt.empty());
      worst.merge(it.name(), grade, (one, two) -> one.orElse(0) >= two.orElse(0) ? one : two);
    }
    List<String> words = new ArrayList<>();
    worst.forEach((name, grade) ->
        words.add(name + (grade.isPresent() ? " (grade " + grade.getAsInt() + ")" : "")));
    String joined = String.join(", ", words);
    return joined.isEmpty()
        ? Optional.empty()
        : Optional.of(joined.substring(0, 1).toUpperCase(Locale.ROOT) + joined.substring(1));
  }

  @Override
  public List<String> sources(int row) {
    return all(row).stream().map(it -> source(cohort, it)).toList();
  }

  /// Where an event stands, and what stands there.
  static String source(Cohort cohort, Event event) {
    String file = cohort.study().data().ofEvents().map(it -> it.file() + ", line ").orElse("line ");
    return file + event.entry().line() + ": " + EventWords.of(event);
  }

  @Override
  public Optional<String> legend(List<Integer> rows) {
    return Optional.empty();
  }
}
