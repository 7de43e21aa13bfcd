// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import casebook.study.problem.Severity;

/// What is wrong with a cell, wherever it stands.
///
/// @param severity how grave it is
/// @param code the problem's code
/// @param message what was found and what was expected
/// @param fix what to do
record Flaw(Severity severity, String code, String message, String fix) {
  static Flaw error(String code, String message, String fix) {
    return new Flaw(Severity.ERROR, code, message, fix);
  }

  static Flaw warning(String code, String message, String fix) {
    return new Flaw(Severity.WARNING, code, message, fix);
  }
}
