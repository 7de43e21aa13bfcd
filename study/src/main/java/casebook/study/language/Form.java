// SPDX-License-Identifier: Apache-2.0
package casebook.study.language;

import casebook.study.problem.Checked;
import java.util.List;
import java.util.function.Function;

/// How one kind of clause is written: the one source of its reader, its help, its part of the JSON
/// Schema and its manual page. The reader reads declared fields only.
///
/// @param keyword the word that begins the clause
/// @param summary one sentence: what the clause says
/// @param fields the entries that the clause may hold; the field named like the keyword itself is
///   the value beside it
/// @param example a whole clause as a user would write it
/// @param reader turns a clause into its typed meaning, or into problems
/// @param <S> the typed meaning
public record Form<S>(
    String keyword,
    String summary,
    List<Field> fields,
    String example,
    Function<Clause, Checked<S>> reader) {
  public Form {
    fields = List.copyOf(fields);
  }
}
