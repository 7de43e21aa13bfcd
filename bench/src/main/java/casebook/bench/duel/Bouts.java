// SPDX-License-Identifier: Apache-2.0
package casebook.bench.duel;

import casebook.stats.contingency.Crosstab;
import casebook.stats.contingency.Effect;
import casebook.stats.contingency.FreemanHalton;
import casebook.stats.contingency.OddsRatio;
import casebook.stats.contingency.TwoByTwo;
import casebook.stats.regress.Coefficient;
import casebook.stats.regress.ConditionalLogistic;
import casebook.stats.regress.Design;
import casebook.stats.regress.Firth;
import casebook.stats.regress.Fit;
import casebook.stats.regress.Logistic;
import casebook.stats.result.Interval;
import casebook.stats.survival.ConfidenceBand;
import casebook.stats.survival.Cox;
import casebook.stats.survival.KaplanMeier;
import casebook.stats.survival.SurvivalCurve;
import casebook.stats.survival.Times;
import java.util.List;
import java.util.function.Supplier;

/// The bouts of the duel of functions. Our side begins with plain arrays, as R's begins with a data
/// frame, and ends with estimates and standard errors (limits), as R's function does.
final class Bouts {
  private static final String MAXIMUM = "R's standard errors are those of the step before its last";
  private static final String SEARCH = "uniroot stops at 1e-4 of the odds ratio's scale";
  private static final String SAME = "rounding of long sums";
  private static final int PLACES = 101;

  private final DuelData data;

  Bouts(DuelData data) {
    this.data = data;
  }

  List<Bout> all() {
    Supplier<double[]> logistic = () -> numbers(Logistic.standard().fit(design(), data.outcome));
    String ten = "logistic, n = 500, 10 covariates";
    Supplier<double[]> cox = this::cox;
    String people = "Cox, n = 10,000, 5 covariates, tied days";
    return List.of(
        new Bout("logistic", ten, "glm", logistic, 1e-7, MAXIMUM),
        new Bout("logistic-lean", ten, "glm.fit", logistic, 1e-7, MAXIMUM),
        new Bout("firth", "Firth, same data", "brglm2::brglmFit", this::firth, 1e-7, MAXIMUM),
        new Bout(
            "firth-profile",
            "Firth with 10 pairs of profile limits",
            "algorithm of logistf in R",
            this::firthProfile,
            1e-6,
            "the R code stops at steps of 1e-8"),
        new Bout(
            "clogit",
            "conditional logistic, 200 sets 1:4, 5 covariates",
            "survival::clogit",
            this::clogit,
            1e-7,
            MAXIMUM),
        new Bout("cox", people, "survival::coxph", cox, 1e-7, MAXIMUM),
        new Bout("cox-lean", people, "survival::coxph.fit", cox, 1e-7, MAXIMUM),
        new Bout(
            "odds-ratio",
            "exact odds ratio and limits, 12 232 2 244",
            "fisher.test",
            this::exact,
            2e-3,
            SEARCH),
        new Bout(
            "fisher-5x5", "Fisher 5x5, n = 60", "fisher.test", this::fisher, 1e-7, "its own bound"),
        new Bout(
            "km",
            "Kaplan-Meier, 1e6 distinct times, all limits",
            "survival::survfit",
            () -> km(data.months, true),
            1e-9,
            SAME),
        new Bout(
            "km-days",
            "Kaplan-Meier, 1e6 rows in 3,600 days, all limits",
            "survival::survfit",
            () -> km(data.days, true),
            1e-9,
            SAME),
        new Bout(
            "km-plain",
            "Kaplan-Meier, 1e6 distinct times, no limits",
            "survfit(conf.type = \"none\")",
            () -> km(data.months, false),
            1e-9,
            SAME));
  }

  private Design design() {
    Design design = Design.withIntercept(data.outcome.length);
    for (int j = 0; j < data.logistic.length; j++) {
      design = design.and("x" + j, data.logistic[j]);
    }
    return design;
  }

  private static Design slopes(double[][] columns) {
    Design design = Design.withoutIntercept(columns[0].length);
    for (int j = 0; j < columns.length; j++) {
      design = design.and("x" + j, columns[j]);
    }
    return design;
  }

  private static double[] numbers(Fit fit) {
    List<Coefficient> terms = fit.terms();
    double[] numbers = new double[2 * terms.size()];
    for (int j = 0; j < terms.size(); j++) {
      numbers[j] = terms.get(j).value();
      numbers[terms.size() + j] = terms.get(j).standardError();
    }
    return numbers;
  }

  private double[] firth() {
    return numbers(Firth.standard().fit(design(), data.outcome));
  }

  private double[] firthProfile() {
    Fit fit = Firth.standard().fit(design(), data.outcome);
    List<Coefficient> terms = fit.terms();
    double[] numbers = new double[terms.size() + 2 * data.logistic.length];
    for (int j = 0; j < terms.size(); j++) {
      numbers[j] = terms.get(j).value();
    }
    for (int j = 0; j < data.logistic.length; j++) {
      Interval limits = fit.profile("x" + j, 0.95).orThrow().interval().orElseThrow();
      numbers[terms.size() + 2 * j] = limits.low();
      numbers[terms.size() + 2 * j + 1] = limits.high();
    }
    return numbers;
  }

  private double[] clogit() {
    Design design = slopes(data.matched);
    return numbers(ConditionalLogistic.standard().fit(design, data.set, data.cases).fit());
  }

  private double[] cox() {
    return numbers(Cox.standard().fit(new Times(data.time, data.event), slopes(data.hazard)).fit());
  }

  private double[] exact() {
    Effect effect = OddsRatio.standard().centralExact(new TwoByTwo(12, 232, 2, 244)).orThrow();
    Interval limits = effect.estimate().interval().orElseThrow();
    return new double[] {effect.estimate().value(), limits.low(), limits.high()};
  }

  private double[] fisher() {
    return new double[] {
      FreemanHalton.standard().test(Crosstab.of(data.table)).orThrow().test().p().value()
    };
  }

  /// The curve, and with `limits` the interval of every row; returned at 101 rows.
  private double[] km(double[] time, boolean limits) {
    SurvivalCurve curve =
        KaplanMeier.standard().withBand(ConfidenceBand.LOG).fit(new Times(time, data.died));
    int rows = curve.size();
    double[] low = new double[limits ? rows : 0];
    double[] high = new double[low.length];
    for (int i = 0; i < low.length; i++) {
      Interval interval = curve.interval(i).orElse(new Interval(0, 0, 0.95));
      low[i] = interval.low();
      high[i] = interval.high();
    }
    double[] numbers = new double[1 + (limits ? 4 : 2) * PLACES];
    numbers[0] = rows;
    for (int k = 0; k < PLACES; k++) {
      int row = (int) ((long) k * (rows - 2) / 100);
      numbers[1 + k] = curve.survival(row);
      numbers[1 + PLACES + k] = curve.standardError(row).orElse(0);
      if (limits) {
        numbers[1 + 2 * PLACES + k] = low[row];
        numbers[1 + 3 * PLACES + k] = high[row];
      }
    }
    return numbers;
  }
}
