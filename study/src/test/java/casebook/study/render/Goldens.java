// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compares rendered files with those under `src/test/resources/report`; `-Dgolden.update` writes
/// them anew, to be read in review.
final class Goldens {
  private static final Path FOLDER = Path.of("src", "test", "resources", "report");

  private Goldens() {}

  static void compare(String name, byte[] bytes) {
    Path golden = FOLDER.resolve(name);
    try {
      if (System.getProperty("golden.update") != null) {
        Files.createDirectories(golden.toAbsolutePath().getParent());
        Files.write(golden, bytes);
      }
      assertThat(new String(bytes, StandardCharsets.UTF_8))
          .as(name)
          .isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
