// SPDX-License-Identifier: Apache-2.0
package casebook.bench.score;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `./dev score DIR... [--out FILE]`: computes every statistic that the suites of folders ask for,
/// writes the values, and prints how many digits of them are right.
///
/// Ends with 0 where the bar is reached, 1 where it is not or a statistic is missing, 2 where the
/// words of the command are wrong.
public final class Score {
  private Score() {}

  /// Runs the command in the current folder.
  public static void main(String[] arguments) throws IOException {
    System.exit(run(arguments, Path.of(""), System.out));
  }

  /// Runs the command; paths are relative to `here`.
  static int run(String[] arguments, Path here, PrintStream to) throws IOException {
    List<Path> folders = new ArrayList<>();
    Path out = here.resolve("results.json");
    for (int i = 0; i < arguments.length; i++) {
      if (!arguments[i].startsWith("--")) {
        folders.add(here.resolve(arguments[i]));
      } else if (arguments[i].equals("--out") && i + 1 < arguments.length) {
        out = here.resolve(arguments[++i]);
      } else {
        return usage(to, "what is " + arguments[i] + "?");
      }
    }
    for (Path folder : folders) {
      if (!Files.isDirectory(folder)) {
        return usage(to, folder + " is not a folder");
      }
    }
    return folders.isEmpty() ? usage(to, "which folder?") : score(folders, out, to);
  }

  private static int usage(PrintStream to, String what) {
    to.println(what);
    to.println("usage: ./dev score DIR... [--out FILE]");
    return 2;
  }

  private static int score(List<Path> folders, Path out, PrintStream to) throws IOException {
    List<SuiteScore> scores = Suite.in(folders).stream().map(SuiteScore::of).toList();
    Files.writeString(out, ResultsFile.text(scores));
    Scoreboard board = new Scoreboard(scores);
    to.print(board.text());
    List<String> shortfalls = board.shortfalls();
    shortfalls.forEach(reason -> to.println("below the bar: " + reason));
    return shortfalls.isEmpty() ? 0 : 1;
  }
}
