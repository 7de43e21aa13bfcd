// SPDX-License-Identifier: Apache-2.0
package casebook.bench.duel;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The duels of `bench/RESULTS.md`: `./dev bench startup` and `./dev bench report`. Runs alternate,
/// so that what else the machine does falls on both sides.
public final class WholeProcess {
  private static final int STARTS = 21;
  private static final int REPORTS = 7;
  private static final String STUDY = "studies/anti-protein-s/study.yaml";

  private static final List<String> PARTS = List.of("value", "low", "high", "p");

  private WholeProcess() {}

  /// Runs one duel, from the root of the checkout.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    System.out.println(machine());
    if (arguments[0].equals("startup")) {
      startup();
    } else {
      report();
    }
  }

  private static void startup() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("hello");
    Path source = folder.resolve("Hello.java");
    Files.writeString(
        source, "class Hello { public static void main(String[] a) { System.out.println(1); } }");
    String home = System.getProperty("java.home");
    new ProcessBuilder(home + "/bin/javac", source.toString()).start().waitFor();
    Contender check = new Contender("casebook check", List.of("./casebook", "check", STUDY));
    Contender hello =
        new Contender(
            "java hello world", List.of(home + "/bin/java", "-cp", folder.toString(), "Hello"));
    duel(check, hello, STARTS);
  }

  private static void report() throws IOException, InterruptedException {
    Path ours = Files.createTempDirectory("casebook").resolve("out");
    Path theirs = Files.createTempDirectory("r");
    Contender casebook =
        new Contender(
            "casebook run", List.of("./casebook", "run", STUDY, "--out", ours.toString()));
    Contender r =
        new Contender(
            "Rscript anti-protein-s.R",
            List.of(
                "Rscript",
                "bench/duel/anti-protein-s.R",
                "studies/anti-protein-s/participants.csv",
                theirs.toString()));
    casebook.run();
    r.run();
    agree(ours.resolve("findings.json"), theirs.resolve("numbers.csv"));
    casebook.runs().clear();
    r.runs().clear();
    duel(casebook, r, REPORTS);
  }

  private static void duel(Contender first, Contender second, int runs)
      throws IOException, InterruptedException {
    first.run();
    second.run();
    first.runs().clear();
    second.runs().clear();
    for (int i = 0; i < runs; i++) {
      first.run();
      second.run();
    }
    System.out.println(Contender.table(first, second));
    System.out.printf(
        Locale.ROOT,
        "wall time %.3f of the peer's, memory %.3f%n",
        first.medianMillis() / second.medianMillis(),
        first.medianMebibytes() / second.medianMebibytes());
  }

  /// Every number that the peer names must be the same on both sides to 1e-8, limits to 1e-6: the
  /// standard errors of `glm` are those of the step before its last.
  private static void agree(Path findings, Path numbers) throws IOException {
    Map<String, double[]> ours = numbers(findings);
    for (String line : Files.readAllLines(numbers)) {
      String[] fields = line.split(",", -1);
      double[] our = ours.get(fields[0]);
      if (our == null) {
        throw new IllegalStateException("findings.json has no " + fields[0]);
      }
      int part = PARTS.indexOf(fields[1]);
      double their = Double.parseDouble(fields[2]);
      boolean limit = fields[1].equals("low") || fields[1].equals("high");
      if (!(Math.abs(our[part] - their) <= (limit ? 1e-6 : 1e-8) * Math.abs(their))) {
        throw new IllegalStateException(line + " against " + our[part]);
      }
    }
  }

  /// The parts of every number by its address; what it does not have is not a number.
  private static Map<String, double[]> numbers(Path findings) throws IOException {
    Map<String, double[]> numbers = new LinkedHashMap<>();
    try (InputStream in = Files.newInputStream(findings);
        JsonParser json = new JsonFactory().createParser(in)) {
      double[] now = {};
      while (json.nextToken() != null) {
        String name = json.currentName();
        if (json.currentToken() == JsonToken.VALUE_STRING && "address".equals(name)) {
          now = numbers.computeIfAbsent(json.getText(), address -> new double[PARTS.size()]);
          Arrays.fill(now, Double.NaN);
        } else if (json.currentToken().isNumeric() && PARTS.contains(String.valueOf(name))) {
          now[PARTS.indexOf(name)] = json.getDoubleValue();
        }
      }
    }
    return numbers;
  }

  /// Processor, cores and JDK of this machine.
  public static String machine() throws IOException {
    String cpu = "unknown processor";
    Path info = Path.of("/proc/cpuinfo");
    if (Files.exists(info)) {
      cpu =
          Files.readString(info, StandardCharsets.UTF_8)
              .lines()
              .filter(line -> line.startsWith("model name"))
              .findFirst()
              .map(line -> line.substring(line.indexOf(':') + 2))
              .orElse(cpu);
    }
    return cpu
        + ", "
        + Runtime.getRuntime().availableProcessors()
        + " cores, JDK "
        + System.getProperty("java.version");
  }
}
