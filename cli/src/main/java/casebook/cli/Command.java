// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import java.util.List;

/// One word that `casebook` understands.
interface Command {
  /// The word.
  String name();

  /// What it does, one line.
  String summary();

  /// The words it takes, as shown in the help, such as `STUDY`.
  String words();

  /// A longer text for its own help, with an example.
  String details();

  /// Its options, without `--help`.
  List<Option> options();

  /// Does it, and returns the exit code.
  int run(Arguments arguments, Terminal terminal);
}
