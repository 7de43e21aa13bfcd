// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import casebook.stats.dist.Binomial;
import casebook.stats.result.Answer;
import casebook.stats.result.PValue;
import casebook.stats.result.TestResult;

/// Exact tests of two independent binomials, with the ROW totals fixed by the design and the common
/// risk chosen so that the p-value is largest.
///
/// The set of tables at least as extreme meets each column total in two tails; its probability is a
/// polynomial in the common risk with one coefficient a column total, maximised on a grid of the
/// arcsine and refined. Two orderings within a relative 1e-10 are ties. No answer when a margin is
/// empty or when there are more than [#largest] persons.
///
/// @param largest the largest number of persons for which the test is made
public record UnconditionalExact(long largest) {
  private static final double TIE = 1e-10;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  /// Makes the tests for at most 10,000 persons.
  public static UnconditionalExact standard() {
    return new UnconditionalExact(10_000);
  }

  /// Barnard's test with the pooled z statistic: all tables whose |z| is at least that observed.
  ///
  /// Source: Barnard, Biometrika 34 (1947) 123; Suissa and Shuster, Journal of the Royal
  /// Statistical Society A 148 (1985) 317. Equals: `exact2x2::uncondExact2x2`,
  /// `Exact::exact.test(method = "z-pooled")`.
  public Answer<TestResult> barnard(TwoByTwo t) {
    return answer(t, "Barnard's unconditional test (pooled z)", BarnardTail.of(t));
  }

  /// Boschloo's test: all tables whose two-sided Fisher p-value is at most that observed.
  ///
  /// Source: Boschloo, Statistica Neerlandica 24 (1970) 1. Equals: `exact2x2::boschloo`,
  /// `Exact::exact.test(method = "boschloo")`.
  public Answer<TestResult> boschloo(TwoByTwo t) {
    double observed = FisherExact.twoSided(t).p().value() * (1 + TIE);
    return answer(
        t, "Boschloo's unconditional test", weights -> weights.largestLevelBelow(observed));
  }

  /// Says how probable, given a column total, the tables at least as extreme are.
  @FunctionalInterface
  private interface Tail {
    double probability(ColumnTotalWeights weights);
  }

  /// The order of Barnard's statistic: z^2 is (a N - n1 m1)^2 / (m1 m0) up to a constant.
  private record BarnardTail(double threshold, double n, double n1) implements Tail {
    static BarnardTail of(TwoByTwo t) {
      double n = t.n();
      double distance = t.determinant();
      double z2 = distance / t.column1() * (distance / Math.max(1, t.column2()));
      return new BarnardTail(z2 * (1 - TIE), n, t.row1());
    }

    @Override
    public double probability(ColumnTotalWeights weights) {
      double m1 = weights.total();
      double centre = n1 * m1 / n;
      double reach = Math.sqrt(threshold * m1 * (n - m1)) / n;
      return weights.below(centre - reach) + weights.above(centre + reach);
    }
  }

  private Answer<TestResult> answer(TwoByTwo t, String method, Tail tail) {
    if (t.emptyMargin().isPresent()) {
      return Answer.none(t.emptyMargin().get());
    }
    if (t.n() > largest) {
      return Answer.none("there are more than " + largest + " persons");
    }
    int n = (int) t.n();
    double[] coefficients = new double[n + 1];
    for (int total = 1; total < n; total++) {
      coefficients[total] =
          tail.probability(ColumnTotalWeights.of((int) t.row1(), (int) t.row2(), total));
    }
    double p = Math.min(1, largest(coefficients));
    return p > 0
        ? Answer.of(TestResult.exact(method, PValue.of(p)))
        : Answer.none("p is too small for the unconditional test: below 1e-308");
  }

  // the largest value over the risk sin^2(angle)
  private static double largest(double[] coefficients) {
    int points = 200 + (int) (64 * Math.sqrt(coefficients.length));
    double step = Math.PI / 2 / points;
    double[] values = new double[points + 1];
    double best = 0;
    for (int i = 0; i <= points; i++) {
      values[i] = value(coefficients, i * step);
      best = Math.max(best, values[i]);
    }
    double refined = best;
    for (int i = 1; i < points; i++) {
      boolean peak = values[i] >= values[i - 1] && values[i] >= values[i + 1];
      if (peak && values[i] > 0.9 * best) {
        refined = Math.max(refined, refine(coefficients, (i - 1) * step, (i + 1) * step));
      }
    }
    return refined;
  }

  private static double refine(double[] coefficients, double from, double to) {
    double low = from;
    double high = to;
    double best = 0;
    for (int i = 0; i < 50; i++) {
      double left = high - GOLDEN * (high - low);
      double right = low + GOLDEN * (high - low);
      double atLeft = value(coefficients, left);
      double atRight = value(coefficients, right);
      best = Math.max(best, Math.max(atLeft, atRight));
      if (atLeft > atRight) {
        high = right;
      } else {
        low = left;
      }
    }
    return best;
  }

  // the mean of the coefficients under a binomial column total, summed from its mode
  private static double value(double[] coefficients, double angle) {
    int n = coefficients.length - 1;
    double sine = Math.sin(angle);
    double cosine = Math.cos(angle);
    double risk = sine * sine;
    double odds = risk / (cosine * cosine);
    int mode = Math.min(n, (int) ((n + 1) * risk));
    double top = Math.exp(new Binomial(n, risk).lnPoint(mode));
    double sum = top * coefficients[mode];
    double weight = top;
    for (int k = mode; k < n && weight > 1e-22; k++) {
      weight *= (n - k) / (k + 1.0) * odds;
      sum += weight * coefficients[k + 1];
    }
    weight = top;
    for (int k = mode; k > 0 && weight > 1e-22; k--) {
      weight *= k / (n - k + 1.0) / odds;
      sum += weight * coefficients[k - 1];
    }
    return sum;
  }
}
