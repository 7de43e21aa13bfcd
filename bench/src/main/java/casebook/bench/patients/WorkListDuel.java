// SPDX-License-Identifier: Apache-2.0
package casebook.bench.patients;

import casebook.bench.duel.Contender;
import casebook.bench.duel.WholeProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// `./dev bench worklist [COUNT]`: the work list of a million synthetic patients, 109 rows each,
/// against the time that DuckDB needs to read the same file and count its rows per patient. Both
/// are whole processes and alternate.
///
/// Before any time is taken the answers are checked: both count the same patients, and the list is
/// the same with one thread as with all.
public final class WorkListDuel {
  private static final int PATIENTS = 1_000_000;
  private static final int FEW = 2_000;
  private static final int RUNS = 3;

  private WorkListDuel() {}

  /// Prints a table in Markdown. The files take 6 GB in the folder for temporary files.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : PATIENTS;
    System.out.println(WholeProcess.machine());
    Path folder = Files.createTempDirectory("worklist");
    try {
      threads(Files.createDirectory(folder.resolve("few")));
      duel(Files.createDirectory(folder.resolve("all")), count);
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static List<String> due(Path folder, Path list, String... further) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "./casebook",
                "due",
                folder.resolve("study.yaml").toString(),
                "--on",
                SyntheticPatients.DAY.toString(),
                "--out",
                list.toString()));
    command.addAll(List.of(further));
    return command;
  }

  /// The list of few patients does not depend on the number of threads.
  private static void threads(Path folder) throws IOException, InterruptedException {
    SyntheticPatients.write(folder, FEW, 1);
    Path one = folder.resolve("one.txt");
    Path all = folder.resolve("all.txt");
    new Contender("", due(folder, one, "--threads", "1")).run();
    new Contender("", due(folder, all)).run();
    if (Files.mismatch(one, all) >= 0) {
      throw new IllegalStateException("the work list depends on the number of threads");
    }
  }

  private static void duel(Path folder, int count) throws IOException, InterruptedException {
    SyntheticPatients.write(folder, count, 1);
    Path list = folder.resolve("list.txt");
    Path events = folder.resolve("events.csv");
    Contender casebook = new Contender("casebook due", due(folder, list));
    Contender duck = new Contender("DuckDB count", count(events));
    agree(casebook, list, count, count(events));
    for (int run = 0; run < RUNS; run++) {
      Files.deleteIfExists(list);
      casebook.run();
      duck.run();
    }
    System.out.printf(
        Locale.ROOT,
        "%,d patients, %,d rows, %,d MiB%n",
        count,
        (long) count * SyntheticPatients.ROWS,
        Files.size(events) >> 20);
    System.out.println(Contender.table(casebook, duck));
    System.out.printf(
        Locale.ROOT,
        "wall time %.2f of the peer's%n",
        casebook.medianMillis() / duck.medianMillis());
  }

  private static List<String> count(Path events) {
    return List.of(
        System.getProperty("java.home") + "/bin/java",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path"),
        RowCount.class.getName(),
        events.toString());
  }

  private static void agree(Contender casebook, Path list, int count, List<String> counting)
      throws IOException, InterruptedException {
    casebook.run();
    casebook.runs().clear();
    Process duck = new ProcessBuilder(counting).start();
    String counted =
        new String(duck.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    String expected = count + " " + (long) count * SyntheticPatients.ROWS;
    String head;
    try (Stream<String> lines = Files.lines(list)) {
      head = String.join("\n", lines.limit(3).toList());
    }
    if (duck.waitFor() != 0 || !counted.equals(expected) || !head.contains(count + " patients: ")) {
      throw new IllegalStateException("counted " + counted + " and listed " + head);
    }
  }
}
