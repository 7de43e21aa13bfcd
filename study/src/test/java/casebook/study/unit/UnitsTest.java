// SPDX-License-Identifier: Apache-2.0
package casebook.study.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {
  private static Unit unit(String words) {
    return Units.read(words).orElseThrow(() -> new AssertionError("not read: " + words));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10^9/L",
        "x10^9/L",
        "10E9/L",
        "10e9/l",
        "10*9/L",
        "10*3/uL",
        "x10*3/uL",
        "10^3/µL",
        "G/L",
        "/nL",
        "×10⁹/L",
        "x 10^9/L",
        "10^9 cells/L",
        "K/uL",
        "10**9/L"
      })
  void cellCountsAreOneUnitHoweverWritten(String words) {
    assertThat(unit(words)).isEqualTo(new Unit("10*9/L", "×10⁹/L", "1/volume", 1e9));
  }

  @ParameterizedTest
  @ValueSource(strings = {"umol/L", "umol/l", "µmol/L", "μmol/L", "mcmol/L", "μmol/l"})
  void microHasTwoSignsAndTwoSpellings(String words) {
    assertThat(unit(words).code()).isEqualTo("umol/L");
    assertThat(unit(words).printed()).isEqualTo("µmol/L");
  }

  @ParameterizedTest
  @CsvSource({
    "ng/mL, ug/L",
    "g/L, mg/mL",
    "U/L, mU/mL",
    "IU/mL, kIU/L",
    "years, year",
    "a, yrs",
    "percent, %",
    "AU, arbitrary units",
    "10^12/L, T/L",
    "10*6/uL, T/L",
    "mmHg, mm[Hg]"
  })
  void sameScaleHasTheSameNumbers(String one, String other) {
    assertThat(unit(one).sameScale(unit(other))).isTrue();
    assertThat(unit(other).sameScale(unit(one))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "150000, /uL, 10^9/L, 150", "1.5, years, months, 18", "2, weeks, days, 14",
    "36, hours, days, 1.5", "70, kg, lb, 154.323583529414", "1, mg/dL, mg/L, 10",
    "8.2, mmol/L, umol/L, 8200", "120, mmHg, kPa, 15.9986864898", "1, kcal, kJ, 4.184",
    "0.1, g/L, mg/dL, 10", "5, mg/kg/d, ug/kg/d, 5000"
  })
  void convertsByDimension(BigDecimal value, String from, String into, BigDecimal expected) {
    assertThat(unit(from).convert(value, unit(into)).orElseThrow()).isEqualByComparingTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "AU, U/L",
    "AU, mg/L",
    "months, days",
    "years, weeks",
    "percent, AU",
    "mg/L, umol/L",
    "U/L, IU/L",
    "mg/kg, kg"
  })
  void differentDimensionsDoNotConvert(String from, String into) {
    assertThat(unit(from).convert(BigDecimal.ONE, unit(into))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "yeers",
        "mgg",
        "mg//L",
        "and",
        "or",
        "of",
        "in",
        "1e3",
        "10^",
        "x",
        "*",
        "/",
        "é",
        "mg/",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
      })
  void whatIsNoUnitIsNotRead(String words) {
    assertThat(Units.read(words)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "mL/min/1.73m2, mL/min/1.73 m²",
    "kg/m2, kg/m²",
    "ug/L, µg/L",
    "IU/mL, IU/mL",
    "m2, m²",
    "GPL, GPL",
    "Cel, °C",
    "lb, lb"
  })
  void unitsArePrintedAsInAPaper(String words, String printed) {
    assertThat(unit(words).printed()).isEqualTo(printed);
  }

  @Test
  void everyCommonUnitIsRead() {
    assertThat(Units.common()).allSatisfy(words -> assertThat(Units.read(words)).isPresent());
  }

  /// Creatinine C4H7N3O: 4 x 12.011 + 7 x 1.008 + 3 x 14.007 + 15.999 = 113.120 g/mol, so that 1
  /// mg/dL = 10 mg/L = 10/113.120 mmol/L = 88.40 umol/L, the factor that laboratories print.
  @Test
  void creatinineConvertsThroughItsMolarMass() {
    double mass = MolarMass.of("creatinine").orElseThrow();
    assertThat(mass).isCloseTo(113.120, within(1e-9));
    BigDecimal one = unit("mg/dL").convert(BigDecimal.ONE, unit("umol/L"), mass).orElseThrow();
    assertThat(one.doubleValue()).isCloseTo(88.4016973125884, within(1e-9));
    BigDecimal back = unit("umol/L").convert(one, unit("mg/dL"), mass).orElseThrow();
    assertThat(back.doubleValue()).isCloseTo(1, within(1e-12));
  }

  /// Published conversion factors to SI units, at their printed digits: Young, Huth, SI Units for
  /// Clinical Measurement, American College of Physicians, 1998.
  @ParameterizedTest
  @CsvSource({
    "glucose, mg/dL, mmol/L, 0.0555", "cholesterol, mg/dL, mmol/L, 0.0259",
    "bilirubin, mg/dL, umol/L, 17.1", "uric acid, mg/dL, umol/L, 59.5",
    "calcium, mg/dL, mmol/L, 0.250", "cortisol, ug/dL, nmol/L, 27.6"
  })
  void molarMassesGiveThePublishedFactors(
      String analyte, String from, String into, BigDecimal factor) {
    double mass = MolarMass.of(analyte).orElseThrow();
    BigDecimal one = unit(from).convert(BigDecimal.ONE, unit(into), mass).orElseThrow();
    // within one unit of the last printed digit: 17.104 is printed 17.1, 27.59 is printed 27.6
    assertThat(one).isCloseTo(factor, within(factor.ulp()));
  }

  @Test
  void anUnknownAnalyteHasNoMolarMass() {
    assertThat(MolarMass.of("proteinx")).isEmpty();
    assertThat(MolarMass.of("Uric_Acid")).isPresent();
  }

  @Test
  void productsAndQuotientsOfUnitsKeepTheirDimension() {
    Unit square = unit("m").times(unit("m"));
    assertThat(unit("kg").per(square).converts(unit("kg/m2"))).isTrue();
    assertThat(unit("percent").per(unit("percent"))).isEqualTo(Unit.NONE);
    assertThat(unit("mg").per(unit("kg")).converts(unit("mg/kg"))).isTrue();
    assertThat(unit("kg").times(Unit.NONE)).isEqualTo(unit("kg"));
  }
}
