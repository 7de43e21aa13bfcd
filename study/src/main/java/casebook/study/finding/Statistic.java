// SPDX-License-Identifier: Apache-2.0
package casebook.study.finding;

import casebook.stats.result.Estimate;
import casebook.stats.result.PValue;
import casebook.study.problem.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One number of a report, with its address and everything that explains it.
///
/// @param address where it stands: `association.igm_positive.crude.odds_ratio`
/// @param label what it is in words: `IgM anti-PS: crude odds ratio`
/// @param estimate the value and, where it has one, its interval; empty when there is none
/// @param p the p-value that belongs to it; for a test the only content
/// @param unit the unit as printed; empty for ratios, counts and bare numbers
/// @param method how it was made
/// @param basis what it rests on
/// @param whyNot why there is no value, a clause such as `there are no controls`; empty when there
///   is
public record Statistic(
    Address address,
    String label,
    Optional<Estimate> estimate,
    Optional<PValue> p,
    String unit,
    Method method,
    Basis basis,
    String whyNot) {
  public Statistic {
    if (estimate.isEmpty() && p.isEmpty() && whyNot.isEmpty()) {
      throw new IllegalArgumentException(address + " has no value and does not say why");
    }
  }

  /// The last part of the address, such as `odds_ratio`.
  public String statistic() {
    return address.last();
  }

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

    /// The label of the other that holds the maximum-likelihood answer in the place of a penalised
    /// one.
    public static final String LIKELIHOOD = "maximum likelihood";

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
}
