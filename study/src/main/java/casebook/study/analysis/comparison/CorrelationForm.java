// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.comparison;

import casebook.study.analysis.comparison.ComparisonSpec.Scale;
import casebook.study.analysis.people.Subset;
import casebook.study.language.Clause;
import casebook.study.language.Entries;
import casebook.study.language.Field;
import casebook.study.language.Field.Kind;
import casebook.study.language.Form;
import casebook.study.problem.Checked;
import casebook.study.problem.Problems;
import java.util.List;
import java.util.Optional;

/// How a `correlation` is written.
public final class CorrelationForm {
  /// The word that begins it.
  public static final String KEYWORD = "correlation";

  private static final List<Field> FIELDS =
      List.of(
          Field.required(
              KEYWORD, Kind.TEXT, "Two measurements with `with` between.", "mdm2 with p53"),
          Field.optional(
                  "scale",
                  Kind.WORD,
                  "The scale of Pearson's correlation and of the figure; Spearman's has none.",
                  "log")
              .among("log", "as is")
              .otherwise("log"),
          Field.optional(
              "adjusted for",
              Kind.NAMES,
              "Variables that are held constant: partial correlations stand below.",
              "[age, stage]"),
          Field.optional(
              "by",
              Kind.VARIABLE,
              "A variable with levels: the correlation in each, and within them.",
              "trisomy12"),
          ComparisonForm.CONCLUSION,
          Subset.field("without trisomy 12", "not trisomy12"),
          Field.optional(
                  "primary",
                  Kind.YES_NO,
                  "Whether this is the primary analysis; all others are exploratory.",
                  "yes")
              .otherwise("no"),
          Field.optional(
              "name",
              Kind.TEXT,
              "A name for the addresses of its numbers, needed when the same pair is asked for"
                  + " twice.",
              "in women"));

  /// The form.
  public static final Form<CorrelationSpec> FORM =
      new Form<>(
          KEYWORD,
          "Two measurements with each other: Spearman, Pearson, partial, and their scatter.",
          FIELDS,
          """
          - correlation: mdm2 with p53
            adjusted for: [age]
            by: trisomy12
          """,
          CorrelationForm::read);

  private CorrelationForm() {}

  private static Checked<CorrelationSpec> read(Clause clause) {
    Problems problems = new Problems();
    Entries entries = Entries.of(clause, FIELDS, problems);
    Optional<TwoNames> names = TwoNames.of(entries, KEYWORD, "with", problems);
    Optional<Scale> scale =
        entries.word("scale").map(word -> word.equals("log") ? Scale.LOG : Scale.AS_IS);
    List<Clause> adjusted = entries.names("adjusted for");
    Optional<Clause> by = entries.clause("by").filter(Clause::isWords);
    entries.text("by");
    List<Subset> subsets = Subset.read(entries, problems);
    boolean primary = entries.yes("primary", false);
    Optional<String> name = entries.text("name");
    if (names.isEmpty() || problems.hasErrors()) {
      return Checked.none(problems.list());
    }
    return problems.with(
        new CorrelationSpec(
            new CorrelationSpec.Names(names.get().first(), names.get().second()),
            new CorrelationSpec.Wishes(scale, ComparisonForm.conclusion(entries)),
            adjusted,
            by,
            subsets,
            primary,
            name,
            clause.at()));
  }
}
