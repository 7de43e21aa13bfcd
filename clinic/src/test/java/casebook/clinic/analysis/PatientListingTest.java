// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.finding.Finding;
import casebook.study.finding.ListedPatient;
import casebook.study.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatientListingTest {
  private static final Path FOLDER = Path.of("src/test/resources/studies/listing");

  private static Finding.Listing listing(int place) throws IOException {
    return ClinicStudy.run(FOLDER).findings().findings().stream()
        .filter(Finding.Listing.class::isInstance)
        .map(Finding.Listing.class::cast)
        .toList()
        .get(place);
  }

  private static List<String> texts(ListedPatient patient) {
    return patient.values().stream().map(ListedPatient.Value::text).toList();
  }

  @Test
  void patientsStandInTheOrderOfTheirNumbers() throws IOException {
    assertThat(listing(0).patients())
        .extracting(ListedPatient::id)
        .containsExactly("1", "2", "3", "10");
  }

  @Test
  void codesMarksAndComplicationsArePrinted() throws IOException {
    List<ListedPatient> patients = listing(0).patients();
    assertThat(texts(patients.getLast()))
        .containsExactly(
            "P, G, Sple", "15", "++", "2000-01-01", "Hypertension (grade 2), headache (grade 1)");
    assertThat(texts(patients.get(1))).containsExactly("–", "–", "+", "2000-01-01", "Tremor");
  }

  @Test
  void legendNamesOnlyWhatIsUsed() throws IOException {
    assertThat(listing(0).heading().notes())
        .contains(
            "Previous therapies: P, prednisone; G, γ-globulins; Sple, splenectomy.",
            "bleeding: +, minor; ++, major.",
            "–, not known or none.");
  }

  @Test
  void everyValueSaysWhereItWasRead() throws IOException {
    ListedPatient last = listing(0).patients().getLast();
    assertThat(last.values().get(0).sources()).containsExactly("patients.csv, line 2: prior");
    assertThat(last.values().get(1).sources())
        .containsExactly("events.csv, line 2: platelets 15 ×10⁹/L on 1999-12-30");
    assertThat(last.values().get(4).sources()).hasSize(3);
    assertThat(last.values().get(4).address().path())
        .isEqualTo("listing.patients.10.complications");
  }

  @Test
  void exceptionIsPrintedWithItsReason() throws IOException {
    assertThat(listing(1).patients()).extracting(ListedPatient::id).containsExactly("10");
    assertThat(listing(1).heading().notes()).contains("Of: responders; without 3 (moved away).");
  }

  @Test
  void unknownColumnIsRefused() throws IOException {
    String text = Files.readString(FOLDER.resolve("study.yaml"));
    assertThat(ClinicStudy.read(text.replace("bleeding, start", "bleding, start")).problems())
        .extracting(Problem::code)
        .contains("study/unknown-variable");
  }
}
