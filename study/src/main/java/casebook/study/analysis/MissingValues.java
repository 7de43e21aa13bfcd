// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.analysis.Grouping.Group;
import casebook.study.analysis.MissingValues.Spec;
import casebook.study.analysis.provenance.Counts;
import casebook.study.analysis.provenance.Methods;
import casebook.study.analysis.provenance.Origin;
import casebook.study.analysis.provenance.StudyVariable;
import casebook.study.analysis.provenance.Values;
import casebook.study.cohort.Cohort;
import casebook.study.data.Column;
import casebook.study.data.Presence;
import casebook.study.data.RowSet;
import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Finding;
import casebook.study.finding.Finding.Heading;
import casebook.study.finding.Finding.Row;
import casebook.study.finding.Rows;
import casebook.study.finding.Settings;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
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
import casebook.study.problem.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How many values are missing, by variable and group, and how many persons have them all.
public final class MissingValues implements Analysis<Spec> {
  private static final String KEYWORD = "missing";

  /// What the clause says.
  ///
  /// @param variables the variables, in order
  /// @param by the variable whose levels are the columns, where one was named
  /// @param name its part of the address, where one was given
  /// @param at its place
  public record Spec(List<Named> variables, Optional<Named> by, Optional<String> name, Span at) {
    public Spec {
      variables = List.copyOf(variables);
    }
  }

  private static final List<Field> FIELDS =
      List.of(
          Field.required(
              KEYWORD,
              Kind.NAMES,
              "The variables, one row each; the last row counts who has them all.",
              "[age, sex, fviii]"),
          Field.optional("by", Kind.VARIABLE, "The variable whose levels are the columns.", "group")
              .otherwise("cases and controls; one column when the study has neither"),
          Field.optional(
              "name",
              Kind.TEXT,
              "A name for the addresses of its numbers, needed when a study asks for missing values"
                  + " more than once.",
              "men"));

  private static final Form<Spec> FORM =
      new Form<>(
          KEYWORD,
          "A table of missing values: n (%) by variable and group, and who has all values.",
          FIELDS,
          """
          - missing: [age, sex, fviii]
            by: group
          """,
          MissingValues::read);

  @Override
  public Form<Spec> form() {
    return FORM;
  }

  @Override
  public Address address(Spec spec) {
    return spec.name().map(name -> Address.of(KEYWORD, name)).orElse(new Address(KEYWORD));
  }

  private static Checked<Spec> read(Clause clause) {
    Problems problems = new Problems();
    Entries entries = Entries.of(clause, FIELDS, problems);
    Spec spec =
        new Spec(
            entries.names(KEYWORD).stream().map(Named::of).toList(),
            Named.of(entries, "by"),
            entries.text("name"),
            clause.at());
    return problems.hasErrors() ? Checked.none(problems.list()) : problems.with(spec);
  }

  @Override
  public List<Problem> check(Spec spec, Study study) {
    List<Problem> problems = new ArrayList<>();
    Names names = Names.of(study);
    for (Named variable : spec.variables()) {
      if (StudyVariable.find(study, variable.name()).isEmpty()) {
        problems.add(names.unknown(variable.name(), variable.at()));
      }
    }
    spec.by().ifPresent(by -> Characteristics.groups(study, names, by, problems));
    return problems;
  }

  @Override
  public List<Finding> run(Spec spec, Cohort cohort, Settings settings) {
    return List.of(new Table(spec, cohort, address(spec), Origin.of(cohort, spec.at())).finding());
  }

  /// The table.
  private record Table(Spec spec, Cohort cohort, Address base, Origin origin) {

    Finding finding() {
      Grouping grouping = Grouping.of(cohort, spec.by().map(Named::name));
      List<Row> rows = new ArrayList<>();
      for (Named named : spec.variables()) {
        rows.add(missing(named.name(), grouping.groups()));
      }
      rows.add(complete(grouping.groups()));
      List<String> notes = new ArrayList<>();
      notes.add("Percentages are of those who were asked.");
      if (grouping.leftOut() > 0) {
        String persons = grouping.leftOut() == 1 ? " person is" : " persons are";
        notes.add(grouping.leftOut() + persons + " in no column: the group is not known.");
      }
      List<Finding.Column> columns =
          grouping.groups().stream()
              .map(it -> new Finding.Column(it.slug(), it.label(), it.rows().size(), ""))
              .toList();
      Heading heading = new Heading(base, "Missing values", spec.at(), false, notes, List.of());
      return new Finding.Characteristics(heading, columns, rows);
    }

    private Row missing(String name, List<Group> groups) {
      StudyVariable variable = StudyVariable.find(cohort.study(), name).orElseThrow();
      Column column = cohort.table().column(name);
      List<Cell> cells = new ArrayList<>();
      for (Group group : groups) {
        Values values = Values.of(column, group.rows());
        int asked = values.known() + values.missing();
        String label = variable.label() + ", " + group.label() + ": missing";
        Rows used =
            new Rows(asked, values.notApplicable() == 0 ? List.of() : notAsked(values, name));
        cells.add(
            values.notAsked()
                ? Cell.of(Cell.Form.NOT_APPLICABLE)
                : cell(base.with(name).with(group.slug()), label, values.missing(), asked, used));
      }
      return new Row(variable.label(), "n (%)", 0, cells);
    }

    private static List<Rows.Out> notAsked(Values values, String name) {
      return List.of(new Rows.Out(name + " was not asked", values.notApplicable()));
    }

    /// Who has a value, or was not asked, in every variable.
    private Row complete(List<Group> groups) {
      List<Column> columns =
          spec.variables().stream().map(it -> cohort.table().column(it.name())).toList();
      List<Cell> cells = new ArrayList<>();
      for (Group group : groups) {
        RowSet all =
            group
                .rows()
                .where(
                    row -> columns.stream().allMatch(it -> it.presence(row) != Presence.MISSING));
        int of = group.rows().size();
        String label = "Complete in all of these, " + group.label();
        cells.add(
            cell(base.with("complete").with(group.slug()), label, all.size(), of, Rows.all(of)));
      }
      return new Row("Complete in all of these", "n (%)", 0, cells);
    }

    private Cell cell(Address address, String label, int count, int of, Rows rows) {
      Basis basis = origin.basis(Counts.of("count", count).and("of", of), rows);
      Statistic number =
          Origin.value(address.with("count"), label + ": count", count, "", Methods.COUNT, basis);
      Address place = address.with("percent");
      String words = label + ": percentage";
      Statistic share =
          of == 0
              ? Origin.absent(place, words, "%", Methods.SHARE, basis, "nobody is there")
              : Origin.value(place, words, 100.0 * count / of, "%", Methods.SHARE, basis);
      return Cell.of(Cell.Form.COUNT_PERCENT, number, share);
    }
  }
}
