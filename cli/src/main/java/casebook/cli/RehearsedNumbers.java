// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import casebook.stats.contingency.OddsRatio;
import casebook.stats.contingency.TwoByTwo;
import casebook.stats.reference.CutoffBootstrap;
import casebook.stats.regress.Design;
import casebook.stats.regress.Firth;
import casebook.stats.regress.Fit;
import casebook.stats.regress.Logistic;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/// Fits two models and works out one table and one cut-off of nobody, on threads of their own and
/// while study and data are read: the numbers of a run then begin with code that has been used. All
/// of it is thrown away; nothing depends on it but time.
final class RehearsedNumbers {
  private static final int PEOPLE = 200;
  private static final double LEVEL = 0.95;

  private RehearsedNumbers() {}

  static void begin() {
    Thread.ofPlatform().daemon().start(RehearsedNumbers::models);
    Thread.ofPlatform().daemon().start(RehearsedNumbers::tables);
  }

  /// A logistic model, by maximum likelihood and with Firth's penalty.
  static List<Fit> models() {
    double[] outcome = column(i -> i % 2);
    Design design =
        Design.withIntercept(PEOPLE)
            .and("sex", column(i -> i / 2 % 2))
            .and("age", column(i -> i * 37 % 50))
            .and("exposed", column(i -> i % 10 == 1 || i == 2 ? 1 : 0));
    List<Fit> fits =
        List.of(Logistic.standard().fit(design, outcome), Firth.standard().fit(design, outcome));
    for (Fit fit : fits) {
      fit.profileOddsRatio("exposed", LEVEL).orThrow();
      fit.likelihoodRatio("exposed").orThrow();
    }
    return fits;
  }

  /// A 2x2 table by every method, and a cut-off with its samples.
  static CutoffBootstrap.Draws tables() {
    TwoByTwo table = new TwoByTwo(12, 88, 2, 98);
    OddsRatio odds = new OddsRatio(LEVEL);
    odds.woolf(table).orThrow();
    odds.miettinenNurminen(table).orThrow();
    odds.profile(table).orThrow();
    odds.firth(table).orThrow();
    odds.centralExact(table).orThrow();
    odds.midP(table).orThrow();
    return CutoffBootstrap.upper(0.99)
        .of(column(i -> i * 37 % 211), column(i -> i * 31 % 199), limit -> limit)
        .orThrow();
  }

  private static double[] column(IntUnaryOperator value) {
    double[] column = new double[PEOPLE];
    Arrays.setAll(column, i -> value.applyAsInt(i));
    return column;
  }
}
