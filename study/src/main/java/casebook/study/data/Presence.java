// SPDX-License-Identifier: Apache-2.0
package casebook.study.data;

/// Whether a cell holds a value.
public enum Presence {
  /// There is a value.
  KNOWN,
  /// The value should be there and is not.
  MISSING,
  /// The variable was not asked of this person; it prints as a dash and is neither missing nor
  /// unknown.
  NOT_APPLICABLE
}
