// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.math.Accumulator;
import java.util.Arrays;

/// The conditional likelihood of matched sets, its score and information.
///
/// A set of n rows with m cases contributes \\(\sum_{cases} \eta - \ln \binom{n}{m} A(m, n)\\),
/// where A is the mean of \\(e^{\sum \eta}\\) over all choices of m rows. It grows row by row:
/// \\(A(m, n) = \frac{n-m}{n} A(m, n-1) + \frac{m}{n} e^{\eta_n} A(m-1, n-1)\\), and its
/// derivatives with it. Means instead of sums keep it from overflowing.
///
/// Source: Gail, Lubin & Rubinstein 1981, Biometrika 68:703; Efron 1977, J Am Stat Assoc 72:557;
/// Breslow 1974, Biometrics 30:89.
final class ConditionalKernel implements Likelihood.Kernel {
  private final Columns x;
  private final MatchedSets sets;
  private final Ties ties;
  private final double origin;
  private final double[] eta;
  private final double[] row;
  private final double[] sorted;
  private final double[] mean;
  private final double[] all;
  private final double[] tied;
  private final double[] level;
  private Accumulator value = new Accumulator();

  ConditionalKernel(Columns x, MatchedSets sets, Ties ties, double origin) {
    this.x = x;
    this.sets = sets;
    this.ties = ties;
    this.origin = origin;
    int most = 1;
    for (int s = 0; s < sets.informative(); s++) {
      most = Math.max(most, sets.cases(s));
    }
    eta = new double[x.rows];
    row = new double[x.size];
    sorted = new double[x.rows];
    mean = new double[x.size];
    all = new double[block()];
    tied = new double[block()];
    level = new double[ties == Ties.EXACT && most > 1 ? (most + 1) * block() : 0];
  }

  /// Returns the length of a sum with its first and second derivatives.
  private int block() {
    return 1 + x.size + x.size * x.size;
  }

  @Override
  public int size() {
    return x.size;
  }

  @Override
  public double evaluate(double[] at, double[] gradient, double[] information) {
    Products.predictor(x, at, eta);
    Arrays.fill(gradient, 0);
    Arrays.fill(information, 0, x.size * x.size, 0);
    value = new Accumulator(-origin);
    for (int s = 0; s < sets.informative(); s++) {
      int from = sets.start(s);
      int to = sets.start(s + 1);
      int m = sets.cases(s);
      for (int i = from; i < from + m; i++) {
        load(i);
        value.add(eta[i]);
        for (int j = 0; j < x.size; j++) {
          gradient[j] += row[j];
        }
      }
      if (m == 1 || ties != Ties.EXACT) {
        together(from, to, m, gradient, information);
      } else {
        recursion(from, to, m, gradient, information);
      }
    }
    return value.value();
  }

  private void load(int i) {
    for (int j = 0; j < x.size; j++) {
      row[j] = x.values[j][i];
    }
  }

  /// A single case, or an approximation: the cases leave a sum over the set one after the other.
  private void together(int from, int to, int m, double[] gradient, double[] information) {
    double shift = Double.NEGATIVE_INFINITY;
    for (int i = from; i < to; i++) {
      shift = Math.max(shift, eta[i]);
    }
    Arrays.fill(all, 0);
    Arrays.fill(tied, 0);
    for (int i = from; i < to; i++) {
      load(i);
      double e = Math.exp(eta[i] - shift);
      addRow(all, 0, e);
      if (ties == Ties.EFRON && i < from + m) {
        addRow(tied, 0, e);
      }
    }
    for (int l = 0; l < m; l++) {
      double share = ties == Ties.EFRON ? l / (double) m : 0;
      if (share > 0) {
        for (int k = 0; k < all.length; k++) {
          all[k] -= tied[k] / m;
        }
      }
      value.add(-shift);
      take(all, 0, gradient, information);
    }
  }

  /// Adds a row to a sum: \\(e\\), \\(e x\\), \\(e x x^T\\) (lower triangle).
  private void addRow(double[] sum, int at, double e) {
    sum[at] += e;
    int square = at + 1 + x.size;
    for (int j = 0; j < x.size; j++) {
      double ex = e * row[j];
      sum[at + 1 + j] += ex;
      for (int k = j; k < x.size; k++) {
        sum[square + k + j * x.size] += ex * row[k];
      }
    }
  }

  /// Takes the logarithm of a sum and its derivatives from the totals.
  private void take(double[] sum, int at, double[] gradient, double[] information) {
    double total = sum[at];
    value.add(-Math.log(total));
    int square = at + 1 + x.size;
    for (int j = 0; j < x.size; j++) {
      mean[j] = sum[at + 1 + j] / total;
      gradient[j] -= mean[j];
    }
    for (int j = 0; j < x.size; j++) {
      for (int k = j; k < x.size; k++) {
        information[k + j * x.size] += sum[square + k + j * x.size] / total - mean[j] * mean[k];
      }
    }
  }

  /// The exact recursion, shifted so that the m-th largest predictor is 0.
  private void recursion(int from, int to, int m, double[] gradient, double[] information) {
    int rows = to - from;
    System.arraycopy(eta, from, sorted, 0, rows);
    Arrays.sort(sorted, 0, rows);
    double shift = sorted[rows - m];
    int block = block();
    Arrays.fill(level, 0, (m + 1) * block, 0);
    level[0] = 1;
    for (int i = from; i < to; i++) {
      load(i);
      double e = Math.exp(eta[i] - shift);
      int n = i - from + 1;
      for (int k = Math.min(m, n); k > 0; k--) {
        grow(k * block, (k - 1) * block, (n - k) / (double) n, k * e / n);
      }
    }
    value.add(-m * shift);
    double subsets = 1;
    for (int k = 1; k <= m; k++) {
      subsets *= (rows - m + k) / (double) k;
      if (subsets > 1e200) {
        value.add(-Math.log(subsets));
        subsets = 1;
      }
    }
    value.add(-Math.log(subsets));
    take(level, m * block, gradient, information);
  }

  /// Replaces the sum at `to` by \\(a\,S_{to} + b\,(S_{from} \text{ with the row})\\).
  private void grow(int to, int from, double a, double b) {
    int size = x.size;
    int squareTo = to + 1 + size;
    int squareFrom = from + 1 + size;
    for (int j = 0; j < size; j++) {
      double xj = row[j];
      double first = level[from + 1 + j];
      for (int k = j; k < size; k++) {
        int place = k + j * size;
        double second =
            level[squareFrom + place]
                + xj * level[from + 1 + k]
                + row[k] * (first + xj * level[from]);
        level[squareTo + place] = a * level[squareTo + place] + b * second;
      }
    }
    for (int j = 0; j < size; j++) {
      double first = level[from + 1 + j] + row[j] * level[from];
      level[to + 1 + j] = a * level[to + 1 + j] + b * first;
    }
    level[to] = a * level[to] + b * level[from];
  }

  @Override
  public void fisher(double[] at, double[] information) {
    evaluate(at, new double[x.size], information);
  }

  @Override
  public double plainValue(double[] at) {
    return evaluate(at, new double[x.size], new double[x.size * x.size]) + origin;
  }
}
