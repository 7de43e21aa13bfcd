// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import casebook.study.language.Dictionary;
import casebook.study.language.Dictionary.Variable;
import java.util.List;

/// Which columns of a table are read, and as what.
@FunctionalInterface
public interface Columns {
  /// The code of the warning that a column has no value in any row.
  String ALL_MISSING = "data/all-missing";

  /// The variables to read; the column of each must be there.
  ///
  /// @param header the headers of the table, in order
  List<Variable> of(List<String> header);

  /// Says whether a variable that is read as text may hold days of a spreadsheet, which come as
  /// they are written in the declared order; who asked for the text reads them.
  default boolean mayHoldDays(Variable text) {
    return false;
  }

  /// The declared variables, whatever the table holds.
  static Columns of(Dictionary dictionary) {
    return header -> dictionary.variables();
  }
}
