// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.analysis.course;

import casebook.clinic.analysis.course.CourseSpec.Layout;
import casebook.study.analysis.people.Chosen;
import casebook.study.language.Clause;
import casebook.study.language.Entries;
import casebook.study.language.Field;
import casebook.study.language.Field.Kind;
import casebook.study.language.Form;
import casebook.study.problem.Checked;
import casebook.study.problem.Problems;
import java.util.List;
import java.util.Optional;

/// How a `course` and a `swimmer` are written.
final class CourseForm {
  static final String COURSE = "course";
  static final String SWIMMER = "swimmer";

  private static final String SINCE_START = "time since start";
  private static final Field OF =
      Field.optional(
              "of",
              Kind.TEXT,
              "The patients; a reason in brackets is printed.",
              "responders except 8 (died in a course of 3 months)")
          .otherwise("all who were treated");
  private static final Field CAPTION =
      Field.optional("caption", Kind.TEXT, "The title of the figure.", "Long-term follow-up")
          .otherwise("a title made from its subject");
  private static final Field NAME =
      Field.optional(
          "name",
          Kind.TEXT,
          "A name for the addresses of its numbers, needed when the same is asked for twice.",
          "since start");

  private static final List<Field> OF_COURSE =
      List.of(
          Field.required(COURSE, Kind.VARIABLE, "A measurement among the events.", "platelets"),
          Field.optional(
                  "lanes",
                  Kind.LIST,
                  "What is given, among the events: bars below the values.",
                  "[cyclosporine, grapefruit juice, felodipine]")
              .otherwise("the drug of the treatment"),
          Field.optional(
                  "level",
                  Kind.VARIABLE,
                  "A level among the events: a strip below the bars, with the window of the"
                      + " treatment.",
                  "cya_level")
              .otherwise("the level of the treatment, where it is measured"),
          Field.optional("along", Kind.WORD, "What lies along the figure.", SINCE_START)
              .among("calendar", SINCE_START)
              .otherwise("calendar"),
          Field.optional("scale", Kind.WORD, "The scale of the values.", "logarithmic")
              .among("linear", "logarithmic")
              .otherwise("linear"),
          OF,
          CAPTION,
          NAME);

  private static final List<Field> OF_SWIMMER =
      List.of(
          Field.required(
              SWIMMER, Kind.VARIABLE, "The drug of the treatment, or another.", "cyclosporine"),
          Field.optional(
                  "order",
                  Kind.WORD,
                  "Whether patients stand by id, or those who were followed longest first.",
                  "length")
              .among("patient", "length")
              .otherwise("patient"),
          OF,
          CAPTION,
          NAME);

  static final Form<CourseSpec> FORM_OF_COURSE =
      new Form<>(
          COURSE,
          "A figure with a small panel for each patient: values, drugs with gaps and doses, levels,"
              + " and what happened.",
          OF_COURSE,
          """
          - course: platelets
            lanes: [cyclosporine, grapefruit juice, felodipine]
            of: responders
          """,
          CourseForm::course);

  static final Form<CourseSpec> FORM_OF_SWIMMER =
      new Form<>(
          SWIMMER,
          "A figure with a lane for each patient: time on a drug and in response, and what"
              + " happened.",
          OF_SWIMMER,
          """
          - swimmer: cyclosporine
            order: length
          """,
          CourseForm::swimmer);

  private CourseForm() {}

  private static Checked<CourseSpec> course(Clause clause) {
    Problems problems = new Problems();
    Entries entries = Entries.of(clause, OF_COURSE, problems);
    List<Clause> lanes = entries.items("lanes");
    Optional<Clause> level = named(entries, "level");
    Layout layout =
        new Layout(
            !entries.word("along").map(SINCE_START::equals).orElse(false),
            entries.word("scale").map("logarithmic"::equals).orElse(false),
            false);
    return spec(entries, COURSE, lanes, level, layout, clause, problems);
  }

  private static Checked<CourseSpec> swimmer(Clause clause) {
    Problems problems = new Problems();
    Entries entries = Entries.of(clause, OF_SWIMMER, problems);
    Layout layout =
        new Layout(false, false, entries.word("order").map("length"::equals).orElse(false));
    return spec(entries, SWIMMER, List.of(), Optional.empty(), layout, clause, problems);
  }

  private static Checked<CourseSpec> spec(
      Entries entries,
      String keyword,
      List<Clause> lanes,
      Optional<Clause> level,
      Layout layout,
      Clause clause,
      Problems problems) {
    Optional<Clause> subject = named(entries, keyword);
    Optional<Chosen> of = named(entries, "of").map(Chosen::read);
    Optional<String> caption = entries.text("caption");
    Optional<String> name = entries.text("name");
    return subject.isEmpty() || problems.hasErrors()
        ? Checked.none(problems.list())
        : problems.with(
            new CourseSpec(subject.get(), lanes, level, layout, of, caption, name, clause.at()));
  }

  /// The clause of a field that holds a single text.
  private static Optional<Clause> named(Entries entries, String field) {
    entries.text(field); // says what is wrong
    return entries.clause(field).filter(Clause::isWords);
  }
}
