// SPDX-License-Identifier: Apache-2.0
package casebook.study.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Gathers problems while something is read or checked. Lives inside one reading; never shared.
public final class Problems {
  private final List<Problem> list = new ArrayList<>();

  /// Adds one problem.
  public void add(Problem problem) {
    list.add(problem);
  }

  /// Adds an error.
  public void error(String code, Span at, String message, String fix) {
    add(Problem.error(code, at, message, fix));
  }

  /// Adds a warning.
  public void warning(String code, Span at, String message, String fix) {
    add(Problem.warning(code, at, message, fix));
  }

  /// Adds all problems of a part and returns its value, so that reading goes on.
  public <T> Optional<T> take(Checked<T> part) {
    list.addAll(part.problems());
    return part.value();
  }

  /// Says whether an error was added.
  public boolean hasErrors() {
    return list.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
  }

  /// The problems so far, each once, by file and place; those of one place keep the order in which
  /// they came.
  public List<Problem> list() {
    if (list.size() < 2) {
      return List.copyOf(list);
    }
    return list.stream()
        .distinct()
        .sorted(
            Comparator.comparing((Problem p) -> p.at().file())
                .thenComparingInt(p -> p.at().line())
                .thenComparingInt(p -> p.at().column()))
        .toList();
  }

  /// The value with the problems so far.
  public <T> Checked<T> with(T value) {
    return Checked.of(value, list());
  }
}
