// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.analysis;

import casebook.clinic.record.Timeline;
import casebook.study.analysis.Analysis;
import casebook.study.analysis.people.Chosen;
import casebook.study.analysis.provenance.StudyVariable;
import casebook.study.cohort.Cohort;
import casebook.study.finding.Address;
import casebook.study.finding.Finding;
import casebook.study.finding.Settings;
import casebook.study.language.Clause;
import casebook.study.language.Entries;
import casebook.study.language.Field;
import casebook.study.language.Field.Kind;
import casebook.study.language.Form;
import casebook.study.language.Names;
import casebook.study.language.Study;
import casebook.study.problem.Checked;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import java.util.ArrayList;
import java.util.List;

/// A table of single patients, one row each.
///
/// @param timelines one a row of the table of the cohort
record PatientListing(List<Timeline> timelines) implements Analysis<ListingSpec> {
  private static final String KEYWORD = "listing";
  private static final String OF = "of";

  private static final List<Field> FIELDS =
      List.of(
          Field.required(
              KEYWORD,
              Kind.LIST,
              "The columns: variables, a measurement on a day, and complications. The patient's"
                  + " number always stands first.",
              "[patient, prior, platelets at start, bleeding, complications]"),
          Field.optional(
                  OF,
                  Kind.TEXT,
                  "Whom it lists; persons are left out by `except` with the reason in brackets.",
                  "responders except 8 (died in a course of 3 months)")
              .otherwise("all"),
          Field.optional("caption", Kind.TEXT, "The title of the table.", "Responsive patients"),
          Field.optional(
              "name",
              Kind.TEXT,
              "A name for its addresses, needed when a study asks for more than one listing.",
              "responders"));

  private static final Form<ListingSpec> FORM =
      new Form<>(
          KEYWORD,
          "Single patients, one row each. Printed only because the study file asks for it.",
          FIELDS,
          """
          - listing: [patient, prior, platelets at start, bleeding, complications]
            of: responders except 8 (died in a course of 3 months)
            caption: Responsive patients
          """,
          PatientListing::read);

  PatientListing {
    timelines = List.copyOf(timelines);
  }

  @Override
  public Form<ListingSpec> form() {
    return FORM;
  }

  @Override
  public Address address(ListingSpec spec) {
    return Address.of(KEYWORD, spec.name().orElse("patients"));
  }

  private static Checked<ListingSpec> read(Clause clause) {
    Problems problems = new Problems();
    Entries entries = Entries.of(clause, FIELDS, problems);
    ListingSpec spec =
        new ListingSpec(
            entries.items(KEYWORD),
            Chosen.read(entries.clause(OF).orElse(BestResponse.everybody(clause))),
            entries.text("caption"),
            entries.text("name"),
            clause.at());
    return problems.hasErrors() ? Checked.none(problems.list()) : problems.with(spec);
  }

  @Override
  public List<Problem> check(ListingSpec spec, Study study) {
    List<Problem> problems = new ArrayList<>(spec.of().check(study));
    for (Clause column : spec.columns()) {
      String name = column.words();
      boolean known =
          name.equals(study.data().subject())
              || name.equals(ListingTable.PATIENT)
              || name.equals(ListingTable.COMPLICATIONS)
              || StudyVariable.find(study, name).isPresent();
      if (!known) {
        problems.add(Names.of(study).unknown(name, column.wordsAt()));
      }
    }
    return problems;
  }

  @Override
  public List<Finding> run(ListingSpec spec, Cohort cohort, Settings settings) {
    return List.of(new ListingTable(spec, address(spec), cohort, timelines).finding());
  }
}
