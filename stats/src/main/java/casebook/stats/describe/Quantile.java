// SPDX-License-Identifier: Apache-2.0
package casebook.stats.describe;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;

/// A sample quantile by one of the nine definitions of Hyndman and Fan.
///
/// With the ordered values x(1) .. x(n) and a position h the quantile is x(j) + g (x(j+1) - x(j)),
/// j = floor(h), where positions outside 1 .. n take the smallest or the largest value:
///
/// | type | h | g | known from |
/// |---|---|---|---|
/// | 1 | n p | 0 if h = j, else 1 | inverse of the empirical distribution |
/// | 2 | n p | 1/2 if h = j, else 1 | SAS (default), Stata |
/// | 3 | n p - 1/2 | 0 if h = j and j is even, else 1 | SAS `PCTLDEF=2` |
/// | 4 | n p | h - j | linear in the empirical distribution |
/// | 5 | n p + 1/2 | h - j | hydrology |
/// | 6 | (n + 1) p | h - j | SPSS, CLSI EP28, Minitab |
/// | 7 | (n - 1) p + 1 | h - j | R (default), Excel |
/// | 8 | (n + 1/3) p + 1/3 | h - j | median-unbiased |
/// | 9 | (n + 1/4) p + 3/8 | h - j | normal scores |
///
/// A position within 4 units in the last place of a whole number is taken as that number, because
/// 0.975 and its like are not exact in binary.
///
/// Source: Hyndman, R. J. and Fan, Y. (1996). Sample quantiles in statistical packages. The
/// American Statistician 50, 361-365. Equals: `quantile(type = )` (R 4.2).
///
/// @param type the definition, 1 to 9
public record Quantile(int type) {
  private static final double FUZZ = 4 * Math.ulp(1.0);

  public Quantile {
    if (type < 1 || type > 9) {
      throw new IllegalArgumentException("quantile type " + type + " is not one of 1 to 9");
    }
  }

  /// Makes the definition of clinical chemistry, type 6.
  public static Quantile standard() {
    return new Quantile(6);
  }

  /// Returns another definition.
  public Quantile withType(int other) {
    return new Quantile(other);
  }

  /// Computes a quantile; empty when there are no values.
  ///
  /// @param values any order, each finite
  /// @param p probability, 0 to 1
  public OptionalDouble of(double[] values, double p) {
    if (values.length == 0) {
      return OptionalDouble.empty();
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return OptionalDouble.of(ofSorted(sorted, p));
  }

  /// Computes a quantile of values that are in order already.
  ///
  /// @param sorted ascending, length at least 1
  /// @param p probability, 0 to 1
  public double ofSorted(double[] sorted, double p) {
    return ofRanked(sorted.length, rank -> sorted[rank - 1], p);
  }

  /// Computes a quantile of values that are known by their rank.
  ///
  /// @param n number of values, at least 1
  /// @param ranked the value of each rank, from 1 for the smallest to n; asked for two ranks
  /// @param p probability, 0 to 1
  public double ofRanked(int n, IntToDoubleFunction ranked, double p) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("probability " + p + " is not between 0 and 1");
    }
    if (n < 1) {
      throw new IllegalArgumentException("there are " + n + " values; a quantile needs at least 1");
    }
    double position = position(n, p);
    double floor = Math.floor(position + FUZZ * Math.max(1, position));
    double rest = position - floor;
    if (Math.abs(rest) < FUZZ * Math.max(1, position)) {
      rest = 0;
    }
    double weight =
        switch (type) {
          case 1 -> rest > 0 ? 1 : 0;
          case 2 -> rest > 0 ? 1 : 0.5;
          case 3 -> rest == 0 && floor % 2 == 0 ? 0 : 1;
          default -> rest;
        };
    double low = ranked.applyAsDouble((int) Math.clamp(floor, 1, n));
    double high = ranked.applyAsDouble((int) Math.clamp(floor + 1, 1, n));
    return weight == 0 || low == high
        ? low
        : weight == 1 ? high : (1 - weight) * low + weight * high;
  }

  private double position(int n, double p) {
    return switch (type) {
      case 1, 2, 4 -> n * p;
      case 3 -> n * p - 0.5;
      case 5 -> n * p + 0.5;
      case 6 -> (n + 1) * p;
      case 7 -> (n - 1) * p + 1;
      case 8 -> (n + 1.0 / 3) * p + 1.0 / 3;
      default -> (n + 0.25) * p + 0.375;
    };
  }
}
