// SPDX-License-Identifier: Apache-2.0
package casebook.study.finding;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What a figure draws of one patient who was treated. It holds what a reader of the figure sees:
/// the id that the study uses, and no name.
///
/// @param id the patient's id
/// @param summary how many values are drawn, with the days from the first dose to each mark
/// @param followed from when to when the patient was followed
/// @param values what was measured, in order of time
/// @param levels levels of the drug, in order of time
/// @param bars what was given, by lane, in order of time
/// @param responses times in response, in order of time
/// @param marks what happened, in order of time
public record PatientCourse(
    String id,
    Statistic summary,
    Followed followed,
    List<Reading> values,
    List<Reading> levels,
    List<Bar> bars,
    List<Stretch> responses,
    List<Mark> marks) {
  public PatientCourse {
    values = List.copyOf(values);
    levels = List.copyOf(levels);
    bars = List.copyOf(bars);
    responses = List.copyOf(responses);
    marks = List.copyOf(marks);
  }

  /// From when to when a patient was followed.
  ///
  /// @param start the day of the first dose
  /// @param last the day of the death or of the last contact, not before `start`
  /// @param died whether the patient has died
  public record Followed(LocalDate start, LocalDate last, boolean died) {}

  /// A measured value.
  ///
  /// @param counted whether it counts for the response; one soon after rescue treatment does not
  public record Reading(LocalDate day, double value, boolean counted) {}

  /// Something given without a break.
  ///
  /// @param lane the place of its lane in the frame, from 0
  /// @param from the first day
  /// @param last the last day; of what goes on, the last day that is known
  /// @param ongoing whether it goes on
  /// @param dose the dose, of the drug of the treatment
  public record Bar(
      int lane, LocalDate from, LocalDate last, boolean ongoing, Optional<Dose> dose) {}

  /// A daily dose.
  ///
  /// @param mg mg a day
  /// @param mgPerKg mg a day for each kg of the last weight before; empty without a weight
  public record Dose(double mg, OptionalDouble mgPerKg) {}

  /// A time in response of one grade.
  ///
  /// @param from the day of its first count
  /// @param to the day of the count that ends it; of one that goes on, the last day that is known
  /// @param complete whether it is complete, not partial
  /// @param ongoing whether it holds at the end
  public record Stretch(LocalDate from, LocalDate to, boolean complete, boolean ongoing) {}

  /// Something that happened on a day.
  ///
  /// @param value the value that made it, where one did
  public record Mark(Kind kind, LocalDate day, OptionalDouble value) {

    /// What happened.
    public enum Kind {
      /// The first dose.
      START,
      /// The first count in response.
      RESPONSE,
      /// The count by which a response was lost.
      LOST,
      /// The first relapse.
      RELAPSE,
      /// The drug was stopped, to be started again.
      STOPPED,
      /// The drug was started again.
      RESTARTED,
      /// Death.
      DEATH
    }
  }

  /// The first day of a mark.
  public Optional<LocalDate> first(Mark.Kind kind) {
    return marks.stream().filter(mark -> mark.kind() == kind).map(Mark::day).findFirst();
  }
}
