// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.protocol;

import casebook.clinic.protocol.Treatment.Steps;
import casebook.study.language.Expr.Relation;
import casebook.study.problem.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What counts as a response, as the study file says it or as a published definition says it.
///
/// @param name `this study`, or the name of the published definition: `itp-iwg-2009`
/// @param measure what is counted: `platelets`
/// @param grades from the top; the first whose condition holds counts
/// @param confirming what makes a response certain
/// @param course what happens to a response
/// @param at the place of the clause
public record ResponseDefinition(
    String name,
    String measure,
    List<Grade> grades,
    Confirming confirming,
    Course course,
    Span at) {
  public ResponseDefinition {
    grades = List.copyOf(grades);
  }

  /// How good a response is.
  public enum Response {
    NONE("no response"),
    PARTIAL("partial"),
    COMPLETE("complete");

    private final String word;

    Response(String word) {
      this.word = word;
    }

    /// As the study file writes it.
    public String word() {
      return word;
    }
  }

  /// A response and when it holds.
  ///
  /// @param condition when it holds; empty: otherwise
  public record Grade(Response response, Optional<Condition> condition, Span at) {}

  /// When something holds of one count: one of several lists of signs, all of which hold.
  ///
  /// @param anyOf at least one list, each with at least one sign
  /// @param words as the file writes it
  /// @param at the place
  public record Condition(List<List<Sign>> anyOf, String words, Span at) {
    public Condition {
      anyOf = anyOf.stream().map(List::copyOf).toList();
    }
  }

  /// What can be said of one count.
  public sealed interface Sign {
    /// The count itself: `platelets >= 80`, in the unit of the event.
    record Count(Relation relation, BigDecimal value) implements Sign {}

    /// A multiple of the count before start: `platelets >= 2 x baseline`.
    record OfBaseline(Relation relation, BigDecimal times) implements Sign {}

    /// Bleeding, or no bleeding, since the count before.
    record Bleeding(boolean present) implements Sign {}

    /// Rescue treatment since the count before.
    record Rescue() implements Sign {}
  }

  /// What makes a response certain.
  ///
  /// @param confirmed a second count at least so long after the first; empty: one count is enough
  /// @param notCounted counts within so long after rescue do not count; empty: all count
  public record Confirming(Optional<Steps> confirmed, Optional<Steps> notCounted) {}

  /// What happens to a response.
  ///
  /// @param lost when a response is lost; empty: when no grade of response holds
  /// @param relapse when a patient who had responded relapses
  /// @param dependent what makes a response depend on the drug
  /// @param dependentCounts whether a response that depends on the drug is a response
  /// @param stableRemission complete or partial at every count over so long
  public record Course(
      Optional<Condition> lost,
      Optional<Relapse> relapse,
      Optional<Dependent> dependent,
      boolean dependentCounts,
      Optional<Steps> stableRemission) {}

  /// `platelets < 30 at 2 counts or rescue`.
  ///
  /// @param condition when it holds of a count
  /// @param counts how many counts in a row; at least 1
  /// @param rescue whether rescue treatment is a relapse as well
  public record Relapse(Condition condition, int counts, boolean rescue) {}

  /// `lost within 3 months after stopping and regained after restarting`.
  ///
  /// @param within how long after the stop
  public record Dependent(Steps within) {}
}
