// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import casebook.study.data.PartialDate;
import java.time.LocalDate;

/// A day as it was read, or what is known of it.
sealed interface WrittenDay {
  /// A whole date.
  record Whole(LocalDate date) implements WrittenDay {}

  /// A month or a year.
  record Part(PartialDate date) implements WrittenDay {}
}
