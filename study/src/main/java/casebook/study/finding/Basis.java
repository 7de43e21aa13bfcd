// SPDX-License-Identifier: Apache-2.0
package casebook.study.finding;

import casebook.study.problem.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a number rests on: the counts behind it, the rows, the line of the study file, the other
/// answers to the same question.
///
/// @param counts named counts in order, such as `cases_exposed`, `n`, `events`
/// @param rows rows used and left out
/// @param at the line of the study file that asked for it
/// @param data the names of the data files it was computed from
/// @param others the same quantity by other methods, for the explanation
public record Basis(
    Map<String, Long> counts, Rows rows, Span at, List<String> data, List<Other> others) {
  /// The label of the other that holds what profile `casebook` would print in this place.
  public static final String CASEBOOK = "casebook";

  public Basis {
    counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    data = List.copyOf(data);
    others = List.copyOf(others);
  }

  /// This basis with further answers to the same question behind the others.
  public Basis withOthers(List<Other> further) {
    List<Other> all = new ArrayList<>(others);
    all.addAll(further);
    return new Basis(counts, rows, at, data, all);
  }

  /// The same quantity by another method.
  ///
  /// @param label the method's name as printed
  /// @param statistic the number, which has an address of its own
  public record Other(String label, Statistic statistic) {}
}
