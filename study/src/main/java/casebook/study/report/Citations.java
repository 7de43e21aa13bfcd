// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import casebook.study.finding.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Numbers the references of a paper in the order in which they are cited.
final class Citations {
  /// The name of the list of references.
  static final String LIST = "reference";

  private final Bibliography bibliography = Bibliography.carried();
  private final List<Reference> cited = new ArrayList<>();
  private final Set<String> said = new HashSet<>();

  /// The numbers of the references that some words name, from 1, in order.
  List<Integer> numbers(String words) {
    List<Integer> numbers = new ArrayList<>();
    if (words.isBlank()) {
      return numbers;
    }
    for (Reference reference : bibliography.named(words)) {
      if (!cited.contains(reference)) {
        cited.add(reference);
      }
      numbers.add(cited.indexOf(reference) + 1);
    }
    return numbers;
  }

  /// Notes that a method was named in the text.
  void say(Method method) {
    said.add(method.name() + method.interval());
  }

  /// Says whether a method was named in the text.
  boolean isSaid(Method method) {
    return said.contains(method.name() + method.interval());
  }

  /// The references so far, in the order of their numbers.
  List<Reference> list() {
    return List.copyOf(cited);
  }
}
