// SPDX-License-Identifier: Apache-2.0
package casebook.stats.genetic;

/// A gene as a quantitative PCR amplifies it.
///
/// @param name the gene's name
/// @param efficiency factor by which a cycle multiplies the product: 2 when it doubles, above 1 and
///   at most 2.5 (an estimate may lie a little above 2)
public record Amplicon(String name, double efficiency) {
  public Amplicon {
    if (!(efficiency > 1 && efficiency <= 2.5)) {
      throw new IllegalArgumentException(
          "efficiency " + efficiency + " of " + name + "; it is above 1 and at most 2.5");
    }
  }

  /// Makes a gene whose product doubles in every cycle.
  public static Amplicon doubling(String name) {
    return new Amplicon(name, 2);
  }

  /// Makes a gene from the slope of its standard curve, cycles against log10 of the amount:
  /// efficiency 10^(-1 / slope), 2 for a slope of -3.32.
  ///
  /// Source: Rasmussen, 2001, in Rapid Cycle Real-Time PCR, pages 21-34.
  ///
  /// @param slope below 0
  public static Amplicon ofSlope(String name, double slope) {
    return new Amplicon(name, Math.pow(10, -1 / slope));
  }

  /// Returns the logarithm to base 2 of the amount that a threshold cycle means, up to a constant
  /// of the gene: -cycle log2(efficiency).
  public double log2Quantity(double cycle) {
    return -cycle * Math.log(efficiency) / Math.log(2);
  }
}
