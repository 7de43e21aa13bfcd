// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.assay;

import java.math.BigDecimal;
import java.math.MathContext;

/// Numbers as the decimals that they stand for.
final class Decimals {
  private Decimals() {}

  /// To 15 digits: decimals went in, so 206.50000000000006 is 206.5, which matters to somebody who
  /// has just that value.
  static BigDecimal of(double value) {
    return new BigDecimal(value).round(new MathContext(15));
  }
}
