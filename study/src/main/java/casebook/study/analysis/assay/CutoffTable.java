// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.assay;

import casebook.stats.contingency.TwoByTwo;
import casebook.study.analysis.assay.CutoffRows.Share;
import casebook.study.analysis.provenance.Slugs;
import casebook.study.data.Column;
import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Cell.Form;
import casebook.study.finding.Finding;
import casebook.study.finding.Finding.Heading;
import casebook.study.finding.Finding.Limits;
import casebook.study.finding.Finding.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// What becomes of counts and odds ratio when the cut-off is another.
///
/// @param asked what is asked
record CutoffTable(AssayQuestion asked) {

  Limits finding() {
    CutoffRows maker = new CutoffRows(asked, withTest());
    Cutoffs cutoffs = new Cutoffs(asked);
    List<Row> rows = new ArrayList<>();
    cutoffs.used().forEach(it -> rows.add(maker.of(it)));
    cutoffs.others().forEach(it -> rows.add(maker.of(it)));
    rows.add(maker.heading("By the definition of the percentile"));
    cutoffs.types().forEach(it -> rows.add(maker.of(it)));
    cutoffs.withoutOutliers().forEach(it -> rows.add(maker.of(it)));
    asked.spec().partition().ifPresent(by -> rows.addAll(parts(by.words(), maker, cutoffs)));
    Heading heading =
        new Heading(
            asked.base(),
            asked.label() + ": cut-offs and what hangs on them",
            asked.spec().at(),
            false,
            notes(),
            warnings());
    return new Limits(heading, columns(), rows);
  }

  private boolean withTest() {
    return asked.compares()
        && asked.limit().rule().group().equals("controls")
        && asked.percentile() > 50;
  }

  private List<Finding.Column> columns() {
    List<Finding.Column> columns = new ArrayList<>();
    String unit = asked.unit().isEmpty() ? "" : ", " + asked.unit();
    columns.add(new Finding.Column("cutoff", "Cut-off" + unit, 0, ""));
    for (Group group : asked.groups()) {
      columns.add(new Finding.Column(group.slug(), group.label() + " above", group.size(), ""));
    }
    if (asked.compares()) {
      columns.add(new Finding.Column("odds_ratio", "Odds ratio", 0, ""));
    }
    if (withTest()) {
      columns.add(new Finding.Column("exceedance", "P", 0, ""));
    }
    return columns;
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add("Above means greater than the cut-off; only persons with a measurement are counted.");
    if (withTest()) {
      notes.add(
          "P is one-sided and allows for a cut-off taken from the controls; its double and its"
              + " lower bound stand in the explanation.");
    }
    return notes;
  }

  private List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (asked.circular()) {
      warnings.add(
          "The cut-off of "
              + asked.label()
              + " was taken from the very controls that the cases are compared with. How many of"
              + " them lie above it is fixed by that, so that P values of the 2x2 table do not keep"
              + " their level; the one-sided exceedance test does.");
    }
    if (asked.column().anyCensored()) {
      warnings.add(
          "Some values of "
              + asked.label()
              + " lie beyond a limit of detection; here each stands for that limit.");
    }
    return warnings;
  }

  private List<Row> parts(String variable, CutoffRows maker, Cutoffs cutoffs) {
    Column.Leveled by = (Column.Leveled) asked.cohort().table().column(variable);
    List<Row> rows = new ArrayList<>();
    rows.add(
        maker.heading(asked.cohort().study().labelOf(variable) + ", each level its own limit"));
    List<String> slugs = Slugs.distinct(by.levels());
    int[] counts = new int[4];
    boolean complete = true;
    for (int i = 0; i < by.levels().size(); i++) {
      Cutoff cutoff = cutoffs.part(by, i, slugs.get(i));
      List<Group> part = part(by, i);
      rows.add(maker.of(cutoff, part));
      complete &= cutoff.value().isPresent();
      add(cutoff.value(), part, counts);
    }
    if (complete && asked.compares()) {
      rows.add(together(counts, maker));
    }
    return rows;
  }

  private List<Group> part(Column.Leveled by, int level) {
    return asked.groups().stream()
        .map(group ->
            new Group(
                group.slug(),
                group.label(),
                asked.column(),
                group.rows().where(row -> by.known(row) && by.code(row) == level)))
        .toList();
  }

  private static void add(OptionalDouble cutoff, List<Group> part, int[] counts) {
    for (int i = 0; i < Math.min(2, part.size()) && cutoff.isPresent(); i++) {
      int above = part.get(i).above(cutoff.getAsDouble());
      counts[2 * i] += above;
      counts[2 * i + 1] += part.get(i).size() - above;
    }
  }

  /// Everybody by the limit of their own part.
  private Row together(int[] counts, CutoffRows maker) {
    TwoByTwo table = new TwoByTwo(counts[0], counts[1], counts[2], counts[3]);
    String label = "Together";
    String words = asked.label() + ", each its own limit";
    Address address = asked.base().with("parts");
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(Form.EMPTY));
    for (int i = 0; i < 2; i++) {
      Group group = asked.groups().get(i);
      int known = counts[2 * i] + counts[2 * i + 1];
      Share share = new Share(counts[2 * i], known);
      cells.add(maker.share(group, share, address, Form.COUNT_OF_PERCENT, words));
    }
    cells.add(maker.odds(table, address, words));
    if (withTest()) {
      cells.add(Cell.of(Form.NOT_APPLICABLE));
    }
    return new Row(label, "", 1, cells);
  }
}
