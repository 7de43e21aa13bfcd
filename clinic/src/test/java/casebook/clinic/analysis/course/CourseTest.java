// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.analysis.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import casebook.clinic.analysis.ClinicAnalyses;
import casebook.clinic.protocol.ClinicSections;
import casebook.clinic.reading.ClinicData;
import casebook.clinic.record.Timeline;
import casebook.study.analysis.Analyses;
import casebook.study.analysis.Asked;
import casebook.study.cohort.Cohort;
import casebook.study.cohort.CohortBuilder;
import casebook.study.data.Table;
import casebook.study.finding.Finding;
import casebook.study.finding.Finding.Timelines;
import casebook.study.finding.PatientCourse;
import casebook.study.finding.PatientCourse.Bar;
import casebook.study.finding.PatientCourse.Mark;
import casebook.study.finding.PatientCourse.Reading;
import casebook.study.finding.PatientCourse.Stretch;
import casebook.study.finding.Settings;
import casebook.study.finding.Statistic;
import casebook.study.finding.TimelineFrame.Range;
import casebook.study.finding.TimelineFrame.Threshold;
import casebook.study.language.Study;
import casebook.study.language.Vocabulary;
import casebook.study.language.form.StudyReader;
import casebook.study.problem.Problem;
import casebook.study.source.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourseTest {
  private static final String STUDY =
      """
      casebook: 1
      title: Small
      design: single-arm
      data: {patients: patients.csv, events: events.csv}
      subject: patient
      variables:
        sex: female | male
      events:
        platelets: {unit: 10^9/L, normal: 150 to 400, label: platelet count}
        cya_level: {unit: ng/mL, with: [specimen, hours since dose]}
        weight: {unit: kg}
        death: {is: cause}
        "cyclosporine, felodipine, rescue": {is: drug}
      treatment:
        drug: cyclosporine
        dose: [5 mg/kg/d for 6 days, 2.5 to 3 mg/kg/d]
        level: {trough: 200 to 400 ng/mL}
      response:
        complete: platelets >= 150
        partial: platelets >= 80
        no response: otherwise
        not counted: within 4 weeks after rescue
        lost: platelets < 80
        relapse: platelets < 30 at 2 counts
      analyses:
      """;

  private static final String EVENTS =
      """
      patient,date,kind,name,value,unit,until
      10,2001-01-01,dose,cyclosporine,350,mg/d,
      10,2001-01-07,dose,cyclosporine,175,mg/d,
      10,2001-06-01,dose,cyclosporine,0,mg/d,
      10,2001-08-01,dose,cyclosporine,175,mg/d,
      10,2000-12-20,measurement,weight,70,kg,
      10,2000-11-01,measurement,platelets,11,10^9/L,
      10,2000-12-25,measurement,platelets,12,10^9/L,
      10,2001-02-01,measurement,platelets,90,10^9/L,
      10,2001-03-01,measurement,platelets,160,10^9/L,
      10,2001-07-01,measurement,platelets,60,10^9/L,
      10,2001-07-10,comedication,rescue,,,
      10,2001-07-20,measurement,platelets,200,10^9/L,
      10,2001-09-10,measurement,platelets,155,10^9/L,
      10,2001-02-01,level,cya_level,250,ng/mL,
      10,2001-04-01,comedication,felodipine,,,2001-04-30
      2,2001-01-01,dose,cyclosporine,200,mg/d,2001-02-10
      2,2001-03-01,measurement,platelets,79,10^9/L,
      2,2001-03-15,death,stroke,,,
      3,2001-03-01,contact,,,,
      """;

  @TempDir private Path folder;

  @Test
  void patientsStandByNumberAndThoseWithoutADoseAreLeftOut() throws IOException {
    Timelines course = run("  - course: platelets\n");
    assertThat(course.patients()).extracting(PatientCourse::id).containsExactly("2", "10");
    assertThat(course.heading().notes()).containsExactly("Not drawn, as no dose is known: 1.");
    assertThat(course.heading().address().path()).isEqualTo("course.platelets");
    assertThat(course.heading().title()).isEqualTo("Course of platelet count in each patient");
  }

  @Test
  void valuesBeginAMonthBeforeTheFirstDoseAndThoseAfterRescueDoNotCount() throws IOException {
    PatientCourse patient = run("  - course: platelets\n").patients().getLast();
    assertThat(patient.values())
        .containsExactly(
            reading("2000-12-25", 12, true),
            reading("2001-02-01", 90, true),
            reading("2001-03-01", 160, true),
            reading("2001-07-01", 60, true),
            reading("2001-07-20", 200, false),
            reading("2001-09-10", 155, true));
    assertThat(patient.levels()).containsExactly(reading("2001-02-01", 250, true));
  }

  @Test
  void barsEndWhereTheDoseChangesAndDosesAreByWeight() throws IOException {
    Timelines course = run("  - course: platelets\n    lanes: [cyclosporine, felodipine]\n");
    List<Bar> bars = course.patients().getLast().bars();
    assertThat(bars)
        .extracting(bar -> bar.lane() + " " + bar.from() + " " + bar.last() + " " + bar.ongoing())
        .containsExactly(
            "0 2001-01-01 2001-01-06 false",
            "0 2001-01-07 2001-05-31 false",
            "0 2001-08-01 2001-09-10 true",
            "1 2001-04-01 2001-04-30 false");
    assertThat(bars.getFirst().dose().orElseThrow().mgPerKg()).hasValue(5);
    assertThat(course.patients().getFirst().bars().getFirst().dose().orElseThrow().mgPerKg())
        .as("no weight is known")
        .isEmpty();
  }

  @Test
  void marksAndResponsesAreThoseOfTheDefinition() throws IOException {
    PatientCourse patient = run("  - course: platelets\n").patients().getLast();
    assertThat(patient.responses())
        .containsExactly(
            new Stretch(day("2001-02-01"), day("2001-03-01"), false, false),
            new Stretch(day("2001-03-01"), day("2001-07-01"), true, false),
            new Stretch(day("2001-09-10"), day("2001-09-10"), true, true));
    assertThat(patient.marks())
        .containsExactly(
            new Mark(Mark.Kind.START, day("2001-01-01"), OptionalDouble.empty()),
            new Mark(Mark.Kind.RESPONSE, day("2001-02-01"), OptionalDouble.of(90)),
            new Mark(Mark.Kind.STOPPED, day("2001-06-01"), OptionalDouble.empty()),
            new Mark(Mark.Kind.LOST, day("2001-07-01"), OptionalDouble.of(60)),
            new Mark(Mark.Kind.RESTARTED, day("2001-08-01"), OptionalDouble.empty()));
    PatientCourse other = run("  - course: platelets\n").patients().getFirst();
    assertThat(other.followed().died()).isTrue();
    assertThat(other.marks())
        .extracting(Mark::kind)
        .containsExactly(Mark.Kind.START, Mark.Kind.DEATH);
  }

  @Test
  void frameHoldsWhatTheStudyFileSays() throws IOException {
    Timelines course =
        run("  - course: platelets\n    along: time since start\n    scale: logarithmic\n");
    assertThat(course.frame().normal()).hasValue(new Range(150, 400));
    assertThat(course.frame().thresholds())
        .containsExactly(
            new Threshold(30, "relapse"),
            new Threshold(80, "partial"),
            new Threshold(150, "complete"));
    assertThat(course.frame().level().orElseThrow().window()).hasValue(new Range(200, 400));
    assertThat(course.frame().level().orElseThrow().label()).isEqualTo("cyclosporine level");
    assertThat(course.frame().axes().calendar()).isFalse();
    assertThat(course.frame().axes().logarithmic()).isTrue();
  }

  @Test
  void numberOfAPatientNamesTheLineAndNotTheId() throws IOException {
    Statistic summary = run("  - course: platelets\n").patients().getLast().summary();
    assertThat(summary.address().path()).isEqualTo("course.platelets.row_1.values");
    assertThat(summary.label())
        .isEqualTo("platelet count drawn of the patient in line 2 of patients.csv");
    assertThat(summary.basis().counts())
        .containsEntry("values", 6L)
        .containsEntry("days_followed", 252L)
        .containsEntry("days_to_response", 31L)
        .containsEntry("days_in_response", 150L);
  }

  @Test
  void totalsCountPatientsByWhatHappened() throws IOException {
    assertThat(run("  - course: platelets\n").totals())
        .extracting(it -> it.address().last() + " " + it.estimate().orElseThrow().value())
        .containsExactly("patients 2.0", "response 1.0", "lost 1.0", "relapse 0.0", "death 1.0");
  }

  @Test
  void chosenPatientsAndTheirReasonsArePrinted() throws IOException {
    Timelines course =
        run("  - course: platelets\n    of: all except 2 (too short), 77\n    caption: Counts\n");
    assertThat(course.patients()).extracting(PatientCourse::id).containsExactly("10");
    assertThat(course.heading().title()).isEqualTo("Counts");
    assertThat(course.heading().notes())
        .contains("Of: all; without 2 (too short); without 77, no reason declared.");
    assertThat(course.heading().warnings())
        .containsExactly("No patient has the id 77, who was to be left out.");
  }

  @Test
  void swimmerCanPutTheLongestFirst() throws IOException {
    Timelines byId = run("  - swimmer: cyclosporine\n");
    Timelines byLength = run("  - swimmer: cyclosporine\n    order: length\n");
    assertThat(byId.patients()).extracting(PatientCourse::id).containsExactly("2", "10");
    assertThat(byLength.patients()).extracting(PatientCourse::id).containsExactly("10", "2");
    assertThat(byId.heading().title())
        .isEqualTo("Time on cyclosporine and in response of each patient");
  }

  @Test
  void withoutTimelinesNobodyIsDrawn() throws IOException {
    assertThat(run("  - course: platelets\n", List.of()).patients()).isEmpty();
  }

  @Test
  void whatEventsDoNotDeclareIsNamed() {
    assertThat(problems(STUDY + "  - course: plateletes\n    lanes: [cyclosporin]\n"))
        .extracting(Problem::code, problem -> problem.at().line())
        .containsExactly(
            tuple("protocol/course-of-what", 26), tuple("protocol/course-of-what", 27));
    assertThat(problems(STUDY + "  - swimmer: platelets\n"))
        .extracting(Problem::code)
        .containsExactly("protocol/course-of-what");
    String untreated =
        STUDY.replaceFirst("(?s)treatment:.*?response:", "response:") + "  - swimmer: felodipine\n";
    assertThat(problems(untreated))
        .extracting(Problem::code)
        .containsExactly("protocol/course-without-treatment");
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static Reading reading(String day, double value, boolean counted) {
    return new Reading(day(day), value, counted);
  }

  private static List<Problem> problems(String text) {
    return Analyses.check(study(text), ClinicAnalyses.of(List.of()));
  }

  private static Study study(String text) {
    Vocabulary vocabulary =
        new Vocabulary(ClinicSections.ALL, Analyses.forms(ClinicAnalyses.of(List.of())));
    return StudyReader.read("study.yaml", text.getBytes(StandardCharsets.UTF_8), vocabulary)
        .orThrow();
  }

  private Timelines run(String analysis) throws IOException {
    return run(analysis, data(study(STUDY + analysis)).timelines());
  }

  private Timelines run(String analysis, List<Timeline> timelines) throws IOException {
    Study study = study(STUDY + analysis);
    Cohort cohort = CohortBuilder.standard().build(study, data(study).patients()).orThrow();
    Asked<?> asked = Analyses.asked(study, ClinicAnalyses.of(timelines)).getFirst();
    List<Finding> findings = asked.run(cohort, Settings.standard());
    assertThat(findings).hasSize(1);
    return (Timelines) findings.getFirst();
  }

  private ClinicData data(Study study) throws IOException {
    Files.writeString(folder.resolve("patients.csv"), "patient,sex\n10,male\n2,female\n3,female\n");
    Files.writeString(folder.resolve("events.csv"), EVENTS);
    Table table = Sources.read(folder, study.data(), study.dictionary()).orThrow();
    return ClinicData.read(folder, study, table).orThrow();
  }
}
