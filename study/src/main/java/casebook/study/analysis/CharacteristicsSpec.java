// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.problem.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a `characteristics` clause says.
///
/// @param variables the rows
/// @param by the variable whose levels are the columns
/// @param summaries how numbers are put together, by variable, where it was said
/// @param pValues whether tests are printed
/// @param differences whether standardised differences are printed
/// @param matched the variable that names the matched sets, where differences respect them
/// @param name its part of the address, where one was given
/// @param at its place
public record CharacteristicsSpec(
    List<Named> variables,
    Optional<Named> by,
    Map<Named, Summarised> summaries,
    boolean pValues,
    boolean differences,
    Optional<Named> matched,
    Optional<String> name,
    Span at) {
  public CharacteristicsSpec {
    variables = List.copyOf(variables);
    summaries = Collections.unmodifiableMap(new LinkedHashMap<>(summaries));
  }

  /// How a variable is put together; empty when the study does not say.
  Optional<Summarised> summary(String variable) {
    return summaries.entrySet().stream()
        .filter(entry -> entry.getKey().name().equals(variable))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
