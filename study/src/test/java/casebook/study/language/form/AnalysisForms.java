// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.form;

import casebook.study.language.Clause;
import casebook.study.language.Entries;
import casebook.study.language.Field;
import casebook.study.language.Field.Kind;
import casebook.study.language.Form;
import casebook.study.problem.Problems;
import java.util.List;

/// Two forms of analyses, for tests of the language alone.
public final class AnalysisForms {
  private static final List<Field> ASSOCIATION =
      List.of(
          Field.required("association", Kind.VARIABLE, "The exposure.", "igm_positive"),
          Field.optional("primary", Kind.YES_NO, "Whether it is the primary analysis.", "yes"),
          Field.optional("adjusted for", Kind.ENTRIES, "Covariate sets.", "{age: [age]}")
              .with(Field.optional("<label>", Kind.NAMES, "Covariates.", "[sex, age]")),
          Field.optional("restricted to", Kind.ENTRIES, "Subsets.", "{men: sex is male}")
              .with(
                  Field.optional("<label>", Kind.EXPRESSION, "Who stays.", "sex is male")
                      .with(
                          Field.optional("of", Kind.WORD, "To whom it applies.", "cases")
                              .among("all", "cases", "controls"),
                          Field.required("keep", Kind.EXPRESSION, "Who stays.", "sex is male"))));

  private static final List<Field> CHARACTERISTICS =
      List.of(
          Field.required("characteristics", Kind.NAMES, "The variables.", "[age, sex]"),
          Field.optional("by", Kind.VARIABLE, "The groups.", "group"),
          Field.optional("summary", Kind.ENTRIES, "How numbers are summarised.", "{age: mean SE}")
              .with(Field.optional("<variable>", Kind.TEXT, "The summary.", "median (Q1-Q3)")));

  /// Both forms.
  public static final List<Form<?>> ALL =
      List.of(
          form("association", ASSOCIATION, "- association: igm_positive"),
          form("characteristics", CHARACTERISTICS, "- characteristics: [age, sex]"));

  private AnalysisForms() {}

  private static Form<Clause> form(String keyword, List<Field> fields, String example) {
    return new Form<>(
        keyword,
        "An analysis.",
        fields,
        example,
        clause -> {
          Problems problems = new Problems();
          Entries.of(clause, fields, problems);
          return problems.with(clause);
        });
  }
}
