// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.reading;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.clinic.protocol.ClinicSections;
import casebook.study.analysis.people.Chosen;
import casebook.study.cohort.Cohort;
import casebook.study.cohort.CohortBuilder;
import casebook.study.data.Column;
import casebook.study.data.Presence;
import casebook.study.data.Table;
import casebook.study.finding.Rows;
import casebook.study.language.Clause;
import casebook.study.language.Study;
import casebook.study.language.Vocabulary;
import casebook.study.language.form.StudyReader;
import casebook.study.problem.Span;
import casebook.study.source.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the events of three patients come to: one who responded, lost the response and died, one
/// who never responded, one who was never treated.
class FollowedColumnsTest {
  private static final String STUDY =
      """
      casebook: 1
      title: t
      design: single-arm
      data: {patients: patients.csv, events: events.csv}
      subject: patient
      variables:
        sex: female | male
      events:
        platelets: {unit: 10^9/L}
        weight: {unit: kg}
        death: {is: cause}
        "cyclosporine, rescue": {is: drug}
      treatment:
        drug: cyclosporine
        dose: [2.5 to 3 mg/kg/d]
        monitoring:
          blood count: {measure: platelets, every: 1 month}
      response:
        complete: platelets >= 150
        partial: platelets >= 80
        no response: otherwise
        confirmed: no
        relapse: platelets < 30 at 2 counts
      """;

  private static final String EVENTS =
      """
      patient,date,kind,name,value,unit
      a,2001-01-01,dose,cyclosporine,200,mg/d
      a,2001-01-01,measurement,platelets,20,10^9/L
      a,2001-02-01,measurement,platelets,90,10^9/L
      a,2001-03-01,measurement,platelets,160,10^9/L
      a,2001-06-01,measurement,platelets,28,10^9/L
      a,2001-06-08,measurement,platelets,12,10^9/L
      a,2001-07-01,death,stroke,,
      b,2001-01-01,dose,cyclosporine,200,mg/d
      b,2001-03-01,measurement,platelets,79,10^9/L
      c,2001-03-01,contact,,,
      """;

  @TempDir private Path folder;

  @Test
  void daysAndResponsesAreThoseOfTheEvents() throws IOException {
    Table table = data(STUDY).patients();
    assertThat(shown(table, 0))
        .containsEntry("start", "2001-01-01")
        .containsEntry("responder", "yes")
        .containsEntry("best response", "complete")
        .containsEntry("response", "2001-02-01")
        .containsEntry("lost", "2001-06-01")
        .containsEntry("relapse", "2001-06-08")
        .containsEntry("death", "2001-07-01")
        .containsEntry("last contact", "2001-07-01");
    assertThat(shown(table, 1))
        .containsEntry("responder", "no")
        .containsEntry("best response", "no response")
        .containsEntry("response", "NOT_APPLICABLE")
        .containsEntry("lost", "NOT_APPLICABLE")
        .containsEntry("death", "NOT_APPLICABLE")
        .containsEntry("last contact", "2001-03-01");
    assertThat(shown(table, 2))
        .containsEntry("start", "NOT_APPLICABLE")
        .containsEntry("responder", "NOT_APPLICABLE")
        .containsEntry("last contact", "2001-03-01");
  }

  @Test
  void declaredVariableCountsBeforeABroughtOne() throws IOException {
    String declared = STUDY.replace("  sex: female | male", "  sex: female | male\n  start: date");
    Table table = data(declared, ",start", ",2001-01-01", ",2001-01-01", ",").patients();
    assertThat(shown(table, 0)).containsEntry("start", "2001-01-01");
    assertThat(shown(table, 2)).containsEntry("start", "MISSING");
  }

  @Test
  void pluralStandsForThoseOfWhomItIsYes() throws IOException {
    Cohort cohort = CohortBuilder.standard().build(study(STUDY), data(STUDY).patients()).orThrow();
    Chosen.People responders = chosen("responders").people(cohort);
    assertThat(responders.rows().stream()).containsExactly(0);
    assertThat(responders.out())
        .containsExactly(
            new Rows.Out("responders: “responder is yes” does not hold", 1),
            new Rows.Out("responders: does not apply", 1));
    assertThat(chosen("all except b").people(cohort).rows().stream()).containsExactly(0, 2);
  }

  @Test
  void personLeftOutIsNamedWithTheReason() throws IOException {
    Cohort cohort = CohortBuilder.standard().build(study(STUDY), data(STUDY).patients()).orThrow();
    Chosen chosen = chosen("all except a (died of stroke), z");
    assertThat(chosen.people(cohort).out()).containsExactly(new Rows.Out("a (died of stroke)", 1));
    assertThat(chosen.strangers(cohort)).extracting(Chosen.Except::id).containsExactly("z");
    assertThat(chosen.note())
        .hasValue("Of: all; without a (died of stroke); without z, no reason declared.");
  }

  @Test
  void unknownWordIsAProblemAtItsPlace() throws IOException {
    assertThat(chosen("respondants except 8").check(study(STUDY)))
        .extracting(problem -> problem.code() + " " + problem.at().column())
        .containsExactly("study/unknown-variable 1");
  }

  private static Chosen chosen(String words) {
    Span at = new Span("study.yaml", 1, 1, words.length());
    return Chosen.read(new Clause("of", words, Clause.Shape.PLAIN, List.of(), at, at));
  }

  private static Study study(String text) {
    return StudyReader.read(
            "study.yaml",
            text.getBytes(StandardCharsets.UTF_8),
            new Vocabulary(ClinicSections.ALL, List.of()))
        .orThrow();
  }

  private ClinicData data(String text, String... columns) throws IOException {
    List<String> rows = List.of("patient,sex", "a,male", "b,female", "c,female");
    StringBuilder patients = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      patients.append(rows.get(i)).append(columns.length == 0 ? "" : columns[i]).append('\n');
    }
    Files.writeString(folder.resolve("patients.csv"), patients);
    Files.writeString(folder.resolve("events.csv"), EVENTS);
    Study study = study(text);
    Table table = Sources.read(folder, study.data(), study.dictionary()).orThrow();
    return ClinicData.read(folder, study, table).orThrow();
  }

  private static Map<String, String> shown(Table table, int row) {
    Map<String, String> shown = new TreeMap<>();
    for (Column column : table.columns()) {
      shown.put(
          column.name(),
          column.presence(row) == Presence.KNOWN
              ? value(column, row)
              : column.presence(row).name());
    }
    return shown;
  }

  private static String value(Column column, int row) {
    return switch (column) {
      case Column.Dates dates -> dates.value(row).toString();
      case Column.Leveled levels -> levels.level(row);
      case Column.Text text -> text.value(row);
      case Column.Numeric numbers -> String.valueOf(numbers.value(row));
    };
  }
}
