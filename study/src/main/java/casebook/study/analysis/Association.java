// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.analysis.AssociationSpec.CovariateSet;
import casebook.study.analysis.AssociationSpec.Subset;
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
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Whether an exposure goes with being a case: counts, tests, crude and adjusted odds ratios.
public final class Association implements Analysis<AssociationSpec> {
  static final String KEYWORD = "association";

  private static final Field LABELLED_SET =
      Field.optional(
          "<label>",
          Kind.NAMES,
          "The covariates of one model; a genotype says how it counts: carrier, additive,"
              + " homozygous, overdominant or codominant.",
          "[sex, age, fvl carrier]");

  private static final List<Field> SUBSET_FIELDS =
      List.of(
          Field.required("keep", Kind.EXPRESSION, "True for those who stay.", "not recurrent"),
          Field.optional("of", Kind.WORD, "To whom it applies; the others stay.", "cases")
              .otherwise("all")
              .among("all", "cases", "controls"));

  private static final Field LABELLED_SUBSET =
      Field.optional(
              "<label>",
              Kind.EXPRESSION,
              "Who stays: an expression, or `keep` and `of`.",
              "{of: cases, keep: not recurrent}")
          .with(SUBSET_FIELDS.toArray(new Field[0]));

  private static final List<Field> OWN_FIELDS =
      List.of(
          Field.required(
              KEYWORD,
              Kind.VARIABLE,
              "The exposure: yes/no, levels (the first is the reference) or a number (per unit).",
              "igm_positive"),
          Field.optional(
                  "primary",
                  Kind.YES_NO,
                  "Whether this is the primary analysis; all others are exploratory.",
                  "yes")
              .otherwise("no"),
          Field.optional(
                  "adjusted for",
                  Kind.ENTRIES,
                  "Covariate sets, each with a label; each is a model of its own.",
                  "{age and sex: [sex, age]}")
              .with(LABELLED_SET),
          Field.optional(
                  "restricted to",
                  Kind.ENTRIES,
                  "Subsets, each with a label, shown below the whole.",
                  "{first events: {of: cases, keep: not recurrent}}")
              .with(LABELLED_SUBSET),
          Field.optional(
              "stratified by",
              Kind.VARIABLE,
              "A variable with levels; the odds ratios of its strata are pooled (Mantel-Haenszel,"
                  + " conditional).",
              "age_group"),
          Field.optional(
              "published",
              Kind.TEXT,
              "What was published before, printed under the table.",
              "\"Breslow and Day 1980: crude 5.64\""),
          Field.optional(
              "name",
              Kind.TEXT,
              "A name for the addresses of its numbers, needed when the same exposure is analysed"
                  + " twice.",
              "men only"));

  private static final List<Field> FIELDS =
      Stream.concat(OWN_FIELDS.stream(), AssociationRequests.FIELDS.stream()).toList();

  private static final Form<AssociationSpec> FORM =
      new Form<>(
          KEYWORD,
          "Odds ratios of an exposure in cases and controls, crude and adjusted.",
          FIELDS,
          """
          - association: igm_positive
            primary: yes
            adjusted for:
              age and sex: [sex, age]
            restricted to:
              first events: {of: cases, keep: not recurrent}
          """,
          Association::read);

  @Override
  public Form<AssociationSpec> form() {
    return FORM;
  }

  @Override
  public Address address(AssociationSpec spec) {
    return Address.of(KEYWORD, spec.name().orElse(spec.exposure().name()));
  }

  private static Checked<AssociationSpec> read(Clause clause) {
    Problems problems = new Problems();
    Entries entries = Entries.of(clause, FIELDS, problems);
    Optional<Clause> exposure = entries.clause(KEYWORD).filter(Clause::isWords);
    entries.text(KEYWORD);
    List<CovariateSet> sets =
        entries.clause("adjusted for").map(it -> sets(it, problems)).orElse(List.of());
    List<Subset> subsets =
        entries.clause("restricted to").map(it -> subsets(it, problems)).orElse(List.of());
    boolean primary = entries.yes("primary", false);
    Optional<Named> strata = entries.clause("stratified by").filter(Clause::isWords).map(Named::of);
    entries.text("stratified by");
    AssociationRequests requests = AssociationRequests.read(entries, strata, problems);
    String published = entries.text("published").orElse("");
    Optional<String> name = entries.text("name");
    if (exposure.isEmpty() || problems.hasErrors()) {
      return Checked.none(problems.list());
    }
    return problems.with(
        new AssociationSpec(
            Named.of(exposure.get()),
            primary,
            sets,
            subsets,
            requests,
            published,
            name,
            clause.at()));
  }

  private static List<CovariateSet> sets(Clause clause, Problems problems) {
    if (clause.shape() != Clause.Shape.MAP) {
      // one set without a label
      return List.of(new CovariateSet("adjusted", covariates(clause, problems), clause.at()));
    }
    return Entries.of(clause, List.of(LABELLED_SET), problems).named().stream()
        .map(set -> new CovariateSet(set.keyword(), covariates(set, problems), set.at()))
        .toList();
  }

  private static final Pattern COVARIATE = Pattern.compile("[^,\\s][^,]*");

  /// The covariates of a list or of a line with commas; one may have two words: `fvl carrier`.
  private static List<Named> covariates(Clause set, Problems problems) {
    Entries entries =
        Entries.of(
            new Clause("", "", Clause.Shape.MAP, List.of(set), set.at(), set.wordsAt()),
            List.of(Field.optional(set.keyword(), Kind.LIST, "", "")),
            problems);
    List<Named> names = new ArrayList<>();
    for (Clause item : entries.items(set.keyword())) {
      Matcher word = COVARIATE.matcher(item.words());
      while (word.find()) {
        String text = word.group().stripTrailing();
        names.add(new Named(text, item.part(word.start(), text.length())));
      }
    }
    return names;
  }

  private static List<Subset> subsets(Clause clause, Problems problems) {
    List<Subset> subsets = new ArrayList<>();
    for (Clause subset : Entries.of(clause, List.of(LABELLED_SUBSET), problems).named()) {
      if (subset.shape() == Clause.Shape.MAP) {
        Entries entries = Entries.of(subset, SUBSET_FIELDS, problems);
        String of = entries.word("of").orElse("all");
        entries.clause("keep").ifPresent(keep -> subsets.add(subset(subset, of, keep)));
      } else {
        subsets.add(subset(subset, "all", subset));
      }
    }
    return subsets;
  }

  private static Subset subset(Clause label, String of, Clause keep) {
    return new Subset(label.keyword(), of, keep, label.at());
  }

  @Override
  public List<Problem> check(AssociationSpec spec, Study study) {
    return new AssociationCheck(spec, study).problems();
  }

  @Override
  public List<Finding> run(AssociationSpec spec, Cohort cohort, Settings settings) {
    AssociationSpec held = MatchingFactors.held(spec, cohort.study());
    AssociationQuestion asked = AssociationQuestion.of(address(spec), held, cohort, settings);
    List<Finding> findings = new ArrayList<>();
    findings.add(new AssociationTable(asked).finding());
    spec.requests()
        .modifier()
        .ifPresent(modifier -> findings.add(InteractionTable.of(asked, modifier).finding()));
    if (!spec.requests().measures().isEmpty()) {
      findings.add(new MeasuresTable(asked).finding());
    }
    spec.requests()
        .sensitivity()
        .ifPresent(grid -> findings.add(new AssociationGrid(asked).finding(grid)));
    return findings;
  }
}
