// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import casebook.study.csv.CsvText;
import casebook.study.report.Document;
import casebook.study.report.Document.Block;
import casebook.study.report.Document.Footnote;
import casebook.study.report.Document.Head;
import casebook.study.report.Document.Inline;
import casebook.study.report.Document.Line;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Each table as `tables/NAME.csv`, with the numbers as printed, and what a figure draws of single
/// persons as `figures/NAME.csv`: UTF-8 with a byte order mark, so that spreadsheets read the
/// dashes right, and no cell that a spreadsheet would run as a formula.
final class CsvRenderer implements Renderer {
  @Override
  public String format() {
    return "csv";
  }

  @Override
  public List<OutputFile> render(Document document) {
    List<OutputFile> files = new ArrayList<>();
    for (Block block : document.blocks()) {
      if (block instanceof Block.Table table) {
        byte[] bytes = ("\uFEFF" + text(table)).getBytes(StandardCharsets.UTF_8);
        files.add(new OutputFile("tables/" + table.name() + ".csv", bytes));
      } else if (block instanceof Block.Figure figure && !figure.data().isEmpty()) {
        StringBuilder out = new StringBuilder("\uFEFF");
        figure.data().forEach(row -> record(out, row));
        byte[] bytes = out.toString().getBytes(StandardCharsets.UTF_8);
        files.add(new OutputFile("figures/" + figure.name() + ".csv", bytes));
      }
    }
    return files;
  }

  private static String text(Block.Table table) {
    StringBuilder out = new StringBuilder();
    record(out, table.head().stream().map(Head::text).toList());
    for (Line line : table.rows()) {
      List<String> fields = new ArrayList<>();
      fields.add(line.unit().isEmpty() ? line.label() : line.label() + ", " + line.unit());
      line.cells().forEach(cell -> fields.add(plain(cell.content())));
      record(out, fields);
    }
    for (Footnote note : table.footnotes()) {
      if (note.mark().isEmpty()) {
        List<String> fields = new ArrayList<>();
        fields.add(note.text());
        table.head().stream().skip(1).forEach(head -> fields.add(""));
        record(out, fields);
      }
    }
    return out.toString();
  }

  /// The text of a line without its links.
  static String plain(List<Inline> content) {
    StringBuilder text = new StringBuilder();
    for (Inline inline : content) {
      switch (inline) {
        case Inline.Text words -> text.append(words.text());
        case Inline.Printed number -> text.append(number.text());
        case Inline.Link link -> text.append(link.text());
      }
    }
    return text.toString();
  }

  private static void record(StringBuilder out, List<String> fields) {
    out.append(CsvText.line(fields.stream().map(CsvText::text).toList()));
  }
}
