// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import casebook.stats.math.Matrix;
import casebook.stats.regress.Coefficient;
import casebook.stats.regress.Design;
import casebook.stats.regress.Fit;
import casebook.stats.result.Answer;
import casebook.stats.result.Outcome;
import java.util.ArrayList;
import java.util.List;

/// A fitted regression of a cumulative incidence.
public final class FineGrayFit {
  private final Fit fit;
  private final Subdistribution people;
  private final int events;

  FineGrayFit(Fit fit, Subdistribution people, int events) {
    this.fit = fit;
    this.people = people;
    this.events = events;
  }

  /// Says how the fit ended.
  public Outcome outcome() {
    return events == 0
        ? new Outcome.NotEstimable("there are no events of the cause")
        : fit.outcome();
  }

  /// Returns the number of events of the cause.
  public int events() {
    return events;
  }

  /// Returns the log pseudo-likelihood at the estimate.
  public double pseudoLogLikelihood() {
    return fit.logLikelihood();
  }

  /// Returns the log pseudo-likelihood with all coefficients 0.
  public double nullPseudoLogLikelihood() {
    return fit.nullLogLikelihood();
  }

  /// Returns the coefficients with robust standard errors, in the order of the design's columns
  /// that are estimated.
  public Answer<List<Coefficient>> terms() {
    return covariance()
        .map(covariance -> {
          List<Coefficient> robust = new ArrayList<>();
          for (Coefficient term : fit.terms()) {
            int j = robust.size();
            double error = Math.sqrt(covariance.at(j, j));
            robust.add(new Coefficient(term.name(), term.value(), error));
          }
          return List.copyOf(robust);
        });
  }

  /// Returns the robust covariance matrix of the coefficients.
  public Answer<Matrix> covariance() {
    List<Coefficient> terms = fit.terms();
    if (terms.isEmpty()) {
      return Answer.none(outcome());
    }
    Design design = fit.design();
    int[] columns = terms.stream().mapToInt(term -> design.column(term.name())).toArray();
    double[] beta = terms.stream().mapToDouble(Coefficient::value).toArray();
    double[] centre = new double[columns.length];
    for (int j = 0; j < centre.length; j++) {
      for (int row = 0; row < design.rows(); row++) {
        centre[j] += design.at(row, columns[j]) / design.rows();
      }
    }
    var moments =
        new SubdistributionMoments(
            people, columns.length, (row, j) -> design.at(row, columns[j]) - centre[j]);
    return Answer.of(new FineGrayVariance(people, moments, beta).sandwich(fit.covariance()));
  }
}
