// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.provenance;

import java.math.BigDecimal;

/// Writes a declared percentage as a rank.
public final class Ordinal {
  private Ordinal() {}

  /// The rank: `99th`, `2.5th`, `1st`.
  public static String of(double percent) {
    BigDecimal exact = BigDecimal.valueOf(percent).stripTrailingZeros();
    String text = exact.toPlainString();
    if (exact.scale() > 0) {
      return text + "th";
    }
    int whole = exact.intValue();
    boolean teen = whole % 100 >= 11 && whole % 100 <= 13;
    return text
        + switch (teen ? 0 : whole % 10) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
  }
}
