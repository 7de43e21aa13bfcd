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
import java.util.ArrayList;
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

  static final String GENOTYPING_KEYWORD = "genotyping";

  static final Form<List<Clause>> GENOTYPING =
      new Form<>(
          GENOTYPING_KEYWORD,
          "How genotypes were read, as the STREGA list of a paper asks.",
          List.of(
              fact(
                  "report",
                  "Whether it is the first report, a replication, or both.",
                  "replication"),
              fact("method", "Method and platform, how alleles were called.", "PCR-RFLP"),
              fact("laboratory", "Where it was done.", "Our own laboratory"),
              fact("storage", "How DNA was kept.", "-20 °C"),
              fact("error rate", "How many genotypes differed when read again.", "0 of 40"),
              fact(
                  "batches",
                  "All at once or in batches; whether cases and controls were mixed.",
                  "one batch, cases and controls mixed"),
              fact(
                  "ancestry",
                  "The ancestry of participants, and what was done about mixed ancestry.",
                  "one region; not examined"),
              fact("relatedness", "Whether participants are related.", "unrelated"),
              fact(
                  "multiple comparisons",
                  "What was done about multiple comparisons.",
                  "one variant, one primary model"),
              fact("inferred", "Genotypes or haplotypes that were inferred.", "none")),
          "genotyping: {method: PCR-RFLP, relatedness: unrelated}",
          HeadingForm::genotyping);

  private HeadingForm() {}

  private static Field fact(String name, String summary, String example) {
    return Field.optional(name, Kind.TEXT, summary, example);
  }

  private static Clause named(Clause fact) {
    return new Clause(
        GENOTYPING_KEYWORD + " " + fact.keyword(),
        fact.words(),
        fact.shape(),
        List.of(),
        fact.at(),
        fact.wordsAt());
  }

  private static Checked<List<Clause>> genotyping(Clause clause) {
    Problems problems = new Problems();
    Entries entries = Entries.of(clause, GENOTYPING.fields(), problems);
    List<Clause> facts = new ArrayList<>();
    for (Field field : GENOTYPING.fields()) {
      entries
          .clause(field.name())
          .filter(fact -> entries.text(field.name()).isPresent())
          .ifPresent(fact -> facts.add(named(fact)));
    }
    return problems.with(facts);
  }

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
