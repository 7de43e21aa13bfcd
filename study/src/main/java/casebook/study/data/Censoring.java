// SPDX-License-Identifier: Apache-2.0
package casebook.study.data;

/// On which side of the written number the true value lies.
public enum Censoring {
  /// The number is the value.
  NONE,
  /// Written `<10`: the value is below the number.
  BELOW,
  /// Written `>1000`: the value is above the number.
  ABOVE
}
