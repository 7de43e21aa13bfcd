// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import java.util.List;

/// How people left the study, step by step.
///
/// @param start everybody who was read
/// @param steps the criteria in order
public record Attrition(Count start, List<Step> steps) {
  public Attrition {
    steps = List.copyOf(steps);
  }

  /// Persons by group; `other` are neither case nor control (or it is not known which).
  public record Count(int cases, int controls, int other) {
    /// Everybody.
    public int all() {
      return cases + controls + other;
    }
  }

  /// One criterion.
  ///
  /// @param label its name
  /// @param out who left, by reason
  /// @param remain who is still in
  public record Step(String label, List<Out> out, Count remain) {
    public Step {
      out = List.copyOf(out);
    }
  }

  /// Persons who left for one reason.
  ///
  /// @param reason `not met`, or `unknown because igm_ps is missing`
  /// @param unknown whether the criterion could not be decided
  /// @param count how many
  public record Out(String reason, boolean unknown, Count count) {}
}
