// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import java.util.ArrayList;
import java.util.List;

/// A variable with levels, the first of which is the reference.
///
/// In a [Design] it gives one column for every other level (treatment contrasts): 1 where the row
/// has that level, else 0. Equals: R `contr.treatment`.
public final class Factor {
  private final List<String> levels;
  private final int[] codes;

  private Factor(List<String> levels, int[] codes) {
    this.levels = levels;
    this.codes = codes;
  }

  /// Makes a factor from the values themselves.
  ///
  /// @param values one level for each row; none missing
  /// @param levels the levels, the reference first, at least one, all different
  public static Factor of(List<String> values, List<String> levels) {
    int[] codes = new int[values.size()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = levels.indexOf(values.get(i));
      if (codes[i] < 0) {
        throw new IllegalArgumentException("row " + i + " has none of the levels " + levels);
      }
    }
    return of(codes, levels);
  }

  /// Makes a factor from the places of its levels.
  ///
  /// @param codes for each row the place of its level in `levels`, counted from 0
  /// @param levels the levels, the reference first, at least one, all different
  public static Factor of(int[] codes, List<String> levels) {
    if (levels.isEmpty() || levels.stream().distinct().count() < levels.size()) {
      throw new IllegalArgumentException("levels " + levels + " are not different names");
    }
    for (int i = 0; i < codes.length; i++) {
      if (codes[i] < 0 || codes[i] >= levels.size()) {
        throw new IllegalArgumentException(
            "row " + i + " has code " + codes[i] + "; there are " + levels.size() + " levels");
      }
    }
    return new Factor(List.copyOf(levels), codes.clone());
  }

  /// Returns the same factor with another level as reference; the others keep their order.
  public Factor withReference(String level) {
    int place = levels.indexOf(level);
    if (place < 0) {
      throw new IllegalArgumentException(level + " is none of the levels " + levels);
    }
    List<String> order = new ArrayList<>(levels);
    order.addFirst(order.remove(place));
    int[] moved = new int[codes.length];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = codes[i] == place ? 0 : codes[i] < place ? codes[i] + 1 : codes[i];
    }
    return new Factor(List.copyOf(order), moved);
  }

  /// Returns the levels, the reference first.
  public List<String> levels() {
    return levels;
  }

  /// Returns the number of rows.
  public int rows() {
    return codes.length;
  }

  /// Returns the column of one level: 1 where a row has it, else 0.
  double[] indicator(int level) {
    double[] column = new double[codes.length];
    for (int i = 0; i < column.length; i++) {
      column[i] = codes[i] == level ? 1 : 0;
    }
    return column;
  }
}
