// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import casebook.study.report.Document.Inline;
import java.util.List;

/// Pieces of a page that tables, notices and figures share.
final class HtmlText {
  private HtmlText() {}

  /// Text and numbers; a number is a button that opens its explanation.
  static void inlines(Markup out, List<Inline> content) {
    for (Inline inline : content) {
      switch (inline) {
        case Inline.Text text -> out.text(text.text());
        case Inline.Link link -> out.element("a", link.text(), "href", "#" + link.place());
        case Inline.Printed number ->
            out.element(
                "button",
                number.text(),
                "type",
                "button",
                "class",
                "n",
                "popovertarget",
                number.address());
      }
    }
  }

  /// A caption whose number stands out.
  static void caption(Markup out, String element, String caption, String id) {
    int end = caption.indexOf(". ");
    out.open(element, "id", id);
    if (end > 0) {
      out.element("b", caption.substring(0, end + 1)).text(caption.substring(end + 1));
    } else {
      out.text(caption);
    }
    out.close();
  }
}
