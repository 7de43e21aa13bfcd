// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import static casebook.clinic.rule.LetterProtocol.dose;
import static casebook.clinic.rule.LetterProtocol.lines;
import static casebook.clinic.rule.LetterProtocol.platelets;
import static casebook.clinic.rule.LetterProtocol.sentences;
import static casebook.clinic.rule.LetterProtocol.trough;
import static casebook.clinic.rule.LetterProtocol.value;
import static casebook.clinic.rule.LetterProtocol.weight;
import static org.assertj.core.api.Assertions.assertThat;

import casebook.clinic.protocol.Protocol;
import casebook.clinic.record.Entry;
import casebook.clinic.record.Event;
import casebook.clinic.record.Quantity;
import casebook.clinic.record.Timeline;
import casebook.study.unit.Units;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which level is judged, and what is held against it: 70 kg, 175 mg a day since day 6.
class LevelsTest {
  private static final Protocol ANY = LetterProtocol.with(Optional.empty(), true);
  private static final Event WEIGHT = weight(0, "70");

  private static List<String> window(Protocol protocol, int today, Event... more) {
    Event[] start = {dose(0, "350"), dose(6, "175")};
    return lines(new TroughWindow(), protocol, today, LetterProtocol.events(start, more));
  }

  private static List<String> forecast(Event... more) {
    Event[] start = {WEIGHT, dose(0, "350"), dose(6, "200")};
    return lines(new Forecast(), ANY, 21, LetterProtocol.events(start, more));
  }

  private static Event.Level level(String number, String unit) {
    return new Event.Level(
        Entry.of(LetterProtocol.day(20), 1),
        "cya_level",
        Quantity.of(new BigDecimal(number), Units.read(unit).orElseThrow()),
        Optional.of("whole blood"),
        Optional.empty(),
        Optional.empty(),
        Optional.of(BigDecimal.valueOf(12)));
  }

  private static Event.Level serum(String number) {
    return LetterProtocol.level(20, number, "12", "serum", "");
  }

  private static boolean asked(List<String> said) {
    return said.stream()
        .anyMatch(it -> it.contains("more than 2.5 times what the dose lets expect"));
  }

  private static DynamicTest asked(
      String condition, boolean expected, Supplier<List<String>> said) {
    return DynamicTest.dynamicTest(
        condition, () -> assertThat(asked(said.get())).isEqualTo(expected));
  }

  /// 651 is a level two hours after the dose. That is only said where the model speaks of it.
  @TestFactory
  Stream<DynamicTest> levelThatCannotBeATrough() {
    return Stream.of(
        asked("all hold", true, () -> window(ANY, 21, WEIGHT, trough(20, "651"))),
        asked("it is that high", false, () -> window(ANY, 21, WEIGHT, trough(20, "250"))),
        asked("it is a number", false, () -> window(ANY, 21, WEIGHT, trough(20, ">651"))),
        asked("in its unit", false, () -> window(ANY, 21, WEIGHT, level("651", "mg/L"))),
        asked("or an equal one", true, () -> window(ANY, 21, WEIGHT, level("651", "ug/L"))),
        asked(
            "of whole blood",
            false,
            () -> window(ANY, 21, WEIGHT, LetterProtocol.level(20, "651", "12", "serum", ""))),
        asked(
            "which has a specimen",
            false,
            () -> window(ANY, 21, WEIGHT, LetterProtocol.level(20, "651", "12", "", ""))),
        asked(
            "whose time is known",
            false,
            () -> window(ANY, 21, WEIGHT, LetterProtocol.level(20, "651", "", "whole blood", ""))),
        asked("of a weight", false, () -> window(ANY, 21, trough(20, "651"))),
        asked(
            "given twice a day",
            false,
            () -> window(OtherProtocols.drug("cyclosporine", 3), 21, WEIGHT, trough(20, "651"))),
        asked("of cyclosporine", false, () -> otherDrug("tacrolimus")),
        asked("in any spelling", true, () -> otherDrug("Ciclosporin")),
        asked("and letter case", true, () -> otherDrug("CYCLOSPORINE")));
  }

  private static List<String> otherDrug(String drug) {
    Event given =
        new Event.Dose(
            Entry.of(LetterProtocol.day(0), 1), drug, new BigDecimal("175"), Optional.empty());
    return lines(
        new TroughWindow(), OtherProtocols.drug(drug, 2), 21, WEIGHT, given, trough(20, "651"));
  }

  /// The model speaks of the two days after a dose, its hour included.
  @ParameterizedTest
  @CsvSource({"-0.5, false", "0, true", "2, false", "47.9, true", "48, false", "60, false"})
  void hoursOfWhichTheModelSpeaks(String hours, boolean expected) {
    List<String> said =
        window(ANY, 21, WEIGHT, LetterProtocol.level(20, "651", hours, "whole blood", ""));
    assertThat(asked(said)).isEqualTo(expected);
    assertThat(said).anyMatch(it -> it.contains("it is no trough"));
  }

  /// What is written down under the name of the level, but without specimen, assay and hours of a
  /// level, is none.
  @Test
  void plainNumberIsNoLevel() {
    Event number = value(20, "cya_level", "100", "ng/mL");
    assertThat(window(ANY, 21, WEIGHT, number)).isEmpty();
    assertThat(forecast(number)).singleElement().asString().startsWith("cannot tell");
    assertThat(window(ANY, 21, WEIGHT, trough(18, "250"), number))
        .singleElement()
        .asString()
        .contains("The level of 250 ng/mL on 2001-02-18");
    assertThat(forecast(trough(18, "145"), number).getFirst()).startsWith("note: Forecast");
    assertThat(
            window(
                ANY,
                21,
                WEIGHT,
                LetterProtocol.level(15, "250", "12", "whole blood", "FPIA"),
                value(18, "cya_level", "100", "ng/mL"),
                LetterProtocol.level(20, "250", "12", "whole blood", "LC-MS")))
        .singleElement()
        .asString()
        .contains("the one before by another assay");
  }

  @ParameterizedTest
  @CsvSource({"145, ng/mL, true", "145, ug/L, true", "145, mg/L, false", "0, ng/mL, false"})
  void levelForAForecast(String number, String unit, boolean used) {
    assertThat(forecast(level(number, unit)).getFirst().startsWith("note: Forecast"))
        .isEqualTo(used);
  }

  /// A weight of today that no patient has: the search for the patient's kinetics does not end.
  @Test
  void levelThatTheModelCannotFollow() {
    assertThat(forecast(level("145", "ng/mL"), weight(21, "1E-120")))
        .containsExactly(
            "cannot tell the forecast of the level without levels that the model can follow");
  }

  @Test
  void forecastIsOfTwoDosesADay() {
    assertThat(
            lines(
                new Forecast(),
                OtherProtocols.drug("cyclosporine", 3),
                21,
                WEIGHT,
                dose(0, "200"),
                trough(20, "145")))
        .containsExactly("cannot tell the forecast of the level without two doses a day");
  }

  @Test
  void forecastIsOfCyclosporineOnly() {
    Event given =
        new Event.Dose(
            Entry.of(LetterProtocol.day(0), 1),
            "tacrolimus",
            new BigDecimal("8"),
            Optional.empty());
    for (Event[] more : List.of(new Event[0], new Event[] {WEIGHT, trough(20, "145")})) {
      assertThat(
              lines(
                  new Forecast(),
                  OtherProtocols.drug("tacrolimus", 2),
                  21,
                  LetterProtocol.events(more, given)))
          .containsExactly(
              "cannot tell the forecast of the level without cyclosporine as the drug: the model is"
                  + " only of cyclosporine");
    }
  }

  @Test
  void levelAfterTheDrugWasStoppedSaysNothing() {
    assertThat(window(ANY, 21, WEIGHT, dose(15, "0"), trough(20, "500"))).isEmpty();
    assertThat(forecast(dose(15, "0"), trough(20, "145"))).isEmpty();
  }

  @Test
  void withoutStagesALowLevelChangesNoDose() {
    Event[] low = {trough(20, "150"), platelets(19, "20")};
    assertThat(window(OtherProtocols.withoutStages(), 21, LetterProtocol.events(low, WEIGHT)))
        .isEmpty();
    assertThat(window(OtherProtocols.withoutStages(), 21, WEIGHT, trough(20, "250")))
        .singleElement()
        .asString()
        .contains("lies in its window: no change");
  }

  /// The assay of the level before is that of the entry before: of the same day, an earlier hour.
  @Test
  void assayOfTheLevelBeforeOnTheSameDay() {
    assertThat(window(ANY, 21, WEIGHT, at(8, "250", "FPIA"), at(9, "260", "LC-MS")))
        .singleElement()
        .asString()
        .contains("The level of 260 ng/mL", "by LC-MS, the one before by another assay");
    assertThat(window(ANY, 21, WEIGHT, at(8, "250", "FPIA"), at(9, "260", "FPIA")))
        .singleElement()
        .asString()
        .contains("lies in its window");
  }

  private static Event.Level at(int hour, String number, String assay) {
    Event.Level plain = LetterProtocol.level(20, number, "12", "whole blood", assay);
    Entry entry = new Entry(plain.day(), Optional.of(LocalTime.of(hour, 0)), 1, "");
    return new Event.Level(
        entry,
        plain.name(),
        plain.quantity(),
        plain.specimen(),
        plain.assay(),
        plain.lastDose(),
        plain.hours());
  }

  /// A dose that stays in the band, one that leaves it, and one that no capsules make.
  @Test
  void highLevelInWords() {
    Event[] high = {WEIGHT, dose(0, "350"), dose(6, "250"), serum("450")};
    assertThat(sentences(new TroughWindow(), ANY, 21, high))
        .containsOnly(
            "The level of 450 ng/mL on 2001-02-20 (window 200 to 400, at 250 mg a day) is high. 250"
                + " mg a day become 100 + 100 mg (200 mg a day, 2.86 mg/kg/d), 80.0 % of it.")
        .hasSize(2);
    Event[] low = {WEIGHT, dose(0, "350"), dose(6, "200"), serum("450")};
    assertThat(sentences(new TroughWindow(), ANY, 21, low))
        .containsOnly(
            "The level of 450 ng/mL on 2001-02-20 (window 200 to 400, at 200 mg a day) is high; the"
                + " lower dose lies below the band. 200 mg a day become 75 + 75 mg (150 mg a day,"
                + " 2.14 mg/kg/d), 75.0 % of it.")
        .hasSize(2);
    Event[] small = {WEIGHT, dose(0, "350"), dose(6, "50"), serum("450")};
    assertThat(sentences(new TroughWindow(), LetterProtocol.capsules("50"), 21, small))
        .containsExactly(
            "The level of 450 ng/mL on 2001-02-20 (window 200 to 400, at 50 mg a day) is high, and no"
                + " capsules make a dose that is smaller by 25 % at most.");
  }

  /// Note, dose and the level after it rest on dose, weight and level.
  @Test
  void whatALevelRestsOn() {
    for (Event.Level one : List.of(serum("300"), serum("450"))) {
      Event given = dose(6, "250");
      List<Advice> said =
          new TroughWindow()
              .advise(ANY, Timeline.of("1", WEIGHT, given, one), LetterProtocol.day(21));
      assertThat(said)
          .isNotEmpty()
          .allSatisfy(it -> assertThat(it.because().facts()).containsExactly(given, WEIGHT, one));
    }
  }
}
