// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.cohort.Cohort;
import casebook.study.cohort.CohortBuilder;
import casebook.study.finding.Finding;
import casebook.study.finding.Finding.Estimates;
import casebook.study.finding.Finding.Row;
import casebook.study.finding.Settings;
import casebook.study.finding.Statistic;
import casebook.study.language.Study;
import casebook.study.language.form.StudyReader;
import casebook.study.source.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pooled odds ratios beside those of complete cases; their values against R stand in
/// `studies/imputations`.
class ImputationsTest {
  private static final String STUDY =
      """
      casebook: 1
      title: Imputed
      design: case-control
      data: {file: data.csv, imputations: SETS}
      subject: id
      variables:
        group: control | case
        exposed: yes/no
        age: number
      cases: group is case
      controls: group is control
      analyses:
        - association: exposed
          adjusted for: {age: age}
      """;

  @TempDir private Path folder;

  private Estimates table(String imputations) throws IOException {
    return (Estimates) findings(STUDY.replace("SETS", imputations)).getFirst();
  }

  private List<Finding> findings(String study) throws IOException {
    byte[] text = study.getBytes(StandardCharsets.UTF_8);
    Study read = StudyReader.read("study.yaml", text, Analyses.forms(Analyses.ALL)).orThrow();
    Cohort cohort =
        CohortBuilder.standard()
            .build(read, Sources.read(folder, read.data(), read.dictionary()).orThrow())
            .orThrow();
    return Analyses.asked(read, Analyses.ALL).stream()
        .flatMap(asked -> asked.run(cohort, Settings.standard()).stream())
        .toList();
  }

  private static Statistic ratio(Row row) {
    return row.cells().get(2).statistics().getFirst();
  }

  /// 40 cases and 40 controls of whom 20 and 10 are exposed; the exposure of the last of both is
  /// missing.
  private void write(String name, String ofLastCase, String ofLastControl) throws IOException {
    StringBuilder people = new StringBuilder("id,group,exposed,age\n");
    for (int i = 0; i < 40; i++) {
      String exposed = i == 39 ? ofLastCase : i < 20 ? "yes" : "no";
      people.append("A%d,case,%s,%d%n".formatted(i, exposed, 40 + i * 7 % 11));
    }
    for (int i = 0; i < 40; i++) {
      String exposed = i == 39 ? ofLastControl : i < 10 ? "yes" : "no";
      people.append("B%d,control,%s,%d%n".formatted(i, exposed, 40 + i * 5 % 11));
    }
    Files.writeString(folder.resolve(name), people);
  }

  /// Tables (20, 20, 10, 30) and (21, 19, 11, 29): log odds ratios ln 3 and ln(609/209), variances
  /// 1/20 + 1/20 + 1/10 + 1/30 = 7/30 and 1/21 + 1/19 + 1/11 + 1/29.
  @Test
  void crudeOddsRatioIsPooledOnTheLogScale() throws IOException {
    write("data.csv", "", "");
    write("one.csv", "no", "no");
    write("two.csv", "yes", "yes");
    Estimates table = table("{files: [one.csv, two.csv]}");
    Statistic pooled = ratio(table.rows().get(1));
    double first = Math.log(3);
    double second = Math.log(609.0 / 209);
    double mean = (first + second) / 2;
    double within = (7.0 / 30 + 1.0 / 21 + 1.0 / 19 + 1.0 / 11 + 1.0 / 29) / 2;
    double between = (first - second) * (first - second) / 2;
    assertThat(pooled.estimate().orElseThrow().value())
        .isCloseTo(Math.exp(mean), Offset.offset(1e-9));
    var interval = pooled.estimate().orElseThrow().interval().orElseThrow();
    // t with almost all of the 78 degrees of freedom of the whole data: between 1.96 and 2.02
    double standardError = Math.sqrt(within + 1.5 * between);
    assertThat(Math.log(interval.high() / interval.low()) / 2 / standardError)
        .isBetween(1.96, 2.02);
    assertThat(pooled.basis().counts())
        .containsEntry("imputations", 2L)
        .containsEntry("n", 80L)
        .containsEntry("events", 40L);
    assertThat(pooled.basis().data()).containsExactly("data.csv", "one.csv", "two.csv");
  }

  @Test
  void equalSetsLoseNoInformation() throws IOException {
    write("data.csv", "", "");
    write("one.csv", "no", "no");
    Files.copy(folder.resolve("one.csv"), folder.resolve("two.csv"));
    Statistic pooled = ratio(table("{files: [one.csv, two.csv]}").rows().get(1));
    Statistic error =
        pooled.basis().others().stream()
            .map(other -> other.statistic())
            .filter(it -> it.statistic().equals("monte_carlo_error"))
            .findFirst()
            .orElseThrow();
    assertThat(pooled.estimate().orElseThrow().value()).isCloseTo(3, Offset.offset(1e-9));
    assertThat(error.estimate().orElseThrow().value()).isCloseTo(0, Offset.offset(1e-12));
  }

  @Test
  void orderOfTheSetsChangesNothing() throws IOException {
    write("data.csv", "", "");
    write("one.csv", "no", "yes");
    write("two.csv", "yes", "no");
    double forth = ratio(table("{files: [one.csv, two.csv]}").rows().get(1)).p().orElseThrow().ln();
    double back = ratio(table("{files: [two.csv, one.csv]}").rows().get(1)).p().orElseThrow().ln();
    // the sums run in the order of the sets
    assertThat(forth).isCloseTo(back, Offset.offset(1e-11));
  }

  @Test
  void pooledStandsFirstWhereDeclaredAndKeepsTheCounts() throws IOException {
    write("data.csv", "", "");
    write("one.csv", "no", "no");
    write("two.csv", "yes", "yes");
    Estimates first = table("{files: [one.csv, two.csv]}");
    Estimates turned = table("{files: [one.csv, two.csv], main: pooled}");
    assertThat(first.rows().get(1).label()).isEqualTo("Multiple imputation");
    assertThat(turned.rows().get(1).label()).isEqualTo("Complete cases");
    assertThat(turned.rows().get(0).cells().subList(0, 2))
        .isEqualTo(first.rows().get(0).cells().subList(0, 2));
    assertThat(turned.rows().get(0).cells().subList(2, 5))
        .isEqualTo(first.rows().get(1).cells().subList(2, 5));
    assertThat(turned.rows().get(1).cells().subList(2, 5))
        .isEqualTo(first.rows().get(0).cells().subList(2, 5));
    assertThat(first.heading().notes()).anyMatch(note -> note.contains("our default"));
    assertThat(turned.heading().notes()).anyMatch(note -> note.contains("as declared"));
  }

  /// The odds ratios of each level turn round; the test of all levels together is not pooled.
  @Test
  void testOfAllLevelsSaysThatItIsOfCompleteCases() throws IOException {
    Path study = Path.of("src/test/resources/studies/imputations");
    for (String file : List.of("data.csv", "imputed.csv")) {
      Files.copy(study.resolve(file), folder.resolve(file));
    }
    String text =
        Files.readString(study.resolve("study.yaml"))
            .replace("by: .imp}", "by: .imp, main: pooled}");
    Estimates smoking =
        (Estimates)
            findings(text).stream()
                .filter(it -> it.heading().address().path().equals("association.smoking"))
                .findFirst()
                .orElseThrow();
    assertThat(smoking.rows().getFirst().cells().get(3).notes())
        .containsExactly("Of complete cases");
    assertThat(ratio(smoking.rows().get(2)).address().path())
        .isEqualTo("association.smoking.crude.former.imputed.odds_ratio");
    assertThat(smoking.rows().get(3).label()).isEqualTo("Complete cases");
  }

  @Test
  void separationInOneSetIsSaidAndNothingIsPooled() throws IOException {
    StringBuilder data = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      data.append("A%d,case,%s,%d%n".formatted(i, i < 12 ? "yes" : "no", 40 + i % 7));
      data.append("B%d,control,%s,%d%n".formatted(i, i == 0 ? "" : "no", 40 + i % 5));
    }
    String whole = "id,group,exposed,age\n" + data;
    Files.writeString(folder.resolve("data.csv"), whole);
    Files.writeString(folder.resolve("one.csv"), whole.replace("control,,", "control,no,"));
    Files.writeString(folder.resolve("two.csv"), whole.replace("control,,", "control,yes,"));
    Estimates table = table("{files: [one.csv, two.csv]}");
    assertThat(ratio(table.rows().get(0)).estimate()).isPresent(); // Firth's
    for (int place : List.of(2, 4)) {
      Statistic pooled = table.rows().get(1).cells().get(place).statistics().getFirst();
      assertThat(pooled.estimate()).isEmpty();
      assertThat(pooled.whyNot())
          .isEqualTo(
              "in 1 of 2 imputed data sets maximum likelihood has no finite answer: exposed"
                  + " predicts perfectly who is a case for some persons, so that they are not"
                  + " pooled");
    }
  }

  @Test
  void fewImputationsForMuchMissingAreNamed() throws IOException {
    write("data.csv", "", "");
    write("one.csv", "no", "no");
    write("two.csv", "yes", "no");
    assertThat(table("{files: [one.csv, two.csv]}").heading().warnings())
        .anyMatch(warning -> warning.startsWith("2 imputations are few for what is missing: "));
  }
}
