// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import static casebook.clinic.rule.LevelValidity.Objection.DOSE_UNKNOWN;
import static casebook.clinic.rule.LevelValidity.Objection.FAR_BELOW;
import static casebook.clinic.rule.LevelValidity.Objection.IMPLAUSIBLE;
import static casebook.clinic.rule.LevelValidity.Objection.NEAR_A_TROUGH;
import static casebook.clinic.rule.LevelValidity.Objection.NOT_A_TROUGH;
import static casebook.clinic.rule.LevelValidity.Objection.NOT_STEADY;
import static casebook.clinic.rule.LevelValidity.Objection.NOT_WHOLE_BLOOD;
import static casebook.clinic.rule.LevelValidity.Objection.OTHER_ASSAY;
import static casebook.clinic.rule.LevelValidity.Objection.OTHER_SPECIMEN;
import static casebook.clinic.rule.LevelValidity.Objection.SPECIMEN_UNKNOWN;
import static casebook.clinic.rule.LevelValidity.Objection.TIME_UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.clinic.protocol.Treatment.Hours;
import casebook.clinic.protocol.Treatment.LevelWindow;
import casebook.clinic.protocol.Treatment.Window;
import casebook.clinic.rule.LevelValidity.Objection;
import casebook.clinic.rule.LevelValidity.Sample;
import casebook.study.problem.Span;
import casebook.study.unit.Units;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelValidityTest {
  private static final LevelWindow ANY = window("", Optional.empty());

  private static LevelWindow window(String specimen, Optional<Hours> hours) {
    Window limits =
        new Window(
            BigDecimal.valueOf(200), BigDecimal.valueOf(400), Units.read("ng/mL").orElseThrow());
    return new LevelWindow(
        "cya_level", "trough", limits, text(specimen), hours, 3, new Span("study.yaml", 1, 1, 1));
  }

  private static Optional<String> text(String text) {
    return Optional.of(text).filter(it -> !it.isEmpty());
  }

  private static List<Objection> judge(
      LevelWindow window,
      String hours,
      String specimen,
      String assay,
      String assayBefore,
      String days,
      String expected) {
    return LevelValidity.of(
        new Sample(
            text(hours).map(BigDecimal::new),
            text(specimen),
            text(assay),
            text(assayBefore),
            text(days).map(Long::valueOf),
            text(expected).map(BigDecimal::new)),
        window);
  }

  private static List<Objection> at(String hours) {
    return judge(ANY, hours, "whole blood", "", "", "3", "");
  }

  /// Each limit from both sides.
  @ParameterizedTest
  @CsvSource({
    "9.99, NOT_A_TROUGH",
    "10, NEAR_A_TROUGH",
    "10.99, NEAR_A_TROUGH",
    "13.01, NEAR_A_TROUGH",
    "13.5, NEAR_A_TROUGH",
    "14, NEAR_A_TROUGH",
    "14.01, NOT_A_TROUGH",
    "2, NOT_A_TROUGH",
    "-0.5, NOT_A_TROUGH",
    "'', TIME_UNKNOWN"
  })
  void timeSinceTheDose(String hours, Objection objection) {
    assertThat(at(hours)).containsExactly(objection);
  }

  @ParameterizedTest
  @CsvSource({"11", "12", "13"})
  void troughsAreGood(String hours) {
    assertThat(at(hours)).isEmpty();
  }

  @Test
  void declaredHoursCountInstead() {
    LevelWindow peak =
        window("", Optional.of(new Hours(new BigDecimal("1.75"), new BigDecimal("2.25"))));
    assertThat(judge(peak, "2", "whole blood", "", "", "3", "")).isEmpty();
    assertThat(judge(peak, "3", "whole blood", "", "", "3", "")).containsExactly(NEAR_A_TROUGH);
    assertThat(judge(peak, "12", "whole blood", "", "", "3", "")).containsExactly(NOT_A_TROUGH);
  }

  @Test
  void doseMustHaveBeenTheSameForThreeDays() {
    assertThat(judge(ANY, "12", "whole blood", "", "", "2", "")).containsExactly(NOT_STEADY);
    assertThat(judge(ANY, "12", "whole blood", "", "", "3", "")).isEmpty();
    assertThat(judge(ANY, "12", "whole blood", "", "", "", "")).containsExactly(DOSE_UNKNOWN);
  }

  /// A serum window says nothing of whole blood; a forecast needs whole blood.
  @Test
  void specimenMustBeThatOfTheWindow() {
    LevelWindow serum = window("serum", Optional.empty());
    assertThat(judge(serum, "12", "whole blood", "", "", "9", "")).containsExactly(OTHER_SPECIMEN);
    assertThat(judge(serum, "12", " Serum", "", "", "9", "")).containsExactly(NOT_WHOLE_BLOOD);
    assertThat(judge(serum, "12", "plasma", "", "", "9", ""))
        .containsExactly(OTHER_SPECIMEN, NOT_WHOLE_BLOOD);
    assertThat(judge(serum, "12", "", "", "", "9", "")).containsExactly(SPECIMEN_UNKNOWN);
    assertThat(judge(ANY, "12", "serum", "", "", "9", "")).containsExactly(NOT_WHOLE_BLOOD);
  }

  @Test
  void assayMustNotHaveChanged() {
    assertThat(judge(ANY, "12", "whole blood", "LC-MS", "FPIA", "9", ""))
        .containsExactly(OTHER_ASSAY);
    assertThat(judge(ANY, "12", "whole blood", "LC-MS", "lc-ms ", "9", "")).isEmpty();
    assertThat(judge(ANY, "12", "whole blood", "LC-MS", "", "9", "")).isEmpty();
    assertThat(judge(ANY, "12", "whole blood", "", "FPIA", "9", "")).isEmpty();
  }

  @Test
  void levelFarAboveExpectationIsAskedFor() {
    assertThat(judge(ANY, "12", "whole blood", "", "", "9", "2.5")).isEmpty();
    assertThat(judge(ANY, "12", "whole blood", "", "", "9", "2.51")).containsExactly(IMPLAUSIBLE);
  }

  /// 1/2.5 is 0.4.
  @Test
  void levelFarBelowExpectationIsAskedFor() {
    assertThat(judge(ANY, "12", "whole blood", "", "", "9", "0.4")).isEmpty();
    assertThat(judge(ANY, "12", "whole blood", "", "", "9", "0.399")).containsExactly(FAR_BELOW);
  }

  @Test
  void whatEachObjectionForbids() {
    assertThat(Objection.values())
        .filteredOn(it -> !it.againstWindow())
        .containsExactly(NOT_WHOLE_BLOOD, FAR_BELOW);
    assertThat(Objection.values())
        .filteredOn(it -> !it.againstForecast())
        .containsExactly(NEAR_A_TROUGH, OTHER_SPECIMEN, OTHER_ASSAY);
    assertThat(Objection.values())
        .filteredOn(Objection::missing)
        .containsExactly(TIME_UNKNOWN, DOSE_UNKNOWN, SPECIMEN_UNKNOWN);
  }
}
