// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.form;

import casebook.study.language.Clause;
import casebook.study.language.Words;
import casebook.study.problem.Problems;
import java.util.List;
import java.util.Optional;

/// The name of a data file.
final class FileName {
  private FileName() {}

  /// The name of a file in the folder of the study file.
  static Optional<String> of(Clause clause, Problems problems) {
    if (!Words.single(clause, "a file name", problems)) {
      return Optional.empty();
    }
    String file = clause.words();
    boolean outside =
        file.startsWith("/")
            || file.contains("\\")
            || file.contains(":")
            || List.of(file.split("/")).contains("..");
    if (outside || file.isBlank()) {
      problems.error(
          "study/outside-folder",
          clause.wordsAt(),
          "Data lie in the folder of the study file, not at `" + file + "`.",
          "Write a file name such as participants.csv, or data/participants.csv.");
    }
    return Optional.of(file);
  }
}
