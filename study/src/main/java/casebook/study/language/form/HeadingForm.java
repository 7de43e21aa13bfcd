// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.form;

import casebook.study.language.Clause;
import casebook.study.language.Entries;
import casebook.study.language.Field;
import casebook.study.language.Field.Kind;
import casebook.study.language.Form;
import casebook.study.language.Study.ReportWishes;
import casebook.study.language.Words;
import casebook.study.problem.Checked;
import casebook.study.problem.Problems;
import java.util.List;
import java.util.Optional;

/// What stands at the top of a study file: title, design, wishes for the report, ethics.
final class HeadingForm {
  static final List<String> DESIGNS =
      List.of("case-control", "cohort", "cross-sectional", "single-arm", "case series");

  static final Form<ReportWishes> REPORT =
      new Form<>(
          "report",
          "What the report looks like unless the command line says otherwise.",
          List.of(
              Field.optional("journal", Kind.TEXT, "The journal style of numbers.", "haematologica")
                  .otherwise("plain"),
              Field.optional("methods", Kind.WORD, "The set of default methods.", "spss14")
                  .among("casebook", "spss14", "r", "sas", "stata")
                  .otherwise("casebook"),
              Field.optional("level", Kind.NUMBER, "Confidence level, between 0.5 and 1.", "0.95")
                  .otherwise("0.95")),
          "report: {journal: plain, methods: casebook, level: 0.95}",
          HeadingForm::report);

  static final Form<List<Clause>> ETHICS =
      new Form<>(
          "ethics",
          "Who approved the study and how consent was given, as printed in the paper.",
          List.of(
              Field.optional(
                  "approved by",
                  Kind.TEXT,
                  "The board that approved the study.",
                  "Institutional Review Board of the hospital"),
              Field.optional("consent", Kind.TEXT, "How consent was given.", "written"),
              Field.optional("<fact>", Kind.TEXT, "Anything else to print.", "NL-2001-17")),
          "ethics: {approved by: Institutional Review Board, consent: written}",
          HeadingForm::ethics);

  private HeadingForm() {}

  private static Checked<ReportWishes> report(Clause clause) {
    Problems problems = new Problems();
    Entries entries = Entries.of(clause, REPORT.fields(), problems);
    Optional<Double> level =
        entries
            .number("level")
            .map(Number::doubleValue)
            .filter(it -> inside(it, entries, problems));
    return problems.with(new ReportWishes(entries.text("journal"), entries.word("methods"), level));
  }

  private static boolean inside(double level, Entries entries, Problems problems) {
    boolean inside = level >= 0.5 && level < 1;
    if (!inside) {
      problems.error(
          "study/level",
          entries.clause("level").map(Clause::wordsAt).orElse(entries.at()),
          "A confidence level lies between 0.5 and 1.",
          "Write 0.95 for 95 %.");
    }
    return inside;
  }

  private static Checked<List<Clause>> ethics(Clause clause) {
    Problems problems = new Problems();
    Entries entries = Entries.of(clause, ETHICS.fields(), problems);
    entries.text("approved by");
    entries.text("consent");
    List<Clause> facts = clause.children().stream().filter(it -> clauseText(it, problems)).toList();
    return problems.with(facts);
  }

  private static boolean clauseText(Clause fact, Problems problems) {
    return Words.single(fact, "text", problems);
  }
}
