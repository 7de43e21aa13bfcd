// SPDX-License-Identifier: Apache-2.0
package casebook.study.finding;

import casebook.stats.result.Estimate;
import casebook.stats.result.PValue;
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
}
