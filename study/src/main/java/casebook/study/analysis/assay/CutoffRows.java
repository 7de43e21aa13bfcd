// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.assay;

import casebook.stats.contingency.TwoByTwo;
import casebook.stats.reference.Exceedance;
import casebook.study.analysis.provenance.Counts;
import casebook.study.analysis.provenance.Methods;
import casebook.study.analysis.provenance.Origin;
import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Finding.Row;
import casebook.study.finding.Rows;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import casebook.study.finding.Statistic.Basis.Other;
import java.util.ArrayList;
import java.util.List;

/// The rows of the table of cut-offs: the cut-off, who lies above, the odds ratio, the P that
/// allows for a cut-off taken from the controls.
///
/// @param asked what is asked
/// @param withTest whether the table has a column of P values
record CutoffRows(AssayQuestion asked, boolean withTest) {

  /// A row of everybody.
  Row of(Cutoff cutoff) {
    return row(cutoff, asked.groups(), Form.COUNT_PERCENT);
  }

  /// A row of some persons, who are counted of how many they are.
  Row of(Cutoff cutoff, List<Group> part) {
    return row(cutoff, part, Form.COUNT_OF_PERCENT);
  }

  private Row row(Cutoff cutoff, List<Group> groups, Form form) {
    Address address = asked.base().with(cutoff.slug());
    String label = asked.label() + ", " + cutoff.label();
    List<Cell> cells = new ArrayList<>();
    cells.add(cutoffCell(cutoff, address, label));
    for (Group group : groups) {
      cells.add(
          cutoff.value().isPresent()
              ? above(group, group.above(cutoff.value().getAsDouble()), address, form, label)
              : Cell.of(Form.EMPTY));
    }
    if (groups.size() == 2) {
      cells.addAll(comparison(cutoff, groups, address, label));
    }
    return new Row(cutoff.label(), "", cutoff.indent(), cells);
  }

  private Cell cutoffCell(Cutoff cutoff, Address address, String label) {
    List<Other> same = new ArrayList<>();
    for (String slug : cutoff.remarks().same()) {
      Address other = asked.base().with(slug);
      same.add(new Other(slug.replace('_', ' '), cutoff(cutoff, other, label, List.of())));
    }
    return new Cell(
        Form.QUANTITY, List.of(cutoff(cutoff, address, label, same)), cutoff.remarks().notes());
  }

  private Statistic cutoff(Cutoff cutoff, Address address, String label, List<Other> same) {
    Address place = address.with("cutoff");
    String words = label + ": cut-off";
    Basis basis =
        asked.origin().basis(Counts.NONE, Rows.all(asked.cohort().rows().size())).withOthers(same);
    return cutoff.value().isPresent()
        ? Origin.value(
            place, words, cutoff.value().getAsDouble(), asked.unit(), cutoff.method(), basis)
        : Origin.absent(place, words, asked.unit(), cutoff.method(), basis, cutoff.whyNot());
  }

  private List<Cell> comparison(Cutoff cutoff, List<Group> groups, Address address, String label) {
    Cell none = Cell.of(Form.NOT_APPLICABLE);
    if (cutoff.value().isEmpty()) {
      return withTest ? List.of(none, none) : List.of(none);
    }
    TwoByTwo table =
        AssayQuestion.table(groups.getFirst(), groups.getLast(), cutoff.value().getAsDouble());
    List<Cell> cells = new ArrayList<>(List.of(odds(table, address, label)));
    if (withTest) {
      boolean valid = cutoff.ofControls() && table.d() > 0;
      cells.add(valid ? Cell.of(Form.P, exceedance(table, address, label)) : none);
    }
    return cells;
  }

  /// The odds ratio of those above.
  Cell odds(TwoByTwo table, Address address, String label) {
    Basis basis = asked.origin().basis(counts(table), Rows.all((int) table.n()));
    return Cell.of(
        Form.RATIO,
        asked.odds().of(address.with("odds_ratio"), label + ": odds ratio", table, basis));
  }

  private static Counts counts(TwoByTwo table) {
    return Counts.of("cases_exposed", table.a())
        .and("cases_unexposed", table.b())
        .and("controls_exposed", table.c())
        .and("controls_unexposed", table.d());
  }

  private Statistic exceedance(TwoByTwo table, Address address, String label) {
    Exceedance test =
        new Exceedance((int) table.a(), (int) table.row1(), (int) table.c(), (int) table.row2());
    return new ExceedanceNumbers(address.with("exceedance"), label, asked.origin()).of(test);
  }

  /// How many of a group lie above, of those measured.
  Cell above(Group group, int count, Address row, Form form, String label) {
    return share(group, new Share(count, group.size()), row, form, label);
  }

  /// How many of how many.
  record Share(int count, int of) {}

  /// How many of a group, of so many.
  Cell share(Group group, Share share, Address row, Form form, String above) {
    Address address = row.with(group.slug());
    int count = share.count();
    int of = share.of();
    Basis basis = asked.origin().basis(Counts.of("count", count).and("of", of), Rows.all(of));
    String label = above + ", " + group.label();
    Statistic number =
        Origin.value(address.with("count"), label + ": count", count, "", Methods.COUNT, basis);
    Address place = address.with("percent");
    String words = label + ": percentage";
    Statistic percent =
        of == 0
            ? Origin.absent(place, words, "%", Methods.PERCENT, basis, "nobody was measured")
            : Origin.value(place, words, 100.0 * count / of, "%", Methods.PERCENT, basis);
    return Cell.of(form, number, percent);
  }

  /// A row with words alone, above rows that belong together.
  Row heading(String label) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < columns(); i++) {
      cells.add(Cell.of(Form.EMPTY));
    }
    return new Row(label, "", 0, cells);
  }

  private int columns() {
    return 1 + asked.groups().size() + (asked.compares() ? 1 : 0) + (withTest ? 1 : 0);
  }
}
