// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.analysis.Grouping.Group;
import casebook.study.analysis.genotype.GenotypeGroup;
import casebook.study.analysis.genotype.GenotypesCheck;
import casebook.study.analysis.genotype.GenotypesSpec;
import casebook.study.analysis.genotype.GenotypesTable;
import casebook.study.cohort.Cohort;
import casebook.study.data.RowSet;
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
import java.util.Optional;

/// Genotypes by group: counts, call rate, allele frequency, Hardy-Weinberg equilibrium.
public final class Genotypes implements Analysis<GenotypesSpec> {
  private static final String KEYWORD = "genotypes";

  private static final List<Field> FIELDS =
      List.of(
          Field.required(KEYWORD, Kind.NAMES, "The genotypes, one block of rows each.", "snp309"),
          Field.optional("by", Kind.VARIABLE, "The variable whose levels are the columns.", "group")
              .otherwise("cases and controls; one column when the study has neither"),
          Field.optional(
                  "in",
                  Kind.WORD,
                  "The group in which Hardy-Weinberg equilibrium is judged.",
                  "controls")
              .among("all", "cases", "controls")
              .otherwise("controls in a case-control study, all in others"),
          Field.optional(
              "name",
              Kind.TEXT,
              "A name for the addresses of its numbers, needed when the same genotypes are asked for"
                  + " twice.",
              "by centre"));

  private static final Form<GenotypesSpec> FORM =
      new Form<>(
          KEYWORD,
          "Counts of genotypes, call rates, allele frequencies, Hardy-Weinberg equilibrium.",
          FIELDS,
          """
          - genotypes: [snp309, fvl]
            in: controls
          """,
          Genotypes::read);

  @Override
  public Form<GenotypesSpec> form() {
    return FORM;
  }

  @Override
  public Address address(GenotypesSpec spec) {
    List<String> names = spec.variables().stream().map(Clause::words).toList();
    return Address.of(KEYWORD, spec.name().orElse(String.join("_", names)));
  }

  private static Checked<GenotypesSpec> read(Clause clause) {
    Problems problems = new Problems();
    Entries entries = Entries.of(clause, FIELDS, problems);
    List<Clause> variables = entries.names(KEYWORD);
    Optional<Clause> by = entries.clause("by").filter(Clause::isWords);
    entries.text("by");
    Optional<Clause> in = entries.word("in").flatMap(any -> entries.clause("in"));
    GenotypesSpec spec = new GenotypesSpec(variables, by, in, entries.text("name"), clause.at());
    return problems.hasErrors() || variables.isEmpty()
        ? Checked.none(problems.list())
        : problems.with(spec);
  }

  @Override
  public List<Problem> check(GenotypesSpec spec, Study study) {
    List<Problem> problems = new ArrayList<>(new GenotypesCheck(spec, study).problems());
    spec.by()
        .map(Named::of)
        .ifPresent(by -> Characteristics.groups(study, Names.of(study), by, problems));
    return problems;
  }

  @Override
  public List<Finding> run(GenotypesSpec spec, Cohort cohort, Settings settings) {
    Grouping grouping = Grouping.of(cohort, spec.by().map(Clause::words));
    return List.of(
        new GenotypesTable(
                address(spec),
                spec,
                cohort,
                groups(grouping, spec, cohort),
                grouping.leftOut(),
                settings.level())
            .finding());
  }

  /// The columns, and behind them the group in which equilibrium is judged where it is none of
  /// them.
  private static List<GenotypeGroup> groups(Grouping grouping, GenotypesSpec spec, Cohort cohort) {
    String in = spec.in().map(Clause::words).orElseGet(() -> usual(cohort));
    List<GenotypeGroup> groups = new ArrayList<>();
    for (Group group : grouping.groups()) {
      boolean declared = group.slug().equals(in);
      groups.add(new GenotypeGroup(group.slug(), group.label(), group.rows(), declared));
    }
    if (groups.stream().noneMatch(GenotypeGroup::declared)) {
      groups.add(new GenotypeGroup(in, label(in), rows(in, cohort), true));
    }
    return groups;
  }

  private static String usual(Cohort cohort) {
    return cohort.study().heading().design().equals("case-control") ? "controls" : "all";
  }

  private static String label(String in) {
    return in.equals("all") ? "All" : in.equals("cases") ? "Cases" : "Controls";
  }

  private static RowSet rows(String in, Cohort cohort) {
    return switch (in) {
      case "cases" -> cohort.groups().cases();
      case "controls" -> cohort.groups().controls();
      default -> cohort.rows();
    };
  }
}
