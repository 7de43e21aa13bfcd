// SPDX-License-Identifier: Apache-2.0
package casebook.study.problem;

import java.util.List;
import java.util.Optional;

/// A value that was read or made, with the problems that were found on the way.
///
/// @param value the value; empty when an error prevents it
/// @param problems all problems, in the order of their places
/// @param <T> the type of the value
public record Checked<T>(Optional<T> value, List<Problem> problems) {
  public Checked {
    problems = List.copyOf(problems);
  }

  /// A value without problems.
  public static <T> Checked<T> of(T value) {
    return new Checked<>(Optional.of(value), List.of());
  }

  /// A value with the problems found on the way.
  public static <T> Checked<T> of(T value, List<Problem> problems) {
    return new Checked<>(Optional.of(value), problems);
  }

  /// No value, because of these problems.
  public static <T> Checked<T> none(List<Problem> problems) {
    return new Checked<>(Optional.empty(), problems);
  }

  /// Says whether any problem is an error.
  public boolean hasErrors() {
    return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
  }

  /// Returns the value; throws where there is none, with the codes and places of the problems.
  public T orThrow() {
    return value.orElseThrow(() ->
        new IllegalStateException(
            problems.stream()
                .map(p -> p.code() + " at " + p.at().line() + ":" + p.at().column())
                .toList()
                .toString()));
  }
}
