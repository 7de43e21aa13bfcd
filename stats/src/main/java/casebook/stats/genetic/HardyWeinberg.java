// SPDX-License-Identifier: Apache-2.0
package casebook.stats.genetic;

import casebook.stats.dist.ChiSquared;
import casebook.stats.result.Answer;
import casebook.stats.result.TestResult;
import java.util.List;

/// Whether genotypes occur as random mating makes them: p^2, 2 p q and q^2.
///
/// All tests look at one number, the heterozygotes, given how many alleles of each kind there are.
/// The inbreeding coefficient is f = (4 n_AA n_BB - n_AB^2) / (n_A n_B), and the chi-square of
/// Pearson is n f^2. The exact tests use the distribution of the heterozygotes under random pairing
/// of the alleles; the mid-P test takes half of the probability that ties with the observed one.
///
/// Source: Wigginton, Cutler and Abecasis, 2005, American Journal of Human Genetics 76:887-893;
/// Graffelman and Moreno, 2013, Statistical Applications in Genetics and Molecular Biology
/// 12:433-448 (mid-P); Weir, Genetic Data Analysis II, 1996, chapter 3.
///
/// Equals: `HWExact` and `HWChisq` of R's HardyWeinberg 1.7, `HWE.exact` of R's genetics 1.3.
public final class HardyWeinberg {
  private final GenotypeCounts counts;
  private final HeterozygoteDistribution exact;

  private HardyWeinberg(GenotypeCounts counts) {
    this.counts = counts;
    this.exact = HeterozygoteDistribution.of(counts);
  }

  /// Looks at the genotypes of some people.
  ///
  /// @param counts genotypes of at least one person; usually of the controls only
  public static HardyWeinberg of(GenotypeCounts counts) {
    if (counts.people() == 0) {
      throw new IllegalArgumentException("there are 0 people; at least 1 is needed");
    }
    return new HardyWeinberg(counts);
  }

  /// Returns the genotypes.
  public GenotypeCounts counts() {
    return counts;
  }

  /// Returns the share of A among the alleles.
  public double alleleFrequencyA() {
    return counts.allelesA() / (2.0 * counts.people());
  }

  /// Returns the share of the rarer allele.
  public double minorAlleleFrequency() {
    return Math.min(counts.allelesA(), counts.allelesB()) / (2.0 * counts.people());
  }

  /// Returns the people expected with 0, 1 and 2 copies of B.
  public List<Double> expected() {
    double n = counts.people();
    double a = counts.allelesA();
    double b = counts.allelesB();
    return List.of(a * a / (4 * n), a * b / (2 * n), b * b / (4 * n));
  }

  /// Returns the share of heterozygotes.
  public double observedHeterozygosity() {
    return (double) counts.ab() / counts.people();
  }

  /// Returns the share of heterozygotes that random mating makes, 2 p q.
  public double expectedHeterozygosity() {
    double n = counts.people();
    return (double) counts.allelesA() * counts.allelesB() / (2 * n * n);
  }

  /// Returns the inbreeding coefficient f, above 0 when heterozygotes are too few; there is none
  /// when only one allele is seen.
  public Answer<Double> inbreeding() {
    return oneAllele() ? noAnswer() : Answer.of(f());
  }

  private double f() {
    double excess = 4.0 * counts.aa() * counts.bb() - (double) counts.ab() * counts.ab();
    return excess / ((double) counts.allelesA() * counts.allelesB());
  }

  private boolean oneAllele() {
    return counts.allelesA() == 0 || counts.allelesB() == 0;
  }

  private static <T> Answer<T> noAnswer() {
    return Answer.none("only one allele is seen");
  }

  /// Pearson's chi-square test with one degree of freedom, without continuity correction.
  public Answer<TestResult> chiSquare() {
    if (oneAllele()) {
      return noAnswer();
    }
    double f = f();
    return Answer.of(test("Hardy-Weinberg chi-square", counts.people() * f * f));
  }

  /// The chi-square test with 0.5 taken from each absolute deviation, as some programs do by
  /// default; for comparison only, it is too conservative.
  public Answer<TestResult> chiSquareCorrected() {
    if (oneAllele()) {
      return noAnswer();
    }
    List<Double> expected = expected();
    double deviation = Math.abs(f()) * expected.get(1) / 2;
    double outer = (deviation - 0.5) * (deviation - 0.5);
    double inner = (2 * deviation - 0.5) * (2 * deviation - 0.5);
    double statistic = outer / expected.get(0) + inner / expected.get(1) + outer / expected.get(2);
    return Answer.of(test("Hardy-Weinberg chi-square, continuity corrected", statistic));
  }

  /// The likelihood-ratio test, 2 sum O ln(O / E); 0 when only one allele is seen.
  public TestResult likelihoodRatio() {
    List<Double> expected = expected();
    double sum = 0;
    for (int copies = 0; copies < 3; copies++) {
      int observed = counts.withCopies(copies);
      sum += observed == 0 ? 0 : observed * Math.log(observed / expected.get(copies));
    }
    return test("Hardy-Weinberg likelihood ratio", Math.max(0, 2 * sum));
  }

  private static TestResult test(String name, double statistic) {
    return TestResult.of(name, statistic, 1, ChiSquared.p(statistic, 1));
  }

  /// The exact test: the probability of all heterozygote counts that are no more probable than the
  /// one observed.
  public TestResult exact() {
    return TestResult.exact("Hardy-Weinberg exact", exact.twoSided(0));
  }

  /// The exact test with half of the probability that ties with the observed one; the default.
  public TestResult midP() {
    return TestResult.exact("Hardy-Weinberg exact mid-P", exact.twoSided(0.5));
  }

  /// The one-sided exact test for too many heterozygotes.
  public TestResult excessOfHeterozygotes() {
    return TestResult.exact("Hardy-Weinberg exact, excess of heterozygotes", exact.atLeast());
  }

  /// The one-sided exact test for too few heterozygotes.
  public TestResult deficitOfHeterozygotes() {
    return TestResult.exact("Hardy-Weinberg exact, deficit of heterozygotes", exact.atMost());
  }
}
