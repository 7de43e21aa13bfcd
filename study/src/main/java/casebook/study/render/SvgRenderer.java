// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import casebook.study.report.Document;
import casebook.study.report.Document.Block;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Each figure as a file of its own, `figures/NAME.svg`, with a light style inside.
final class SvgRenderer implements Renderer {
  @Override
  public String format() {
    return "svg";
  }

  @Override
  public List<OutputFile> render(Document document) {
    List<OutputFile> files = new ArrayList<>();
    for (Block block : document.blocks()) {
      if (block instanceof Block.Figure figure) {
        byte[] bytes = text(figure).getBytes(StandardCharsets.UTF_8);
        files.add(new OutputFile("figures/" + figure.name() + ".svg", bytes));
      }
    }
    return files;
  }

  /// The figure as a file of its own.
  static String text(Block.Figure figure) {
    return text(figure, PageFile.read("figure.css"));
  }

  /// The figure for print, in the font that the program carries and in no other.
  static String print(Block.Figure figure) {
    String style = PageFile.read("figure.css");
    return text(
        figure,
        style
            .replaceFirst("font-family:[^;]*;", "font-family:'Liberation Sans';")
            .replace("font-weight:600", "font-weight:bold"));
  }

  private static String text(Block.Figure figure, String style) {
    Markup out = new Markup();
    out.own("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "role",
        "img",
        "aria-labelledby",
        "title description",
        "width",
        SvgText.number(figure.drawing().width()) + "pt",
        "height",
        SvgText.number(figure.drawing().height()) + "pt",
        "viewBox",
        SvgText.viewBox(figure.drawing()));
    out.line().element("title", figure.caption(), "id", "title").line();
    String words = (figure.alternative() + " " + figure.legend()).strip();
    out.element("desc", words, "id", "description").line();
    out.open("style").own(style).close().line();
    new SvgText(false).shapes(out, figure.drawing());
    return out.close().line().toString();
  }
}
