// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.result.Answer;
import casebook.stats.result.Outcome;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The network of partial sufficient statistics: cases so far in the stratum, sums of the nuisance
/// columns, sum of the column asked about (last), packed into one whole number.
final class ExactNetwork {
  /// People of one stratum with the same covariates.
  ///
  /// @param stratum its number, ascending
  /// @param covariates whole numbers, at least 0; the column asked about is the last
  /// @param people how many
  /// @param cases how many of them are cases
  record Pattern(int stratum, List<Long> covariates, long people, long cases) {
    Pattern {
      covariates = List.copyOf(covariates);
    }
  }

  private final List<Pattern> patterns;
  private final int columns;
  private final long[] target;
  private final Map<Integer, Long> casesOf;
  private final double[] radix;

  private ExactNetwork(
      List<Pattern> patterns,
      int columns,
      long[] target,
      Map<Integer, Long> casesOf,
      double[] radix) {
    this.patterns = patterns;
    this.columns = columns;
    this.target = target;
    this.casesOf = casesOf;
    this.radix = radix;
  }

  static ExactNetwork of(List<Pattern> patterns, int columns) {
    long[] target = new long[columns];
    Map<Integer, Long> casesOf = new TreeMap<>();
    Map<Integer, Long> largest = new TreeMap<>();
    for (Pattern p : patterns) {
      for (int j = 0; j < columns; j++) {
        target[j] += p.cases() * p.covariates().get(j);
      }
      casesOf.merge(p.stratum(), p.cases(), Long::sum);
      largest.merge(p.stratum(), p.covariates().get(columns - 1), Math::max);
    }
    double[] radix = new double[columns + 1];
    radix[0] = 1 + (casesOf.isEmpty() ? 0 : Collections.max(casesOf.values()));
    for (int j = 0; j < columns - 1; j++) {
      radix[j + 1] = 1.0 + target[j];
    }
    radix[columns] = 1;
    casesOf.forEach(
        (stratum, cases) -> radix[columns] += (double) cases * largest.getOrDefault(stratum, 0L));
    return new ExactNetwork(patterns, columns, target, casesOf, radix);
  }

  /// Estimates the largest number of states: what the choices so far and the ranges of the
  /// statistics allow at most.
  double cost() {
    double ranges = 1;
    for (double r : radix) {
      ranges *= r;
    }
    double choices = 1;
    for (Pattern p : patterns) {
      choices *= Math.min(p.people(), casesOf.getOrDefault(p.stratum(), 0L)) + 1.0;
    }
    return Math.min(ranges, choices);
  }

  Answer<ExactDistribution> distribution(double limit, double unit) {
    double cost = cost();
    double packed = 1;
    for (double r : radix) {
      packed *= r;
    }
    if (packed > 0x1p62 || cost > 50 * limit) {
      return tooMany(cost, limit);
    }
    StateTable states = new StateTable();
    states.add(0, 1);
    for (int i = 0; i < patterns.size(); i++) {
      states = advance(states, i, limit);
      if (states.count() > limit) {
        return tooMany(cost, limit);
      }
      states.rescale();
    }
    return read(states, unit);
  }

  private static Answer<ExactDistribution> tooMany(double cost, double limit) {
    return Answer.none(
        new Outcome.NotEstimable(
            "the exact distribution needs up to "
                + oneDigit(cost)
                + " values; the limit is "
                + oneDigit(limit)));
  }

  /// A number of at least 1 to one digit, such as `2e+06`.
  private static String oneDigit(double number) {
    BigDecimal rounded = new BigDecimal(number).round(new MathContext(1, RoundingMode.HALF_UP));
    int exponent = -rounded.scale();
    return rounded.unscaledValue() + (exponent < 10 ? "e+0" : "e+") + exponent;
  }

  /// Adds one pattern; after the last pattern of a stratum its count of cases must be met.
  private StateTable advance(StateTable states, int index, double limit) {
    Pattern p = patterns.get(index);
    boolean last = index + 1 == patterns.size() || patterns.get(index + 1).stratum() != p.stratum();
    long wanted = casesOf.getOrDefault(p.stratum(), 0L);
    long peopleLeft = 0;
    for (int i = index + 1; i < patterns.size(); i++) {
      peopleLeft += patterns.get(i).stratum() == p.stratum() ? patterns.get(i).people() : 0;
    }
    long room = peopleLeft;
    long[] left = left(index + 1);
    double[] choices = choices(p.people(), Math.min(p.people(), wanted));
    StateTable next = new StateTable();
    states.forEach((key, weight) -> {
      long[] sums = unpack(key);
      for (int t = 0; t < choices.length && sums[0] + t <= wanted; t++) {
        boolean reachable = sums[0] + t + room >= wanted && next.count() <= limit;
        if (reachable && fits(sums, p, t, left)) {
          next.add(pack(sums, p, t, last), weight * choices[t]);
        }
      }
    });
    return next;
  }

  /// Returns the numbers of ways to choose 0, 1, ... most people, over the largest of them.
  private static double[] choices(long people, long most) {
    int mode = (int) Math.min(most, people / 2);
    double[] result = new double[(int) most + 1];
    result[mode] = 1;
    for (int t = mode + 1; t <= most; t++) {
      result[t] = result[t - 1] * (people - t + 1.0) / t;
    }
    for (int t = mode - 1; t >= 0; t--) {
      result[t] = result[t + 1] * (t + 1.0) / (people - t);
    }
    return result;
  }

  /// Returns the largest that patterns from an index on can still add to each nuisance sum.
  private long[] left(int from) {
    long[] most = new long[columns - 1];
    for (int i = from; i < patterns.size(); i++) {
      Pattern p = patterns.get(i);
      long cases = Math.min(p.people(), casesOf.getOrDefault(p.stratum(), 0L));
      for (int j = 0; j < most.length; j++) {
        most[j] += cases * p.covariates().get(j);
      }
    }
    return most;
  }

  private boolean fits(long[] sums, Pattern p, long cases, long[] left) {
    for (int j = 0; j < left.length; j++) {
      long sum = sums[j + 1] + cases * p.covariates().get(j);
      if (sum > target[j] || sum + left[j] < target[j]) {
        return false;
      }
    }
    return true;
  }

  private long pack(long[] sums, Pattern p, long cases, boolean last) {
    long key = 0;
    for (int j = columns; j > 0; j--) {
      key = key * (long) radix[j] + sums[j] + cases * p.covariates().get(j - 1);
    }
    return key * (long) radix[0] + (last ? 0 : sums[0] + cases);
  }

  private long[] unpack(long key) {
    long[] sums = new long[columns + 1];
    long rest = key;
    for (int j = 0; j <= columns; j++) {
      sums[j] = rest % (long) radix[j];
      rest /= (long) radix[j];
    }
    return sums;
  }

  /// Reads the distribution of the last sum from the states at the end.
  private Answer<ExactDistribution> read(StateTable states, double unit) {
    TreeMap<Long, Double> weights = new TreeMap<>();
    states.forEach((key, weight) -> weights.merge(unpack(key)[columns], weight, Double::sum));
    double[] statistic = new double[weights.size()];
    double[] lnWeight = new double[weights.size()];
    int observed = -1;
    int k = 0;
    for (Map.Entry<Long, Double> entry : weights.entrySet()) {
      if (entry.getKey() == target[columns - 1]) {
        observed = k;
      }
      statistic[k] = entry.getKey() * unit;
      lnWeight[k++] = Math.log(entry.getValue());
    }
    if (observed < 0) {
      return Answer.none("the weights of the exact distribution leave the range of doubles");
    }
    return Answer.of(new ExactDistribution(statistic, lnWeight, observed, informative()));
  }

  /// Counts the strata in which the last sum can vary.
  private int informative() {
    Map<Integer, List<Pattern>> strata = new TreeMap<>();
    patterns.forEach(p -> strata.computeIfAbsent(p.stratum(), s -> new ArrayList<>()).add(p));
    int count = 0;
    for (Map.Entry<Integer, List<Pattern>> one : strata.entrySet()) {
      long cases = casesOf.getOrDefault(one.getKey(), 0L);
      long people = one.getValue().stream().mapToLong(Pattern::people).sum();
      long kinds =
          one.getValue().stream()
              .filter(p -> p.people() > 0)
              .map(p -> p.covariates().get(columns - 1))
              .distinct()
              .count();
      count += cases > 0 && cases < people && kinds > 1 ? 1 : 0;
    }
    return count;
  }
}
