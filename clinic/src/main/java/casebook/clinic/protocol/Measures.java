// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.protocol;

import casebook.study.problem.Span;
import casebook.study.unit.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What the file of events may hold, as the study file says it.
///
/// @param list the declared names, in the order of the file
public record Measures(List<Measure> list) {
  public Measures {
    list = List.copyOf(list);
  }

  /// The declared name, if there is one.
  public Optional<Measure> find(String name) {
    return list.stream().filter(it -> it.name().equals(name)).findFirst();
  }

  /// The names that are measured.
  public List<String> measured() {
    return list.stream().filter(Measure::measured).map(Measure::name).toList();
  }

  /// The names of one kind.
  public List<String> names(Kind kind) {
    return list.stream().filter(it -> it.kind() == kind).map(Measure::name).toList();
  }

  /// A name that events may have.
  ///
  /// @param name such as `platelets`
  /// @param kind what such an event is
  /// @param unit of a number
  /// @param normal the normal range; both ends belong
  /// @param label how a paper calls it
  /// @param with what stands beside its value: `specimen`, `assay`, `hours since dose`, `grade` ...
  /// @param at the place
  public record Measure(
      String name,
      Kind kind,
      Unit unit,
      Optional<Range> normal,
      String label,
      List<String> with,
      Span at) {
    public Measure {
      with = List.copyOf(with);
    }

    /// Says whether it is a number that is measured.
    public boolean measured() {
      return kind == Kind.NUMBER || kind == Kind.LEVEL;
    }
  }

  /// A closed range.
  public record Range(BigDecimal low, BigDecimal high) {}

  /// What an event of a name is.
  public enum Kind {
    /// A number that is measured.
    NUMBER,
    /// A drug level: a number with specimen and time since the last dose.
    LEVEL,
    /// A drug or a food.
    DRUG,
    /// Words, such as a complication.
    TEXT,
    /// A cause, such as that of death.
    CAUSE
  }
}
