// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import java.util.ArrayDeque;
import java.util.Deque;

/// Writes HTML or XML element by element; every text and attribute is escaped here and nowhere
/// else.
final class Markup {
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /// Opens an element.
  ///
  /// @param attributes name, value, name, value; an empty value of `class` or `id` is left out
  Markup open(String element, String... attributes) {
    start(element, attributes);
    out.append('>');
    open.push(element);
    return this;
  }

  /// Closes the element that was opened last.
  Markup close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /// An element that has no content: `<line .../>`.
  Markup empty(String element, String... attributes) {
    start(element, attributes);
    out.append("/>");
    return this;
  }

  /// An element with a text.
  Markup element(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close();
  }

  /// A text.
  Markup text(String text) {
    escape(text);
    return this;
  }

  /// A new line, for those who read the source.
  Markup line() {
    out.append('\n');
    return this;
  }

  /// Text that is already markup and comes from this program, never from a user.
  Markup own(String markup) {
    out.append(markup);
    return this;
  }

  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("still open: " + open);
    }
    return out.toString();
  }

  private void start(String element, String... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      String name = attributes[i];
      String value = attributes[i + 1];
      if (!value.isEmpty() || !(name.equals("class") || name.equals("id"))) {
        out.append(' ').append(name).append("=\"");
        escape(value);
        out.append('"');
      }
    }
  }

  /// Characters with a meaning in markup as references; control characters that XML forbids as
  /// U+FFFD. What stands between them is copied as a whole.
  static String escaped(String text) {
    Markup markup = new Markup();
    markup.escape(text);
    return markup.toString();
  }

  private void escape(String text) {
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      String instead = instead(text.charAt(i));
      if (!instead.isEmpty()) {
        out.append(text, from, i).append(instead);
        from = i + 1;
      }
    }
    out.append(text, from, text.length());
  }

  /// What is written instead of a character; empty for the character itself.
  private static String instead(char c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      default -> forbidden(c) ? "\uFFFD" : "";
    };
  }

  /// A text without control characters that XML forbids.
  static String allowed(String text) {
    StringBuilder out = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      if (forbidden(text.charAt(i))) {
        out.setCharAt(i, '\uFFFD');
      }
    }
    return out.toString();
  }

  private static boolean forbidden(char c) {
    boolean low = c < ' ' && c != '\n' && c != '\t';
    boolean high = c >= 0x7F && c < 0xA0;
    return low || high || c == 0xFFFE || c == 0xFFFF;
  }
}
