// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.stats.contingency.TwoByTwo;
import casebook.study.analysis.assay.AssayCheck;
import casebook.study.analysis.assay.AssayFindings;
import casebook.study.analysis.assay.AssayQuestion;
import casebook.study.analysis.assay.AssaySpec;
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
import casebook.study.language.Words;
import casebook.study.problem.Checked;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How far a cut-off bears: the reference limit of an assay, how it would have come out otherwise,
/// and what becomes of the odds ratio.
public final class Assay implements Analysis<AssaySpec> {
  static final String KEYWORD = "assay";

  private static final int MOST_REPLICATES = 99_999;

  private static final Field LABELLED_LIMIT =
      Field.optional("<label>", Kind.NUMBER, "The limit, in the unit of the variable.", "10.0");

  private static final List<Field> FIELDS =
      List.of(
          Field.required(
              KEYWORD, Kind.VARIABLE, "What was measured; it has a reference limit.", "igm_ps"),
          Field.optional(
              "partition by",
              Kind.VARIABLE,
              "A variable with levels, which may need limits of their own.",
              "sex"),
          Field.optional(
                  "other limits",
                  Kind.ENTRIES,
                  "Limits that others set, each with a label, shown beside the one in use.",
                  "{kit: 10.0}")
              .with(LABELLED_LIMIT),
          Field.optional(
                  "percentile",
                  Kind.NUMBER,
                  "The percentile of the reference group that is shown beside a limit from"
                      + " elsewhere.",
                  "99")
              .otherwise("99"),
          Field.optional(
                  "bootstrap",
                  Kind.NUMBER,
                  "How many samples are drawn, each with a cut-off of its own; 0 for none, else at"
                      + " least 999.",
                  "1999")
              .otherwise("999"),
          Field.optional(
                  "sweep", Kind.YES_NO, "Whether the odds ratio is drawn along the cut-off.", "no")
              .otherwise("yes"),
          Field.optional(
              "name",
              Kind.TEXT,
              "A name for the addresses of its numbers, needed when an assay is asked for twice.",
              "by sex"));

  private static final Form<AssaySpec> FORM =
      new Form<>(
          KEYWORD,
          "What hangs on the cut-off of an assay: reference limit, imprecision, odds ratio.",
          FIELDS,
          """
          - assay: igm_ps
            partition by: sex
            other limits: {kit: 10.0}
          """,
          Assay::read);

  @Override
  public Form<AssaySpec> form() {
    return FORM;
  }

  @Override
  public Address address(AssaySpec spec) {
    return Address.of(KEYWORD, spec.name().orElse(spec.variable().words()));
  }

  private static Checked<AssaySpec> read(Clause clause) {
    Problems problems = new Problems();
    Entries entries = Entries.of(clause, FIELDS, problems);
    Optional<Clause> variable = entries.clause(KEYWORD).filter(Clause::isWords);
    entries.text(KEYWORD);
    Optional<Clause> partition = entries.clause("partition by").filter(Clause::isWords);
    entries.text("partition by");
    List<AssaySpec.Other> others =
        entries.clause("other limits").map(it -> others(it, problems)).orElse(List.of());
    int replicates = replicates(entries, problems);
    double percentile = percentile(entries, problems);
    boolean sweep = entries.yes("sweep", true);
    Optional<String> name = entries.text("name");
    if (variable.isEmpty() || problems.hasErrors()) {
      return Checked.none(problems.list());
    }
    return problems.with(
        new AssaySpec(
            variable.get(), partition, replicates, sweep, percentile, others, name, clause.at()));
  }

  private static List<AssaySpec.Other> others(Clause clause, Problems problems) {
    List<AssaySpec.Other> others = new ArrayList<>();
    for (Clause entry : Entries.of(clause, List.of(LABELLED_LIMIT), problems).named()) {
      Words.number(entry, problems)
          .ifPresent(
              limit -> others.add(new AssaySpec.Other(entry.keyword(), limit.doubleValue())));
    }
    return others;
  }

  private static int replicates(Entries entries, Problems problems) {
    Optional<BigDecimal> number = entries.number("bootstrap");
    if (number.isEmpty()) {
      return AssaySpec.REPLICATES;
    }
    BigDecimal asked = number.get().stripTrailingZeros();
    boolean whole = asked.scale() <= 0;
    boolean none = asked.signum() == 0;
    boolean between =
        asked.compareTo(BigDecimal.valueOf(AssaySpec.REPLICATES)) >= 0
            && asked.compareTo(BigDecimal.valueOf(MOST_REPLICATES)) <= 0;
    if (!whole || (!none && !between)) {
      problems.error(
          "study/assay-bootstrap",
          entries.clause("bootstrap").orElseThrow().wordsAt(),
          "The number of bootstrap samples is a whole number from 999 to 99999, or 0 for none.",
          "Write 999; more samples make the Monte Carlo error smaller.");
      return AssaySpec.REPLICATES;
    }
    return asked.intValue();
  }

  private static double percentile(Entries entries, Problems problems) {
    Optional<BigDecimal> number = entries.number("percentile");
    double percentile = number.map(BigDecimal::doubleValue).orElse(99.0);
    if (!(percentile > 0 && percentile < 100)) {
      problems.error(
          "study/assay-percentile",
          entries.clause("percentile").orElseThrow().wordsAt(),
          "The percentile beside a limit from elsewhere lies between 0 and 100.",
          "Write, for example, 99.");
    }
    return percentile;
  }

  @Override
  public List<Problem> check(AssaySpec spec, Study study) {
    return new AssayCheck(spec, study).problems();
  }

  @Override
  public List<Finding> run(AssaySpec spec, Cohort cohort, Settings settings) {
    return AssayFindings.of(
        new AssayQuestion(
            address(spec),
            spec,
            cohort,
            settings,
            (address, label, table, basis) ->
                new CrudeOdds(table, label, emptyCells(table), basis, settings.level())
                    .alone(address, settings.profile())));
  }

  private static List<String> emptyCells(TwoByTwo table) {
    List<String> empty = new ArrayList<>();
    if (table.a() == 0 || table.c() == 0) {
      empty.add("no " + (table.a() == 0 ? "case" : "control") + " above the cut-off");
    }
    if (table.b() == 0 || table.d() == 0) {
      empty.add("no " + (table.b() == 0 ? "case" : "control") + " below the cut-off");
    }
    return empty;
  }
}
