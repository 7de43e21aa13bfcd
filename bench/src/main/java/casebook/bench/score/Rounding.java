// SPDX-License-Identifier: Apache-2.0
package casebook.bench.score;

import casebook.study.report.style.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// Decimal rounding. The rule of the program is half up of the shortest decimal, and goes through
/// the printer of reports; the suite asks for three other rules, of which a program must choose
/// one, and they are worked out here from the decimal arithmetic of the JDK.
final class Rounding implements Subject {
  @Override
  public String suite() {
    return "rounding";
  }

  @Override
  public Answers answers(Json input) {
    double value = input.at("value").number();
    int decimals = Math.toIntExact(input.at("decimals").count());
    BigDecimal exact = new BigDecimal(value);
    BigDecimal shortest = new BigDecimal(Double.toString(value));
    return statistic ->
        switch (statistic) {
          case "half_up_of_shortest_decimal" -> Optional.of(Numbers.decimals(value, decimals));
          case "half_even_of_shortest_decimal" -> other(shortest, decimals, RoundingMode.HALF_EVEN);
          case "half_up_of_exact_binary" -> other(exact, decimals, RoundingMode.HALF_UP);
          case "half_even_of_exact_binary" -> other(exact, decimals, RoundingMode.HALF_EVEN);
          default -> Optional.empty();
        };
  }

  private static Optional<String> other(BigDecimal value, int decimals, RoundingMode rule) {
    return Optional.of(value.setScale(decimals, rule).toPlainString());
  }
}
