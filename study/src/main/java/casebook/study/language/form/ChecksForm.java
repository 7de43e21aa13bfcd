// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.form;

import casebook.study.language.Clause;
import casebook.study.language.Dictionary.CrossCheck;
import casebook.study.language.Entries;
import casebook.study.language.Field;
import casebook.study.language.Field.Kind;
import casebook.study.language.Form;
import casebook.study.language.Names;
import casebook.study.language.expression.ExprText;
import casebook.study.problem.Checked;
import casebook.study.problem.Problems;
import java.util.ArrayList;
import java.util.List;

/// Conditions between variables that every row should meet.
final class ChecksForm {
  static final Form<Clause> CHECKS =
      new Form<>(
          "checks",
          "Conditions that every row should meet; rows that break one are listed in queries.csv.",
          List.of(
              Field.optional(
                  "<check>", Kind.EXPRESSION, "True for a row in order.", "sampled >= referred")),
          """
          checks:
            sampled after referral: sampled >= referred
          """,
          Checked::of);

  private ChecksForm() {}

  /// Reads the clause.
  static List<CrossCheck> read(Clause clause, Names names, Problems problems) {
    List<CrossCheck> checks = new ArrayList<>();
    for (Clause entry : Entries.of(clause, CHECKS.fields(), problems).named()) {
      problems
          .take(ExprText.truth(entry, names))
          .ifPresent(it -> checks.add(new CrossCheck(entry.keyword(), it, entry.at())));
    }
    return checks;
  }
}
