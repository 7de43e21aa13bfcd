// SPDX-License-Identifier: Apache-2.0
package casebook.study.sheet;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What the cells of a column hold.
public sealed interface Cells {
  /// Words, which no spreadsheet takes for a number or a date.
  record Words() implements Cells {}

  /// Long words, broken into lines.
  record Sentences() implements Cells {}

  /// Days.
  record Days() implements Cells {}

  /// One of several words.
  record OneOf(List<String> words) implements Cells {
    public OneOf {
      words = List.copyOf(words);
    }
  }

  /// Numbers.
  ///
  /// @param low the least, included; empty: none
  /// @param high the most, included; empty: none
  /// @param otherwise whether a detection limit (`<5`) or a pair (`150/95`) may stand for a number
  record Numbers(Optional<BigDecimal> low, Optional<BigDecimal> high, boolean otherwise)
      implements Cells {}
}
