// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.analysis;

import casebook.clinic.record.Timeline;
import casebook.study.analysis.Analysis;
import casebook.study.analysis.people.Chosen;
import casebook.study.cohort.Cohort;
import casebook.study.finding.Address;
import casebook.study.finding.Finding;
import casebook.study.finding.Settings;
import casebook.study.language.Clause;
import casebook.study.language.Entries;
import casebook.study.language.Field;
import casebook.study.language.Field.Kind;
import casebook.study.language.Form;
import casebook.study.language.Study;
import casebook.study.problem.Checked;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The complications of the treated patients: in how many patients, or how many a year on the drug.
///
/// @param timelines one a row of the table of the cohort
record Complications(List<Timeline> timelines) implements Analysis<ComplicationSpec> {
  private static final String KEYWORD = "complications";
  private static final String BY_PATIENT = "by patient";
  private static final String BY_YEAR = "by year";
  private static final String OF = "of";

  private static final List<Field> FIELDS =
      List.of(
          Field.required(
                  KEYWORD,
                  Kind.WORD,
                  "By patient: how many patients had each, how often, how grave; and the CTCAE grades"
                      + " of alt, ast, bilirubin and creatinine with a normal range. By year: how"
                      + " many events in 100 patient-years on the drug.",
                  BY_PATIENT)
              .among(BY_PATIENT, BY_YEAR),
          Field.optional(
                  OF,
                  Kind.TEXT,
                  "Whom it is asked about; persons are left out by `except` with the reason in"
                      + " brackets.",
                  "responders except 8 (died in a course of 3 months)")
              .otherwise("all treated patients"),
          Field.optional(
              "caption", Kind.TEXT, "The title of the table.", "Complications of cyclosporine"),
          Field.optional(
              "name",
              Kind.TEXT,
              "A name for the addresses of its numbers, needed when a study asks for it more than"
                  + " once.",
              "responders"));

  private static final Form<ComplicationSpec> FORM =
      new Form<>(
          KEYWORD,
          "Complications: patients, events, worst grades; or rates a year on the drug.",
          FIELDS,
          """
          - complications: by patient
            of: responders except 8 (died in a course of 3 months)
          - complications: by year
          """,
          Complications::read);

  Complications {
    timelines = List.copyOf(timelines);
  }

  @Override
  public Form<ComplicationSpec> form() {
    return FORM;
  }

  @Override
  public Address address(ComplicationSpec spec) {
    return Address.of(KEYWORD, spec.name().orElse(spec.byYear() ? BY_YEAR : BY_PATIENT));
  }

  private static Checked<ComplicationSpec> read(Clause clause) {
    Problems problems = new Problems();
    Entries entries = Entries.of(clause, FIELDS, problems);
    ComplicationSpec spec =
        new ComplicationSpec(
            entries.word(KEYWORD).filter(BY_YEAR::equals).isPresent(),
            Chosen.read(entries.clause(OF).orElse(BestResponse.everybody(clause))),
            entries.text("caption"),
            entries.text("name"),
            clause.at());
    return problems.hasErrors() ? Checked.none(problems.list()) : problems.with(spec);
  }

  @Override
  public List<Problem> check(ComplicationSpec spec, Study study) {
    List<Problem> problems = new ArrayList<>(Treated.check(study, KEYWORD, spec.at()));
    problems.addAll(spec.of().check(study));
    return problems;
  }

  @Override
  public List<Finding> run(ComplicationSpec spec, Cohort cohort, Settings settings) {
    Treated treated = Treated.of(cohort.study(), timelines);
    ComplicationTable table =
        ComplicationTable.of(spec, address(spec), cohort, treated, settings.level());
    if (spec.byYear()) {
      return List.of(table.finding());
    }
    LabTable graded =
        new LabTable(
            table.cells("ctcae"),
            treated.protocol().measures().list(),
            table.patients(),
            treated.drug(),
            spec.at());
    return Stream.concat(Stream.of(table.finding()), graded.finding().stream()).toList();
  }
}
