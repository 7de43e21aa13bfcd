// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.assay;

import casebook.stats.reference.TukeyFences;
import java.util.Optional;

/// Reference values to be looked at.
final class Outliers {
  private Outliers() {}

  /// The fences after a Box-Cox power; on the scale as it is where no power was found. Empty when
  /// there are no values.
  static Optional<TukeyFences.Fences> of(double[] reference) {
    TukeyFences method = TukeyFences.standard();
    return method
        .afterPower(reference)
        .value()
        .filter(fences -> !Double.isNaN(fences.lower()) && !Double.isNaN(fences.upper()))
        .or(() -> method.of(reference).value());
  }
}
