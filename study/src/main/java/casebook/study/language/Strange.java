// SPDX-License-Identifier: Apache-2.0
package casebook.study.language;

import java.util.Locale;
import java.util.OptionalInt;

/// Letters that look like plain ones and are not: said with their code point, because they cannot
/// be seen.
public final class Strange {
  private Strange() {}

  /// A sentence on the first character that is not plain ASCII; empty when there is none.
  public static String letter(String text) {
    OptionalInt strange = text.codePoints().filter(c -> c > 126).findFirst();
    return strange.isEmpty() ? "" : "It holds " + named(strange.getAsInt()) + ".";
  }

  /// A character with its code point and name.
  static String named(int codePoint) {
    return String.format(
        Locale.ROOT,
        "`%s`, the character U+%04X (%s)",
        Character.toString(codePoint),
        codePoint,
        String.valueOf(Character.getName(codePoint)).toLowerCase(Locale.ROOT));
  }
}
