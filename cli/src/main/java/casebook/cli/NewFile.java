// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Writes a file that must not be there yet.
final class NewFile {
  private NewFile() {}

  static void write(Path out, byte[] bytes) {
    try {
      Files.write(out, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException there) {
      throw new CommandLineException(
          out + " exists and is not overwritten; name another file with --out.");
    } catch (IOException failed) {
      throw new EnvironmentException(out + " cannot be written.");
    }
  }
}
