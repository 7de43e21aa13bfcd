// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.survival;

import casebook.study.analysis.people.Subset;
import casebook.study.analysis.survival.SurvivalSpec.Landmark;
import casebook.study.analysis.survival.SurvivalSpec.Wishes;
import casebook.study.language.Clause;
import casebook.study.language.Entries;
import casebook.study.language.Field;
import casebook.study.language.Field.Kind;
import casebook.study.language.Form;
import casebook.study.language.Words;
import casebook.study.problem.Checked;
import casebook.study.problem.Problems;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a `survival` is written.
public final class SurvivalForm {
  /// The word that begins it.
  public static final String KEYWORD = "survival";

  private static final Pattern COVARIATE = Pattern.compile("[^,\\s][^,]*");

  private static final Pattern LANDMARK = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)\\s*(.*)");

  private static final List<Field> FIELDS =
      List.of(
          Field.required(
                  KEYWORD,
                  Kind.ENTRIES,
                  "Time and event: a number of months and yes/no, or dates.",
                  "{time: months, event: relapsed}")
              .with(ClockForm.fields()),
          Field.optional(
              "by",
              Kind.TEXT,
              "What makes the groups, the first the reference; a genotype with its coding: `snp309"
                  + " as dominant`.",
              "snp309 as dominant"),
          Field.optional(
              "adjusted for",
              Kind.LIST,
              "Covariates of a Cox model beside the groups; a genotype says how it counts.",
              "[age, sex]"),
          Field.optional("at", Kind.LIST, "Times at which the curves are read.", "[12, 24, 60]"),
          Field.optional(
              "landmark",
              Kind.TEXT,
              "Time after time zero at which the groups are known; it is counted from there, in"
                  + " those still observed without the event.",
              "6 months"),
          Subset.field("without del(17p)", "not del17p"),
          Field.optional(
                  "primary",
                  Kind.YES_NO,
                  "Whether this is the primary analysis; all others are exploratory.",
                  "yes")
              .otherwise("no"),
          Field.optional(
              "name",
              Kind.TEXT,
              "A name for the addresses of its numbers, needed when the same is asked twice.",
              "overall survival"));

  /// The form.
  public static final Form<SurvivalSpec> FORM =
      new Form<>(
          KEYWORD,
          "Time until an event: Kaplan-Meier curves, tests, hazard ratios.",
          FIELDS,
          """
          - survival: {from: start, to: last_contact, event: died}
            by: snp309 as dominant
            adjusted for: [age, sex]
            at: [12, 24, 60]
          """,
          SurvivalForm::read);

  private SurvivalForm() {}

  private static Checked<SurvivalSpec> read(Clause clause) {
    Problems problems = new Problems();
    Entries entries = Entries.of(clause, FIELDS, problems);
    Optional<Clock> clock = entries.clause(KEYWORD).flatMap(it -> ClockForm.read(it, problems));
    Optional<Clause> by = ClockForm.name(entries, "by");
    List<Clause> covariates = covariates(entries);
    Wishes wishes = new Wishes(times(entries, problems), landmark(entries, problems));
    List<Subset> subsets = Subset.read(entries, problems);
    boolean primary = entries.yes("primary", false);
    Optional<String> name = entries.text("name");
    if (clock.isEmpty() || problems.hasErrors()) {
      return Checked.none(problems.list());
    }
    return problems.with(
        new SurvivalSpec(clock.get(), by, covariates, wishes, subsets, primary, name, clause.at()));
  }

  /// The covariates of a list or of a line with commas; one may have two words: `fvl carrier`.
  private static List<Clause> covariates(Entries entries) {
    List<Clause> names = new ArrayList<>();
    for (Clause item : entries.items("adjusted for")) {
      Matcher word = COVARIATE.matcher(item.words());
      while (word.find()) {
        names.add(item.words(word.start(), word.group().stripTrailing().length()));
      }
    }
    return names;
  }

  private static List<Double> times(Entries entries, Problems problems) {
    return entries.items("at").stream()
        .flatMap(item -> Words.number(item, problems).stream())
        .filter(time -> time.signum() > 0)
        .map(BigDecimal::doubleValue)
        .sorted()
        .distinct()
        .toList();
  }

  private static Optional<Landmark> landmark(Entries entries, Problems problems) {
    Optional<Clause> clause = ClockForm.name(entries, "landmark");
    if (clause.isEmpty()) {
      return Optional.empty();
    }
    String words = clause.get().words();
    Matcher written = LANDMARK.matcher(words);
    boolean read = written.matches();
    Optional<TimeUnit> unit = read ? TimeUnit.of(written.group(2)) : Optional.empty();
    if (!read || (unit.isEmpty() && !written.group(2).isEmpty())) {
      problems.error(
          "study/landmark",
          clause.get().wordsAt(),
          "`" + words + "` is not a time after time zero.",
          "Write a number and a unit of time: `6 months`.");
      return Optional.empty();
    }
    return Optional.of(new Landmark(Double.parseDouble(written.group(1)), unit, words));
  }
}
