// SPDX-License-Identifier: Apache-2.0
package casebook.bench.score;

import casebook.stats.regress.Design;
import java.util.Arrays;

/// The designs of cases that give columns of numbers.
final class ModelMatrix {
  private ModelMatrix() {}

  /// The design of `X` and `freq`: a first column of ones is the intercept, rows without `freq`
  /// count once.
  static Design of(Json input) {
    double[][] rows = input.at("X").rows();
    boolean intercept = Arrays.stream(rows).allMatch(row -> row[0] == 1);
    Design design =
        intercept ? Design.withIntercept(rows.length) : Design.withoutIntercept(rows.length);
    design = withColumns(design, rows, intercept ? 1 : 0);
    return input.has("freq") ? design.withFrequencies(input.at("freq").numbers()) : design;
  }

  /// Adds the columns of a matrix from one on, named `x1`, `x2` and so on by their place.
  static Design withColumns(Design design, double[][] rows, int from) {
    Design wider = design;
    for (int j = from; j < rows[0].length; j++) {
      int column = j;
      wider = wider.and("x" + j, Arrays.stream(rows).mapToDouble(row -> row[column]).toArray());
    }
    return wider;
  }
}
