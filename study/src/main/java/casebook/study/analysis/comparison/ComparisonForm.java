// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.comparison;

import casebook.study.analysis.comparison.ComparisonSpec.Margin;
import casebook.study.analysis.comparison.ComparisonSpec.Scale;
import casebook.study.analysis.comparison.ComparisonSpec.Wishes;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a `comparison` is written.
public final class ComparisonForm {
  /// The word that begins it.
  public static final String KEYWORD = "comparison";

  static final Field CONCLUSION =
      Field.optional(
          "conclusion",
          Kind.TEXT,
          "What the paper concludes from it; a claim of no effect that the numbers do not carry is"
              + " named.",
          "MDM2 mRNA does not depend on SNP309");

  private static final Pattern MARGIN = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)\\s*-?\\s*(.*)");

  private static final List<Field> FIELDS =
      List.of(
          Field.required(
              KEYWORD,
              Kind.TEXT,
              "What was measured, `by`, and what makes the groups.",
              "mdm2 by snp309"),
          Field.optional(
                  "models",
                  Kind.LIST,
                  "Genetic models, the primary one first: codominant, additive, dominant, recessive,"
                      + " overdominant.",
                  "[additive, codominant, dominant, recessive]")
              .otherwise("all five, additive first, for a genotype"),
          Field.optional(
                  "primary contrast",
                  Kind.TEXT,
                  "Which groups the primary result compares, where several are compared with the"
                      + " first.",
                  "GG against TT")
              .otherwise("the last against the first genotype or ordered group"),
          Field.optional(
                  "scale",
                  Kind.WORD,
                  "Ratios of geometric means (log), or differences of means (as is).",
                  "log")
              .among("log", "as is")
              .otherwise("log"),
          Field.optional(
              "equivalence margin",
              Kind.TEXT,
              "A smaller effect would not matter: a ratio with `fold`, or a difference in the unit"
                  + " of the measurement.",
              "2 fold"),
          CONCLUSION,
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
              "A name for the addresses of its numbers, needed when the same comparison is made"
                  + " twice.",
              "in women"));

  /// The form.
  public static final Form<ComparisonSpec> FORM =
      new Form<>(
          KEYWORD,
          "A measurement between groups: medians, ratios, tests, and what was not shown.",
          FIELDS,
          """
          - comparison: mdm2 by snp309
            models: [additive, codominant, dominant, recessive]
            equivalence margin: 2 fold
            restricted to: {without trisomy 12: not trisomy12}
          """,
          ComparisonForm::read);

  private ComparisonForm() {}

  private static Checked<ComparisonSpec> read(Clause clause) {
    Problems problems = new Problems();
    Entries entries = Entries.of(clause, FIELDS, problems);
    Optional<TwoNames> names = TwoNames.of(entries, KEYWORD, "by", problems);
    Optional<Scale> scale =
        entries.word("scale").map(word -> word.equals("log") ? Scale.LOG : Scale.AS_IS);
    Optional<Margin> margin =
        entries.text("equivalence margin").isPresent()
            ? margin(entries.clause("equivalence margin").orElseThrow(), problems)
            : Optional.empty();
    List<Subset> subsets = Subset.read(entries, problems);
    List<Clause> models = entries.items("models");
    boolean primary = entries.yes("primary", false);
    Optional<String> name = entries.text("name");
    if (names.isEmpty() || problems.hasErrors()) {
      return Checked.none(problems.list());
    }
    return problems.with(
        new ComparisonSpec(
            names.get().first(),
            names.get().second(),
            models,
            new Wishes(scale, margin, conclusion(entries), entries.clause("primary contrast")),
            subsets,
            primary,
            name,
            clause.at()));
  }

  /// The conclusion of an analysis.
  static Optional<Clause> conclusion(Entries entries) {
    return entries.clause("conclusion").filter(it -> entries.text("conclusion").isPresent());
  }

  private static Optional<Margin> margin(Clause clause, Problems problems) {
    Matcher written = MARGIN.matcher(clause.words());
    if (!written.matches()) {
      problems.error(
          ComparisonCheck.MARGIN,
          clause.wordsAt(),
          "`" + clause.words() + "` is not a margin of equivalence.",
          "Write a ratio, `2 fold`, or with `scale: as is` a difference in the unit of the"
              + " measurement.");
      return Optional.empty();
    }
    boolean fold = written.group(2).equals("fold");
    return Optional.of(
        new Margin(
            Double.parseDouble(written.group(1)),
            fold,
            fold ? "" : written.group(2),
            clause.wordsAt()));
  }
}
