// SPDX-License-Identifier: Apache-2.0
package casebook.study.problem;

/// One thing that a person must mend, or should know.
///
/// @param severity how grave it is
/// @param code slug `area/what`, such as `study/unknown-variable`; the area is `study` for the
///   study file, `data` for data, and owned by the file that raises it
/// @param at the place
/// @param message what was found and what was expected, in full sentences
/// @param fix what to do, in full sentences; empty when the message says it
public record Problem(Severity severity, String code, Span at, String message, String fix) {
  public Problem {
    if (!code.matches("[a-z]+/[a-z0-9-]+")) {
      throw new IllegalArgumentException("a problem code is area/what, not " + code);
    }
  }

  /// Makes an error.
  public static Problem error(String code, Span at, String message, String fix) {
    return new Problem(Severity.ERROR, code, at, message, fix);
  }

  /// Makes a warning.
  public static Problem warning(String code, Span at, String message, String fix) {
    return new Problem(Severity.WARNING, code, at, message, fix);
  }

  /// Makes a note.
  public static Problem note(String code, Span at, String message) {
    return new Problem(Severity.NOTE, code, at, message, "");
  }

  /// The part of the code before the slash.
  public String area() {
    return code.substring(0, code.indexOf('/'));
  }
}
