// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.math.Cholesky;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Finds the columns that are linear combinations of those before them.
///
/// Columns are taken in their order, as R does: of two that say the same, the later is aliased. A
/// first look at the Gram matrix settles most designs; a pivot that it leaves in doubt is decided
/// by orthogonalising twice (Gram-Schmidt, "twice is enough": Giraud, Langou & Rozloznik 2005,
/// Comput Math Appl 50:1069).
final class Aliasing {
  /// A share of a column's squared length that is surely more than rounding.
  private static final double SURE = 1e-4;

  /// The share of a column's length below which nothing of its own is left.
  private static final double NOTHING = 1e-10;

  private Aliasing() {}

  /// Says for every column whether it adds nothing to those before it.
  static boolean[] find(Columns x) {
    boolean[] aliased = new boolean[x.size];
    return surelyFull(x) ? aliased : carefully(x, aliased);
  }

  /// Returns the names of the aliased columns.
  static List<String> names(Design design, boolean[] aliased) {
    List<String> names = design.columnNames();
    return IntStream.range(0, aliased.length).filter(j -> aliased[j]).mapToObj(names::get).toList();
  }

  private static boolean surelyFull(Columns x) {
    int size = x.size;
    double[] gram = new double[size * size];
    double[] ones = new double[x.rows];
    Arrays.fill(ones, 1);
    Products.crossed(x, ones, new double[x.rows], gram);
    double[] squares = new double[size];
    for (int j = 0; j < size; j++) {
      squares[j] = gram[j + j * size];
    }
    if (Cholesky.factor(gram, size) < size) {
      return false;
    }
    for (int j = 0; j < size; j++) {
      double pivot = gram[j + j * size];
      if (!(pivot * pivot > SURE * squares[j])) {
        return false;
      }
    }
    return true;
  }

  private static boolean[] carefully(Columns x, boolean[] aliased) {
    int rows = x.rows;
    double[] basis = new double[rows * x.size];
    int count = 0;
    double[] rest = new double[rows];
    for (int j = 0; j < x.size; j++) {
      System.arraycopy(x.values[j], 0, rest, 0, rows);
      double before = Math.sqrt(dot(rest, 0, rest, 0, rows));
      for (int pass = 0; pass < 2; pass++) {
        for (int k = 0; k < count; k++) {
          double share = dot(basis, k * rows, rest, 0, rows);
          for (int i = 0; i < rows; i++) {
            rest[i] -= share * basis[i + k * rows];
          }
        }
      }
      double left = Math.sqrt(dot(rest, 0, rest, 0, rows));
      double rounding = 64 * Math.ulp(1.0) * Math.abs(x.centre(j)) * x.scale(j);
      aliased[j] = !(left > Math.max(NOTHING, rounding) * before);
      if (!aliased[j]) {
        for (int i = 0; i < rows; i++) {
          basis[i + count * rows] = rest[i] / left;
        }
        count++;
      }
    }
    return aliased;
  }

  private static double dot(double[] a, int fromA, double[] b, int fromB, int length) {
    double sum = 0;
    for (int i = 0; i < length; i++) {
      sum += a[fromA + i] * b[fromB + i];
    }
    return sum;
  }
}
