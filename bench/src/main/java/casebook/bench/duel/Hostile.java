// SPDX-License-Identifier: Apache-2.0
package casebook.bench.duel;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Study files that are meant to break the program: `./dev bench hostile`. Each is refused with its
/// code in a heap of 64 MB before its time is taken.
public final class Hostile {
  private static final int RUNS = 7;
  private static final String HEAD =
      "casebook: 1\ntitle: t\ndesign: case-control\ndata: d.csv\nsubject: id\n";

  private Hostile() {}

  /// A file and the code that refuses it.
  private record Case(Path file, String code) {}

  /// Measures every file, from the root of the checkout.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("hostile");
    System.out.println(WholeProcess.machine());
    System.out.println("| study file | refused as | wall time, median (range) | runs |");
    System.out.println("|---|---|---|---|");
    for (Map.Entry<String, Case> hostile : cases(folder).entrySet()) {
      measure(hostile.getKey(), hostile.getValue(), folder.resolve("told.txt"));
    }
  }

  private static Map<String, Case> cases(Path folder) throws IOException {
    Map<String, Case> cases = new LinkedHashMap<>();
    cases.put(
        "10,000 parentheses",
        file(
            folder.resolve("parentheses.yaml"),
            HEAD
                + "variables:\n  x: number\ncases: "
                + "(".repeat(10_000)
                + "x"
                + ")".repeat(10_000)
                + "\n",
            "study/expression-too-long"));
    cases.put(
        "10,000 nested lists",
        file(
            folder.resolve("lists.yaml"),
            HEAD + "variables: " + "[".repeat(10_000) + "]".repeat(10_000) + "\n",
            "study/too-deep"));
    cases.put("alias bomb", file(folder.resolve("aliases.yaml"), aliases(), "study/needs-quotes"));
    cases.put(
        "class tags",
        file(
            folder.resolve("tags.yaml"),
            HEAD + "variables: !!javax.script.ScriptEngineManager [!!java.net.URL [\"x\"]]\n",
            "study/needs-quotes"));
    cases.put("200 MB", large(folder.resolve("large.yaml")));
    return cases;
  }

  private static Case file(Path path, String text, String code) throws IOException {
    return new Case(Files.writeString(path, text), code);
  }

  private static String aliases() {
    StringBuilder bomb = new StringBuilder(HEAD + "a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      String before = String.join(", ", Collections.nCopies(9, "*a" + (i - 1)));
      bomb.append("a" + i + ": &a" + i + " [" + before + "]\n");
    }
    return bomb.toString();
  }

  private static Case large(Path path) throws IOException {
    byte[] block = ("# " + "x".repeat(1021) + "\n").getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = Files.newOutputStream(path)) {
      for (int i = 0; i < 200 * 1024; i++) {
        out.write(block);
      }
    }
    return new Case(path, "study/too-large");
  }

  private static void measure(String name, Case hostile, Path told)
      throws IOException, InterruptedException {
    run(hostile, told);
    double[] millis = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      millis[i] = run(hostile, told);
    }
    Arrays.sort(millis);
    System.out.printf(
        Locale.ROOT,
        "| %s | `%s` | %.0f ms (%.0f-%.0f) | %d |%n",
        name,
        hostile.code(),
        millis[RUNS / 2],
        millis[0],
        millis[RUNS - 1],
        RUNS);
  }

  /// The wall time of one refusal in milliseconds; throws when the file is not refused as it must.
  private static double run(Case hostile, Path told) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
                new ArrayList<>(List.of("./casebook", "check", hostile.file().toString())))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(told.toFile());
    builder.environment().put("CASEBOOK_JAVA_OPTS", "-Xmx64m");
    long start = System.nanoTime();
    int exit = builder.start().waitFor();
    double millis = (System.nanoTime() - start) / 1e6;
    String text = Files.readString(told);
    if (exit != 2 || !text.contains(hostile.code())) {
      throw new IllegalStateException(hostile.file() + " ended with " + exit + ": " + text);
    }
    return millis;
  }
}
