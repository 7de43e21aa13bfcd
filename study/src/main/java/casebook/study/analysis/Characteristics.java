// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Table 1: who the people are, by group.
public final class Characteristics implements Analysis<CharacteristicsSpec> {
  private static final String KEYWORD = "characteristics";

  private static final List<Field> FIELDS =
      List.of(
          Field.required(
              KEYWORD,
              Kind.NAMES,
              "The variables, one row or block of rows each, in this order.",
              "[age, sex, fviii]"),
          Field.optional("by", Kind.VARIABLE, "The variable whose levels are the columns.", "group")
              .otherwise("cases and controls; one column when the study has neither"),
          Field.optional(
                  "summary",
                  Kind.ENTRIES,
                  "How the values of a number are put together.",
                  "{age: mean SE, fviii: median (Q1-Q3)}")
              .otherwise("mean SD")
              .with(
                  Field.optional(
                      "<variable>",
                      Kind.TEXT,
                      "One of mean SD, mean SE, median (Q1-Q3), median (range).",
                      "median (range)")),
          Field.optional(
                  "p values", Kind.YES_NO, "Whether a test of each variable is shown.", "yes")
              .otherwise("no"),
          Field.optional(
                  "differences",
                  Kind.YES_NO,
                  "Whether the standardised difference of two groups is shown.",
                  "yes")
              .otherwise("no"),
          Field.optional(
              AssociationRequests.MATCHED,
              Kind.VARIABLE,
              "The variable that names the matched set of a person. Adds how cases and controls of"
                  + " the same set differ.",
              "case_id"),
          Field.optional(
              "name",
              Kind.TEXT,
              "A name for the addresses of its numbers, needed when a study asks for"
                  + " characteristics more than once.",
              "men"));

  private static final Form<CharacteristicsSpec> FORM =
      new Form<>(
          KEYWORD,
          "A table of characteristics: n (%), mean (SD) or median (Q1–Q3) by group.",
          FIELDS,
          """
          - characteristics: [age, sex, fviii]
            by: group
            summary: {age: median (range)}
          """,
          Characteristics::read);

  @Override
  public Form<CharacteristicsSpec> form() {
    return FORM;
  }

  @Override
  public Address address(CharacteristicsSpec spec) {
    return spec.name().map(name -> Address.of(KEYWORD, name)).orElse(new Address(KEYWORD));
  }

  private static Checked<CharacteristicsSpec> read(Clause clause) {
    Problems problems = new Problems();
    Entries entries = Entries.of(clause, FIELDS, problems);
    CharacteristicsSpec spec =
        new CharacteristicsSpec(
            entries.names(KEYWORD).stream().map(Named::of).toList(),
            Named.of(entries, "by"),
            summaries(entries, problems),
            entries.yes("p values", false),
            entries.yes("differences", false),
            AssociationRequests.matched(entries),
            entries.text("name"),
            clause.at());
    return problems.hasErrors() ? Checked.none(problems.list()) : problems.with(spec);
  }

  private static Map<Named, Summarised> summaries(Entries entries, Problems problems) {
    Map<Named, Summarised> summaries = new LinkedHashMap<>();
    for (Clause entry : entries.clause("summary").map(Clause::children).orElse(List.of())) {
      Optional<Summarised> read = Summarised.read(entry.words());
      if (read.isEmpty()) {
        problems.error(
            "study/unknown-summary",
            entry.wordsAt(),
            "`" + entry.words() + "` is not a way to put the values of a number together.",
            "Write mean SD, mean SE, median (Q1-Q3) or median (range).");
      }
      read.ifPresent(how -> summaries.put(new Named(entry.keyword(), entry.at()), how));
    }
    return summaries;
  }

  @Override
  public List<Problem> check(CharacteristicsSpec spec, Study study) {
    List<Problem> problems = new ArrayList<>();
    Names names = Names.of(study);
    for (Named variable : spec.variables()) {
      StudyVariable.find(study, variable.name())
          .ifPresentOrElse(
              found -> summarised(found, variable, problems),
              () -> problems.add(names.unknown(variable.name(), variable.at())));
    }
    spec.by().ifPresent(by -> groups(study, names, by, problems));
    spec.matched().ifPresent(matched -> problems.addAll(matched(study, names, matched)));
    for (Named variable : spec.summaries().keySet()) {
      if (spec.variables().stream().noneMatch(v -> v.name().equals(variable.name()))) {
        problems.add(notAmong(variable, study, names));
      }
    }
    return problems;
  }

  private static void summarised(StudyVariable found, Named variable, List<Problem> problems) {
    if (found.isDateOrText() && !found.isList()) {
      problems.add(
          Problem.error(
              "study/not-summarised",
              variable.at(),
              "`" + variable.name() + "` is a date or a text, which a table cannot put together.",
              "Derive a number or levels from it, or leave it out."));
    }
  }

  /// Says what is wrong with the variable whose levels are to be columns.
  static void groups(Study study, Names names, Named by, List<Problem> problems) {
    Optional<StudyVariable> found = StudyVariable.find(study, by.name());
    if (found.isEmpty()) {
      problems.add(names.unknown(by.name(), by.at()));
    } else if (!found.get().hasLevels()) {
      problems.add(
          Problem.error(
              "study/not-groups",
              by.at(),
              "`" + by.name() + "` has no levels, so it cannot make columns.",
              "Name a variable with levels or yes/no."));
    }
  }

  private static List<Problem> matched(Study study, Names names, Named matched) {
    Problems problems = new Problems();
    new MatchedCheck(matched, study).problems("", names, problems);
    return problems.list();
  }

  private static Problem notAmong(Named variable, Study study, Names names) {
    if (StudyVariable.find(study, variable.name()).isEmpty()) {
      return names.unknown(variable.name(), variable.at());
    }
    return Problem.warning(
        "study/summary-without-row",
        variable.at(),
        "A summary is declared for `" + variable.name() + "`, which is not in the table.",
        "Add it to the variables, or remove the summary.");
  }

  @Override
  public List<Finding> run(CharacteristicsSpec spec, Cohort cohort, Settings settings) {
    return List.of(CharacteristicsTable.of(address(spec), spec, cohort, settings).finding());
  }
}
