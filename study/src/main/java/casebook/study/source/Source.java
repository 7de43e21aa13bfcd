// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import casebook.study.data.Table;
import casebook.study.language.DataFiles;
import casebook.study.problem.Checked;
import java.nio.file.Path;

/// A kind of place that a table can come from.
public interface Source {
  /// Says whether this source reads such a file, by its name.
  boolean reads(String fileName);

  /// Reads the declared variables; every bad cell becomes a problem with its line and column.
  ///
  /// @param file the file, already known to lie inside the study's folder
  /// @param files how it is written
  /// @param columns the variables to read
  Checked<Table> read(Path file, DataFiles files, Columns columns);
}
