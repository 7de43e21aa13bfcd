// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.worklist;

import casebook.clinic.record.Timeline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

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
    List<WorkItem> items = new ArrayList<>();
    Count count = new Count(0, 0, 0);
    for (Timeline patient : patients) {
      boolean died = patient.death().filter(it -> !it.day().isAfter(question.day())).isPresent();
      List<WorkItem> own = PatientWork.of(question, patient);
      items.addAll(own);
      count = count.plus(new Count(1, own.isEmpty() ? 0 : 1, died ? 1 : 0));
    }
    items.sort(null);
    return new WorkList(question.day(), question.ahead(), count, items);
  }

  /// The items of a group, in their order.
  public List<WorkItem> of(WorkItem.Group group) {
    return items.stream().filter(it -> it.group() == group).toList();
  }
}
