// SPDX-License-Identifier: Apache-2.0
package casebook.bench.score;

import casebook.stats.result.Answer;
import casebook.stats.result.TestResult;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/// Values as the results file has them: 17 significant digits, `Inf`, `-Inf`, `NaN`, or words.
final class Printed {
  private static final MathContext DIGITS = new MathContext(17);

  private Printed() {}

  static Optional<String> number(double value) {
    if (Double.isFinite(value)) {
      return Optional.of(new BigDecimal(value).round(DIGITS).toString());
    }
    return Optional.of(Double.isNaN(value) ? "NaN" : value > 0 ? "Inf" : "-Inf");
  }

  static Optional<String> number(OptionalDouble value, String absent) {
    return value.isPresent() ? number(value.getAsDouble()) : Optional.of(absent);
  }

  /// A part of an answer; where the library gives none, why not.
  static <T> Optional<String> part(Answer<T> answer, ToDoubleFunction<? super T> part) {
    return answer.value().isPresent()
        ? number(part.applyAsDouble(answer.value().get()))
        : Optional.of(answer.outcome().words());
  }

  static Optional<String> statistic(Answer<TestResult> answer) {
    return answer
        .value()
        .filter(test -> test.statistic().isPresent())
        .map(test -> number(test.statistic().getAsDouble()))
        .orElse(Optional.of(answer.outcome().words()));
  }

  static Optional<String> p(Answer<TestResult> answer) {
    return part(answer, test -> test.p().value());
  }

  static Optional<String> p(TestResult test) {
    return number(test.p().value());
  }

  static Optional<String> log10(TestResult test) {
    return number(test.p().ln() / Math.log(10));
  }
}
