// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.math.Accumulator;
import casebook.stats.math.Maximum;
import casebook.stats.math.Newton;
import casebook.stats.result.Outcome;
import java.util.Arrays;

/// Poisson regression by maximum likelihood: counts, or rates with the logarithm of the time at
/// risk as offset.
///
/// Maximises \\(\ell(\beta) = \sum f_i (y_i \eta_i - e^{\eta_i} - \ln y_i!)\\) with \\(\eta =
/// X\beta +\\) offset by Newton's method to full double precision. The exponential of a coefficient
/// is a rate ratio, [Coefficient#oddsRatio(double)]. Where some rows without events can be given
/// ever smaller rates at no cost, the estimate is infinite: such terms are found with proof and
/// named, as for [Logistic]. Aliased columns are left out and named. Whether the counts scatter as
/// Poisson counts do says [Dispersion].
///
/// Source: McCullagh & Nelder 1989, Generalized Linear Models, 2nd ed., chapter 6; Breslow & Day
/// 1987, Statistical Methods in Cancer Research II, chapter 4. Equals: `glm(family = poisson)` (R
/// 4.2) with a tight tolerance.
///
/// @param maxIterations largest number of Newton steps, at least 1
/// @param tolerance squared error, in units of the standard errors, at which the last step is taken
public record Poisson(int maxIterations, double tolerance) {
  /// A search longer than this, or one that ends at a smaller mean, is looked into.
  private static final int PATIENCE = 12;

  private static final double SMALL = 1e-4;

  public Poisson {
    Newton.require(maxIterations, tolerance);
  }

  /// Returns 100 steps at most and full double precision.
  public static Poisson standard() {
    return new Poisson(100, 1e-16);
  }

  /// Returns the method with another largest number of steps.
  public Poisson withMaxIterations(int count) {
    return new Poisson(count, tolerance);
  }

  /// Fits a model.
  ///
  /// @param design the explanatory side; its offset is the logarithm of the time at risk, its
  ///   frequencies count rows of the same kind
  /// @param counts whole numbers, at least 0, one for each row
  public Fit fit(Design design, double... counts) {
    require(design, counts);
    Columns all = Columns.of(design);
    boolean[] aliased = Aliasing.find(all);
    Columns x = all.without(aliased);
    double[] y = x.pick(counts);
    PoissonLikelihood likelihood = new PoissonLikelihood(x, y);
    Newton newton = new Newton(maxIterations, tolerance);
    Model model = new Model(design, x, likelihood, newton, new Model.Point(start(x, y)));
    if (x.size == 0 || Arrays.stream(y).allMatch(count -> count == 0)) {
      Maximum nowhere =
          newton.withMaxIterations(1).maximise(likelihood.over(x, 0), model.start().values());
      return Fit.of(model, nowhere, new Outcome.NotEstimable(reason(x)));
    }
    Maximum top = model.free(model.start().values());
    if (!quick(top, likelihood.kernel(x, 0))) {
      Separation found = Separation.of(design, x, cone(x, y), Aliasing.names(design, aliased));
      if (!found.finite()) {
        return Fit.of(model, top, new Outcome.Separated(found.separating()));
      }
    }
    return Fit.of(model, top, Logistic.outcome(design, top, aliased));
  }

  private static void require(Design design, double[] counts) {
    if (counts.length != design.rows()) {
      throw new IllegalArgumentException(counts.length + " counts for " + design.rows() + " rows");
    }
    for (int i = 0; i < counts.length; i++) {
      if (!(counts[i] >= 0 && counts[i] == Math.rint(counts[i]) && counts[i] < 1e15)) {
        throw new IllegalArgumentException(
            "the count is " + counts[i] + " in row " + i + "; it is a whole number, at least 0");
      }
    }
  }

  private static String reason(Columns x) {
    if (x.rows == 0) {
      return "there are no rows";
    }
    return x.size == 0 ? "there is no column to estimate" : "no events were counted";
  }

  /// Returns the common rate where the first column is an intercept.
  private static double[] start(Columns x, double[] y) {
    double[] start = new double[x.size];
    Accumulator events = new Accumulator();
    Accumulator exposure = new Accumulator();
    for (int i = 0; i < x.rows; i++) {
      events.addProduct(x.frequency(i), y[i]);
      exposure.addProduct(x.frequency(i), Math.exp(x.offset.length == 0 ? 0 : x.offset[i]));
    }
    double rate = Math.log(events.value() / exposure.value());
    if (x.rows > 0 && x.size > 0 && x.isOnes() && Double.isFinite(rate)) {
      start[0] = rate;
    }
    return start;
  }

  /// Says whether a search shows by its end that nothing ran away: the score is 0 there, and a
  /// direction that lowers the means of rows without events alone would need these means to be 0.
  private static boolean quick(Maximum top, PoissonKernel kernel) {
    return top.outcome() instanceof Outcome.Converged converged
        && converged.iterations() <= PATIENCE
        && kernel.smallestMeanOfNone(top.point()) > SMALL;
  }

  /// Returns the directions along which no contribution falls: those that leave the means of rows
  /// with events and do not raise those of rows without.
  private static RecessionCone cone(Columns x, double[] y) {
    int held = (int) Arrays.stream(y).filter(count -> count > 0).count();
    double[] z = new double[(x.rows + held) * x.size];
    int row = 0;
    for (int i = 0; i < x.rows; i++) {
      for (int sign = -1; sign <= (y[i] > 0 ? 1 : -1); sign += 2) {
        for (int j = 0; j < x.size; j++) {
          z[row * x.size + j] = sign * x.at(i, j);
        }
        row++;
      }
    }
    return RecessionCone.ofRows(row, x.size, z);
  }
}
