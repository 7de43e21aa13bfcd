// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.genotype;

import casebook.study.finding.Method;

/// The methods of genotypes in words a clinician understands.
public final class GenotypeMethods {
  private GenotypeMethods() {}

  /// How many of those whose genotype was tried have one.
  public static final Method CALL_RATE =
      new Method(
          "call rate",
          "",
          "How many have a genotype, of all in whom it was to be found.",
          "Little J, Higgins JPT, Ioannidis JPA, et al. PLoS Med 2009;6:e22",
          "");

  /// The share of the counted allele.
  public static final Method ALLELE_FREQUENCY =
      new Method(
          "allele frequency",
          "profile likelihood, any genotype probabilities",
          "The share of the counted allele among all alleles, two a person. Its interval does not"
              + " take the two alleles of a person as independent, which they are only in"
              + " Hardy-Weinberg equilibrium.",
          "Owen AB. Biometrika 1988;75:237-249",
          "");

  private static final String EQUILIBRIUM =
      "Compares the number of heterozygotes with that under random mating, given the alleles. P is"
          + " the probability of genotypes at least as far from equilibrium.";

  /// The exact test that counts half of what ties with the observed genotypes.
  public static final Method MID_P =
      new Method(
          "Hardy-Weinberg exact mid-P test",
          "",
          EQUILIBRIUM
              + " The observed genotypes count half, which keeps the level better than the exact"
              + " test.",
          "Graffelman J, Moreno V. Stat Appl Genet Mol Biol 2013;12:433-448",
          "");

  /// The exact test.
  public static final Method EXACT =
      new Method(
          "Hardy-Weinberg exact test",
          "",
          EQUILIBRIUM + " Too cautious where alleles are few.",
          "Wigginton JE, Cutler DJ, Abecasis GR. Am J Hum Genet 2005;76:887-893",
          "");

  /// Pearson's test, refused where it does not hold.
  public static final Method CHI_SQUARE =
      new Method(
          "Hardy-Weinberg chi-square test",
          "",
          "Compares the genotypes with those expected under random mating, one degree of freedom, no"
              + " continuity correction; only where each expected count is at least 5.",
          "Wigginton JE, Cutler DJ, Abecasis GR. Am J Hum Genet 2005;76:887-893",
          "");

  private static final String LARGEST =
      "The largest of the trend statistics of the recessive, additive and dominant model. P is the"
          + " probability of one at least as large, if there were no association";

  /// The best of three models, by integration.
  public static final Method MAX3 =
      new Method(
          "MAX3 test",
          "",
          LARGEST + "; by the normal distribution of the three.",
          "Freidlin B, Zheng G, Li Z, Gastwirth JL. Hum Hered 2002;53:146-152",
          "");

  /// How much the P of permutations would vary.
  public static final Method MONTE_CARLO =
      new Method(
          "Monte Carlo error",
          "",
          "How much P would vary with other random numbers (standard error).",
          "Freidlin B, Zheng G, Li Z, Gastwirth JL. Hum Hered 2002;53:146-152",
          "");

  /// The best of three models, by permutation.
  ///
  /// @param settings the method record as text
  public static Method max3(String settings) {
    return new Method(
        "MAX3 permutation test",
        "",
        LARGEST + ": who is a case was dealt out anew at random.",
        "Freidlin B, Zheng G, Li Z, Gastwirth JL. Hum Hered 2002;53:146-152",
        settings);
  }

  /// How far heterozygotes are from their expected number.
  public static final Method INBREEDING =
      new Method(
          "inbreeding coefficient",
          "",
          "One minus the observed over the expected share of heterozygotes: above 0 when they are too"
              + " few, below 0 when they are too many.",
          "Wigginton JE, Cutler DJ, Abecasis GR. Am J Hum Genet 2005;76:887-893",
          "");
}
