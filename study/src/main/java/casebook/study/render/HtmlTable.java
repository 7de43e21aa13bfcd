// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import casebook.study.report.Document.Block;
import casebook.study.report.Document.Footnote;
import casebook.study.report.Document.Head;
import casebook.study.report.Document.Inline;
import casebook.study.report.Document.Line;
import casebook.study.report.Document.TableCell;
import java.util.List;

/// Writes a table with three rules. The roles are spelled out because narrow windows lay the rows
/// of a table with many columns out as cards, and a table that is laid out otherwise loses its
/// meaning for screen readers.
final class HtmlTable {
  /// More notes than these run on in one paragraph, as journals print them.
  private static final int NOTES_IN_LINES = 6;

  private HtmlTable() {}

  static void write(Markup out, Block.Table table) {
    boolean folded = table.supplementary();
    String caption = table.name() + "-caption";
    String kind = table.head().size() <= 3 ? "small" : "";
    kind = isWords(table) ? (kind + " words").strip() : kind;
    String place = kind.equals("small") ? "table" : "table cards";
    out.open(folded ? "details" : "div", "class", place, "id", table.name());
    if (folded) {
      HtmlText.caption(out, "summary", table.caption(), caption);
    }
    out.open(
        "div", "class", "scroll", "tabindex", "0", "role", "region", "aria-labelledby", caption);
    if (folded) {
      out.open("table", "role", "table", "class", kind, "aria-labelledby", caption);
    } else {
      out.open("table", "role", "table", "class", kind);
      HtmlText.caption(out, "caption", table.caption(), caption);
    }
    head(out, table);
    out.open("tbody", "role", "rowgroup").line();
    for (Line line : table.rows()) {
      row(out, table, line);
    }
    out.close().close().close();
    notes(out, table);
    out.close();
  }

  /// Says whether a table holds words only, which may break their lines.
  private static boolean isWords(Block.Table table) {
    return table.rows().stream()
        .flatMap(line -> line.cells().stream())
        .flatMap(cell -> cell.content().stream())
        .noneMatch(Inline.Printed.class::isInstance);
  }

  private static void head(Markup out, Block.Table table) {
    out.open("thead", "role", "rowgroup").open("tr", "role", "row");
    for (Head head : table.head()) {
      out.open("th", "scope", "col", "role", "columnheader");
      head(out, head.text());
      marks(out, table, head.marks());
      out.close();
    }
    out.close().close().line();
  }

  /// A head; what stands in brackets at its end stays on one line.
  private static void head(Markup out, String text) {
    int bracket = text.lastIndexOf(" (");
    if (bracket > 0 && text.endsWith(")")) {
      out.text(text.substring(0, bracket + 1));
      out.element("span", text.substring(bracket + 1), "class", "whole");
    } else {
      out.text(text);
    }
  }

  private static void row(Markup out, Block.Table table, Line line) {
    boolean only = line.cells().stream().allMatch(cell -> text(cell).isEmpty());
    String place = line.indent() == 0 ? "variable" : line.indent() == 1 ? "level" : "level deep";
    String kind = place + (only ? " only" : "");
    out.open("tr", "role", "row", "class", kind);
    out.open("th", "scope", "row", "role", "rowheader").text(line.label());
    if (!line.unit().isEmpty()) {
      unit(out, line.unit());
    }
    marks(out, table, line.marks());
    out.close();
    for (int i = 0; i < line.cells().size(); i++) {
      cell(out, table, line.cells().get(i), table.head().get(i + 1));
    }
    out.close().line();
  }

  /// What stands behind the label; its last part, such as `mean (SD)`, stays on one line.
  private static void unit(Markup out, String unit) {
    int last = unit.lastIndexOf(", ") < 0 ? 0 : unit.lastIndexOf(", ") + 2;
    out.open("span", "class", "unit").text(", " + unit.substring(0, last));
    out.element("span", unit.substring(last), "class", "whole").close();
  }

  private static void cell(Markup out, Block.Table table, TableCell cell, Head head) {
    boolean none = text(cell).isEmpty();
    String marks = head.marks().isEmpty() ? "" : " [" + String.join(", ", head.marks()) + "]";
    String words = head.text() + marks;
    out.open("td", "role", "cell", "class", none ? "none" : "", "data-head", words);
    out.open("span");
    HtmlText.inlines(out, cell.content());
    marks(out, table, cell.marks());
    out.close().close();
  }

  private static String text(TableCell cell) {
    return CsvRenderer.plain(cell.content());
  }

  private static void marks(Markup out, Block.Table table, List<String> marks) {
    if (marks.isEmpty()) {
      return;
    }
    out.open("sup");
    for (int i = 0; i < marks.size(); i++) {
      out.text(i == 0 ? "" : ",");
      out.element("a", marks.get(i), "href", "#" + note(table, marks.get(i)));
    }
    out.close();
  }

  private static void notes(Markup out, Block.Table table) {
    if (table.footnotes().isEmpty()) {
      return;
    }
    boolean many = table.footnotes().size() > NOTES_IN_LINES;
    out.open("div", "class", many ? "notes many" : "notes").line();
    List<String> general =
        table.footnotes().stream().filter(f -> f.mark().isEmpty()).map(Footnote::text).toList();
    if (!general.isEmpty()) {
      out.element("p", String.join(" ", general)).line();
    }
    for (Footnote footnote : table.footnotes()) {
      if (!footnote.mark().isEmpty()) {
        out.open("p", "id", note(table, footnote.mark()));
        out.element("sup", footnote.mark()).text(footnote.text()).close().line();
      }
    }
    out.close();
  }

  /// The id of a footnote; symbols are no good in an id and are written as their code points.
  private static String note(Block.Table table, String mark) {
    StringBuilder id = new StringBuilder(table.name()).append("-note-");
    mark.codePoints()
        .forEach(c -> id.append(c < 'a' ? Integer.toHexString(c) : Character.toString(c)));
    return id.toString();
  }
}
