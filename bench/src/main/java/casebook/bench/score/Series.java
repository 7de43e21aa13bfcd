// SPDX-License-Identifier: Apache-2.0
package casebook.bench.score;

import casebook.stats.describe.Autocorrelation;
import casebook.stats.describe.Moments;
import java.util.Optional;

/// Mean, standard deviation and autocorrelation of a series.
final class Series implements Subject {
  @Override
  public String suite() {
    return "nist_univariate";
  }

  @Override
  public Answers answers(Json input) {
    double[] values = input.at("values").numbers();
    Moments moments = Moments.of(values);
    return statistic ->
        switch (statistic) {
          case "mean" -> Printed.number(moments.mean());
          case "sd" -> Printed.number(moments.standardDeviation(), "NaN");
          default ->
              statistic.matches("autocorr_lag\\d+")
                  ? Printed.part(
                      new Autocorrelation(Integer.parseInt(statistic.substring(12))).of(values),
                      Double::doubleValue)
                  : Optional.empty();
        };
  }
}
