// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import casebook.study.problem.Problem;
import casebook.study.problem.ProblemText;
import casebook.study.problem.Severity;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Where a command writes: UTF-8 whatever the locale, colours only where a person reads.
///
/// @param out results
/// @param err problems and progress
/// @param colours whether escape codes may be written to `out` and `err`
record Terminal(PrintStream out, PrintStream err, boolean colours) {
  /// The terminal of this process.
  static Terminal ofProcess() {
    boolean colours = "yes".equals(System.getProperty("casebook.colour"));
    return new Terminal(stream(FileDescriptor.out), stream(FileDescriptor.err), colours);
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /// Writes problems with the lines they are in.
  ///
  /// @param sources the lines of the files that may be shown, by file name
  void problems(List<Problem> problems, Map<String, List<String>> sources) {
    List<Problem> shown = problems.subList(0, Math.min(ProblemText.MOST, problems.size()));
    for (Problem problem : shown) {
      List<String> lines = sources.getOrDefault(problem.at().file(), List.of());
      err.println(coloured(problem.severity(), ProblemText.of(problem, lines)));
    }
    if (problems.size() > ProblemText.MOST) {
      err.println("... and " + (problems.size() - ProblemText.MOST) + " more.");
    }
  }

  private String coloured(Severity severity, String text) {
    if (!colours) {
      return text;
    }
    String word = "  " + severity.name().toLowerCase(Locale.ROOT) + "  ";
    String colour =
        switch (severity) {
          case ERROR -> "\u001b[31m";
          case WARNING -> "\u001b[33m";
          case NOTE -> "\u001b[36m";
        };
    int at = text.indexOf(word);
    return text.substring(0, at) + colour + word + "\u001b[0m" + text.substring(at + word.length());
  }
}
