// SPDX-License-Identifier: Apache-2.0
package casebook.stats.reference;

import casebook.stats.describe.Quantile;
import casebook.stats.result.Answer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Tukey's fences: values beyond the quartiles by more than a multiple of their distance are to be
/// looked at, not dropped.
///
/// Source: Tukey, J. W. (1977). Exploratory Data Analysis, p. 44; after a Box-Cox power: Horn, P.
/// S., Feng, L., Li, Y. and Pesce, A. J. (2001). Effect of outliers and nonhealthy individuals on
/// reference interval estimation. Clinical Chemistry 47, 2137-2145.
///
/// @param quartiles how the quartiles are defined
/// @param multiple of the distance between the quartiles, above 0
public record TukeyFences(Quantile quartiles, double multiple) {
  public TukeyFences {
    if (!(multiple > 0)) {
      throw new IllegalArgumentException("multiple " + multiple + " is not above 0");
    }
  }

  /// What lies outside.
  ///
  /// @param lower lower fence, in the unit of the values
  /// @param upper upper fence, in the unit of the values
  /// @param outside indices of the values outside, ascending
  public record Fences(double lower, double upper, List<Integer> outside) {
    public Fences {
      outside = List.copyOf(outside);
    }
  }

  /// Makes fences at 1.5 distances from quartiles of type 6.
  public static TukeyFences standard() {
    return new TukeyFences(Quantile.standard(), 1.5);
  }

  /// Returns the fences with other quartiles.
  public TukeyFences withQuartiles(Quantile other) {
    return new TukeyFences(other, multiple);
  }

  /// Puts up the fences.
  ///
  /// @param values any order
  /// @return the fences, or the reason when there are no values
  public Answer<Fences> of(double[] values) {
    if (values.length == 0) {
      return Answer.none("there are no values");
    }
    double q1 = quartiles.of(values, 0.25).orElseThrow();
    double q3 = quartiles.of(values, 0.75).orElseThrow();
    double lower = q1 - multiple * (q3 - q1);
    double upper = q3 + multiple * (q3 - q1);
    List<Integer> outside =
        IntStream.range(0, values.length)
            .filter(i -> values[i] < lower || values[i] > upper)
            .boxed()
            .toList();
    return Answer.of(new Fences(lower, upper, outside));
  }

  /// Puts up the fences on the scale of the Box-Cox power that makes the values most normal, and
  /// brings them back (Horn's method for skewed values).
  ///
  /// @param values any order, each positive
  /// @return the fences, or the reason when no power was found
  public Answer<Fences> afterPower(double[] values) {
    Answer<BoxCox> power = BoxCox.of(values);
    if (power.value().isEmpty()) {
      return Answer.none(power.outcome());
    }
    BoxCox found = power.orThrow();
    return of(Arrays.stream(values).map(found::transform).toArray())
        .map(fences ->
            new Fences(found.back(fences.lower()), found.back(fences.upper()), fences.outside()));
  }
}
