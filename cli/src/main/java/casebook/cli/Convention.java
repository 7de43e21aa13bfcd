// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import casebook.stats.contingency.Effect;
import casebook.stats.contingency.OddsRatio;
import casebook.stats.contingency.TwoByTwo;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import java.util.Optional;

/// A way from a 2x2 table to an odds ratio with an interval that some program takes.
enum Convention {
  WALD("Wald (Woolf)", "SPSS, SAS, Stata logistic, statsmodels, epitools wald", Point.SAMPLE),
  CORNFIELD("score (Cornfield)", "Stata cc, cornfield", Point.SAMPLE),
  SCORE("score, N-1 (Miettinen-Nurminen)", "casebook", Point.SAMPLE),
  PROFILE("profile likelihood", "R confint(glm), gtsummary, finalfit", Point.SAMPLE),
  SAMPLE_EXACT("sample ratio, exact, central", "Stata cc", Point.SAMPLE),
  SAMPLE_MID_P("sample ratio, mid-P", "casebook (small counts)", Point.SAMPLE),
  HALDANE("Haldane-Anscombe, 1/2 added", "jamovi, statsmodels (empty cell)", Point.HALF_ADDED),
  FIRTH("Firth, penalised profile", "R logistf", Point.HALF_ADDED),
  FIRTH_WALD("Firth, Wald", "R logistf (pl = FALSE), brglm2", Point.HALF_ADDED),
  SMALL("small-sample adjusted", "epitools small", Point.SMALL),
  EXACT("conditional, exact, central", "R fisher.test, exact2x2", Point.CONDITIONAL),
  MINLIKE("conditional, exact, minlike", "exact2x2", Point.CONDITIONAL),
  BLAKER("conditional, exact, Blaker", "exact2x2", Point.CONDITIONAL),
  MID_P("mid-P, median unbiased", "epitools midp", Point.CONDITIONAL);

  /// Which estimate; what has a closed form is asked first, as it rules out most tables.
  private enum Point {
    SAMPLE,
    HALF_ADDED,
    SMALL,
    CONDITIONAL
  }

  private final String label;
  private final String programs;
  private final Point point;

  Convention(String label, String programs, Point point) {
    this.label = label;
    this.programs = programs;
    this.point = point;
  }

  String label() {
    return label;
  }

  String programs() {
    return programs;
  }

  /// The odds ratio of a table, if this way has one.
  Optional<Estimate> of(TwoByTwo table, double level) {
    OddsRatio ratio = OddsRatio.standard().withLevel(level);
    Answer<Effect> answer =
        switch (this) {
          case WALD -> ratio.woolf(table);
          case CORNFIELD -> ratio.cornfield(table);
          case SCORE -> ratio.miettinenNurminen(table);
          case PROFILE -> ratio.profile(table);
          case SAMPLE_EXACT, EXACT -> ratio.centralExact(table);
          case SAMPLE_MID_P, MID_P -> ratio.midP(table);
          case HALDANE -> Answer.of(ratio.haldane(table));
          case FIRTH -> ratio.firth(table);
          case FIRTH_WALD -> ratio.firthWald(table);
          case SMALL -> Answer.of(ratio.smallSample(table));
          case MINLIKE -> ratio.minimumLikelihood(table);
          case BLAKER -> ratio.blaker(table);
        };
    Optional<Estimate> estimate = answer.value().map(Effect::estimate);
    boolean sample = this == SAMPLE_EXACT || this == SAMPLE_MID_P;
    return sample ? estimate.map(it -> new Estimate(sample(table), it.interval())) : estimate;
  }

  private static double sample(TwoByTwo t) {
    return (double) (t.a() * t.d()) / (t.b() * t.c());
  }

  /// Whether it is worth while to work out the interval of a table: false only where the printed
  /// numbers cannot come from it.
  boolean mayFit(TwoByTwo t, PrintedRatio printed) {
    double half = (t.a() + 0.5) * (t.d() + 0.5) / ((t.b() + 0.5) * (t.c() + 0.5));
    return switch (point) {
      case SAMPLE -> isValue(sample(t), printed);
      case HALF_ADDED -> isValue(half, printed);
      case SMALL -> isValue((double) (t.a() * t.d()) / ((t.b() + 1) * (t.c() + 1)), printed);
      case CONDITIONAL -> Math.abs(Math.log(half / printed.value().doubleValue())) < far(t);
    };
  }

  /// How far a conditional estimate may lie from the half-added one, in logarithms: the farther,
  /// the smaller the smallest count.
  private static double far(TwoByTwo t) {
    return 1.2 / (1 + Math.min(Math.min(t.a(), t.b()), Math.min(t.c(), t.d())));
  }

  private static boolean isValue(double exact, PrintedRatio printed) {
    return printed.isValue(exact, PrintedRatio.Rounding.ROUNDED)
        || printed.isValue(exact, PrintedRatio.Rounding.CUT);
  }
}
