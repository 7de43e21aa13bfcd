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
/// @param entries what may stand below it: instead of the value, or always when the kind is
///   `ENTRIES`; of each item when the kind is `LIST`
public record Field(
    String name,
    Kind kind,
    boolean required,
    String summary,
    String fallback,
    String example,
    List<String> words,
    List<Field> entries) {

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
    /// One or more names of variables, as a list or in a line.
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
    entries = List.copyOf(entries);
  }

  /// A field without entries of its own.
  public Field(
      String name,
      Kind kind,
      boolean required,
      String summary,
      String fallback,
      String example,
      List<String> words) {
    this(name, kind, required, summary, fallback, example, words, List.of());
  }

  /// A field that may be absent.
  public static Field optional(String name, Kind kind, String summary, String example) {
    return new Field(name, kind, false, summary, "", example, List.of(), List.of());
  }

  /// A field that must be there.
  public static Field required(String name, Kind kind, String summary, String example) {
    return new Field(name, kind, true, summary, "", example, List.of(), List.of());
  }

  /// The same field with what holds when it is absent.
  public Field otherwise(String value) {
    return new Field(name, kind, required, summary, value, example, words, entries);
  }

  /// The same field with its allowed words.
  public Field among(String... allowed) {
    return new Field(name, kind, required, summary, fallback, example, List.of(allowed), entries);
  }

  /// The same field with what may stand below it.
  public Field with(Field... below) {
    return new Field(name, kind, required, summary, fallback, example, words, List.of(below));
  }

  /// Says whether the user chooses the name.
  public boolean named() {
    return name.startsWith("<");
  }
}
