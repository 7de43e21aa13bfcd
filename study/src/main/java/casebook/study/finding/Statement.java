// SPDX-License-Identifier: Apache-2.0
package casebook.study.finding;

import java.util.List;

/// A sentence for the text of the paper. The numbers in it are printed by the report.
///
/// @param words with `{}` where a number stands
/// @param methods whether it belongs to the methods; else to the results
/// @param reference the papers behind it; may be empty
/// @param cells the numbers, one for each `{}`, in order
public record Statement(String words, boolean methods, String reference, List<Cell> cells) {
  /// What stands for a number.
  public static final String NUMBER = "{}";

  public Statement {
    cells = List.copyOf(cells);
    int places = words.split("\\{}", -1).length - 1;
    if (places != cells.size()) {
      throw new IllegalArgumentException(
          places + " places for " + cells.size() + " numbers: " + words);
    }
  }

  /// A sentence of the results.
  public static Statement of(String words, Cell... cells) {
    return new Statement(words, false, "", List.of(cells));
  }

  /// A sentence of the methods, without numbers.
  ///
  /// @param reference the papers behind it; may be empty
  public static Statement ofMethods(String words, String reference) {
    return new Statement(words, true, reference, List.of());
  }

  /// Where a table stands.
  ///
  /// @param section the heading of its section
  /// @param head what stands above the labels of its rows
  public record Place(String section, String head) {}
}
