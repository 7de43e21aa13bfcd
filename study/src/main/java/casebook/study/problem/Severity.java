// SPDX-License-Identifier: Apache-2.0
package casebook.study.problem;

/// How grave a problem is.
public enum Severity {
  /// The run cannot go on.
  ERROR,
  /// The run goes on; the report shows the warning.
  WARNING,
  /// Worth knowing; a default that was used, a thing that was done.
  NOTE
}
