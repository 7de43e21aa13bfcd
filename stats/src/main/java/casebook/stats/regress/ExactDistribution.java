// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.math.Accumulator;
import casebook.stats.math.Roots;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.stats.result.PValue;
import casebook.stats.result.TestResult;
import java.util.function.DoubleUnaryOperator;

/// The exact distribution of the sufficient statistic T of one coefficient, given those of all
/// others: \\(P(T = t; \beta) \propto c_t e^{\beta t}\\), and what follows for the coefficient.
///
/// Coefficients are logarithms of odds ratios for one unit of the column. Each test has the
/// interval that inverts it beside it.
///
/// Source: Cox & Snell 1989, Analysis of Binary Data, 2nd ed., section 2.2; Hirji 2006, Exact
/// Analysis of Discrete Data, chapters 2 and 7.
public final class ExactDistribution {
  private final double[] statistic;
  private final double[] lnWeight;
  private final int observed;
  private final int informative;

  /// Makes the distribution.
  ///
  /// @param statistic the possible values of T, ascending; relative to any origin
  /// @param lnWeight the logarithm of their weights at coefficient 0
  /// @param observed the place of the value observed
  /// @param informative number of strata in which T can vary
  ExactDistribution(double[] statistic, double[] lnWeight, int observed, int informative) {
    this.statistic = statistic.clone();
    this.lnWeight = lnWeight.clone();
    this.observed = observed;
    this.informative = informative;
  }

  /// Returns the number of values that T can take; with 1 the data say nothing about the
  /// coefficient.
  public int size() {
    return statistic.length;
  }

  /// Returns the number of strata in which T can vary; without strata 1 or 0.
  public int informative() {
    return informative;
  }

  private boolean lowest() {
    return observed == 0;
  }

  private boolean highest() {
    return observed == statistic.length - 1;
  }

  /// Returns ln P(T in from..to-1), the point observed counted with a share.
  private double lnPart(double beta, int from, int to, double share) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < statistic.length; k++) {
      largest = Math.max(largest, term(beta, k));
    }
    Accumulator total = new Accumulator();
    double best = Double.NEGATIVE_INFINITY;
    for (int k = from; k < to; k++) {
      best = Math.max(best, term(beta, k));
    }
    Accumulator part = new Accumulator();
    for (int k = 0; k < statistic.length; k++) {
      total.add(Math.exp(term(beta, k) - largest));
      if (k >= from && k < to) {
        double weight = k == observed ? share : 1;
        part.add(weight * Math.exp(term(beta, k) - best));
      }
    }
    return Math.log(part.value()) + best - largest - Math.log(total.value());
  }

  private double term(double beta, int k) {
    return lnWeight[k] + beta * (statistic[k] - statistic[observed]);
  }

  /// Returns ln P(T >= observed), the point observed counted with a share.
  private double lnUpper(double beta, double share) {
    return lnPart(beta, observed, statistic.length, share);
  }

  /// Returns ln P(T <= observed), the point observed counted with a share.
  private double lnLower(double beta, double share) {
    return lnPart(beta, 0, observed + 1, share);
  }

  /// Returns the conditional maximum-likelihood estimate; infinite when T is at an end of its
  /// range.
  public double conditional() {
    if (lowest() || highest()) {
      return lowest() && highest()
          ? 0
          : lowest() ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    return root(beta -> {
      Accumulator above = new Accumulator();
      Accumulator below = new Accumulator();
      double largest = Double.NEGATIVE_INFINITY;
      for (int k = 0; k < statistic.length; k++) {
        largest = Math.max(largest, term(beta, k));
      }
      for (int k = 0; k < statistic.length; k++) {
        double far = statistic[k] - statistic[observed];
        (far > 0 ? above : below).add(Math.abs(far) * Math.exp(term(beta, k) - largest));
      }
      return Math.log(above.value()) - Math.log(below.value());
    });
  }

  /// Returns the median-unbiased estimate: midway between the coefficients at which P(T >=
  /// observed) and P(T <= observed) are 1/2, or the one of them that is finite.
  ///
  /// Source: Hirji, Tsiatis & Mehta 1989, Am Statist 43:7. Equals: SAS PROC LOGISTIC, EXACT
  /// statement.
  public double medianUnbiased() {
    double half = Math.log(0.5);
    if (lowest() && highest()) {
      return 0;
    }
    if (lowest()) {
      return root(beta -> half - lnLower(beta, 1));
    }
    double low = root(beta -> lnUpper(beta, 1) - half);
    return highest() ? low : low / 2 + root(beta -> half - lnLower(beta, 1)) / 2;
  }

  /// Returns the conditional estimate with the central exact interval: each limit leaves half the
  /// error in its tail.
  ///
  /// @param level confidence level, between 0 and 1
  public Estimate central(double level) {
    return new Estimate(conditional(), interval(level, 1));
  }

  /// Returns the conditional estimate with the central mid-P interval: the point observed counts
  /// half.
  ///
  /// @param level confidence level, between 0 and 1
  public Estimate midP(double level) {
    return new Estimate(conditional(), interval(level, 0.5));
  }

  private Interval interval(double level, double share) {
    double tail = Math.log((1 - level) / 2);
    double low = lowest() ? Double.NEGATIVE_INFINITY : root(beta -> lnUpper(beta, share) - tail);
    double high = highest() ? Double.POSITIVE_INFINITY : root(beta -> tail - lnLower(beta, share));
    return new Interval(low, high, level);
  }

  /// Finds the root of a function that rises with the coefficient.
  private double root(DoubleUnaryOperator rising) {
    double spread = statistic[statistic.length - 1] - statistic[0];
    double step = 4 / spread;
    double direction = rising.applyAsDouble(0) > 0 ? -step : step;
    return Roots.outward(rising, 0, direction).orElse(direction * Double.POSITIVE_INFINITY);
  }

  /// Tests whether the coefficient is 0: twice the smaller tail.
  public TestResult centralTest() {
    return doubled("exact conditional test, central", 1);
  }

  /// Tests whether the coefficient is 0: twice the smaller mid-P tail.
  public TestResult midPTest() {
    return doubled("exact conditional test, mid-P", 0.5);
  }

  private TestResult doubled(String method, double share) {
    double tail = Math.min(lnUpper(0, share), lnLower(0, share));
    return TestResult.exact(method, PValue.ofLn(Math.min(0, tail + Math.log(2))));
  }

  /// Tests whether the coefficient is 0: the probability of all values that are not more probable
  /// than the one observed. It has no interval beside it.
  public TestResult minimumLikelihoodTest() {
    double limit = lnWeight[observed] + 1e-7;
    Accumulator part = new Accumulator();
    Accumulator total = new Accumulator();
    for (double weight : lnWeight) {
      double relative = Math.exp(weight - lnWeight[observed]);
      total.add(relative);
      if (weight <= limit) {
        part.add(relative);
      }
    }
    double p = Math.min(1, part.value() / total.value());
    return TestResult.exact("exact conditional test, minimum likelihood", PValue.of(p));
  }
}
