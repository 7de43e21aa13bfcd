// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

/// Words too long for a line, such as digests.
final class LongWords {
  private static final int LONG = 40;
  private static final int EVERY = 20;

  private LongWords() {}

  /// The text with places, of no width, where a long word may break.
  static String breakable(String text) {
    StringBuilder out = new StringBuilder();
    for (String word : text.split("(?<= )", -1)) {
      boolean tooLong = word.length() > LONG;
      out.append(tooLong ? word.replaceAll("(.{" + EVERY + "})", "$1\u200B") : word);
    }
    return out.toString();
  }
}
