// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import casebook.study.report.Document;
import casebook.study.report.Document.Block;
import casebook.study.report.Document.Entry;
import casebook.study.report.Document.Fact;
import casebook.study.report.Document.Imprint;
import casebook.study.report.Document.Tone;
import java.util.List;

/// Writes a paper as XSL formatting objects, page layout in words of XML.
final class FoPaper {
  static final String SANS = "Liberation Sans";
  static final String INK = "#1b1b1b";
  static final String QUIET = "#5b616b";
  private static final String ACCENT = "#1f4e79";
  private static final String WARN = "#8a4b00";
  private static final String END = "end-of-paper";

  private final Markup out = new Markup();
  private int headings;

  private FoPaper() {}

  static String of(Document document) {
    FoPaper paper = new FoPaper();
    paper.all(document);
    return paper.out.toString();
  }

  private void all(Document document) {
    out.open(
        "fo:root",
        "xmlns:fo",
        "http://www.w3.org/1999/XSL/Format",
        "xmlns:fox",
        "http://xmlgraphics.apache.org/fop/extensions",
        "xml:lang",
        "en-GB",
        "font-family",
        "Liberation Serif",
        "font-size",
        "10.5pt",
        "line-height",
        "1.32",
        "line-stacking-strategy",
        "font-height",
        "color",
        INK);
    out.own(PageFile.read("pdf", "page.xml"));
    properties(document.title(), document.byline());
    bookmarks(document);
    out.open("fo:page-sequence", "master-reference", "page");
    footer(document.title());
    out.open("fo:flow", "flow-name", "xsl-region-body");
    title(document);
    document.blocks().forEach(this::block);
    imprint(document.imprint());
    out.empty("fo:block", "id", END);
    out.close().close().close();
  }

  private void properties(String title, String byline) {
    out.open("fo:declarations");
    out.open("x:xmpmeta", "xmlns:x", "adobe:ns:meta/");
    out.open("rdf:RDF", "xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    out.open("rdf:Description", "rdf:about", "", "xmlns:dc", "http://purl.org/dc/elements/1.1/");
    out.element("dc:title", title).element("dc:description", byline);
    out.close().close().close().close();
  }

  private void bookmarks(Document document) {
    out.open("fo:bookmark-tree");
    int number = 0;
    for (Block block : document.blocks()) {
      switch (block) {
        case Block.Heading heading -> {
          number++;
          bookmark("section-" + number, heading.text());
        }
        case Block.Table table -> bookmark(table.name(), table.caption());
        case Block.Figure figure -> bookmark(figure.name(), figure.caption());
        case Block.Lead lead -> {}
        case Block.Notice notice -> {}
        case Block.Paragraph paragraph -> {}
        case Block.Numbered list -> {}
        case Block.Entries entries -> {}
        case Block.Glossary glossary -> {}
      }
    }
    bookmark("imprint", "How this report was made");
    out.close();
  }

  private void bookmark(String place, String text) {
    out.open("fo:bookmark", "internal-destination", place);
    out.element("fo:bookmark-title", text).close();
  }

  private void footer(String title) {
    out.open("fo:static-content", "flow-name", "xsl-region-after");
    out.open(
        "fo:block",
        "font-family",
        SANS,
        "font-size",
        "7.5pt",
        "color",
        QUIET,
        "margin-left",
        "20mm",
        "margin-right",
        "20mm",
        "text-align-last",
        "justify");
    out.text(WordFile.shortened(title));
    out.empty("fo:leader", "leader-pattern", "space");
    out.empty("fo:page-number").text(" / ");
    out.empty("fo:page-number-citation", "ref-id", END);
    out.close().close();
  }

  private void title(Document document) {
    out.element(
        "fo:block",
        "STUDY REPORT",
        "font-family",
        SANS,
        "font-weight",
        "bold",
        "font-size",
        "7.5pt",
        "letter-spacing",
        "0.7pt",
        "color",
        ACCENT,
        "space-after",
        "7pt");
    out.element(
        "fo:block",
        LongWords.breakable(document.title()),
        "role",
        "H1",
        "font-weight",
        "bold",
        "font-size",
        "20pt",
        "line-height",
        "1.18",
        "space-after",
        "7pt");
    out.element(
        "fo:block",
        document.byline(),
        "font-family",
        SANS,
        "font-size",
        "8.5pt",
        "color",
        QUIET,
        "space-after",
        "14pt");
  }

  private void block(Block block) {
    switch (block) {
      case Block.Heading heading -> heading(heading);
      case Block.Lead lead -> lead(lead);
      case Block.Notice notice -> notice(notice);
      case Block.Table table -> FoTable.write(out, table);
      case Block.Paragraph paragraph ->
          out.element(
              "fo:block",
              LongWords.breakable(CsvRenderer.plain(paragraph.content())),
              "space-after",
              "6pt");
      case Block.Numbered list -> {
        for (int i = 0; i < list.items().size(); i++) {
          pair((i + 1) + ".", list.items().get(i), "9mm", "");
        }
      }
      case Block.Entries entries -> entries.entries().forEach(this::entry);
      case Block.Glossary glossary -> {}
      case Block.Figure figure -> FoFigure.write(out, figure);
    }
    out.line();
  }

  private void heading(Block.Heading heading) {
    headings++;
    if (heading.level() <= 2) {
      section("section-" + headings, heading.text(), heading.level() == 1 ? "page" : "auto");
      return;
    }
    out.element(
        "fo:block",
        heading.text(),
        "id",
        "section-" + headings,
        "role",
        "H3",
        "font-weight",
        "bold",
        "font-size",
        "11.5pt",
        "space-before",
        "14pt",
        "space-after",
        "4pt",
        "keep-with-next.within-page",
        "always");
  }

  private void section(String id, String text, String before) {
    out.element(
        "fo:block",
        LongWords.breakable(text),
        "id",
        id,
        "role",
        "H2",
        "break-before",
        before,
        "font-weight",
        "bold",
        "font-size",
        "14pt",
        "border-top",
        "0.5pt solid #c9cdd3",
        "padding-top",
        "7pt",
        "space-before",
        "20pt",
        "space-before.conditionality",
        "discard",
        "space-after",
        "7pt",
        "keep-with-next.within-page",
        "always");
  }

  private void lead(Block.Lead lead) {
    out.open(
        "fo:block",
        "border-top",
        "1.5pt solid " + INK,
        "border-bottom",
        "0.75pt solid " + INK,
        "padding-top",
        "7pt",
        "padding-bottom",
        "6pt",
        "space-before",
        "12pt",
        "space-after",
        "12pt",
        "keep-together.within-page",
        "always");
    out.open("fo:block", "space-after", "5pt", "font-size", "11pt");
    out.element("fo:inline", "Primary result.", "font-weight", "bold");
    out.text(" " + LongWords.breakable(lead.title())).close();
    for (Fact fact : lead.facts()) {
      pair(fact.label(), fact.number().text(), "95mm", "11.5pt");
    }
    out.close();
  }

  /// A label and, in a column of its own, what it says.
  private void pair(String label, String text, String width, String size) {
    boolean number = !size.isEmpty();
    out.open(
        "fo:list-block",
        "provisional-distance-between-starts",
        width,
        "provisional-label-separation",
        "4mm",
        "space-after",
        "2pt");
    out.open("fo:list-item", "relative-align", "baseline");
    out.open("fo:list-item-label", "end-indent", "label-end()");
    out.element(
        "fo:block",
        LongWords.breakable(label),
        "font-family",
        SANS,
        "font-size",
        number ? "9pt" : "8.5pt",
        "color",
        QUIET);
    out.close();
    out.open("fo:list-item-body", "start-indent", "body-start()");
    if (number) {
      out.element("fo:block", text, "font-weight", "bold", "font-size", size);
    } else {
      out.element("fo:block", LongWords.breakable(text), "font-family", SANS, "font-size", "8.5pt");
    }
    out.close().close().close();
  }

  private void notice(Block.Notice notice) {
    boolean warning = notice.tone() == Tone.WARNING;
    out.open(
        "fo:block",
        "font-family",
        SANS,
        "font-size",
        "9pt",
        "margin-left",
        "0pt",
        "margin-right",
        "0pt",
        "border-left",
        "2.25pt solid " + (warning ? WARN : ACCENT),
        "background-color",
        warning ? "#fdf5e7" : "#f1f3f6",
        "padding",
        "5pt 8pt 5pt 9pt",
        "space-before",
        "8pt",
        "space-after",
        "12pt",
        "keep-together.within-page",
        "always");
    out.element("fo:inline", warning ? "Warning." : "Note.", "font-weight", "bold");
    out.text(" " + LongWords.breakable(CsvRenderer.plain(notice.content())));
    out.close();
  }

  private void entry(Entry entry) {
    out.open("fo:block", "space-before", "7pt", "keep-together.within-page", "always");
    out.element("fo:block", LongWords.breakable(entry.term()), "font-weight", "bold");
    for (int i = 0; i < entry.lines().size(); i++) {
      String line = LongWords.breakable(entry.lines().get(i));
      if (i == 0) {
        out.element("fo:block", line);
      } else {
        out.element("fo:block", line, "font-family", SANS, "font-size", "8pt", "color", QUIET);
      }
    }
    out.close();
  }

  private void imprint(List<Imprint> imprint) {
    out.open("fo:block", "keep-together.within-page", "always");
    section("imprint", "How this report was made", "auto");
    for (Imprint line : imprint) {
      pair(line.label(), line.text(), "35mm", "");
    }
    out.close();
  }
}
