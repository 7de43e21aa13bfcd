// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.reading;

import java.util.HashMap;
import java.util.Map;

/// Values that were read before, kept once: patients and rows are many, days and results repeat.
///
/// Keeps at most 65,536 of them; a value beyond stays its own.
///
/// @param <T> an immutable type
final class Shared<T> {
  private static final int MOST = 1 << 16;

  private final Map<T, T> known = new HashMap<>();

  /// The equal value that was read first.
  T of(T value) {
    T first = known.get(value);
    if (first != null) {
      return first;
    }
    if (known.size() < MOST) {
      known.put(value, value);
    }
    return value;
  }
}
