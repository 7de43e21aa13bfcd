// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import casebook.study.finding.Cell;
import casebook.study.finding.Finding;
import casebook.study.finding.Method;
import casebook.study.finding.Statement;
import casebook.study.report.Document.Block;
import casebook.study.report.Document.Inline;
import casebook.study.report.style.CellText;
import casebook.study.report.style.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Puts the sentences of outcomes into the text: those of the results above their table, those of
/// the methods into the methods section.
///
/// @param numbers how numbers are printed
record OutcomeProse(Numbers numbers) {

  /// The results, one paragraph; none without a sentence.
  List<Block> of(List<Statement> statements) {
    CellText text = new CellText(numbers);
    List<Inline> words = new ArrayList<>();
    for (Statement statement : statements) {
      if (!statement.methods()) {
        say(statement, text, words);
      }
    }
    return words.isEmpty() ? List.of() : List.of(new Block.Paragraph(words));
  }

  private static void say(Statement statement, CellText text, List<Inline> words) {
    String[] pieces = statement.words().split("\\{}", -1);
    for (int i = 0; i < pieces.length; i++) {
      String piece = i == 0 && !words.isEmpty() ? " " + pieces[i] : pieces[i];
      if (!piece.isEmpty()) {
        words.add(new Inline.Text(piece));
      }
      if (i < statement.cells().size()) {
        Cell cell = statement.cells().get(i);
        String address = cell.statistics().getFirst().address().path();
        words.add(new Inline.Printed(text.inSentence(cell.form(), cell.statistics()), address));
      }
    }
  }

  /// The methods of all outcomes, with the references of their numbers.
  static Prose methods(List<Finding.Outcomes> tables, Prose prose, Citations citations) {
    List<String> said = new ArrayList<>();
    for (Finding.Outcomes table : tables) {
      for (Statement statement : table.statements()) {
        if (statement.methods() && !said.contains(statement.words())) {
          said.add(statement.words());
          prose.sentence(statement.words().replaceFirst("\\.$", ""));
          prose.cite(statement.reference()).say(".");
        }
      }
    }
    for (Cell.Form form : List.of(Cell.Form.PROPORTION, Cell.Form.RATE)) {
      List<Finding.Row> rows = tables.stream().flatMap(it -> it.rows().stream()).toList();
      made(rows, form).stream()
          .filter(method -> !method.interval().isEmpty())
          .filter(method -> !citations.isSaid(method))
          .forEach(method -> {
            if (!said.contains(method.interval())) {
              said.add(method.interval());
              String what = form == Cell.Form.RATE ? "Rates of events" : "Percentages of outcomes";
              prose.sentence(what + " have " + method.interval() + " limits");
              prose.cite(method.reference()).say(".");
            }
            citations.say(method);
          });
    }
    return prose;
  }

  private static Set<Method> made(List<Finding.Row> rows, Cell.Form form) {
    return rows.stream()
        .flatMap(row -> row.cells().stream())
        .filter(cell -> cell.form() == form)
        .map(cell -> cell.statistics().getLast().method())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
