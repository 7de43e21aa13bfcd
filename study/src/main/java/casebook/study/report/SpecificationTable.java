// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import casebook.study.finding.Choice;
import casebook.study.finding.Choice.Option;
import casebook.study.finding.Finding.Specifications;
import casebook.study.finding.Finding.Specifications.Specification;
import casebook.study.report.Document.Block;
import casebook.study.report.Document.Head;
import casebook.study.report.Document.Inline;
import casebook.study.report.Document.Line;
import casebook.study.report.Document.TableCell;
import casebook.study.report.figure.SpecificationChoices;
import casebook.study.report.style.Journal;
import casebook.study.report.style.Numbers;
import java.util.ArrayList;
import java.util.List;

/// Lays out the table of a grid: number, what was chosen, counts, odds ratio. A choice that has one
/// option has no column.
///
/// @param grid the specifications
/// @param journal how numbers are printed
/// @param level the confidence level as printed
record SpecificationTable(Specifications grid, Journal journal, String level) {

  private static String head(Choice choice) {
    return choice.unit().isEmpty() ? choice.label() : choice.label() + ", " + choice.unit();
  }

  Block.Table table(String name, String caption, List<String> general) {
    Block.Table numbers =
        new TableText(grid.columns(), grid.rows(), journal, level)
            .table(name, caption, "No.", general);
    List<Integer> several = SpecificationChoices.several(grid);
    List<Head> head = new ArrayList<>(numbers.head());
    head.addAll(
        1,
        several.stream()
            .map(place -> new Head(head(grid.choices().get(place)), List.of()))
            .toList());
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < numbers.rows().size(); i++) {
      Line line = numbers.rows().get(i);
      List<TableCell> cells = chosen(grid.specifications().get(i), several);
      cells.addAll(line.cells());
      lines.add(new Line(line.label(), line.unit(), line.indent(), line.marks(), cells));
    }
    return new Block.Table(name, caption, head, lines, numbers.footnotes());
  }

  private List<TableCell> chosen(Specification specification, List<Integer> several) {
    List<TableCell> cells = new ArrayList<>();
    for (int place : several) {
      Choice choice = grid.choices().get(place);
      Option option = choice.options().get(specification.taken().get(place));
      String text = SpecificationChoices.named(option, new Numbers(journal));
      cells.add(new TableCell(List.of(new Inline.Text(text)), List.of()));
    }
    return cells;
  }
}
