// SPDX-License-Identifier: Apache-2.0
package casebook.stats.genetic;

import casebook.stats.contingency.Crosstab;
import casebook.stats.contingency.TwoByTwo;
import casebook.stats.dist.Normal;
import casebook.stats.result.Answer;
import casebook.stats.result.TestResult;

/// The genotypes of cases and controls, and the tables that the genetic models make of them.
///
/// In every 2x2 table row 1 is the cases, and the column event is the genotype or allele in
/// question, so that the odds ratio is that of carrying it.
///
/// @param cases genotypes of the cases
/// @param controls genotypes of the controls
public record GenotypeTable(GenotypeCounts cases, GenotypeCounts controls) {
  /// Returns the genotypes of everybody.
  public GenotypeCounts all() {
    return cases.plus(controls);
  }

  /// Returns the table of a model that splits people in two.
  ///
  /// @param model dominant, recessive or overdominant
  public TwoByTwo table(GenotypeModel model) {
    if (!model.binary()) {
      throw new IllegalArgumentException(model + " does not split people in two");
    }
    int[] with = new int[2];
    for (int copies = 0; copies < 3; copies++) {
      with[0] += model.code(copies) * cases.withCopies(copies);
      with[1] += model.code(copies) * controls.withCopies(copies);
    }
    return new TwoByTwo(with[0], cases.people() - with[0], with[1], controls.people() - with[1]);
  }

  /// Returns the table of a genotype against no copy, as the codominant model compares them.
  ///
  /// @param copies 1 or 2
  public TwoByTwo againstNone(int copies) {
    if (copies != 1 && copies != 2) {
      throw new IllegalArgumentException(copies + " copies against none; 1 or 2");
    }
    return new TwoByTwo(
        cases.withCopies(copies), cases.aa(), controls.withCopies(copies), controls.aa());
  }

  /// Returns the table of alleles, each person counted twice.
  ///
  /// Its tests and intervals take the two alleles of a person as independent, which holds only in
  /// Hardy-Weinberg equilibrium; the additive model does not need that (Sasieni 1997).
  public TwoByTwo alleles() {
    return new TwoByTwo(
        cases.allelesB(), cases.allelesA(), controls.allelesB(), controls.allelesA());
  }

  /// Returns the 2 x 3 table of genotypes, for the test of any association with 2 degrees of
  /// freedom.
  public Crosstab genotypes() {
    return Crosstab.of(
        new long[][] {
          {cases.aa(), cases.ab(), cases.bb()}, {controls.aa(), controls.ab(), controls.bb()}
        });
  }

  /// Tests for a trend with scores 0, x and 1 for 0, 1 and 2 copies: x = 1/2 is the additive model,
  /// 0 the recessive, 1 the dominant.
  ///
  /// The statistic is z, the standardised sum of the scores of the cases with their binomial
  /// variance. There is no answer when there are no cases, no controls, or one score only.
  ///
  /// Source: Cochran, 1954, Biometrics 10:417-451; Armitage, 1955, Biometrics 11:375-386; Sasieni,
  /// 1997, Biometrics 53:1253-1261. Equals: square root of `prop.trend.test` (R 4.2).
  ///
  /// @param heterozygote the score x, between 0 and 1
  public Answer<TestResult> trend(double heterozygote) {
    if (!(heterozygote >= 0 && heterozygote <= 1)) {
      throw new IllegalArgumentException("score " + heterozygote + " is not between 0 and 1");
    }
    if (cases.people() == 0 || controls.people() == 0) {
      return Answer.none(cases.people() == 0 ? "there are no cases" : "there are no controls");
    }
    double spread = spread(all(), heterozygote);
    if (spread == 0) {
      return Answer.none("everybody has the same score");
    }
    double z = z(cases, all(), heterozygote, spread);
    return Answer.of(TestResult.of("Cochran-Armitage trend z", z, Normal.twoSided(z)));
  }

  /// The sum of squares of the scores about their mean, over everybody.
  static double spread(GenotypeCounts all, double x) {
    double n = all.people();
    double product = (double) all.bb() * all.aa();
    // sum over pairs of genotypes of n_i n_j (s_i - s_j)^2 / n, free of cancellation
    return (product
            + (double) all.ab() * all.aa() * x * x
            + (double) all.ab() * all.bb() * (1 - x) * (1 - x))
        / n;
  }

  /// The standardised sum of the scores of the cases.
  static double z(GenotypeCounts cases, GenotypeCounts all, double x, double spread) {
    double n = all.people();
    double share = cases.people() / n;
    double heterozygotes = (n * cases.ab() - (double) cases.people() * all.ab()) / n;
    double homozygotes = (n * cases.bb() - (double) cases.people() * all.bb()) / n;
    return (x * heterozygotes + homozygotes) / Math.sqrt(share * (1 - share) * spread);
  }
}
