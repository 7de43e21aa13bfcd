// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import casebook.stats.dist.ChiSquared;
import casebook.stats.math.Cholesky;
import casebook.stats.math.Matrix;
import casebook.stats.regress.Coefficient;
import casebook.stats.result.Answer;
import casebook.stats.result.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The coefficients of a Cox model with standard errors that do not trust the model: the sandwich
/// of Lin and Wei, grouped when several rows belong together.
///
/// Source: Lin and Wei, 1989, Journal of the American Statistical Association 84:1074-1078. Equals:
/// `coxph(robust = TRUE)` and `cluster()` of R's survival 3.5.
public final class CoxRobust {
  private final List<Coefficient> terms;
  private final Matrix covariance;

  CoxRobust(List<Coefficient> model, CoxResiduals residuals, int[] clusters, int count) {
    int size = model.size();
    double[] sums = new double[count * size];
    for (int row = 0; row < clusters.length; row++) {
      for (int j = 0; j < size; j++) {
        sums[clusters[row] * size + j] += residuals.dfbeta(row, j);
      }
    }
    double[] products = new double[size * size];
    for (int c = 0; c < count; c++) {
      for (int j = 0; j < size; j++) {
        for (int k = 0; k < size; k++) {
          products[j + k * size] += sums[c * size + j] * sums[c * size + k];
        }
      }
    }
    covariance = Matrix.of(size, size, products);
    List<Coefficient> robust = new ArrayList<>();
    for (int j = 0; j < size; j++) {
      Coefficient term = model.get(j);
      robust.add(new Coefficient(term.name(), term.value(), Math.sqrt(covariance.at(j, j))));
    }
    terms = List.copyOf(robust);
  }

  /// Returns the coefficients with their robust standard errors.
  public List<Coefficient> terms() {
    return terms;
  }

  /// Returns the coefficient of a column.
  public Coefficient term(String column) {
    return terms.stream()
        .filter(term -> term.name().equals(column))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no column " + column));
  }

  /// Returns the robust covariance matrix of the coefficients.
  public Matrix covariance() {
    return covariance;
  }

  /// Tests whether all coefficients are 0 by Wald's quadratic form.
  public Answer<TestResult> wald() {
    int df = terms.size();
    double[] b = terms.stream().mapToDouble(Coefficient::value).toArray();
    return Cholesky.of(covariance)
        .map(factor -> {
          double[] solved = factor.solve(b);
          double statistic = IntStream.range(0, df).mapToDouble(j -> b[j] * solved[j]).sum();
          var p = ChiSquared.p(statistic, df);
          return Answer.of(TestResult.of("robust Wald test", statistic, df, p));
        })
        .orElseGet(() -> Answer.none("there are fewer clusters than coefficients"));
  }
}
