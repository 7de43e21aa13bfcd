// SPDX-License-Identifier: Apache-2.0
package casebook.stats.compare;

/// What a test is to find.
public enum Alternative {
  /// A difference in either direction.
  TWO_SIDED,
  /// The first group, or the association, lies below the null value.
  LESS,
  /// The first group, or the association, lies above the null value.
  GREATER
}
