// SPDX-License-Identifier: Apache-2.0
package casebook.stats.math;

/// Inner products for the kernels of the fits, fast and always in the same order: several sums that
/// do not wait for each other, joined by a fixed tree.
///
/// Not compensated: the error is at most about n / 8 units in the last place of the sum of absolute
/// products. Where that is too much there is [Sums]. NaN and infinities go through.
///
/// Source: Higham 2002, Accuracy and Stability of Numerical Algorithms, 2nd ed., section 4.2.
public final class InnerProducts {
  private InnerProducts() {}

  /// Writes the inner products of an array with some columns.
  ///
  /// Eight columns are multiplied at a time: each needs its own sum, and eight sums keep the
  /// machine busy where one would wait for itself. That is what makes this kernel long.
  ///
  /// @param a the array
  /// @param columns the columns, each of the same length
  /// @param first the first of those wanted; all that follow are
  /// @param result receives the product of column k at `at + k`
  /// @param at where the result begins
  public static void dots(double[] a, double[][] columns, int first, double[] result, int at) {
    int k = first;
    for (; k + 7 < columns.length; k += 8) {
      double[] c0 = columns[k];
      double[] c1 = columns[k + 1];
      double[] c2 = columns[k + 2];
      double[] c3 = columns[k + 3];
      double[] c4 = columns[k + 4];
      double[] c5 = columns[k + 5];
      double[] c6 = columns[k + 6];
      double[] c7 = columns[k + 7];
      double s0 = 0;
      double s1 = 0;
      double s2 = 0;
      double s3 = 0;
      double s4 = 0;
      double s5 = 0;
      double s6 = 0;
      double s7 = 0;
      for (int i = 0; i < a.length; i++) {
        double v = a[i];
        s0 = Math.fma(v, c0[i], s0);
        s1 = Math.fma(v, c1[i], s1);
        s2 = Math.fma(v, c2[i], s2);
        s3 = Math.fma(v, c3[i], s3);
        s4 = Math.fma(v, c4[i], s4);
        s5 = Math.fma(v, c5[i], s5);
        s6 = Math.fma(v, c6[i], s6);
        s7 = Math.fma(v, c7[i], s7);
      }
      result[at + k] = s0;
      result[at + k + 1] = s1;
      result[at + k + 2] = s2;
      result[at + k + 3] = s3;
      result[at + k + 4] = s4;
      result[at + k + 5] = s5;
      result[at + k + 6] = s6;
      result[at + k + 7] = s7;
    }
    for (; k + 3 < columns.length; k += 4) {
      four(a, columns, k, result, at);
    }
    for (; k < columns.length; k++) {
      result[at + k] = dot(a, columns[k]);
    }
  }

  /// Four columns, each in two interleaved sums.
  private static void four(double[] a, double[][] columns, int k, double[] result, int at) {
    double[] c0 = columns[k];
    double[] c1 = columns[k + 1];
    double[] c2 = columns[k + 2];
    double[] c3 = columns[k + 3];
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double t0 = 0;
    double t1 = 0;
    double t2 = 0;
    double t3 = 0;
    int i = 0;
    for (; i + 1 < a.length; i += 2) {
      double v = a[i];
      double w = a[i + 1];
      s0 = Math.fma(v, c0[i], s0);
      s1 = Math.fma(v, c1[i], s1);
      s2 = Math.fma(v, c2[i], s2);
      s3 = Math.fma(v, c3[i], s3);
      t0 = Math.fma(w, c0[i + 1], t0);
      t1 = Math.fma(w, c1[i + 1], t1);
      t2 = Math.fma(w, c2[i + 1], t2);
      t3 = Math.fma(w, c3[i + 1], t3);
    }
    if (i < a.length) {
      s0 = Math.fma(a[i], c0[i], s0);
      s1 = Math.fma(a[i], c1[i], s1);
      s2 = Math.fma(a[i], c2[i], s2);
      s3 = Math.fma(a[i], c3[i], s3);
    }
    result[at + k] = s0 + t0;
    result[at + k + 1] = s1 + t1;
    result[at + k + 2] = s2 + t2;
    result[at + k + 3] = s3 + t3;
  }

  /// Returns the inner product of two arrays, in eight interleaved sums.
  ///
  /// @param a the one
  /// @param b the other, at least as long as `a`
  public static double dot(double[] a, double[] b) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    double s5 = 0;
    double s6 = 0;
    double s7 = 0;
    int i = 0;
    for (; i + 7 < a.length; i += 8) {
      s0 = Math.fma(a[i], b[i], s0);
      s1 = Math.fma(a[i + 1], b[i + 1], s1);
      s2 = Math.fma(a[i + 2], b[i + 2], s2);
      s3 = Math.fma(a[i + 3], b[i + 3], s3);
      s4 = Math.fma(a[i + 4], b[i + 4], s4);
      s5 = Math.fma(a[i + 5], b[i + 5], s5);
      s6 = Math.fma(a[i + 6], b[i + 6], s6);
      s7 = Math.fma(a[i + 7], b[i + 7], s7);
    }
    for (; i < a.length; i++) {
      s0 = Math.fma(a[i], b[i], s0);
    }
    return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
  }

  /// Returns the sum of what the elements of an array exceed a number by, in four interleaved sums.
  public static double sumBeyond(double[] a, double number) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < a.length; i += 4) {
      s0 += a[i] - number;
      s1 += a[i + 1] - number;
      s2 += a[i + 2] - number;
      s3 += a[i + 3] - number;
    }
    for (; i < a.length; i++) {
      s0 += a[i] - number;
    }
    return (s0 + s1) + (s2 + s3);
  }
}
