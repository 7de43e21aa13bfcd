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
    private final Optional<Response> present = Optional.of(this);

    Response(String word) {
      this.word = word;
    }

    /// As the study file writes it.
    public String word() {
      return word;
    }
  }

  /// The response that a count makes: the first grade from the top that holds. Empty when a grade
  /// cannot be told before one holds, or when none holds.
  public Optional<Response> grade(Count count) {
    for (Grade grade : grades) {
      Truth truth = grade.condition().isEmpty() ? Truth.YES : grade.condition().get().holds(count);
      if (truth != Truth.NO) {
        return truth == Truth.YES ? grade.response().present : Optional.empty();
      }
    }
    return Optional.empty();
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

    /// Says whether it holds of a count.
    public Truth holds(Count count) {
      Truth any = Truth.NO;
      for (int i = 0; i < anyOf.size(); i++) {
        Truth all = Truth.YES;
        for (int k = 0; k < anyOf.get(i).size(); k++) {
          all = all.and(anyOf.get(i).get(k).holds(count));
        }
        any = any.or(all);
      }
      return any;
    }
  }

  /// A count and what is known beside it.
  ///
  /// @param value the count, in the unit of the event; of a limit of detection the limit
  /// @param side whether the true count is the value, or only known to lie below or above it
  /// @param baseline the count before start; empty: not known
  /// @param bleeding whether there was bleeding since the count before
  /// @param rescue whether there was rescue treatment since the count before
  public record Count(
      BigDecimal value,
      Side side,
      Optional<BigDecimal> baseline,
      boolean bleeding,
      boolean rescue) {
    /// A count that is known itself.
    public Count(
        BigDecimal value, Optional<BigDecimal> baseline, boolean bleeding, boolean rescue) {
      this(value, Side.EXACT, baseline, bleeding, rescue);
    }

    /// Says whether the true count stands in a relation to a limit.
    Truth stands(Relation relation, BigDecimal limit) {
      int at = value.compareTo(limit);
      return switch (side) {
        case EXACT -> Truth.of(compared(at, relation));
        case BELOW -> at <= 0 ? Truth.of(compared(-1, relation)) : Truth.UNKNOWN;
        case ABOVE -> at >= 0 ? Truth.of(compared(1, relation)) : Truth.UNKNOWN;
      };
    }

    private static boolean compared(int at, Relation relation) {
      return switch (relation) {
        case LESS -> at < 0;
        case AT_MOST -> at <= 0;
        case GREATER -> at > 0;
        case AT_LEAST -> at >= 0;
        case EQUAL -> at == 0;
        case NOT_EQUAL -> at != 0;
      };
    }
  }

  /// Where a true count lies to the value that was written.
  public enum Side {
    EXACT,
    /// `<5`.
    BELOW,
    /// `>1000`.
    ABOVE
  }

  /// Yes, no, or not known.
  public enum Truth {
    NO,
    UNKNOWN,
    YES;

    static Truth of(boolean yes) {
      return yes ? YES : NO;
    }

    Truth and(Truth other) {
      return compareTo(other) < 0 ? this : other;
    }

    Truth or(Truth other) {
      return compareTo(other) > 0 ? this : other;
    }
  }

  /// What can be said of one count.
  public sealed interface Sign {
    /// Says whether it holds of a count.
    Truth holds(Count count);

    /// The count itself: `platelets >= 80`, in the unit of the event.
    record Than(Relation relation, BigDecimal value) implements Sign {
      @Override
      public Truth holds(Count count) {
        return count.stands(relation, value);
      }
    }

    /// A multiple of the count before start: `platelets >= 2 x baseline`.
    record ThanBaseline(Relation relation, BigDecimal times) implements Sign {
      @Override
      public Truth holds(Count count) {
        return count
            .baseline()
            .map(before -> count.stands(relation, before.multiply(times)))
            .orElse(Truth.UNKNOWN);
      }
    }

    /// Bleeding, or no bleeding, since the count before.
    record Bleeding(boolean present) implements Sign {
      @Override
      public Truth holds(Count count) {
        return Truth.of(count.bleeding() == present);
      }
    }

    /// Rescue treatment since the count before.
    record Rescue() implements Sign {
      @Override
      public Truth holds(Count count) {
        return Truth.of(count.rescue());
      }
    }
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
