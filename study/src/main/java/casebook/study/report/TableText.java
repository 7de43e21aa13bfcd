// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import casebook.study.finding.Cell;
import casebook.study.finding.Finding;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import casebook.study.report.Document.Block;
import casebook.study.report.Document.Footnote;
import casebook.study.report.Document.Head;
import casebook.study.report.Document.Inline;
import casebook.study.report.Document.Line;
import casebook.study.report.Document.TableCell;
import casebook.study.report.style.CellText;
import casebook.study.report.style.FurtherCells;
import casebook.study.report.style.Journal;
import casebook.study.report.style.Numbers;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Lays out one table of a finding: heads with numbers of persons, lines, footnotes that name every
/// statistic and test.
final class TableText {
  private static final Set<Cell.Form> WITH_INTERVAL =
      EnumSet.of(
          Cell.Form.RATIO,
          Cell.Form.DIFFERENCE,
          Cell.Form.CORRELATION,
          Cell.Form.PROPORTION,
          Cell.Form.RATE);

  private final List<Finding.Column> columns;
  private final List<Finding.Row> rows;
  private final Numbers numbers;
  private final CellText cellText;
  private final Footnotes footnotes;
  private final MethodNotes methodNotes;
  private final String level;

  TableText(List<Finding.Column> columns, List<Finding.Row> rows, Journal journal, String level) {
    this.columns = columns;
    this.rows = rows;
    this.numbers = new Numbers(journal);
    this.cellText = new CellText(numbers);
    this.footnotes = new Footnotes(journal.marks());
    this.methodNotes = new MethodNotes(rows, level);
    this.level = level;
  }

  /// Makes the table.
  ///
  /// @param name slug, the name of its CSV file
  /// @param caption with its number
  /// @param first the head above the row labels
  /// @param general notes on the whole table, printed before the marked ones
  Block.Table table(String name, String caption, String first, List<String> general) {
    List<Head> head = new ArrayList<>();
    head.add(new Head(first, List.of()));
    for (int i = 0; i < columns.size(); i++) {
      head.add(head(i));
    }
    List<Line> lines = rows.stream().map(this::line).toList();
    List<Footnote> notes = new ArrayList<>();
    general.forEach(text -> notes.add(new Footnote("", text)));
    List<Footnote> all = new ArrayList<>(notes);
    all.addAll(footnotes.list());
    Abbreviations.of(caption, head, lines, all)
        .ifPresent(text -> notes.add(new Footnote("", text)));
    notes.addAll(footnotes.list());
    return new Block.Table(name, caption, head, lines, notes);
  }

  private Head head(int place) {
    Finding.Column column = columns.get(place);
    boolean p = column.label().equals("P") || column.label().equals("P value");
    String text = p ? numbers.pLetter() + " value" : column.label();
    if (column.label().equals(FamilyProse.COLUMN)) {
      text = "Adjusted " + numbers.pLetter() + " value";
    }
    if (column.n() > 0) {
      text += " (" + numbers.n(column.n()) + ")";
    }
    if (column.n() == 0 && hasInterval(place) && !text.contains("CI")) {
      text += " (" + level + "% CI)";
    }
    return new Head(
        text,
        footnotes.marks(List.of(MethodNotes.stopped(column.note()), methodNotes.ofColumn(place))));
  }

  private boolean hasInterval(int place) {
    return rows.stream()
        .map(row -> row.cells().get(place))
        .filter(cell -> WITH_INTERVAL.contains(cell.form()))
        .flatMap(cell -> cell.statistics().stream())
        .anyMatch(s -> s.estimate().flatMap(e -> e.interval()).isPresent());
  }

  private Line line(Finding.Row row) {
    List<String> marks =
        footnotes.marks(List.of(methodNotes.ofRow(row), byMaximumLikelihood(row).orElse("")));
    List<TableCell> cells = new ArrayList<>();
    for (int i = 0; i < row.cells().size(); i++) {
      cells.add(cell(row, i));
    }
    return new Line(row.label(), unit(row), row.indent(), marks, cells);
  }

  /// The unit, with the level of the intervals that stand in the row.
  private String unit(Finding.Row row) {
    boolean interval =
        row.cells().stream()
            .anyMatch(it -> it.form() == Cell.Form.PROPORTION || it.form() == Cell.Form.RATE);
    return interval && !row.unit().isEmpty()
        ? (row.unit() + " (" + level + "% CI)").strip()
        : row.unit();
  }

  private TableCell cell(Finding.Row row, int place) {
    Cell cell = row.cells().get(place);
    String text = cellText.of(row, place);
    List<String> notes = new ArrayList<>();
    notes.add(methodNotes.ofCell(row, place));
    cell.notes().forEach(note -> notes.add(MethodNotes.stopped(note)));
    cell.statistics().forEach(s -> notes.add(MethodNotes.sentence(s.whyNot())));
    List<String> otherwise = new ArrayList<>();
    inProfileCasebook(row, cell, text).ifPresent(otherwise::add);
    cell.statistics().stream()
        .flatMap(statistic -> IntervalStrip.of(statistic).stream())
        .flatMap(strip -> strip.disagreement(numbers, level).stream())
        .forEach(otherwise::add);
    notes.add(String.join(" ", otherwise));
    List<Inline> content = new ArrayList<>();
    if (cell.statistics().isEmpty()) {
      content.add(new Inline.Text(text));
    } else {
      content.add(new Inline.Printed(text, cell.statistics().getFirst().address().path()));
    }
    return new TableCell(content, footnotes.marks(notes));
  }

  /// What maximum likelihood says in the places of a row where a penalised answer is printed.
  private Optional<String> byMaximumLikelihood(Finding.Row row) {
    List<String> ratios =
        row.cells().stream()
            .flatMap(cell -> cell.statistics().stream())
            .flatMap(statistic -> statistic.basis().others().stream())
            .filter(other -> other.label().equals(Basis.LIKELIHOOD))
            .map(other ->
                other
                    .statistic()
                    .estimate()
                    .filter(estimate -> Double.isFinite(estimate.value()))
                    .map(numbers::ratio)
                    .orElse(Numbers.NOT_ESTIMABLE))
            .toList();
    return ratios.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "By maximum likelihood, in the same order: " + String.join("; ", ratios) + ".");
  }

  /// What profile `casebook` would print here, where that is another text and the row does not show
  /// it.
  private Optional<String> inProfileCasebook(Finding.Row row, Cell cell, String text) {
    List<Statistic> own = new ArrayList<>();
    Optional<String> method = Optional.empty();
    for (Statistic statistic : cell.statistics()) {
      Optional<Statistic> other = FurtherCells.casebook(statistic).filter(it -> !shows(row, it));
      own.add(other.orElse(statistic));
      method = method.or(() -> other.map(it -> named(statistic, it)));
    }
    String printed = method.isPresent() ? cellText.of(cell.form(), own) : text;
    return printed.equals(text)
        ? Optional.empty()
        : Optional.of("Profile casebook: " + printed + method.orElse("") + ".");
  }

  /// The method of another number in brackets: only what is not the same.
  private String named(Statistic printed, Statistic other) {
    String words = MethodNotes.words(other, level);
    if (!words.equals(MethodNotes.words(printed, level))) {
      return " (" + words + ")";
    }
    String settings = other.method().settings();
    return settings.equals(printed.method().settings()) ? "" : " (" + settings + ")";
  }

  private static boolean shows(Finding.Row row, Statistic statistic) {
    return row.cells().stream()
        .flatMap(cell -> cell.statistics().stream())
        .anyMatch(shown -> shown.address().equals(statistic.address()));
  }
}
