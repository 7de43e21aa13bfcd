// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.style;

import casebook.stats.result.Estimate;
import java.util.Optional;
import java.util.stream.DoubleStream;

/// Prints times until an event, which may not be reached, and percentages of those without it.
///
/// Times have the decimals that their size asks for, the same for a time and its limits: none from
/// 100 on or where all are whole, one from 10 on, else two.
///
/// @param numbers how single numbers are printed
public record TimeText(Numbers numbers) {
  /// What stands for a time that too few people reached.
  public static final String NOT_REACHED = "not reached";

  /// A time with its interval: `18.3 (12.1–not reached)`.
  public String of(Estimate time) {
    if (time.interval().isEmpty()) {
      return one(time.value(), decimals(time.value()));
    }
    double low = time.interval().get().low();
    double high = time.interval().get().high();
    int decimals = decimals(time.value(), low, high);
    return one(time.value(), decimals) + range(low, high, decimals);
  }

  /// A median time and its quartiles: `69 (41–not reached)`; empty for what is not reached.
  public String between(Optional<Double> median, Optional<Double> low, Optional<Double> high) {
    double middle = median.orElse(Double.POSITIVE_INFINITY);
    double first = low.orElse(Double.POSITIVE_INFINITY);
    double third = high.orElse(Double.POSITIVE_INFINITY);
    int decimals = decimals(middle, first, third);
    return one(middle, decimals) + range(first, third, decimals);
  }

  /// A percentage with its interval: `60.6 (36.8–80.1)`.
  public String percent(Estimate percentage) {
    return one(percentage.value(), 1)
        + percentage.interval().map(it -> range(it.low(), it.high(), 1)).orElse("");
  }

  private String range(double low, double high, int decimals) {
    boolean open = Double.isInfinite(low) || Double.isInfinite(high);
    String from = one(low, decimals);
    String to = one(high, decimals);
    return " (" + from + numbers.dash(from, to, open) + to + ")";
  }

  private String one(double value, int decimals) {
    return Double.isInfinite(value) ? NOT_REACHED : numbers.fixed(Digits.shortest(value), decimals);
  }

  private static int decimals(double... values) {
    double[] known = DoubleStream.of(values).filter(Double::isFinite).toArray();
    boolean whole = DoubleStream.of(known).allMatch(it -> it == Math.rint(it));
    double largest = DoubleStream.of(known).max().orElse(0);
    return whole || largest >= 100 ? 0 : largest >= 10 ? 1 : 2;
  }
}
