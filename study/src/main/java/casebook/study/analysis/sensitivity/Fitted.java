// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.sensitivity;

import casebook.study.finding.Cell;
import casebook.study.finding.Statistic;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One model with its odds ratio by each estimator.
///
/// @param counts the exposed among cases and among controls, or how many there are
/// @param odds the odds ratio, with the reason where there is none
/// @param sparse whether the data are too thin for maximum likelihood
public record Fitted(List<Cell> counts, Map<Estimator, Statistic> odds, boolean sparse) {
  public Fitted {
    counts = List.copyOf(counts);
    odds = Collections.unmodifiableMap(new EnumMap<>(odds));
  }

  /// The odds ratio by an estimator that was asked for.
  Statistic by(Estimator estimator) {
    return Optional.ofNullable(odds.get(estimator)).orElseThrow();
  }
}
