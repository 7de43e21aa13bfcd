// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import casebook.study.problem.Severity;

/// What is wrong with a cell, wherever it stands.
///
/// @param severity how grave it is
/// @param code the problem's code
/// @param message what was found and what was expected
/// @param fix what to do
/// @param kind flaws of one kind in one column are one problem with a count
record Flaw(Severity severity, String code, String message, String fix, String kind) {
  static Flaw error(String code, String message, String fix) {
    return new Flaw(Severity.ERROR, code, message, fix, message);
  }

  static Flaw warning(String code, String message, String fix) {
    return new Flaw(Severity.WARNING, code, message, fix, message);
  }

  /// The same flaw, of which one example is enough for a column.
  Flaw ofKind(String name) {
    return new Flaw(severity, code, message, fix, name);
  }
}
