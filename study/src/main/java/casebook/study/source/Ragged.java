// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import java.util.List;

/// Says what may be wrong with a row that has more or fewer fields than the header.
final class Ragged {
  private static final List<Character> SEPARATORS = List.of(';', ',', '\t', '|');

  private Ragged() {}

  static Flaw flaw(TextRow row, int headers, char separator) {
    int fields = row.cells().size();
    for (char other : SEPARATORS) {
      long others =
          row.cells().stream()
              .mapToLong(cell -> cell.text().chars().filter(c -> c == other).count())
              .sum();
      if (other != separator && others > 0 && fields + others == headers) {
        return Flaw.error(
            "data/mixed-separators",
            "The row is separated by "
                + named(other)
                + " and the header by "
                + named(separator)
                + ".",
            "Export the file again with one separator.");
      }
    }
    return Flaw.error(
        "data/ragged-row",
        "The row has " + counted(fields) + "; the header has " + counted(headers) + ".",
        fields > headers
            ? "Put a text that holds the separator between quotes."
            : "Add the separators of empty fields.");
  }

  private static String counted(int fields) {
    return fields == 1 ? "1 field" : fields + " fields";
  }

  /// A separator in words.
  static String named(char separator) {
    return switch (separator) {
      case '\t' -> "tabs";
      case ';' -> "semicolons";
      case ',' -> "commas";
      default -> "`" + separator + "`";
    };
  }
}
