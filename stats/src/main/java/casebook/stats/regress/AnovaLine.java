// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.result.Answer;
import casebook.stats.result.TestResult;

/// A line of an analysis of variance: what a term adds to those before it.
///
/// @param term the term's name
/// @param df the columns that it adds
/// @param sumOfSquares the sum of squares that they explain
/// @param test F against the residual mean square, or the reason why there is none
public record AnovaLine(String term, int df, double sumOfSquares, Answer<TestResult> test) {
  /// Returns the sum of squares for one degree of freedom; 0 for a term that adds nothing.
  public double meanSquare() {
    return df == 0 ? 0 : sumOfSquares / df;
  }
}
