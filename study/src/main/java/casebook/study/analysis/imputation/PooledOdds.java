// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.imputation;

import casebook.stats.impute.Pooled;
import casebook.stats.impute.Pooling;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.study.analysis.provenance.Origin;
import casebook.study.finding.Address;
import casebook.study.finding.Method;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import casebook.study.finding.Statistic.Basis.Other;
import java.util.List;
import java.util.Optional;

/// The odds ratio of one term pooled over imputed data sets.
///
/// @param address the beginning of the addresses of its numbers
/// @param label what it is
/// @param basis the counts, the number of data sets among them
/// @param estimator the method record of the model as text
/// @param pooling degrees of freedom of the whole data, level
public record PooledOdds(
    Address address, String label, Basis basis, String estimator, Pooling pooling) {
  /// The label of the share of information that is missing.
  static final String MISSING_INFORMATION = "fraction of missing information";

  /// Pools.
  ///
  /// @param logOdds one for each data set
  /// @param variances their squared standard errors
  public Statistic of(double[] logOdds, double[] variances) {
    Pooled pooled = pooling.of(logOdds, variances);
    Pooled large = Pooling.standard().withLevel(pooling.level()).of(logOdds, variances);
    Address ratio = address.with("odds_ratio");
    List<Other> others =
        List.of(
            new Other(
                "large-sample degrees of freedom",
                ratio(
                    ratio.with("large_sample"),
                    large,
                    ImputationMethods.largeSample(settings()),
                    basis)),
            number(
                MISSING_INFORMATION,
                "missing_information",
                pooled.missingInformation(),
                ImputationMethods.MISSING_INFORMATION),
            number(
                "degrees of freedom",
                "degrees_of_freedom",
                pooled.degreesOfFreedom(),
                ImputationMethods.DEGREES_OF_FREEDOM),
            number(
                "Monte Carlo error of its logarithm",
                "monte_carlo_error",
                Math.sqrt(pooled.between() / pooled.imputations()),
                ImputationMethods.MONTE_CARLO));
    return ratio(ratio, pooled, ImputationMethods.pooled(settings()), basis.withOthers(others));
  }

  private String settings() {
    return estimator + "; " + pooling;
  }

  private Statistic ratio(Address place, Pooled pooled, Method method, Basis on) {
    Estimate log = pooled.estimate();
    Estimate ratio = new Estimate(Math.exp(log.value()), log.interval().map(Interval::exp));
    return new Statistic(
        place, label, Optional.of(ratio), Optional.of(pooled.test().p()), "", method, on, "");
  }

  private Other number(String name, String slug, double value, Method method) {
    return new Other(
        name, Origin.value(address.with(slug), label + ": " + name, value, "", method, basis));
  }

  /// The place of an odds ratio that is not pooled.
  public Statistic absent(String whyNot) {
    return Origin.absent(
        address.with("odds_ratio"), label, "", ImputationMethods.pooled(settings()), basis, whyNot);
  }

  /// The test of a pooled odds ratio.
  public Statistic test(Statistic ratio) {
    return new Statistic(
        address.with("p"),
        label + ": test",
        Optional.empty(),
        ratio.p(),
        "",
        ImputationMethods.test(settings()),
        basis,
        ratio.whyNot());
  }

  /// The share of information that is missing for a pooled odds ratio; 0 where none is pooled.
  public static double missingInformation(Statistic ratio) {
    return ratio.basis().others().stream()
        .filter(other -> other.label().equals(MISSING_INFORMATION))
        .flatMap(other -> other.statistic().estimate().stream())
        .mapToDouble(Estimate::value)
        .findFirst()
        .orElse(0);
  }
}
