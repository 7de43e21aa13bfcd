// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.clinic.rule.Capsules.Choice;
import casebook.clinic.rule.WindowStep.Doses;
import casebook.clinic.rule.WindowStep.Reading;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// 70 kg: the band of 2.5 to 3 mg/kg/d is 175 to 210 mg; the window is 200 to 400.
class WindowStepTest {
  private static final Capsules TWICE =
      new Capsules(Stream.of("10", "25", "50", "100").map(BigDecimal::new).toList(), 2);

  private static WindowStep step(String level, String now, Optional<Boolean> responds) {
    Reading reading =
        new Reading(new BigDecimal(level), BigDecimal.valueOf(200), BigDecimal.valueOf(400));
    Doses doses = new Doses(new BigDecimal(now), BigDecimal.valueOf(175), BigDecimal.valueOf(210));
    return WindowStep.of(reading, doses, responds, TWICE);
  }

  private static String words(WindowStep step) {
    return switch (step) {
      case WindowStep.Keep() -> "keep";
      case WindowStep.KeepForResponse() -> "keep for response";
      case WindowStep.ResponseUnknown() -> "response unknown";
      case WindowStep.Raise(var dose, var reaches) ->
          "raise to " + words(dose) + (reaches ? "" : ", short");
      case WindowStep.OutOfReach() -> "out of reach";
      case WindowStep.Lower(var dose, var below) ->
          "lower to " + words(dose) + (below ? ", below the band" : "");
      case WindowStep.NoSmallerDose() -> "no smaller dose";
    };
  }

  private static String words(Choice dose) {
    return dose.portions().stream().map(BigDecimal::toPlainString).collect(Collectors.joining("+"));
  }

  /// The decision table: each column decides at least once alone.
  @ParameterizedTest
  @CsvSource({
    // level, dose, response -> step
    "200, 175, no, keep",
    "200, 175, yes, keep",
    "200, 175, '', keep",
    "300, 200, no, keep",
    "400, 200, no, keep",
    "199.6, 175, yes, keep for response",
    "199.6, 175, '', response unknown",
    "199.6, 175, no, raise to 100+100",
    "190, 175, no, raise to 100+100",
    "100, 175, no, 'raise to 100+100, short'",
    "175, 175, no, raise to 100+100",
    "174, 175, no, 'raise to 100+100, short'",
    "0, 175, no, 'raise to 100+100, short'",
    "100, 100, no, raise to 100+100",
    "100, 210, no, out of reach",
    "400.4, 200, no, 'lower to 75+75, below the band'",
    "400.4, 200, yes, 'lower to 75+75, below the band'",
    "400.4, 200, '', 'lower to 75+75, below the band'",
    "500, 200, no, 'lower to 75+75, below the band'",
    "401, 300, no, lower to 125+100",
    "900, 300, no, lower to 125+100",
    "401, 20, no, no smaller dose"
  })
  void decision(String level, String now, String responds, String expected) {
    Optional<Boolean> response =
        responds.isEmpty() ? Optional.empty() : Optional.of(responds.equals("yes"));
    assertThat(words(step(level, now, response))).isEqualTo(expected);
  }

  /// From 205 mg there is 210 mg (110 + 100): 200 mg are no increase.
  @Test
  void raiseIsAnIncrease() {
    assertThat(words(step("199", "205", Optional.of(false)))).isEqualTo("raise to 110+100");
    assertThat(words(step("150", "205", Optional.of(false)))).isEqualTo("raise to 110+100, short");
  }

  /// 75 % of 175 mg is 131.25 mg, which no capsules make: the step is smaller then, never larger.
  @Test
  void lowerIsAtMostAQuarter() {
    assertThat(words(step("700", "175", Optional.of(true))))
        .isEqualTo("lower to 75+75, below the band");
    assertThat(words(step("420", "250", Optional.of(true)))).isEqualTo("lower to 100+100");
  }
}
