// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.analysis.course;

import casebook.study.analysis.people.Chosen;
import casebook.study.language.Clause;
import casebook.study.problem.Span;
import java.util.List;
import java.util.Optional;

/// What a `course` or a `swimmer` asks for.
///
/// @param subject the measurement of a course, the drug of a swimmer
/// @param lanes what is given, each a lane; empty: the drug of the treatment
/// @param level the level that is drawn; empty: that of the treatment
/// @param layout how it is drawn
/// @param of the patients; empty: all who were treated
/// @param caption its title; empty: one made from the subject
/// @param name its part of the address; empty: the subject
/// @param at its place
public record CourseSpec(
    Clause subject,
    List<Clause> lanes,
    Optional<Clause> level,
    Layout layout,
    Optional<Chosen> of,
    Optional<String> caption,
    Optional<String> name,
    Span at) {
  public CourseSpec {
    lanes = List.copyOf(lanes);
  }

  /// How patients are drawn.
  ///
  /// @param calendar whether time is that of the calendar, not that since the first dose
  /// @param logarithmic whether equal ratios of values have equal distances
  /// @param byLength whether those followed longest come first, not those with the smallest id
  public record Layout(boolean calendar, boolean logarithmic, boolean byLength) {}
}
