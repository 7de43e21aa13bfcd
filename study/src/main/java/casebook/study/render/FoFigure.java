// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import casebook.study.report.Document.Block;

/// Writes a figure for pages: the drawing itself, its words for those who listen, its caption
/// below.
final class FoFigure {
  private FoFigure() {}

  static void write(Markup out, Block.Figure figure) {
    double width = Math.min(WordTable.WIDTH, figure.drawing().width());
    out.open(
        "fo:block",
        "id",
        figure.name(),
        "space-before",
        "12pt",
        "space-after",
        "14pt",
        "keep-together.within-page",
        "always");
    out.open("fo:block", "line-height", "1", "line-stacking-strategy", "max-height");
    out.open(
        "fo:instream-foreign-object",
        "content-width",
        SvgText.number(width) + "pt",
        "scaling",
        "uniform",
        "fox:alt-text",
        figure.alternative());
    String drawing = SvgRenderer.print(figure);
    out.own(drawing.substring(drawing.indexOf("<svg")));
    out.close().close();
    FoTable.caption(out, figure.caption(), "4pt", "2pt", "keep-with-previous.within-page");
    if (!figure.legend().isEmpty()) {
      out.element(
          "fo:block",
          LongWords.breakable(figure.legend()),
          "font-family",
          FoPaper.SANS,
          "font-size",
          "7.5pt",
          "line-height",
          "1.28",
          "color",
          "#3f444b");
    }
    out.close();
  }
}
