// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import casebook.study.report.Explanation;
import casebook.study.report.Explanation.Part;
import casebook.study.report.Explanation.Value;
import java.util.List;

/// Writes an explanation as a panel that the browser itself opens and closes.
final class HtmlExplanation {
  private HtmlExplanation() {}

  static void write(Markup out, Explanation explanation) {
    String id = explanation.address();
    out.open(
        "section",
        "popover",
        "auto",
        "id",
        id,
        "class",
        "explanation",
        "role",
        "dialog",
        "tabindex",
        "-1",
        "aria-label",
        explanation.title());
    out.open("div", "class", "top");
    out.element("h2", explanation.title());
    out.element(
        "button",
        "×",
        "type",
        "button",
        "class",
        "close",
        "popovertarget",
        id,
        "popovertargetaction",
        "hide",
        "aria-label",
        "Close");
    out.close();
    out.element("p", explanation.printed(), "class", "printed");
    explanation.parts().forEach(part -> part(out, part));
    out.open("h3").text("Address").close().element("p", id, "class", "code");
    out.close().line();
  }

  private static void part(Markup out, Part part) {
    out.element("h3", part.label());
    switch (part) {
      case Part.Prose prose -> prose.lines().forEach(line -> out.element("p", line));
      case Part.Values values -> values(out, values.values());
      case Part.Grid grid -> grid(out, grid);
      case Part.Figure figure -> figure(out, figure);
      case Part.Quote quote -> {
        out.element("p", quote.place());
        if (!quote.text().isEmpty()) {
          out.open("pre").element("code", quote.text()).close();
        }
      }
    }
  }

  private static void figure(Markup out, Part.Figure figure) {
    out.open(
        "svg",
        "class",
        "drawing",
        "role",
        "img",
        "aria-label",
        figure.words(),
        "viewBox",
        SvgText.viewBox(figure.drawing()));
    new SvgText(false).shapes(out, figure.drawing());
    out.close();
  }

  private static void values(Markup out, List<Value> values) {
    out.open("dl");
    for (Value value : values) {
      out.element("dt", value.name()).open("dd");
      if (value.address().isEmpty()) {
        out.text(value.text());
      } else {
        out.element(
            "button",
            value.text(),
            "type",
            "button",
            "class",
            "n",
            "popovertarget",
            value.address());
      }
      out.close();
    }
    out.close();
  }

  private static void grid(Markup out, Part.Grid grid) {
    out.open("div", "class", "scroll").open("table").open("thead").open("tr");
    for (String head : grid.head()) {
      if (head.isEmpty()) {
        out.element("td", "");
      } else {
        out.element("th", head, "scope", "col");
      }
    }
    out.close().close().open("tbody");
    for (List<String> row : grid.rows()) {
      out.open("tr").element("th", row.getFirst(), "scope", "row");
      row.stream().skip(1).forEach(text -> out.element("td", text));
      out.close();
    }
    out.close().close().close();
  }
}
