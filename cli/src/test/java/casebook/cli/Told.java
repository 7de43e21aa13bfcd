// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/// What a command told, and how it ended.
///
/// @param exit its exit code
/// @param out what it printed
/// @param err its problems
record Told(int exit, String out, String err) {
  /// Runs a command without a terminal.
  ///
  /// @param words texts and paths
  static Told by(Object... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    int exit = Main.run(Stream.of(words).map(Object::toString).toList(), terminal);
    return new Told(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
