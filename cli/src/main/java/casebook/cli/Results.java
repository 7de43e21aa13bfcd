// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import casebook.study.render.FindingsJson;
import casebook.study.render.StoredFindings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The result folder that a command names.
final class Results {
  private Results() {}

  /// Reads the findings of a folder.
  static StoredFindings read(Path folder) {
    Path file = folder.resolve(FindingsJson.FILE);
    if (!Files.exists(file)) {
      throw new CommandLineException(
          folder + " holds no findings.json; name a folder that `casebook run` has written.");
    }
    try {
      return StoredFindings.read(Files.readAllBytes(file));
    } catch (IOException unreadable) {
      throw new EnvironmentException(file + " cannot be read.");
    } catch (IllegalArgumentException foreign) {
      throw new CommandLineException(file + ": " + foreign.getMessage() + ".");
    }
  }
}
