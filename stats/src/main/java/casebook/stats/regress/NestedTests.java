// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.dist.ChiSquared;
import casebook.stats.math.Cholesky;
import casebook.stats.math.Matrix;
import casebook.stats.math.Maximum;
import casebook.stats.math.Sums;
import casebook.stats.result.Answer;
import casebook.stats.result.Outcome;
import casebook.stats.result.TestResult;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Tests that some coefficients of a fit are 0.
///
/// The intercept of centred columns is not the design's own; a question about it goes to the fit
/// over columns that are not centred.
final class NestedTests {
  private NestedTests() {}

  static Answer<TestResult> ratio(Fitted fit, boolean[] tested) {
    int df = places(tested).length;
    if (df == 0) {
      return nothing();
    }
    Fitted at = suited(fit, tested);
    Maximum without = at.without(tested);
    if (!without.outcome().usable() && !(fit.outcome() instanceof Outcome.Separated)) {
      return Answer.none(without.outcome());
    }
    return result("likelihood ratio test", Math.max(0, -2 * without.value()), df);
  }

  static Answer<TestResult> wald(Fitted fit, boolean[] tested) {
    int[] places = places(tested);
    if (!fit.isEstimated() || places.length == 0) {
      return places.length == 0 ? nothing() : Answer.none(fit.outcome());
    }
    Fitted at = suited(fit, tested);
    double[] point = Arrays.stream(places).mapToDouble(at.top()::at).toArray();
    Matrix part = at.covariance().select(places);
    return Cholesky.of(part)
        .map(factor -> result("Wald test", Sums.dot(point, factor.solve(point)), places.length))
        .orElseGet(() -> Answer.none("the covariance of the terms is singular"));
  }

  static Answer<TestResult> score(Fitted fit, boolean[] tested) {
    int df = places(tested).length;
    if (df == 0) {
      return nothing();
    }
    Maximum without = suited(fit, tested).without(tested);
    if (!without.outcome().usable()) {
      return Answer.none(without.outcome());
    }
    int size = tested.length;
    double[] score = new double[size];
    for (int j = 0; j < size; j++) {
      score[j] = tested[j] ? without.gradient(j) : 0;
    }
    return Cholesky.of(Matrix.of(size, size, without.information()))
        .map(factor -> result("score test", Sums.dot(score, factor.solve(score)), df))
        .orElseGet(() -> Answer.none("the information matrix is singular"));
  }

  private static Fitted suited(Fitted fit, boolean[] tested) {
    return tested[0] && fit.model().x().centredOnIntercept() ? fit.uncentred() : fit;
  }

  private static Answer<TestResult> nothing() {
    return Answer.none("no column of the terms is estimated");
  }

  private static Answer<TestResult> result(String method, double statistic, int df) {
    return Answer.of(TestResult.of(method, statistic, df, ChiSquared.p(statistic, df)));
  }

  private static int[] places(boolean[] marked) {
    return IntStream.range(0, marked.length).filter(j -> marked[j]).toArray();
  }
}
