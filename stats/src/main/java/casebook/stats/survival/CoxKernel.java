// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import casebook.stats.math.Accumulator;
import casebook.stats.math.InnerProducts;
import casebook.stats.math.LogProduct;
import casebook.stats.regress.Columns;
import casebook.stats.regress.Likelihood;
import java.util.Arrays;

/// Cox's log partial likelihood with Efron's or Breslow's treatment of ties, its gradient and
/// information, in one sweep back through time and one forth.
///
/// At a time with d events, R and T are the sums of \\(w\\) and \\(wx\\), \\(w = e^{x^T b}\\), over
/// those at risk without the event and over the events. Step l sees \\(S = R + uT\\), \\(u = 1 -
/// l/d\\) (Breslow: u = 1). The information is the sum of \\(S_2 / S_0 - S_1 S_1^T / S_0^2\\) over
/// the steps. \\(S_2\\) is never formed: \\(\sum S_2 / S_0 = \sum_i w_i H_i x_i x_i^T\\), where
/// \\(H_i\\) is the cumulative hazard \\(\sum u_i / S_0\\) over the steps that see row i; and the
/// steps of one time share R and T, so that they cost a few numbers each.
final class CoxKernel implements Likelihood.Kernel {
  private final RiskSets sets;
  private final int size;
  private final boolean efron;
  private final double origin;
  private final double[][] x; // columns in the order of the risk sets
  private final double[] byRow; // the same row by row
  private final double[] eventSums; // of the columns over all events
  private final double[] weight;
  private final double[] work;
  private final double[] seen; // cumulative hazard of each position
  private final double[] hazard; // of each block: the sum of 1 / S0 over its steps
  private final double[] own; // of each block: what its events see of that
  private final double[] rest; // R of the block: w, then w x
  private final double[] tied; // T of the block
  private final double[] squares = new double[3]; // sums of u^k / S0^2 over the steps
  private final double[] products; // lower triangle, row by row

  CoxKernel(RiskSets sets, Columns columns, boolean efron, double origin) {
    this.sets = sets;
    this.efron = efron;
    this.origin = origin;
    size = columns.size();
    int rows = sets.rows();
    x = new double[size][rows];
    byRow = new double[rows * size];
    for (int j = 0; j < size; j++) {
      for (int position = 0; position < rows; position++) {
        double value = columns.at(sets.row(position), j);
        x[j][position] = value;
        byRow[position * size + j] = value;
      }
    }
    eventSums = new double[size];
    for (int block = 0; block < sets.blocks(); block++) {
      for (int i = sets.start(block); i < sets.start(block) + sets.events(block); i++) {
        for (int j = 0; j < size; j++) {
          eventSums[j] += x[j][i];
        }
      }
    }
    weight = new double[rows];
    work = new double[rows];
    seen = new double[rows];
    hazard = new double[sets.blocks()];
    own = new double[sets.blocks()];
    rest = new double[1 + size];
    tied = new double[1 + size];
    products = new double[size * (size + 1) / 2];
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public double evaluate(double[] at, double[] gradient, double[] information) {
    System.arraycopy(eventSums, 0, gradient, 0, size);
    Arrays.fill(products, 0);
    weigh(at);
    Accumulator loss = new Accumulator(origin);
    for (int j = 0; j < size; j++) {
      loss.addProduct(-at[j], eventSums[j]);
    }
    LogProduct totals = new LogProduct(loss);
    for (int block = 0; block < sets.blocks(); block++) {
      enter(block, totals, gradient);
    }
    expose();
    for (int i = 0; i < seen.length; i++) {
      seen[i] *= weight[i];
    }
    int place = 0;
    for (int j = 0; j < size; j++) {
      times(seen, x[j], work);
      for (int k = 0; k <= j; k++) {
        information[j + k * size] = products[place++] + InnerProducts.dot(work, x[k]);
      }
    }
    totals.finish();
    return -loss.value();
  }

  private void weigh(double[] at) {
    Arrays.fill(work, 0);
    for (int j = 0; j < size; j++) {
      add(at[j], x[j], work);
    }
    for (int i = 0; i < weight.length; i++) {
      weight[i] = Math.exp(work[i]);
    }
  }

  /// Brings the sums to the risk set of a block, and takes its steps; blocks come in their order.
  private void enter(int block, LogProduct totals, double[] gradient) {
    if (sets.opens(block)) {
      Arrays.fill(rest, 0);
    }
    int start = sets.start(block);
    int events = sets.events(block);
    for (int i = start + events; i < sets.end(block); i++) {
      add(rest, i, weight[i]);
    }
    for (int k = sets.leavingStart(block); k < sets.leavingEnd(block); k++) {
      add(rest, sets.leaving(k), -weight[sets.leaving(k)]);
    }
    if (events > 0) {
      Arrays.fill(tied, 0);
      for (int i = start; i < start + events; i++) {
        add(tied, i, weight[i]);
      }
      steps(block, events, totals);
      subtract(block, gradient);
      for (int j = 0; j <= size; j++) {
        rest[j] += tied[j];
      }
    } else {
      hazard[block] = 0;
      own[block] = 0;
    }
  }

  private void add(double[] sums, int position, double w) {
    int from = position * size;
    sums[0] += w;
    for (int j = 0; j < size; j++) {
      sums[1 + j] += w * byRow[from + j];
    }
  }

  private void steps(int block, int events, LogProduct totals) {
    double sum = 0;
    double seenByEvents = 0;
    Arrays.fill(squares, 0);
    for (int l = 0; l < events; l++) {
      double u = efron ? (events - l) / (double) events : 1;
      double total = rest[0] + u * tied[0];
      totals.times(total);
      double inverse = 1 / total;
      sum += inverse;
      seenByEvents += u * inverse;
      squares[0] += inverse * inverse;
      squares[1] += u * inverse * inverse;
      squares[2] += u * u * inverse * inverse;
    }
    hazard[block] = sum;
    own[block] = seenByEvents;
  }

  /// Takes the means of the steps from the gradient, and their products from the information.
  private void subtract(int block, double[] gradient) {
    int place = 0;
    for (int j = 0; j < size; j++) {
      double r = rest[1 + j];
      double t = tied[1 + j];
      gradient[j] -= hazard[block] * r + own[block] * t;
      double byRest = squares[0] * r + squares[1] * t;
      double byTied = squares[1] * r + squares[2] * t;
      for (int k = 0; k <= j; k++) {
        products[place++] -= byRest * rest[1 + k] + byTied * tied[1 + k];
      }
    }
  }

  /// Writes for each position the hazard that it was exposed to, from the earliest block on.
  private void expose() {
    Arrays.fill(seen, 0);
    double sum = 0;
    for (int block = sets.blocks() - 1; block >= 0; block--) {
      boolean last = block + 1 == sets.blocks() || sets.opens(block + 1);
      double before = last ? 0 : sum;
      sum = before + hazard[block];
      for (int k = sets.leavingStart(block); k < sets.leavingEnd(block); k++) {
        seen[sets.leaving(k)] = -sum;
      }
      int censored = sets.start(block) + sets.events(block);
      for (int i = sets.start(block); i < censored; i++) {
        seen[i] += before + own[block];
      }
      for (int i = censored; i < sets.end(block); i++) {
        seen[i] += sum;
      }
    }
  }

  private static void add(double factor, double[] column, double[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * column[i];
    }
  }

  private static void times(double[] a, double[] b, double[] product) {
    for (int i = 0; i < product.length; i++) {
      product[i] = a[i] * b[i];
    }
  }

  @Override
  public void fisher(double[] at, double[] information) {
    evaluate(at, new double[size], information);
  }

  @Override
  public double plainValue(double[] at) {
    return evaluate(at, new double[size], new double[size * size]) + origin;
  }
}
