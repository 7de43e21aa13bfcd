// SPDX-License-Identifier: Apache-2.0
package casebook.bench.score;

import java.util.OptionalDouble;

/// Ceilings that the files do not state: data whose printed digits nearly lie on the curve, so that
/// the residuals keep few digits of what is left.
final class Ceilings {
  private Ceilings() {}

  static OptionalDouble of(String suite, String id, String statistic) {
    boolean fromResiduals =
        statistic.equals("rss") || statistic.equals("residual_sd") || statistic.startsWith("se_");
    if (!suite.equals("nist_nonlinear") || !fromResiduals) {
      return OptionalDouble.empty();
    }
    return switch (id) {
      case "Lanczos1" -> OptionalDouble.of(3);
      case "Lanczos2" -> OptionalDouble.of(10);
      default -> OptionalDouble.empty();
    };
  }
}
