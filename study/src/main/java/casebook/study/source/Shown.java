// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// How texts from the data are shown in a problem.
final class Shown {
  private static final int WIDEST = 40;
  private static final int MOST_NAMES = 30;

  private Shown() {}

  /// The text between back-ticks, shortened; characters that cannot be seen become code points.
  static String text(String text) {
    int end =
        text.codePointCount(0, text.length()) > WIDEST
            ? text.offsetByCodePoints(0, WIDEST)
            : text.length();
    String visible =
        text.substring(0, end)
            .codePoints()
            .mapToObj(Shown::character)
            .collect(Collectors.joining());
    return "`" + visible + (end < text.length() ? "…" : "") + "`";
  }

  private static String character(int point) {
    int type = Character.getType(point);
    boolean visible =
        point == ' '
            || !(Character.isISOControl(point)
                || type == Character.FORMAT
                || type == Character.SPACE_SEPARATOR
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED);
    return visible ? Character.toString(point) : "<" + codePoint(point) + ">";
  }

  /// The code points of the characters outside ASCII, such as `U+0661 U+0662`.
  static String codePoints(String text) {
    return text.codePoints()
        .filter(point -> point > 0x7f)
        .limit(WIDEST)
        .mapToObj(Shown::codePoint)
        .collect(Collectors.joining(" "));
  }

  private static String codePoint(int point) {
    return String.format(Locale.ROOT, "U+%04X", point);
  }

  /// What to do about a cell that is no value and may mean missing.
  static String orMissing(String text) {
    return text.matches("[ -~&&[^\"\\\\]]{1,12}")
        ? "Correct the cell; if it means missing, write `missing: [\"" + text + "\"]`."
        : "Correct the cell.";
  }

  /// Names in a row, each between back-ticks; of a long list the first thirty and the count of the
  /// rest.
  static String names(List<String> names) {
    String first =
        names.stream().limit(MOST_NAMES).map(Shown::text).collect(Collectors.joining(", "));
    int rest = names.size() - MOST_NAMES;
    return rest > 0 ? first + " and " + rest + " more" : first;
  }
}
