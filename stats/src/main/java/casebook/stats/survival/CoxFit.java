// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import casebook.stats.regress.Coefficient;
import casebook.stats.regress.Design;
import casebook.stats.regress.Fit;
import casebook.stats.result.Answer;
import casebook.stats.result.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// A fitted Cox model.
///
/// Coefficients, standard errors, likelihood-ratio, Wald and score tests, profile intervals and
/// Akaike's criterion are those of [#fit()]; the exponential of a coefficient is a hazard ratio.
/// What follows here needs the times again. Without an estimate each answer says why.
public final class CoxFit {
  private final Ties ties;
  private final Fit fit;
  private final Times times;
  private final RiskSets sets;

  CoxFit(Ties ties, Fit fit, Times times, RiskSets sets) {
    this.ties = ties;
    this.fit = fit;
    this.times = times;
    this.sets = sets;
  }

  /// Returns how events at the same time were treated.
  public Ties ties() {
    return ties;
  }

  /// Says how the fit ended.
  public Outcome outcome() {
    return times.events() == 0 ? new Outcome.NotEstimable("there are no events") : fit.outcome();
  }

  /// Returns estimates, tests and intervals.
  public Fit fit() {
    return fit;
  }

  /// Returns the coefficient of a column; throws where there is none, saying how the fit ended.
  ///
  /// @param column a column's name: a variable, or `name=level` for a factor
  public Coefficient term(String column) {
    return fit.term(column);
  }

  /// Returns the number of events.
  public int events() {
    return times.events();
  }

  private <T> Answer<T> estimated(Function<CoxProcess, Answer<T>> answer) {
    List<Coefficient> terms = fit.terms();
    if (terms.isEmpty() && !outcome().usable()) {
      return Answer.none(outcome());
    }
    Design design = fit.design();
    int[] columns = terms.stream().mapToInt(term -> design.column(term.name())).toArray();
    double[] centre = centre(columns);
    double[] beta = terms.stream().mapToDouble(Coefficient::value).toArray();
    var moments =
        new CoxMoments(sets, columns.length, (row, j) -> design.at(row, columns[j]) - centre[j]);
    return answer.apply(new CoxProcess(sets, moments, beta, ties == Ties.EFRON));
  }

  private double[] centre(int[] columns) {
    double[] centre = new double[columns.length];
    for (int j = 0; j < columns.length; j++) {
      for (int row = 0; row < times.size(); row++) {
        centre[j] += fit.design().at(row, columns[j]) / times.size();
      }
    }
    return centre;
  }

  /// Returns how well the predicted risk orders the events; only people of one stratum are
  /// compared.
  public Answer<Concordance> concordance() {
    return estimated(process -> {
      double[] risk = new double[times.size()];
      for (int i = 0; i < risk.length; i++) {
        risk[i] = process.moments.predictor(i);
      }
      return Concordance.of(sets, risk);
    });
  }

  /// Returns the residuals.
  public Answer<CoxResiduals> residuals() {
    return estimated(process -> Answer.of(new CoxResiduals(times, process, fit.covariance())));
  }

  /// Returns the coefficients with robust standard errors, each row on its own.
  public Answer<CoxRobust> robust() {
    int[] own = new int[times.size()];
    Arrays.setAll(own, i -> i);
    return robust(own);
  }

  /// Returns the coefficients with robust standard errors for rows that belong together.
  ///
  /// @param clusters length n, cluster of each row, from 0
  public Answer<CoxRobust> robust(int[] clusters) {
    int count = Groups.check(clusters, times.size());
    return residuals().map(residuals -> new CoxRobust(fit.terms(), residuals, clusters, count));
  }

  /// Prepares the tests of proportional hazards.
  ///
  /// @param scale the function of time that the coefficients may follow
  public Answer<ProportionalHazards> proportionalHazards(HazardScale scale) {
    if (ties == Ties.EXACT) {
      return Answer.none("the test of proportional hazards is not defined for exact ties");
    }
    double[] g = new TimeScale(times).values(scale, sets);
    return estimated(process -> Answer.of(new ProportionalHazards(fit, ties, scale, process, g)));
  }

  /// Predicts the survival of somebody with given covariates.
  ///
  /// @param stratum the stratum whose baseline hazard holds; 0 without strata
  /// @param covariates one value for each column of the design
  public Answer<CoxCurve> predict(int stratum, double... covariates) {
    if (covariates.length != fit.design().columns()) {
      throw new IllegalArgumentException(
          covariates.length + " covariates; expected " + fit.design().columnNames());
    }
    return estimated(process -> {
      List<Coefficient> terms = fit.terms();
      int[] columns = terms.stream().mapToInt(term -> fit.design().column(term.name())).toArray();
      double[] centre = centre(columns);
      double[] x = new double[columns.length];
      double eta = 0;
      for (int j = 0; j < x.length; j++) {
        x[j] = covariates[columns[j]] - centre[j];
        eta += x[j] * terms.get(j).value();
      }
      return Prediction.of(process, fit.covariance(), stratum, x, Math.exp(eta));
    });
  }
}
