// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.worklist;

import casebook.clinic.reading.PatientStream;
import casebook.clinic.record.Timeline;
import casebook.clinic.worklist.WorkItem.Place;
import casebook.study.problem.Problems;
import casebook.study.work.Workers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What is to be done on a day, for all patients. The same patients give the same list, in whatever
/// order they come.
///
/// @param day the day
/// @param ahead how many days ahead a visit that is coming is listed
/// @param count how many patients there are
/// @param items by group; in a group what is most urgent first, then by patient
public record WorkList(LocalDate day, int ahead, Count count, List<WorkItem> items) {
  public WorkList {
    items = List.copyOf(items);
  }

  /// How many patients there are.
  ///
  /// @param patients all
  /// @param listed those with something on the list
  /// @param died those who had died by the day
  public record Count(int patients, int listed, int died) {
    Count plus(Count other) {
      return new Count(patients + other.patients, listed + other.listed, died + other.died);
    }
  }

  /// Makes the list.
  public static WorkList of(WorkQuestion question, List<Timeline> patients) {
    Gathering gathering = new Gathering(question);
    patients.forEach(gathering);
    return of(question, 1, List.of(gathering));
  }

  /// Makes the list while the patients are read ([PatientStream]). Empty where their file must be
  /// read at rest.
  ///
  /// @param problems what is to be known of the events
  public static Optional<WorkList> of(
      WorkQuestion question, PatientStream stream, Problems problems) {
    return stream
        .read(
            () -> new Gathering(question),
            patient -> PatientWork.treated(question, patient),
            problems)
        .map(all -> of(question, stream.threads(), all));
  }

  private static WorkList of(WorkQuestion question, int threads, List<Gathering> gathered) {
    Count count = new Count(0, 0, 0);
    NavigableMap<Place, List<WorkItem>> places = new TreeMap<>();
    for (Gathering one : gathered) {
      count = count.plus(one.count);
      one.places.forEach(
          (place, items) -> places.computeIfAbsent(place, any -> new ArrayList<>()).addAll(items));
    }
    List<Supplier<List<WorkItem>>> sorting = new ArrayList<>();
    for (List<WorkItem> items : places.values()) {
      sorting.add(() -> {
        items.sort(WorkItem.IN_PLACE);
        return items;
      });
    }
    List<WorkItem> all = new ArrayList<>();
    new Workers(threads).all(sorting).forEach(all::addAll);
    return new WorkList(question.day(), question.ahead(), count, all);
  }

  /// The work for some of the patients.
  private static final class Gathering implements Consumer<Timeline> {
    private final WorkQuestion question;
    private final Map<Place, List<WorkItem>> places = new HashMap<>();
    private Count count = new Count(0, 0, 0);

    Gathering(WorkQuestion question) {
      this.question = question;
    }

    @Override
    public void accept(Timeline patient) {
      boolean died = patient.death().filter(it -> !it.day().isAfter(question.day())).isPresent();
      List<WorkItem> own = PatientWork.of(question, patient);
      for (WorkItem item : own) {
        places.computeIfAbsent(item.place(), any -> new ArrayList<>()).add(item);
      }
      count = count.plus(new Count(1, own.isEmpty() ? 0 : 1, died ? 1 : 0));
    }
  }

  /// The items of a group, in their order.
  public List<WorkItem> of(WorkItem.Group group) {
    return items.stream().filter(it -> it.group() == group).toList();
  }
}
