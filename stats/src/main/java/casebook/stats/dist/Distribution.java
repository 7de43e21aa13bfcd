// SPDX-License-Identifier: Apache-2.0
package casebook.stats.dist;

/// A distribution on the line with both of its tails, so that neither is ever one minus the other.
///
/// The logarithms stay finite where the probabilities themselves underflow to 0. Probabilities come
/// from Commons Statistics and Commons Numbers where those reach twelve digits.
public interface Distribution {
  /// Returns P(X <= x).
  double lower(double x);

  /// Returns P(X > x).
  double upper(double x);

  /// Returns ln P(X <= x).
  double lnLower(double x);

  /// Returns ln P(X > x).
  double lnUpper(double x);

  /// Below this probability a tail is continued in logarithms.
  double TINY = 1e-290;

  /// Returns the logarithm of a probability from it and its complement: the smaller of the two
  /// holds the digits.
  ///
  /// @param p the probability
  /// @param complement one minus the probability, computed on its own
  static double ln(double p, double complement) {
    return p > 0.5 ? Math.log1p(-complement) : Math.log(p);
  }
}
