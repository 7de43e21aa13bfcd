// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.data.Column;
import casebook.study.data.Presence;
import casebook.study.language.Study;
import casebook.study.language.form.StudyReader;
import casebook.study.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Four persons: P1 and P2 cases, P3 and P4 controls; two imputed data sets.
class ImputedCohortsTest {
  private static final Path FOLDER = Path.of("src/test/resources/data-files");

  private static Cohort cohort(String name) throws IOException {
    Path folder = FOLDER.resolve(name);
    byte[] text = Files.readAllBytes(folder.resolve("study.yaml"));
    Study study = StudyReader.read("study.yaml", text, List.of()).orThrow();
    return CohortBuilder.standard()
        .build(study, Sources.read(folder, study.data(), study.dictionary()).orThrow())
        .orThrow();
  }

  private static double number(Cohort cohort, String name, int row) {
    return ((Column.Numeric) cohort.table().column(name)).value(row);
  }

  @Test
  void eachFileIsASetJoinedByThePerson() throws IOException {
    List<Cohort> sets = cohort("imputation-several").imputed();
    assertThat(sets).hasSize(2);
    // the first file names the persons in another order than the data
    assertThat(number(sets.get(0), "bmi", 1)).isEqualTo(27);
    assertThat(number(sets.get(0), "bmi", 3)).isEqualTo(22);
    assertThat(number(sets.get(1), "bmi", 1)).isEqualTo(30.5);
  }

  @Test
  void derivedVariablesAreMadeAnewInEachSet() throws IOException {
    List<Cohort> sets = cohort("imputation-several").imputed();
    assertThat(((Column.Leveled) sets.get(0).table().column("obese")).level(1)).isEqualTo("no");
    assertThat(((Column.Leveled) sets.get(1).table().column("obese")).level(1)).isEqualTo("yes");
  }

  @Test
  void variablesWithoutAColumnStayAsObserved() throws IOException {
    Cohort cohort = cohort("imputation-several");
    assertThat(cohort.imputed().getFirst().table().column("smoking").presence(1))
        .isEqualTo(Presence.MISSING);
    assertThat(cohort.table().column("bmi").presence(1)).isEqualTo(Presence.MISSING);
  }

  /// P1 was observed as `<0.3`; the sets say 0.12 and 0.2.
  @Test
  void valueBelowALimitTakesTheImputedOne() throws IOException {
    List<Cohort> sets = cohort("imputation-incomplete").imputed();
    assertThat(number(sets.get(0), "crp", 0)).isEqualTo(0.12);
    assertThat(number(sets.get(1), "crp", 0)).isEqualTo(0.2);
    assertThat(((Column.Numeric) sets.get(0).table().column("crp")).anyCensored()).isFalse();
  }

  /// The sets hold an age at the event for controls as well, of whom it was not asked.
  @Test
  void whatWasNotAskedStaysNotApplicable() throws IOException {
    Cohort set = cohort("imputation-incomplete").imputed().getFirst();
    assertThat(number(set, "event_age", 1)).isEqualTo(58);
    assertThat(set.table().column("event_age").presence(2)).isEqualTo(Presence.NOT_APPLICABLE);
  }

  @Test
  void whoTakesPartIsDecidedOnWhatWasObserved() throws IOException {
    Cohort cohort = cohort("imputation-several");
    for (Cohort set : cohort.imputed()) {
      assertThat(set.rows()).isEqualTo(cohort.rows());
      assertThat(set.groups()).isEqualTo(cohort.groups());
    }
  }
}
