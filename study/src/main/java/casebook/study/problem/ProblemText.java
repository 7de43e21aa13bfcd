// SPDX-License-Identifier: Apache-2.0
package casebook.study.problem;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Writes problems as a person reads them: place, code, the line with a caret, message, fix.
public final class ProblemText {
  private static final int LONGEST = 800;

  /// How many problems are shown; the rest are counted.
  public static final int MOST = 100;

  private ProblemText() {}

  /// Writes all problems, an empty line between two: the first hundred, and the count of the rest.
  ///
  /// @param lines the lines of the file that the problems are in; empty when they must not be shown
  public static String of(List<Problem> problems, List<String> lines) {
    List<String> texts = problems.stream().limit(MOST).map(problem -> of(problem, lines)).toList();
    int rest = problems.size() - texts.size();
    return String.join("\n", texts) + (rest > 0 ? "\n" + rest + " more problems.\n" : "");
  }

  /// Writes one problem.
  ///
  /// @param lines the lines of the file that the problem is in; empty when the file is not text or
  ///   its lines must not be shown
  public static String of(Problem problem, List<String> lines) {
    Span at = problem.at();
    StringBuilder text = new StringBuilder();
    text.append(place(at))
        .append("  ")
        .append(problem.severity().name().toLowerCase(Locale.ROOT))
        .append("  ")
        .append(problem.code())
        .append('\n');
    line(at, lines).ifPresent(shown -> text.append(shown));
    text.append("  ").append(cut(problem.message()));
    if (!problem.fix().isEmpty()) {
      text.append(' ').append(cut(problem.fix()));
    }
    return text.append('\n').toString();
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  private static String place(Span at) {
    if (at.line() == 0) {
      return at.file();
    }
    return at.file() + ":" + at.line() + (at.column() == 0 ? "" : ":" + at.column());
  }

  private static Optional<String> line(Span at, List<String> lines) {
    if (at.line() == 0 || at.line() > lines.size()) {
      return Optional.empty();
    }
    int widest = 90;
    String whole = lines.get(at.line() - 1).replace('\t', ' ');
    int from = Math.max(0, Math.min(at.column() - 1 - widest / 2, whole.length() - widest));
    String shown = whole.substring(from, Math.min(whole.length(), from + widest));
    String text = "  " + shown.stripTrailing() + "\n";
    if (at.column() > 0) {
      int start = Math.max(0, at.column() - 1 - from);
      int length = Math.max(1, Math.min(at.length(), shown.length() - start));
      text += "  " + " ".repeat(start) + "^".repeat(length) + "\n";
    }
    return Optional.of(text);
  }
}
