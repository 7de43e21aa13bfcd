// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.math.Cholesky;
import casebook.stats.math.Maximum;

/// The proof that a logistic fit carries with it: that its data are not separated.
///
/// Let \\(\lambda_i = |y_i - p_i|\\), so that the score is \\(g = \sum f_i \lambda_i z_i\\). For a
/// direction d of length 1 along which no contribution falls, with margins \\(m_i = z_i^T d \ge
/// 0\\), \\(g^T d = \sum f_i \lambda_i m_i \ge \sum f_i p_i (1 - p_i) m_i^2 / \max m \ge 1 / (R
/// \operatorname{tr} I^{-1})\\) with R the longest row. A score shorter than that excludes every
/// such direction. The rounding of g is allowed for.
final class Overlap {
  private Overlap() {}

  /// Says whether the point reached proves that no direction separates the data.
  ///
  /// @param kernel the function, as the search for its maximum left it
  static boolean proven(Columns x, LogisticKernel kernel, Maximum reached) {
    int size = x.size;
    double[] factor = reached.information();
    if (!reached.outcome().usable() || Cholesky.factor(factor, size) < size) {
      return false;
    }
    double[] inverse = new double[size * size];
    Cholesky.inverse(factor, size, inverse);
    double trace = 0;
    double squares = 0;
    for (int j = 0; j < size; j++) {
      trace += inverse[j + j * size];
      squares += reached.gradient(j) * reached.gradient(j);
    }
    double[] lengths = new double[x.rows];
    for (int j = 0; j < size; j++) {
      for (int i = 0; i < x.rows; i++) {
        double value = x.values[j][i];
        lengths[i] += value * value;
      }
    }
    double longest = 0;
    double moments = 0;
    for (int i = 0; i < x.rows; i++) {
      longest = Math.max(longest, lengths[i]);
      moments += Math.abs(kernel.residual(i)) * Math.sqrt(lengths[i]);
    }
    double rounding = 4 * Math.ulp(1.0) * x.rows * moments;
    return (Math.sqrt(squares) + rounding) * Math.sqrt(longest) * trace < 0.5;
  }
}
