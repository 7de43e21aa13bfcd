// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.form;

import casebook.study.language.Clause;
import casebook.study.language.Field;
import casebook.study.language.Field.Kind;
import casebook.study.language.Form;
import casebook.study.language.Section;
import casebook.study.problem.Checked;
import java.util.List;
import java.util.stream.Stream;

/// The sections that a study file may hold, in the order in which they are usually written.
public final class StudyForms {
  private static final Form<Clause> CASEBOOK =
      line("casebook", Kind.WORD, true, "The version of the language.", "1", "1");
  private static final Form<Clause> TITLE =
      line("title", Kind.TEXT, true, "The title of the paper.", "Smoking and venous thrombosis");
  private static final Form<Clause> DESIGN =
      line(
          "design",
          Kind.WORD,
          true,
          "How people came into the study; it says which numbers may be computed.",
          "case-control",
          HeadingForm.DESIGNS.toArray(new String[0]));
  private static final Form<Clause> NOTE =
      line(
          "note",
          Kind.TEXT,
          false,
          "A sentence that is shown wherever the data are, as for reconstructed data.",
          "Data reconstructed from the published tables.");
  private static final Form<Clause> VERSION =
      line(
          "version",
          Kind.TEXT,
          false,
          "Which version of the study this file is; `casebook diff` says what an amendment changed.",
          "2, amended 2026-03-01");
  private static final Form<Clause> SETTING =
      line(
          "setting",
          Kind.TEXT,
          false,
          "Where people were recruited, as printed in the paper.",
          "Two university hospitals in the north of the country");
  private static final Form<Clause> PERIOD =
      line(
          "period",
          Kind.TEXT,
          false,
          "When people were recruited and followed, as printed in the paper.",
          "1997-11-01 to 2002-04-30");
  private static final Form<Clause> STUDY_SIZE =
      line(
          "study size",
          Kind.TEXT,
          false,
          "How the number of participants came about, as printed in the paper.",
          "All patients referred in the period");
  private static final Form<Clause> FUNDING =
      line(
          "funding",
          Kind.TEXT,
          false,
          "Who paid for the study and what their part was, as printed in the paper.",
          "A public grant; the funder had no part in the study");
  private static final Form<Clause> SUBJECT =
      line("subject", Kind.TEXT, true, "The column that names a person.", "id");

  private static final Form<Clause> ANALYSES =
      new Form<>(
          "analyses",
          "What the paper reports.",
          List.of(
              Field.optional(
                  "analyses", Kind.LIST, "The analyses.", "- association: igm_positive")),
          """
          analyses:
            - characteristics: [age, sex]
              by: group
            - association: igm_positive
          """,
          Checked::of);

  /// All sections.
  public static final List<Form<?>> ALL =
      List.of(
          CASEBOOK,
          TITLE,
          DESIGN,
          VERSION,
          NOTE,
          DataForm.DATA,
          SUBJECT,
          HeadingForm.REPORT,
          HeadingForm.ETHICS,
          SETTING,
          PERIOD,
          STUDY_SIZE,
          FUNDING,
          HeadingForm.GENOTYPING,
          VariableForm.VARIABLES,
          ChecksForm.CHECKS,
          AssayForm.ASSAYS,
          SelectionForm.CASES,
          SelectionForm.CONTROLS,
          SelectionForm.ELIGIBILITY,
          MatchingForm.MATCHING,
          LimitForm.LIMITS,
          DerivedForm.DERIVED,
          ANALYSES,
          FamiliesForm.FAMILIES);

  /// The sections that say in one line how the study was done.
  static final List<String> SAID =
      List.of("title", "design", "version", "setting", "period", "study size", "funding");

  private StudyForms() {}

  /// A section that is one line: the keyword and its value.
  private static Form<Clause> line(
      String keyword,
      Kind kind,
      boolean required,
      String summary,
      String example,
      String... words) {
    Field value =
        new Field(keyword, kind, required, summary, "", example, List.of(words), List.of());
    return new Form<>(keyword, summary, List.of(value), keyword + ": " + example, Checked::of);
  }

  /// The top level of a study file: one field a section.
  ///
  /// @param others sections that others read
  public static List<Field> sections(List<Section> others) {
    return Stream.concat(ALL.stream(), others.stream().map(Section::form))
        .map(StudyForms::section)
        .toList();
  }

  private static Field section(Form<?> form) {
    Field first = form.fields().getFirst();
    if (form.fields().size() == 1 && first.name().equals(form.keyword())) {
      return first;
    }
    boolean required = form.keyword().equals("data") || form.keyword().equals("variables");
    List<String> lines = form.example().strip().lines().toList();
    String example =
        lines.size() == 1
            ? lines.getFirst().substring(form.keyword().length() + 1).strip()
            : "{" + lines.get(1).strip() + "}";
    Kind kind = form.keyword().equals("data") ? Kind.TEXT : Kind.ENTRIES;
    return new Field(
        form.keyword(), kind, required, form.summary(), "", example, List.of(), form.fields());
  }
}
