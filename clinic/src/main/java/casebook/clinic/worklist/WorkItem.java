// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.worklist;

import casebook.clinic.rule.Advice.Days;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Something to be done for a patient, or to be known before it is done.
///
/// @param patient the patient's id
/// @param group why it stands on the list
/// @param what one line: what is to be measured, given, asked or known
/// @param visit the visit that it belongs to; empty: it belongs to none
/// @param studyLine the line of the study file that asks for it
/// @param why what it rests on, in a sentence; of a dose always, of the rest where somebody asked
public record WorkItem(
    String patient, Group group, String what, Optional<Visit> visit, int studyLine, String why)
    implements Comparable<WorkItem> {
  /// The order of the items of one place.
  static final Comparator<WorkItem> IN_PLACE =
      Comparator.comparing(WorkItem::patient, PatientOrder.BY_ID)
          .thenComparingInt(WorkItem::studyLine)
          .thenComparing(WorkItem::what);

  private static final Comparator<WorkItem> ORDER =
      Comparator.comparing(WorkItem::place).thenComparing(IN_PLACE);

  /// The groups of a work list, in the order of a morning.
  public enum Group {
    /// The daily dose becomes another, or the drug is stopped.
    DOSE("change the dose"),
    /// Treatment may start.
    START("start treatment"),
    /// The window is over, and something was not measured.
    OVERDUE("overdue"),
    /// The day lies in the window.
    IN_WINDOW("in the window today"),
    /// Somebody should know this before deciding.
    WARNING("warnings"),
    /// Something cannot be said, because something is missing.
    CANNOT_TELL("cannot tell"),
    /// The window has not begun.
    COMING("coming"),
    /// A patient who is not treated does not meet the criteria.
    NOT_ELIGIBLE("not treated, not eligible");

    private final String words;

    Group(String words) {
      this.words = words;
    }

    /// As a heading.
    public String words() {
      return words;
    }
  }

  /// What is to be measured, and when.
  ///
  /// @param line the line of the calendar, or what asks for it
  /// @param measures what to measure
  /// @param due the day
  /// @param window the days that count
  public record Visit(String line, List<String> measures, LocalDate due, Days window) {
    public Visit {
      measures = List.copyOf(measures);
    }
  }

  /// Where an item stands on the list: the items of one place are ordered by patient.
  record Place(Group group, LocalDate urgency) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int side = group.compareTo(other.group);
      return side != 0 ? side : urgency.compareTo(other.urgency);
    }
  }

  /// Where it stands on the list.
  Place place() {
    return new Place(group, urgency());
  }

  /// The day by which items of a group are ordered: what has waited longest, or ends first, comes
  /// first.
  private LocalDate urgency() {
    return switch (group) {
      case OVERDUE, COMING -> visit.map(Visit::due).orElse(LocalDate.MAX);
      case IN_WINDOW -> visit.map(it -> it.window().last()).orElse(LocalDate.MAX);
      case DOSE, START, WARNING, CANNOT_TELL, NOT_ELIGIBLE -> LocalDate.MAX;
    };
  }

  @Override
  public int compareTo(WorkItem other) {
    return ORDER.compare(this, other);
  }
}
