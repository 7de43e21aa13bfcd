// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.math.Accumulator;
import casebook.stats.math.InnerProducts;
import casebook.stats.math.Matrix;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The columns of a design as the kernels want them: rows of weight 0 left out, centred where there
/// is an intercept to take up the centres, and scaled by powers of two (which costs no digit).
///
/// A column is \\(z = (x - c) s\\); a coefficient \\(\gamma\\) of z is \\(\beta = \gamma s\\) of x,
/// and the intercept becomes \\(\gamma_0 - \sum \beta_j c_j\\).
public final class Columns {
  final int rows;
  final int size;

  /// Column by column; read only.
  final double[][] values;

  /// One for each row, or empty when each row is one person.
  final double[] frequencies;

  /// One for each row, or empty.
  final double[] offset;

  /// The column of the design behind each column.
  final int[] kept;

  /// The row of the design behind each row.
  final int[] places;

  private final double[] centre;
  private final double[] scale;
  private final boolean centred;

  private Columns(
      int[] places,
      int[] kept,
      double[][] values,
      double[][] perRow,
      double[][] standard,
      boolean centred) {
    this.places = places;
    this.kept = kept;
    rows = places.length;
    size = kept.length;
    this.values = values;
    frequencies = perRow[0];
    offset = perRow[1];
    centre = standard[0];
    scale = standard[1];
    this.centred = centred;
  }

  /// Takes the columns of a design, centred when its first column is all ones.
  static Columns of(Design design) {
    return of(design, hasOnes(design));
  }

  /// Takes the columns of a design that will be fitted within sets, where centring is free.
  public static Columns withinSets(Design design) {
    return of(design, true);
  }

  private static boolean hasOnes(Design design) {
    if (design.columns() == 0) {
      return false;
    }
    for (double value : design.values(0)) {
      if (value != 1) {
        return false;
      }
    }
    return true;
  }

  private static Columns of(Design design, boolean centred) {
    int[] places = places(design);
    int size = design.columns();
    double[][] values = new double[size][];
    double[][] perRow = {{}, {}};
    double[][] standard = {new double[size], new double[size]};
    boolean ones = hasOnes(design);
    for (int j = 0; j < size; j++) {
      double[] column = pick(design.values(j), places);
      standardise(column, centred && !(ones && j == 0), j, standard);
      values[j] = column;
    }
    if (design.hasFrequencies()) {
      perRow[0] = Arrays.stream(places).mapToDouble(design::frequency).toArray();
    }
    if (design.hasOffset()) {
      perRow[1] = Arrays.stream(places).mapToDouble(design::offset).toArray();
    }
    int[] kept = IntStream.range(0, size).toArray();
    return new Columns(places, kept, values, perRow, standard, centred);
  }

  /// Returns the rows that count.
  private static int[] places(Design design) {
    int[] all = new int[design.rows()];
    int count = 0;
    for (int i = 0; i < all.length; i++) {
      if (design.frequency(i) > 0) {
        all[count++] = i;
      }
    }
    return count == all.length ? all : Arrays.copyOf(all, count);
  }

  /// Centres and scales a column in place and notes how. A constant column is left as it is.
  private static void standardise(double[] column, boolean move, int j, double[][] standard) {
    boolean varies = varies(column);
    if (move && !varies) {
      standard[1][j] = 1;
      return;
    }
    if (move) {
      double centre = column[0] + InnerProducts.sumBeyond(column, column[0]) / column.length;
      standard[0][j] = centre;
      for (int i = 0; i < column.length; i++) {
        column[i] -= centre;
      }
    }
    double spread = Math.sqrt(InnerProducts.dot(column, column) / column.length);
    boolean scalable = spread > 0 && spread < Double.POSITIVE_INFINITY;
    double scale = scalable ? Math.scalb(1.0, -Math.getExponent(spread)) : 1;
    standard[1][j] = scale;
    for (int i = 0; i < column.length; i++) {
      column[i] *= scale;
    }
  }

  private static boolean varies(double[] column) {
    for (double value : column) {
      if (value != column[0]) {
        return true;
      }
    }
    return false;
  }

  /// Returns the same columns without some of them.
  Columns without(boolean[] dropped) {
    int[] left = IntStream.range(0, size).filter(j -> !dropped[j]).toArray();
    if (left.length == size) {
      return this;
    }
    double[][] some = Arrays.stream(left).mapToObj(j -> values[j]).toArray(double[][]::new);
    double[][] perRow = {frequencies, offset};
    double[][] standard = {
      Arrays.stream(left).mapToDouble(j -> centre[j]).toArray(),
      Arrays.stream(left).mapToDouble(j -> scale[j]).toArray()
    };
    int[] designColumns = Arrays.stream(left).map(j -> kept[j]).toArray();
    return new Columns(places, designColumns, some, perRow, standard, centred);
  }

  /// Returns the same columns, scaled but not centred, for a question about the intercept itself.
  Columns uncentred(Design design) {
    boolean[] dropped = new boolean[design.columns()];
    Arrays.fill(dropped, true);
    for (int j : kept) {
      dropped[j] = false;
    }
    return of(design, false).without(dropped);
  }

  /// Returns the number of rows.
  public int rows() {
    return rows;
  }

  /// Returns the number of columns.
  public int size() {
    return size;
  }

  /// Returns one value.
  public double at(int row, int column) {
    return values[column][row];
  }

  /// Says whether the first column is an intercept that has taken up the centres of the others.
  boolean centredOnIntercept() {
    return centred && size > 0 && kept[0] == 0 && isOnes();
  }

  /// Says whether the first column is all ones.
  boolean isOnes() {
    for (int i = 0; size > 0 && i < rows; i++) {
      if (values[0][i] != 1) {
        return false;
      }
    }
    return size > 0;
  }

  /// Returns the scale of a column.
  double scale(int column) {
    return scale[column];
  }

  /// Returns the centre of a column.
  double centre(int column) {
    return centre[column];
  }

  /// Returns the sum of the logarithms of all scales: half the logarithm of the determinant by
  /// which information grows from these columns to those of the design.
  public double lnScales() {
    double sum = 0;
    for (double s : scale) {
      sum += Math.log(s);
    }
    return sum;
  }

  /// Turns coefficients of these columns into coefficients of the design's.
  double[] natural(double[] gamma) {
    double[] beta = new double[size];
    for (int j = 0; j < size; j++) {
      beta[j] = gamma[j] * scale[j];
    }
    if (centredOnIntercept()) {
      Accumulator intercept = new Accumulator(gamma[0]);
      for (int j = 1; j < size; j++) {
        intercept.addProduct(-beta[j], centre[j]);
      }
      beta[0] = intercept.value();
    }
    return beta;
  }

  /// Turns the covariance of coefficients of these columns into that of the design's.
  ///
  /// @param covariance column-major, both triangles
  Matrix natural(Matrix covariance) {
    double[] result = new double[size * size];
    for (int j = 0; j < size; j++) {
      for (int i = 0; i < size; i++) {
        result[i + j * size] = covariance.at(i, j) * scale[i] * scale[j];
      }
    }
    if (centredOnIntercept()) {
      moveIntercept(result);
    }
    return Matrix.of(size, size, result);
  }

  private void moveIntercept(double[] v) {
    double[] first = new double[size];
    Accumulator variance = new Accumulator(v[0]);
    for (int i = 1; i < size; i++) {
      Accumulator covariance = new Accumulator(v[i]);
      for (int j = 1; j < size; j++) {
        covariance.addProduct(-centre[j], v[i + j * size]);
      }
      first[i] = covariance.value();
      variance.addProduct(-centre[i], v[i]);
      variance.addProduct(-centre[i], first[i]);
    }
    for (int i = 1; i < size; i++) {
      v[i] = first[i];
      v[i * size] = first[i];
    }
    v[0] = variance.value();
  }

  /// Picks the values that belong to the rows used here.
  double[] pick(double[] perDesignRow) {
    return pick(perDesignRow, places);
  }

  private static double[] pick(double[] perDesignRow, int[] places) {
    if (places.length == perDesignRow.length) {
      return perDesignRow.clone();
    }
    double[] picked = new double[places.length];
    for (int i = 0; i < picked.length; i++) {
      picked[i] = perDesignRow[places[i]];
    }
    return picked;
  }

  double frequency(int row) {
    return frequencies.length == 0 ? 1 : frequencies[row];
  }
}
