// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// One run of `./casebook` as a user starts it, on the packaged program.
///
/// @param exit the exit code
/// @param out what it wrote to standard output
/// @param err what it wrote to standard error
record Launched(int exit, String out, String err) {
  /// The checkout: the folder above the module, in which Maven runs its tests.
  static final Path HOUSE = Path.of("..").toAbsolutePath().normalize();

  /// Runs `./casebook` with these words in a folder.
  static Launched in(Path folder, String... words) {
    return in(folder, Map.of(), words);
  }

  /// Runs `./casebook` with further variables of the environment.
  static Launched in(Path folder, Map<String, String> environment, String... words) {
    List<String> command = new ArrayList<>();
    command.add(HOUSE.resolve("casebook").toString());
    command.addAll(List.of(words));
    Map<String, String> all = new HashMap<>(environment);
    all.putIfAbsent("CASEBOOK_NO_BUILD", "1");
    all.putIfAbsent("CASEBOOK_CACHE", HOUSE.resolve("cli/target/cache").toString());
    return command(folder, all, command);
  }

  /// Runs any command; it may take two minutes.
  static Launched command(Path folder, Map<String, String> environment, List<String> command) {
    try {
      Path out = Files.createTempFile("out", ".txt");
      Path err = Files.createTempFile("err", ".txt");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("no end after 120 s: " + command);
      }
      return new Launched(process.exitValue(), read(out), read(err));
    } catch (IOException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  private static String read(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    Files.delete(file);
    return text;
  }
}
