// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.form;

import casebook.study.language.Clause;
import casebook.study.language.Dictionary.Assay;
import casebook.study.language.Entries;
import casebook.study.language.Field;
import casebook.study.language.Field.Kind;
import casebook.study.language.Form;
import casebook.study.language.Names;
import casebook.study.language.Words;
import casebook.study.problem.Checked;
import casebook.study.problem.Problems;
import java.util.ArrayList;
import java.util.List;

/// How variables were measured.
final class AssayForm {
  static final List<Field> FIELDS =
      List.of(
          Field.optional("method", Kind.TEXT, "The method.", "ELISA"),
          Field.optional(
              "CV within run", Kind.TEXT, "Coefficient of variation in one run.", "3 to 6 %"),
          Field.optional(
              "CV between runs", Kind.TEXT, "Coefficient of variation between runs.", "4 to 8 %"),
          Field.optional("CV from", Kind.TEXT, "Who found these coefficients.", "manufacturer"),
          Field.optional("<fact>", Kind.TEXT, "Anything else to print.", "Asserachrom"));

  static final Form<List<Assay>> ASSAYS =
      new Form<>(
          "assays",
          "How variables were measured; several names may share a line.",
          List.of(
              Field.optional("<name>", Kind.ENTRIES, "The assay of a variable.", "{method: ELISA}")
                  .with(FIELDS.toArray(new Field[0]))),
          """
          assays:
            igm_ps: {method: ELISA, CV within run: 3 to 6 %, CV between runs: 4 to 8 %}
          """,
          AssayForm::unchecked);

  private AssayForm() {}

  private static Checked<List<Assay>> unchecked(Clause clause) {
    Problems problems = new Problems();
    List<Assay> assays = new ArrayList<>();
    for (Clause entry : Entries.of(clause, ASSAYS.fields(), problems).named()) {
      Entries facts = Entries.of(entry, FIELDS, problems);
      String method = facts.text("method").orElse("");
      List<Clause> details =
          entry.children().stream()
              .filter(fact -> !fact.keyword().equals("method"))
              .filter(fact -> Words.single(fact, "text", problems))
              .toList();
      List<String> names = Words.sharing(entry).stream().map(Clause::keyword).toList();
      assays.add(new Assay(names, method, details, entry.at()));
    }
    return problems.with(assays);
  }

  /// Says which assays are of variables that do not exist.
  static void known(Clause clause, Names names, Problems problems) {
    clause.children().stream()
        .flatMap(entry -> Words.sharing(entry).stream())
        .filter(name -> names.find(name.keyword()).isEmpty())
        .forEach(name -> problems.add(names.unknown(name.keyword(), name.at())));
  }
}
