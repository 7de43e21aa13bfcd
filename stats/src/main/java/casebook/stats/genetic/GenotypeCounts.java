// SPDX-License-Identifier: Apache-2.0
package casebook.stats.genetic;

/// How many people have each genotype of a variant with two alleles, A and B.
///
/// B is the allele that is counted: AA has 0 copies, AB 1, BB 2.
///
/// @param aa people with two copies of A
/// @param ab people with one copy of each
/// @param bb people with two copies of B
public record GenotypeCounts(int aa, int ab, int bb) {
  private static final int LARGEST = 500_000_000;

  public GenotypeCounts {
    if (aa < 0 || ab < 0 || bb < 0 || aa > LARGEST || ab > LARGEST || bb > LARGEST) {
      throw new IllegalArgumentException(
          "counts " + aa + ", " + ab + ", " + bb + "; each is between 0 and " + LARGEST);
    }
  }

  /// Counts genotypes.
  ///
  /// @param copies copies of B each person has: 0, 1 or 2; a negative number is missing
  public static GenotypeCounts of(int[] copies) {
    int[] count = new int[3];
    for (int i = 0; i < copies.length; i++) {
      if (copies[i] > 2) {
        throw new IllegalArgumentException(copies[i] + " copies in row " + i + "; at most 2");
      }
      if (copies[i] >= 0) {
        count[copies[i]]++;
      }
    }
    return new GenotypeCounts(count[0], count[1], count[2]);
  }

  /// Returns the number of people.
  public int people() {
    return aa + ab + bb;
  }

  /// Returns the number of people with a number of copies of B.
  ///
  /// @param copies 0, 1 or 2
  public int withCopies(int copies) {
    return switch (copies) {
      case 0 -> aa;
      case 1 -> ab;
      case 2 -> bb;
      default -> throw new IllegalArgumentException(copies + " copies; 0, 1 or 2");
    };
  }

  /// Returns the number of A alleles.
  public long allelesA() {
    return 2L * aa + ab;
  }

  /// Returns the number of B alleles.
  public long allelesB() {
    return 2L * bb + ab;
  }

  /// Adds two counts.
  public GenotypeCounts plus(GenotypeCounts other) {
    return new GenotypeCounts(aa + other.aa, ab + other.ab, bb + other.bb);
  }
}
