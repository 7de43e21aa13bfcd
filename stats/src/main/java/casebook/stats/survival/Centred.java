// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import casebook.stats.regress.Design;
import casebook.stats.regress.Term;

/// Covariates as differences from their means within strata, which is all a partial likelihood
/// sees.
final class Centred {
  private Centred() {}

  /// Returns the same columns, centred within strata; columns that do not vary within them become
  /// 0.
  static Design within(Design design, int[] strata) {
    int count = Groups.check(strata, design.rows());
    if (count == 1 && varies(design)) {
      return design; // one stratum: the columns of the fit are centred anyway
    }
    Design result = Design.withoutIntercept(design.rows());
    for (Term term : design.terms()) {
      for (int k = 0; k < term.size(); k++) {
        double[] column = column(design, term.first() + k, strata, count);
        result = result.and(term.columns().get(k), column);
      }
    }
    return result;
  }

  private static boolean varies(Design design) {
    for (int j = 0; j < design.columns(); j++) {
      int i = 1;
      while (i < design.rows() && design.at(i, j) == design.at(0, j)) {
        i++;
      }
      if (i >= design.rows()) {
        return false;
      }
    }
    return true;
  }

  private static double[] column(Design design, int column, int[] strata, int count) {
    double[] sum = new double[count];
    int[] rows = new int[count];
    double[] first = new double[count];
    boolean[] varies = new boolean[count];
    for (int i = 0; i < strata.length; i++) {
      int s = strata[i];
      double value = design.at(i, column);
      first[s] = rows[s] == 0 ? value : first[s];
      varies[s] |= value != first[s];
      sum[s] += value;
      rows[s]++;
    }
    double[] centred = new double[strata.length];
    for (int i = 0; i < strata.length; i++) {
      int s = strata[i];
      centred[i] = varies[s] ? design.at(i, column) - sum[s] / rows[s] : 0;
    }
    return centred;
  }
}
