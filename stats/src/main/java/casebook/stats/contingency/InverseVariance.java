// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import casebook.stats.dist.ChiSquared;
import casebook.stats.result.Answer;
import casebook.stats.result.TestResult;
import java.util.Optional;

/// Woolf's summary of the odds ratios of strata: log odds ratios weighted by their inverse
/// variances.
///
/// No answer when any cell is empty. Source: Woolf, Annals of Human Genetics 19 (1955) 251.
///
/// @param level confidence level, between 0 and 1
public record InverseVariance(double level) {
  public InverseVariance {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level " + level + " is not between 0 and 1");
    }
  }

  /// Makes the method with level 0.95.
  public static InverseVariance standard() {
    return new InverseVariance(0.95);
  }

  /// Returns this method with another confidence level.
  public InverseVariance withLevel(double other) {
    return new InverseVariance(other);
  }

  /// The common odds ratio with its Wald interval and p-value.
  public Answer<Effect> oddsRatio(Strata strata) {
    return why(strata)
        .map(Answer::<Effect>none)
        .orElseGet(() -> {
          Sums sums = sums(strata);
          double ln = sums.weightedLn() / sums.weights();
          return Answer.of(
              Wald.ratio(
                  "Woolf (inverse variance)", Math.exp(ln), 1 / Math.sqrt(sums.weights()), level));
        });
  }

  /// Woolf's chi-square test that the odds ratios of the strata are equal; no answer for one
  /// stratum.
  ///
  /// Equals: `vcd::woolf_test`.
  public static Answer<TestResult> homogeneity(Strata strata) {
    Optional<String> why =
        strata.tables().size() < 2 ? Optional.of("there is one stratum only") : why(strata);
    if (why.isPresent()) {
      return Answer.none(why.get());
    }
    Sums sums = sums(strata);
    double mean = sums.weightedLn() / sums.weights();
    double statistic = 0;
    for (TwoByTwo t : strata.tables()) {
      double distance = ln(t) - mean;
      statistic += weight(t) * distance * distance;
    }
    double df = strata.tables().size() - 1.0;
    return Answer.of(
        TestResult.of("Woolf's test of homogeneity", statistic, df, ChiSquared.p(statistic, df)));
  }

  private static Optional<String> why(Strata strata) {
    return strata.tables().stream()
        .flatMap(t -> t.emptyCell().stream())
        .findFirst()
        .map(words -> "in a stratum " + words);
  }

  private record Sums(double weights, double weightedLn) {}

  private static Sums sums(Strata strata) {
    double weights = 0;
    double weightedLn = 0;
    for (TwoByTwo t : strata.tables()) {
      weights += weight(t);
      weightedLn += weight(t) * ln(t);
    }
    return new Sums(weights, weightedLn);
  }

  private static double ln(TwoByTwo t) {
    return Math.log((double) (t.a() * t.d()) / (t.b() * t.c()));
  }

  private static double weight(TwoByTwo t) {
    return 1 / (1.0 / t.a() + 1.0 / t.b() + 1.0 / t.c() + 1.0 / t.d());
  }
}
