// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

/// How the likelihood of a matched set with several cases is written.
public enum Ties {
  /// All choices of as many cases from the set, by recursion: the conditional likelihood itself.
  EXACT,
  /// Efron's approximation: each further case finds the cases before it partly gone.
  EFRON,
  /// Breslow's approximation: every case is drawn from the whole set.
  BRESLOW
}
