// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.form;

import casebook.study.language.Clause;
import casebook.study.language.Strange;
import casebook.study.problem.Problems;
import java.util.Set;
import java.util.regex.Pattern;

/// Names of variables: how they are written, and what they are called when no label is declared.
final class Label {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]*");
  private static final Set<String> GRAMMAR =
      Set.of("and", "or", "not", "is", "in", "between", "all", "cases", "controls", "yes", "no");

  private Label() {}

  /// The label of a variable without one: its name with spaces.
  static String of(String name) {
    return name.replace('_', ' ');
  }

  /// Says whether a clause's keyword can be the name of a variable; otherwise adds a problem.
  static boolean isName(Clause clause, Problems problems) {
    String name = clause.keyword();
    if (GRAMMAR.contains(name)) {
      problems.error(
          "study/bad-name",
          clause.at(),
          "`" + name + "` is a word of the language, and cannot name a variable.",
          "Write, for example, `" + name + "_1`, with `column: " + name + "`.");
      return false;
    }
    boolean good = NAME.matcher(name).matches() && !name.matches("\\d*");
    if (!good) {
      problems.error(
          "study/bad-name",
          clause.at(),
          "`" + name + "` cannot be a name. " + wrong(name),
          "A name has letters a-z, digits, `_` and `-`; `column:` and `label:` may hold any text.");
    }
    return good;
  }

  private static String wrong(String name) {
    if (name.isEmpty()) {
      return "It is empty.";
    }
    if (name.matches("\\d*")) {
      return "It has digits only.";
    }
    int strange =
        name.codePoints()
            .filter(c -> !NAME.matcher(Character.toString(c)).matches())
            .findFirst()
            .orElse('-');
    String shown = strange == ' ' ? "a space" : "`" + Character.toString(strange) + "`";
    return strange < 128 ? "It holds " + shown + "." : Strange.letter(name);
  }
}
