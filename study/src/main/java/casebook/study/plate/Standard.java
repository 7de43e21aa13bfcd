// SPDX-License-Identifier: Apache-2.0
package casebook.study.plate;

import java.util.OptionalDouble;

/// A standard of one concentration on a plate.
///
/// @param concentration as the laboratory states it
/// @param wells how many
/// @param response the mean of its wells, without the blank
/// @param backCalculated what the curve says that response stands for; empty where it lies beyond
///   the curve
public record Standard(
    double concentration, int wells, double response, OptionalDouble backCalculated) {

  /// The back-calculated concentration in percent of the stated one; empty for a concentration of
  /// 0.
  public OptionalDouble recovery() {
    return backCalculated.isPresent() && concentration > 0
        ? OptionalDouble.of(100 * backCalculated.getAsDouble() / concentration)
        : OptionalDouble.empty();
  }
}
