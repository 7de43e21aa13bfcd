// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.analysis;

import static org.assertj.core.api.Assertions.assertThat;

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
}
