// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.finding.Finding;
import casebook.study.finding.ListedPatient;
import casebook.study.run.StudyResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the treatment letter prints, from the bundled study: Table 1, the rate of response, the
/// tallies of complications.
class LetterTablesTest {
  private static final Path FOLDER = Path.of("..", "studies", "cyclosporine-itp");

  private static Finding.Listing table(StudyResult result) {
    return (Finding.Listing)
        result.findings().findings().stream()
            .filter(Finding.Listing.class::isInstance)
            .findFirst()
            .orElseThrow();
  }

  @Test
  void tenOfTwelveResponded() throws IOException {
    Map<String, String> printed = ClinicStudiesTest.printed(ClinicStudy.run(FOLDER));
    for (String day : List.of("2001_06_30", "2007_05_31")) {
      assertThat(printed.get("response.best.this_study.as_of_" + day + ".response.percent"))
          .isEqualTo("10/12, 83 (52–98)");
    }
    assertThat(printed.get("response.best.this_study.as_of_2007_05_31.relapse.count"))
        .isEqualTo("2/10, 20 (3–56)");
  }

  /// Table 1 as printed, but for the grades, which the letter does not give.
  @Test
  void tableOneIsThatOfTheLetter() throws IOException {
    List<String> rows =
        table(ClinicStudy.run(FOLDER)).patients().stream()
            .map(it ->
                it.id()
                    + " | "
                    + String.join(
                        " | ",
                        it.values().stream()
                            .map(value -> value.text().replaceAll(" \\(grade \\d\\)", ""))
                            .toList()))
            .toList();
    assertThat(rows)
        .containsExactly(
            "1 | P, G, A, Sple | 15 | ++ | Fatigue, hypertension",
            "2 | P, G, ALG, Sple | 29 | ++ | Gingival hyperplasia",
            "3 | P, G, ALG, Sple | 18 | + | Hypertrichosis, increased creatinine",
            "4 | P, G, A, Sple | 20 | ++ | Fatigue, hypertension",
            "5 | P, G, C, Sple | 10 | ++ | Tremor, gingival hyperplasia",
            "7 | P, G, C | 28 | ++ | Hypertension, candidiasis",
            "9 | P, G, C | 27 | ++ | Gingival hyperplasia",
            "10 | P, G, Sple | 12 | ++ | Myalgia",
            "12 | P, G, C | 25 | + | Paresthesias");
  }

  /// 10, 12, 15, 18, 20, 25, 27, 28, 29.
  @Test
  void medianCountBeforeTreatmentIsTwenty() throws IOException {
    List<Integer> counts =
        table(ClinicStudy.run(FOLDER)).patients().stream()
            .map(ListedPatient::values)
            .map(it -> Integer.valueOf(it.get(1).text()))
            .sorted()
            .toList();
    assertThat(counts.get(4)).isEqualTo(20);
  }

  @Test
  void talliesOfComplicationsAreThoseOfTheLetter() throws IOException {
    Map<String, String> printed = ClinicStudiesTest.printed(ClinicStudy.run(FOLDER));
    String base = "complications.by_patient.";
    assertThat(printed.get(base + "hypertension.patients.count")).startsWith("3/9, 33");
    assertThat(printed.get(base + "gingival_hyperplasia.patients.count")).startsWith("3/9, 33");
    assertThat(printed.get(base + "fatigue.patients.count")).startsWith("2/9, 22");
    for (String once :
        List.of(
            "tremor",
            "hypertrichosis",
            "increased_creatinine",
            "candidiasis",
            "myalgia",
            "paresthesias")) {
      assertThat(printed.get(base + once + ".patients.count")).startsWith("1/9, 11");
    }
  }
}
