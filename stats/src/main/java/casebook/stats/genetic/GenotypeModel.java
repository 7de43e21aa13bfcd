// SPDX-License-Identifier: Apache-2.0
package casebook.stats.genetic;

/// What a genotype is taken to do: how the copies of the counted allele are coded as a covariate.
///
/// Source: Sasieni, 1997, Biometrics 53:1253-1261.
public enum GenotypeModel {
  /// Each genotype has an effect of its own; the codes 0, 1 and 2 name categories.
  CODOMINANT(0, 1, 2),
  /// Each copy adds the same on the log odds scale; the codes are the copies.
  ADDITIVE(0, 1, 2),
  /// One copy is enough: 1 for one or two copies (carriers).
  DOMINANT(0, 1, 1),
  /// Two copies are needed: 1 for two copies.
  RECESSIVE(0, 0, 1),
  /// Only heterozygotes differ: 1 for one copy.
  OVERDOMINANT(0, 1, 0);

  private final int none;
  private final int one;
  private final int two;

  GenotypeModel(int none, int one, int two) {
    this.none = none;
    this.one = one;
    this.two = two;
  }

  /// Returns the code of a genotype.
  ///
  /// @param copies copies of the counted allele: 0, 1 or 2
  public int code(int copies) {
    return switch (copies) {
      case 0 -> none;
      case 1 -> one;
      case 2 -> two;
      default -> throw new IllegalArgumentException(copies + " copies; 0, 1 or 2");
    };
  }

  /// Says whether the codes split people into two groups.
  public boolean binary() {
    return this != CODOMINANT && this != ADDITIVE;
  }
}
