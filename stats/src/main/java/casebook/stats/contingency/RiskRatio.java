// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import casebook.stats.dist.ChiSquared;
import casebook.stats.dist.Normal;
import casebook.stats.math.Roots;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.stats.result.PValue;
import java.util.Optional;

/// The ratio of the risks of the two rows, (a / n1) / (c / n2), of a cohort or trial; a
/// case-control table has no risks.
///
/// No answer when a row is empty or nobody has the event. Where one row has no event the ratio is 0
/// or infinite and one limit is finite.
///
/// @param level confidence level, between 0 and 1
public record RiskRatio(double level) {
  public RiskRatio {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level " + level + " is not between 0 and 1");
    }
  }

  /// Makes the method with level 0.95.
  public static RiskRatio standard() {
    return new RiskRatio(0.95);
  }

  /// Returns this method with another confidence level.
  public RiskRatio withLevel(double other) {
    return new RiskRatio(other);
  }

  /// The Wald interval of the logarithm, with variance 1/a - 1/n1 + 1/c - 1/n2.
  ///
  /// Where everybody has the event the standard error is 0: the value comes with the reason not to
  /// use it. Source: Katz and others, Biometrics 34 (1978) 469. Equals: `epitools::riskratio.wald`,
  /// `epiR` ("RR.strata.wald").
  public Answer<Effect> katz(TwoByTwo t) {
    Optional<String> why = why(t);
    if (why.isEmpty() && (t.a() == 0 || t.c() == 0)) {
      why = Optional.of("row " + (t.a() == 0 ? 1 : 2) + " has no event, the logarithm is infinite");
    }
    if (why.isPresent()) {
      return Answer.none(why.get());
    }
    double variance = t.b() / ((double) t.a() * t.row1()) + t.d() / ((double) t.c() * t.row2());
    return Wald.answer(
        Wald.ratio("Katz (Wald)", t.riskRatio(), Math.sqrt(variance), level),
        "everybody has the event, the standard error is 0");
  }

  /// The score interval that inverts Pearson's chi-square.
  ///
  /// Source: Koopman, Biometrics 40 (1984) 513.
  public Answer<Effect> koopman(TwoByTwo t) {
    return score(t, "score (Koopman)", 1);
  }

  /// The score interval that inverts the N-1 chi-square: Koopman's with the variance times N / (N -
  /// 1).
  ///
  /// Source: Miettinen and Nurminen, Statistics in Medicine 4 (1985) 213.
  public Answer<Effect> miettinenNurminen(TwoByTwo t) {
    return score(t, "score (Miettinen-Nurminen)", (t.n() - 1.0) / t.n());
  }

  private Answer<Effect> score(TwoByTwo t, String method, double factor) {
    Optional<String> why = why(t);
    if (why.isPresent()) {
      return Answer.none(why.get());
    }
    double z = Normal.ofLevel(level) / Math.sqrt(factor);
    double low = t.a() == 0 ? 0 : limit(t, z);
    double high = t.c() == 0 ? Double.POSITIVE_INFINITY : limit(t, -z);
    PValue p =
        t.column2() == 0
            ? new PValue(0)
            : ChiSquared.p(factor * ChiSquare.pearson(t).orThrow().statistic().orElseThrow(), 1);
    return Answer.of(
        new Effect(method, new Estimate(t.riskRatio(), new Interval(low, high, level)), p));
  }

  private static double limit(TwoByTwo t, double z) {
    double start = Math.log((t.a() + 0.5) / (t.row1() + 0.5) * (t.row2() + 0.5) / (t.c() + 0.5));
    return Math.exp(
        Roots.outward(lnRatio -> root(t, lnRatio) - z, start, z > 0 ? -0.5 : 0.5)
            .orElseGet(() ->
                Roots.outward(lnRatio -> root(t, lnRatio) - z, start, z > 0 ? 0.5 : -0.5)
                    .orElseThrow()));
  }

  /// The root of the score statistic with its sign, falling in the ratio. The maximum-likelihood
  /// risk of row 2 solves N r p^2 - (r (n1 + c) + n2 + a) p + a + c = 0, whose discriminant is the
  /// sum of a square and 4 r b d.
  private static double root(TwoByTwo t, double lnRatio) {
    double r = Math.exp(lnRatio);
    double n1 = t.row1();
    double n2 = t.row2();
    double alpha = r * (n1 + t.c());
    double beta = n2 + t.a();
    double discriminant = (alpha - beta) * (alpha - beta) + 4 * r * t.b() * t.d();
    double p2 = Math.min(1, 2.0 * t.column1() / (alpha + beta + Math.sqrt(discriminant)));
    double p1 = Math.min(1, r * p2);
    double difference = t.a() / n1 - r * t.c() / n2;
    double variance = p1 * (1 - p1) / n1 + r * r * p2 * (1 - p2) / n2;
    return difference == 0 ? 0 : difference / Math.sqrt(Math.max(0, variance));
  }

  private static Optional<String> why(TwoByTwo t) {
    return t.column1() == 0 && t.n() > 0 ? Optional.of("nobody has the event") : t.emptyRow();
  }
}
