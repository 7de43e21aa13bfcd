// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// Writes a file that must not be there yet.
final class NewFile {
  private NewFile() {}

  static void write(Path out, byte[] bytes) {
    write(out, List.of(bytes));
  }

  /// Writes parts one after the other.
  static void write(Path out, List<byte[]> parts) {
    try {
      try (OutputStream to =
          Files.newOutputStream(out, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        for (byte[] part : parts) {
          to.write(part);
        }
      }
    } catch (FileAlreadyExistsException there) {
      throw new CommandLineException(
          out + " exists and is not overwritten; name another file with --out.");
    } catch (IOException failed) {
      throw new EnvironmentException(out + " cannot be written.");
    }
  }
}
