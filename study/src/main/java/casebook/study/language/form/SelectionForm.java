// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.form;

import casebook.study.language.Clause;
import casebook.study.language.Entries;
import casebook.study.language.Expr;
import casebook.study.language.Field;
import casebook.study.language.Field.Kind;
import casebook.study.language.Form;
import casebook.study.language.Names;
import casebook.study.language.Selection.Criterion;
import casebook.study.language.expression.ExprText;
import casebook.study.problem.Checked;
import casebook.study.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Who is a case, who is a control, and who belongs in the study.
final class SelectionForm {
  static final Form<Clause> CASES =
      new Form<>(
          "cases",
          "Who is a case.",
          List.of(Field.optional("cases", Kind.EXPRESSION, "True for a case.", "group is patient")),
          "cases: group is patient",
          Checked::of);

  static final Form<Clause> CONTROLS =
      new Form<>(
          "controls",
          "Who is a control.",
          List.of(
              Field.optional(
                  "controls", Kind.EXPRESSION, "True for a control.", "group is control")),
          "controls: group is control",
          Checked::of);

  private static final List<Field> CRITERION =
      List.of(
          Field.optional("of", Kind.WORD, "To whom it applies.", "cases")
              .among("all", "cases", "controls")
              .otherwise("all"),
          Field.required("require", Kind.EXPRESSION, "True for those who stay.", "event_age < 70"));

  static final Form<List<Written>> ELIGIBILITY =
      new Form<>(
          "eligibility",
          "Who belongs in the study: criteria in order, each with the name it has in the flow diagram.",
          List.of(
              Field.optional(
                      "<criterion>",
                      Kind.EXPRESSION,
                      "True for those who stay; or `of` and `require`.",
                      "{of: cases, require: event_age < 70}")
                  .with(CRITERION.toArray(new Field[0]))),
          """
          eligibility:
            first event under 70: {of: cases, require: event_age < 70}
            plasma available: igm_ps is known
          """,
          SelectionForm::criteria);

  private SelectionForm() {}

  /// A criterion before its expression is read.
  record Written(String label, String of, Optional<Clause> require, Clause entry) {}

  private static Checked<List<Written>> criteria(Clause clause) {
    Problems problems = new Problems();
    List<Written> criteria = new ArrayList<>();
    for (Clause entry : Entries.of(clause, ELIGIBILITY.fields(), problems).named()) {
      if (entry.shape() == Clause.Shape.MAP) {
        Entries entries = Entries.of(entry, CRITERION, problems);
        String of = entries.word("of").orElse("all");
        criteria.add(new Written(entry.keyword(), of, entries.clause("require"), entry));
      } else {
        criteria.add(new Written(entry.keyword(), "all", Optional.of(entry), entry));
      }
    }
    return problems.with(criteria);
  }

  /// Reads the expressions of the criteria.
  static List<Criterion> read(List<Written> written, Names names, Problems problems) {
    List<Criterion> criteria = new ArrayList<>();
    for (Written criterion : written) {
      Optional<Expr> require =
          criterion.require().flatMap(it -> problems.take(ExprText.truth(it, names)));
      require.ifPresent(expr ->
          criteria.add(
              new Criterion(criterion.label(), criterion.of(), expr, criterion.entry().at())));
    }
    return criteria;
  }
}
