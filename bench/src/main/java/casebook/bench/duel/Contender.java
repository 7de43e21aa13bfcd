// SPDX-License-Identifier: Apache-2.0
package casebook.bench.duel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// One side of a duel: a command that is run as a whole process, with the wall time and the peak
/// resident memory of each run.
///
/// @param name as printed
/// @param command the program and its arguments
/// @param runs what was measured so far
public record Contender(String name, List<String> command, List<Measured> runs) {
  /// Nothing measured yet.
  public Contender(String name, List<String> command) {
    this(name, List.copyOf(command), new ArrayList<>());
  }

  /// One run.
  ///
  /// @param millis wall time
  /// @param mebibytes peak resident memory
  public record Measured(double millis, double mebibytes) {}

  /// Runs the command once and keeps its figures; throws when it fails.
  public void run() throws IOException, InterruptedException {
    Path memory = Files.createTempFile("memory", ".txt");
    List<String> timed =
        new ArrayList<>(List.of("/usr/bin/time", "-o", memory.toString(), "-f", "%M"));
    timed.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(timed)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    long start = System.nanoTime();
    int exit = builder.start().waitFor();
    double millis = (System.nanoTime() - start) / 1e6;
    if (exit != 0) {
      throw new IllegalStateException(String.join(" ", command) + " ended with exit code " + exit);
    }
    runs.add(new Measured(millis, Double.parseDouble(Files.readString(memory).strip()) / 1024));
    Files.delete(memory);
  }

  /// Median wall time in milliseconds.
  public double medianMillis() {
    return median(runs.stream().mapToDouble(Measured::millis).toArray());
  }

  /// Median peak memory in mebibytes.
  double medianMebibytes() {
    return median(runs.stream().mapToDouble(Measured::mebibytes).toArray());
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    int half = values.length / 2;
    return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
  }

  /// What both sides took, as a table in Markdown.
  public static String table(Contender first, Contender second) {
    return String.join(
        "\n",
        "| program | wall time, median (range) | peak memory, median | runs |",
        "|---|---|---|---|",
        first.line(),
        second.line());
  }

  /// A line of a table: name, median wall time with smallest and largest, median memory.
  private String line() {
    double[] millis = runs.stream().mapToDouble(Measured::millis).sorted().toArray();
    return String.format(
        Locale.ROOT,
        "| %s | %.0f ms (%.0f-%.0f) | %.0f MiB | %d |",
        name,
        medianMillis(),
        millis[0],
        millis[millis.length - 1],
        medianMebibytes(),
        runs.size());
  }
}
