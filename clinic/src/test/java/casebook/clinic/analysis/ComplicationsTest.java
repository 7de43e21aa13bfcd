// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.clinic.protocol.Measures.Range;
import casebook.clinic.record.Entry;
import casebook.clinic.record.Event;
import casebook.clinic.record.Timeline;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComplicationsTest {
  private static final Path FOLDER = Path.of("src/test/resources/studies/listing");

  private static Event.Dose dose(String day, int mg, String until) {
    return new Event.Dose(
        Entry.of(LocalDate.parse(day), 1),
        "drug",
        BigDecimal.valueOf(mg),
        until.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(until)));
  }

  private static Event.Contact contact(String day) {
    return new Event.Contact(Entry.of(LocalDate.parse(day), 9));
  }

  /// 1 to 10 January is 10 days, 20 to 31 January 12; the gap does not count.
  @Test
  void gapsAreNotTimeOnTheDrug() {
    Timeline patient =
        Timeline.of(
            "1",
            dose("2000-01-01", 100, "2000-01-10"),
            dose("2000-01-20", 50, ""),
            contact("2000-01-31"));
    TimeOnDrug time = new TimeOnDrug(patient, "drug");
    assertThat(time.days()).isEqualTo(22);
    assertThat(time.years()).isEqualTo(22 / 365.25);
    assertThat(time.counts(LocalDate.parse("2000-01-11"))).isTrue();
    assertThat(time.counts(LocalDate.parse("2000-01-12"))).isFalse();
    assertThat(new TimeOnDrug(patient, "other").days()).isZero();
  }

  /// Patient 10 had hypertension twice, with grades 2 and 1; headache began after the drug.
  @Test
  void patientsCountOnceWithTheirWorstGrade() throws IOException {
    Map<String, String> printed = ClinicStudiesTest.printed(ClinicStudy.run(FOLDER));
    String base = "complications.by_patient.hypertension.";
    assertThat(printed.get(base + "patients.count")).startsWith("1/3, 33");
    assertThat(printed.get(base + "events")).isEqualTo("2");
    assertThat(printed.get(base + "grade_1")).isEqualTo("0");
    assertThat(printed.get(base + "grade_2")).isEqualTo("1");
    assertThat(printed.get(base + "resolved")).isEqualTo("1");
    assertThat(printed.get("complications.by_patient.any.events")).isEqualTo("4");
    assertThat(printed.get("complications.by_year.any.events")).isEqualTo("3");
  }

  private static int grade(LabGrade grades, String value, String baseline) {
    Optional<BigDecimal> before =
        baseline.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(baseline));
    Range normal = new Range(BigDecimal.ZERO, BigDecimal.valueOf(40));
    return grades.grade(new BigDecimal(value), before, normal);
  }

  /// Limits belong to the lower grade: above 40 is grade 1, above 120 grade 2.
  @Test
  void gradesBeginAboveTheirLimit() {
    assertThat(grade(LabGrade.ALT, "40", "")).isZero();
    assertThat(grade(LabGrade.ALT, "40.1", "")).isEqualTo(1);
    assertThat(grade(LabGrade.ALT, "120", "30")).isEqualTo(1);
    assertThat(grade(LabGrade.ALT, "120.1", "30")).isEqualTo(2);
    assertThat(grade(LabGrade.ALT, "200.1", "30")).isEqualTo(3);
    assertThat(grade(LabGrade.ALT, "800.1", "30")).isEqualTo(4);
    assertThat(grade(LabGrade.BILIRUBIN, "60.1", "30")).isEqualTo(2);
  }

  /// A baseline of 60 is above 40: grade 1 begins above 90, grade 2 above 180.
  @Test
  void abnormalBaselineTakesThePlaceOfTheLimit() {
    assertThat(grade(LabGrade.ALT, "90", "60")).isZero();
    assertThat(grade(LabGrade.ALT, "90.1", "60")).isEqualTo(1);
    assertThat(grade(LabGrade.ALT, "180.1", "60")).isEqualTo(2);
  }

  /// Creatinine: 1.5 times a baseline of 20 is 30, within the normal range, and grade 2 above it.
  @Test
  void creatinineIsGradedByTheHigherOfBothArms() {
    assertThat(grade(LabGrade.CREATININE, "30", "20")).isZero();
    assertThat(grade(LabGrade.CREATININE, "30.1", "20")).isEqualTo(2);
    assertThat(grade(LabGrade.CREATININE, "60.1", "20")).isEqualTo(3);
    assertThat(grade(LabGrade.CREATININE, "45", "40")).isEqualTo(1);
    assertThat(grade(LabGrade.CREATININE, "241", "")).isEqualTo(4);
  }

  /// Patient 10 has two episodes, of grades 1 (91 of 60) and 2 (181); the 1.3 of patient 2 is 1.6
  /// times 0.8, and 1.9 of patient 3 is 1.6 times the upper limit.
  @Test
  void laboratoryValuesAreGraded() throws IOException {
    Map<String, String> printed = ClinicStudiesTest.printed(ClinicStudy.run(FOLDER));
    String base = "complications.by_patient.ctcae.";
    assertThat(printed.get(base + "alt.episodes")).isEqualTo("3");
    assertThat(printed.get(base + "alt.abnormal_before")).isEqualTo("1");
    assertThat(printed.get(base + "alt.grade_1")).isEqualTo("0");
    assertThat(printed.get(base + "alt.grade_2")).isEqualTo("2");
    assertThat(printed.get(base + "creatinine.grade_2")).isEqualTo("2");
  }
}
