// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.math.Accumulator;
import org.apache.commons.numbers.gamma.LogGamma;

/// The likelihood of a Poisson model.
final class PoissonLikelihood implements Likelihood {
  private final double[] y;
  private final double lnFactorials;

  /// Makes the likelihood of counts.
  ///
  /// @param x the columns, for their frequencies
  /// @param y the counts, one for each row of `x`; not copied
  PoissonLikelihood(Columns x, double[] y) {
    this.y = y;
    Accumulator total = new Accumulator();
    for (int i = 0; i < x.rows; i++) {
      total.addProduct(x.frequency(i), LogGamma.value(y[i] + 1));
    }
    lnFactorials = total.value();
  }

  @Override
  public Kernel over(Columns columns, double origin) {
    return kernel(columns, origin);
  }

  PoissonKernel kernel(Columns columns, double origin) {
    return new PoissonKernel(columns, y, lnFactorials, origin);
  }

  @Override
  public boolean evaluatesFisher() {
    return true;
  }

  static PoissonLikelihood of(Fit fit) {
    if (fit.model().likelihood() instanceof PoissonLikelihood poisson) {
      return poisson;
    }
    throw new IllegalArgumentException("this asks for a Poisson fit");
  }
}
