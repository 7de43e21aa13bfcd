// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A browser without a window.
///
/// @param folder where its profile and what it writes may lie
record Chromium(Path folder) {
  /// What a page became.
  ///
  /// @param dom the page after its scripts
  /// @param console lines that the page, or the browser about the page, wrote
  record Seen(String dom, List<String> console) {}

  /// Loads a page and reads it back.
  Seen load(String address, String... options) throws IOException, InterruptedException {
    List<String> more = new ArrayList<>(List.of(options));
    more.add("--dump-dom");
    return run(address, more);
  }

  /// Loads a page and keeps its picture, which nobody compares by pixel.
  void picture(String address, Path file, String... options)
      throws IOException, InterruptedException {
    List<String> more = new ArrayList<>(List.of(options));
    more.add("--screenshot=" + file.toAbsolutePath());
    run(address, more);
    assertThat(file).isNotEmptyFile();
  }

  private Seen run(String address, List<String> options) throws IOException, InterruptedException {
    Path program = Path.of("/usr/bin/chromium");
    assertThat(program).as("this test needs Debian's package chromium").isExecutable();
    Path run = Files.createTempDirectory(folder, "browser");
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            "--enable-logging=stderr",
            "--virtual-time-budget=3000",
            "--user-data-dir=" + run.resolve("profile")));
    command.addAll(options);
    command.add(address);
    Path out = run.resolve("out");
    Path log = run.resolve("log");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(log.toFile())
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("chromium did not end within 60 s");
    }
    assertThat(process.exitValue()).as("chromium's exit").isZero();
    List<String> console =
        Files.readString(log, StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.contains("CONSOLE"))
            .toList();
    return new Seen(Files.readString(out, StandardCharsets.UTF_8), console);
  }
}
