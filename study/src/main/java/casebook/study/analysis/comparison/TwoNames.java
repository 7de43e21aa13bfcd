// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.comparison;

import casebook.study.language.Clause;
import casebook.study.language.Entries;
import casebook.study.problem.Problems;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Two names with a word between: `mdm2 by snp309`, `mdm2 with p53`.
///
/// @param first the name before the word
/// @param second the name behind it
record TwoNames(Clause first, Clause second) {
  /// The code of words that are not two names.
  static final String CODE = "study/two-names";

  /// Reads the words beside a key.
  ///
  /// @param between the word between the names
  static Optional<TwoNames> of(Entries entries, String key, String between, Problems problems) {
    Optional<Clause> clause = entries.clause(key).filter(Clause::isWords);
    if (entries.text(key).isEmpty() || clause.isEmpty()) {
      return Optional.empty();
    }
    Clause words = clause.get();
    Matcher two = Pattern.compile("(\\S+)\\s+" + between + "\\s+(\\S+)").matcher(words.words());
    if (!two.matches()) {
      problems.error(
          CODE,
          words.wordsAt(),
          "`" + words.words() + "` does not name two variables with `" + between + "` between.",
          "Write, for example, `"
              + key
              + ": mdm2 "
              + between
              + " "
              + (between.equals("by") ? "snp309" : "p53")
              + "`.");
      return Optional.empty();
    }
    return Optional.of(
        new TwoNames(
            words.words(two.start(1), two.group(1).length()),
            words.words(two.start(2), two.group(2).length())));
  }

  /// Both names as one label: `mdm2 by snp309`.
  static String label(Clause first, String between, Clause second) {
    return first.words() + " " + between + " " + second.words();
  }
}
