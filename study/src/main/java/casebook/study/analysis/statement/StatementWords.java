// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.statement;

import casebook.study.analysis.statement.Audit.Answer;
import casebook.study.analysis.statement.StatementSpec.Measure;
import casebook.study.analysis.statement.StatementSpec.Statement;
import casebook.study.unit.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// Says in words what a printed number must equal, and what came out.
final class StatementWords {
  private StatementWords() {}

  /// What the number must equal, as the study file writes it.
  static String measure(Statement statement) {
    String words =
        switch (statement.measure()) {
          case Measure.Arithmetic it -> it.expression().words();
          case Measure.Persons it -> it.counting().word() + ": " + it.condition().words();
          case Measure.Summary it -> it.statistic().word() + ": " + it.expression().words();
          case Measure.Possible it -> it.words().words();
        };
    return words + statement.of().map(it -> ", of " + it.words()).orElse("");
  }

  /// One sentence: what is printed, and what it must equal.
  static String sentence(Statement statement, Answer answer) {
    String printed = with(statement.printed().value(), statement.printed().unit());
    String said = "“" + statement.says() + "”: " + printed + " is printed";
    return switch (answer.verdict()) {
      case HOLDS -> said + ", and holds: " + measure(statement) + ".";
      case CANNOT_TELL -> said + "; whether it holds cannot be told: " + answer.whyNot() + ".";
      case DOES_NOT_HOLD -> said + ", but " + came(statement, answer.value().orElseThrow()) + ".";
    };
  }

  private static String came(Statement statement, BigDecimal value) {
    BigDecimal shown =
        value.setScale(statement.printed().value().scale() + 2, RoundingMode.HALF_EVEN);
    String came = with(plain(shown), statement.printed().unit());
    return statement.measure() instanceof Measure.Possible
        ? "a " + measure(statement) + " is " + came + " at the nearest"
        : "it must equal " + came + " (" + measure(statement) + ")";
  }

  private static BigDecimal plain(BigDecimal value) {
    BigDecimal bare = value.stripTrailingZeros();
    return bare.scale() < 0 ? bare.setScale(0) : bare;
  }

  private static String with(BigDecimal value, Unit unit) {
    return value.toPlainString() + (unit.printed().isEmpty() ? "" : " " + unit.printed());
  }
}
