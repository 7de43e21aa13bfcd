// SPDX-License-Identifier: Apache-2.0
package casebook.study.finding;

import java.util.List;
import java.util.Optional;

/// A plate.
///
/// @param label its name
/// @param standards stated concentration and response of each, from low to high
/// @param curve places on the fitted curve, from low to high
/// @param samples the lowest and the highest value of a sample within the standards; empty when
///   there is none
public record PlateCurve(
    String label, List<Dot> standards, List<Dot> curve, Optional<Range> samples) {
  public PlateCurve {
    standards = List.copyOf(standards);
    curve = List.copyOf(curve);
  }

  /// From where to where.
  public record Range(double low, double high) {}

  /// A concentration above 0 with its response.
  public record Dot(double concentration, double response) {}
}
