// SPDX-License-Identifier: Apache-2.0
package casebook.study.language;

import java.util.List;

/// One entry that a clause may hold, as its reader, the help, the schema and the manual see it.
///
/// @param name the key, or `<name>` when the user chooses it (a variable, a covariate set)
/// @param kind what the value is
/// @param required whether it must be there
/// @param summary one sentence: what it says
/// @param fallback what holds when it is absent; empty when nothing does
/// @param example a value as a user would write it
/// @param words the allowed words when the kind is `WORD`; empty otherwise
public record Field(
    String name,
    Kind kind,
    boolean required,
    String summary,
    String fallback,
    String example,
    List<String> words) {

  /// What a value may be.
  public enum Kind {
    /// Free text.
    TEXT,
    /// One of the field's `words`.
    WORD,
    /// A number, perhaps with a unit.
    NUMBER,
    /// `yes` or `no`.
    YES_NO,
    /// A date, year-month-day.
    DATE,
    /// The name of a variable.
    VARIABLE,
    /// One or more names, as a list or in a line.
    NAMES,
    /// An expression.
    EXPRESSION,
    /// Further entries, each with a form of its own.
    ENTRIES,
    /// A list of values or entries.
    LIST
  }

  public Field {
    words = List.copyOf(words);
  }
}
