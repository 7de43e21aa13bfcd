// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.form;

import casebook.study.language.Clause;
import casebook.study.language.Entries;
import casebook.study.language.Field;
import casebook.study.language.Field.Kind;
import casebook.study.language.Form;
import casebook.study.language.Study.Family;
import casebook.study.language.Words;
import casebook.study.problem.Checked;
import casebook.study.problem.Problems;
import java.util.ArrayList;
import java.util.List;

/// Families of tests: whose P values are adjusted together, and how.
final class FamiliesForm {
  static final String KEYWORD = "families";

  private static final String HOLM = "Holm";

  private static final List<Field> FIELDS =
      List.of(
          Field.required(
              "of",
              Kind.LIST,
              "The members: analyses by name, or numbers by address.",
              "[igm_positive, igg_positive]"),
          Field.optional("method", Kind.WORD, "How their P values are adjusted.", HOLM)
              .among(HOLM, "Hochberg", "Benjamini-Hochberg")
              .otherwise(HOLM));

  static final Form<Clause> FAMILIES =
      new Form<>(
          KEYWORD,
          "Tests that answer one question together; their P values are adjusted together and"
              + " printed beside the raw ones.",
          List.of(
              Field.optional(
                      "<family>",
                      Kind.LIST,
                      "The members: analyses by name (the first P value of an association, that of the"
                          + " primary contrast of a comparison, all of"
                          + " a table of characteristics), or numbers by address.",
                      "[igm_positive, igg_positive]")
                  .with(FIELDS.toArray(new Field[0]))),
          """
          families:
            antibodies: [igm_positive, igg_positive]
            genes: {of: [fvl, pt20210a, f12], method: Benjamini-Hochberg}
          """,
          Checked::of);

  private FamiliesForm() {}

  /// Reads the clause.
  static List<Family> read(Clause clause, Problems problems) {
    List<Family> families = new ArrayList<>();
    for (Clause entry : Entries.of(clause, FAMILIES.fields(), problems).named()) {
      if (entry.shape() == Clause.Shape.MAP) {
        Entries entries = Entries.of(entry, FIELDS, problems);
        String method = entries.word("method").orElse(HOLM);
        families.add(new Family(entry.keyword(), entries.items("of"), method, entry.at()));
      } else {
        families.add(new Family(entry.keyword(), Words.items(entry, problems), HOLM, entry.at()));
      }
    }
    return families;
  }
}
