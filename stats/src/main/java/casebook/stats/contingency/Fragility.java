// SPDX-License-Identifier: Apache-2.0
package casebook.stats.contingency;

import casebook.stats.result.Answer;

/// How few changed outcomes turn a significant result of Fisher's two-sided test into one that is
/// not.
///
/// No answer when the result is not significant to begin with, or never turns. For information
/// only.
///
/// @param alpha the significance level, between 0 and 1
public record Fragility(double alpha) {
  public Fragility {
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("alpha " + alpha + " is not between 0 and 1");
    }
  }

  /// The index and the table that it leads to.
  ///
  /// @param changed number of persons whose outcome was changed
  /// @param table the first table that is not significant
  /// @param p its p-value
  public record Index(int changed, TwoByTwo table, double p) {}

  /// Makes the method with alpha 0.05.
  public static Fragility standard() {
    return new Fragility(0.05);
  }

  /// Adds events, instead of non-events, to the row with fewer events (row 2 when equal).
  ///
  /// Source: Walsh and others, Journal of Clinical Epidemiology 67 (2014) 622.
  public Answer<Index> adding(TwoByTwo t) {
    boolean first = t.a() < t.c();
    return change(t, first ? 1 : 0, first ? 0 : 1);
  }

  /// Takes events away from the row with more events (row 1 when equal).
  public Answer<Index> removing(TwoByTwo t) {
    boolean first = t.a() >= t.c();
    return change(t, first ? -1 : 0, first ? 0 : -1);
  }

  private Answer<Index> change(TwoByTwo t, int step1, int step2) {
    if (FisherExact.twoSided(t).p().value() >= alpha) {
      return Answer.none("the result is not significant to begin with");
    }
    for (int i = 1; ; i++) {
      long a = t.a() + (long) i * step1;
      long c = t.c() + (long) i * step2;
      if (a < 0 || c < 0 || a > t.row1() || c > t.row2()) {
        return Answer.none("the result stays significant whatever is changed in one row");
      }
      TwoByTwo changed = new TwoByTwo(a, t.row1() - a, c, t.row2() - c);
      double p = FisherExact.twoSided(changed).p().value();
      if (p >= alpha) {
        return Answer.of(new Index(i, changed, p));
      }
    }
  }
}
