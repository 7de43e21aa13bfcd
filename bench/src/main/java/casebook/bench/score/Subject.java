// SPDX-License-Identifier: Apache-2.0
package casebook.bench.score;

import java.util.Optional;

/// What the library knows about the cases of one kind of suite.
interface Subject {
  /// The name that suites of this kind bear.
  String suite();

  /// Looks at the data of a case.
  Answers answers(Json input);

  /// Gives the statistics of one case.
  @FunctionalInterface
  interface Answers {
    /// Computes a statistic.
    ///
    /// @return the value as text, empty where there is no such statistic
    Optional<String> of(String statistic);
  }
}
