// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import casebook.study.report.Document.Block;
import casebook.study.report.Document.Footnote;
import casebook.study.report.Document.Head;
import casebook.study.report.Document.Line;
import casebook.study.report.Document.TableCell;
import java.util.List;

/// Writes a table for pages: three rules, a head that comes again, rows that do not break.
final class FoTable {
  /// Tables of at most so many rows stay on one page.
  private static final int WHOLE = 30;

  private static final String THICK = "1pt solid " + FoPaper.INK;
  private static final String THIN = "0.5pt solid " + FoPaper.INK;

  private final Markup out;
  private final Block.Table table;
  private final TableFit fit;

  private FoTable(Markup out, Block.Table table) {
    this.out = out;
    this.table = table;
    this.fit = TableFit.of(table, WordTable.WIDTH);
  }

  static void write(Markup out, Block.Table table) {
    new FoTable(out, table).all();
  }

  private void all() {
    boolean whole = table.rows().size() <= WHOLE;
    out.open(
        "fo:block",
        "id",
        table.name(),
        "font-family",
        FoPaper.SANS,
        "space-before",
        "14pt",
        "space-after",
        "14pt",
        "keep-together.within-page",
        whole ? "always" : "auto");
    caption(out, table.caption(), "0pt", "5pt", "keep-with-next.within-page");
    rows();
    notes();
    out.close();
  }

  /// A caption whose number stands out.
  static void caption(Markup out, String caption, String before, String after, String keep) {
    int end = caption.indexOf(". ");
    out.open(
        "fo:block",
        "role",
        "Caption",
        "font-family",
        FoPaper.SANS,
        "font-size",
        "9pt",
        "space-before",
        before,
        "space-after",
        after,
        keep,
        "always");
    if (end > 0) {
      out.element("fo:inline", caption.substring(0, end + 1), "font-weight", "bold");
    }
    out.text(LongWords.breakable(end > 0 ? caption.substring(end + 1) : caption)).close();
  }

  private void rows() {
    out.open(
        "fo:table",
        "table-layout",
        "fixed",
        "width",
        WordTable.WIDTH + "pt",
        "border-collapse",
        "separate",
        "border-bottom",
        THICK,
        "font-size",
        fit.size() + "pt",
        "line-height",
        "1.15");
    for (double width : fit.widths()) {
      out.empty("fo:table-column", "column-width", SvgText.number(width) + "pt");
    }
    out.open("fo:table-header").open("fo:table-row", "keep-together.within-page", "always");
    table.head().forEach(this::head);
    out.close().close();
    out.open("fo:table-body").line();
    for (int i = 0; i < table.rows().size(); i++) {
      line(table.rows().get(i), i == 0, i + 1 == table.rows().size());
    }
    out.close().close();
  }

  private void head(Head head) {
    out.open(
        "fo:table-cell",
        "display-align",
        "after",
        "font-weight",
        "bold",
        "padding-top",
        "4pt",
        "padding-bottom",
        "4pt",
        "border-top",
        THICK,
        "border-bottom",
        THIN);
    out.open("fo:block", "margin-right", TableFit.GAP + "pt");
    out.text(WordText.together(head.text()));
    marks(head.marks());
    out.close().close();
  }

  private void line(Line line, boolean first, boolean last) {
    out.open("fo:table-row", "keep-together.within-page", "always");
    cell(first, last, line.indent() * TableFit.INDENT);
    out.text(LongWords.breakable(line.label()));
    if (!line.unit().isEmpty()) {
      String unit = ", " + WordText.together(line.unit());
      out.element("fo:inline", unit, "color", FoPaper.QUIET);
    }
    marks(line.marks());
    out.close().close();
    for (TableCell cell : line.cells()) {
      cell(first, last, 0);
      out.text(CsvRenderer.plain(cell.content()));
      marks(cell.marks());
      out.close().close();
    }
    out.close().line();
  }

  /// Opens a cell and the block in it.
  private void cell(boolean first, boolean last, double indent) {
    out.open(
        "fo:table-cell",
        "padding-top",
        first ? "4pt" : "1.8pt",
        "padding-bottom",
        last ? "4pt" : "1.8pt");
    out.open("fo:block", "margin-left", indent + "pt", "margin-right", TableFit.GAP + "pt");
  }

  private void marks(List<String> marks) {
    if (!marks.isEmpty()) {
      raised(String.join(",", marks));
    }
  }

  private void raised(String mark) {
    out.element("fo:inline", mark, "font-size", "68%", "baseline-shift", "32%");
  }

  private void notes() {
    List<String> general =
        table.footnotes().stream().filter(f -> f.mark().isEmpty()).map(Footnote::text).toList();
    if (!general.isEmpty()) {
      note("4pt").text(LongWords.breakable(String.join(" ", general))).close();
    }
    List<Footnote> marked = table.footnotes().stream().filter(f -> !f.mark().isEmpty()).toList();
    if (marked.isEmpty()) {
      return;
    }
    note(general.isEmpty() ? "4pt" : "1.5pt");
    for (int i = 0; i < marked.size(); i++) {
      if (i > 0) {
        out.text(" \u2002");
      }
      raised(marked.get(i).mark());
      out.text("\u00A0" + LongWords.breakable(marked.get(i).text()));
    }
    out.close();
  }

  private Markup note(String before) {
    return out.open(
        "fo:block",
        "font-size",
        "7.5pt",
        "line-height",
        "1.28",
        "color",
        "#3f444b",
        "space-before",
        before,
        "keep-with-previous.within-page",
        "always");
  }
}
