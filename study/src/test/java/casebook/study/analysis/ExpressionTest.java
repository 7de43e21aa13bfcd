// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casebook.study.cohort.Cohort;
import casebook.study.cohort.CohortBuilder;
import casebook.study.data.Censoring;
import casebook.study.data.Column;
import casebook.study.finding.Finding;
import casebook.study.finding.Settings;
import casebook.study.language.Study;
import casebook.study.language.form.StudyReader;
import casebook.study.problem.Checked;
import casebook.study.problem.Problem;
import casebook.study.source.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Relative expression from threshold cycles, from the study file to the ratio.
class ExpressionTest {
  private static final String HEAD =
      """
      casebook: 1
      title: Expression
      design: cross-sectional
      data: cycles.csv
      subject: id
      variables:
        tissue: {levels: [brain, kidney]}
      """;

  private static final String TARGET = "  y: {is: expression, cq: c_myc, reference: [gapdh]}\n";

  private static final String ANALYSES = "analyses:\n  - comparison: y by tissue\n";

  @TempDir private Path folder;

  private static Checked<Study> read(String text) {
    return StudyReader.read(
        "study.yaml", text.getBytes(StandardCharsets.UTF_8), Analyses.forms(Analyses.ALL));
  }

  private Checked<Cohort> cohort(String text, String data) throws IOException {
    Files.writeString(folder.resolve("cycles.csv"), data);
    Study study = read(text).orThrow();
    return CohortBuilder.standard()
        .build(study, Sources.read(folder, study.data(), study.dictionary()).orThrow());
  }

  private Printed printed(String text, String data) throws IOException {
    Cohort cohort = cohort(text, data).orThrow();
    List<Finding> findings = new ArrayList<>(CohortFindings.of(cohort));
    Analyses.asked(cohort.study(), Analyses.ALL)
        .forEach(asked -> findings.addAll(asked.run(cohort, Settings.standard())));
    return Printed.of(findings);
  }

  private static double value(Printed printed, String address) {
    return printed.at(address).estimate().orElseThrow().value();
  }

  private Column.Numeric column(String text, String data) throws IOException {
    return (Column.Numeric) cohort(text, data).orThrow().table().column("y");
  }

  /// The published example of Livak and Schmittgen, Methods 2001;25:402-408: c-myc in kidney
  /// against brain, normalised to GAPDH. Printed there: delta Ct 6.86 and 4.37, ratio 5.6.
  @Test
  void publishedExampleComesOutAsPrinted() throws IOException {
    String data =
        """
        id,tissue,c_myc,gapdh
        1,brain,30.72,23.70
        2,brain,30.34,23.56
        3,brain,30.58,23.47
        4,brain,30.34,23.65
        5,brain,30.50,23.69
        6,brain,30.43,23.68
        7,kidney,27.06,22.76
        8,kidney,27.03,22.61
        9,kidney,27.03,22.62
        10,kidney,27.10,22.60
        11,kidney,26.99,22.61
        12,kidney,26.94,22.76
        """;
    Printed printed = printed(HEAD + TARGET + ANALYSES, data);
    double brain = value(printed, "comparison.y_by_tissue.brain.geometric_mean");
    double kidney = value(printed, "comparison.y_by_tissue.kidney.geometric_mean");
    assertThat(-Math.log(brain) / Math.log(2)).isCloseTo(6.86, within(0.005));
    assertThat(-Math.log(kidney) / Math.log(2)).isCloseTo(4.37, within(0.0051));
    assertThat(value(printed, "comparison.y_by_tissue.kidney.mean_ratio"))
        .isCloseTo(5.6, within(0.05));
  }

  /// Pfaffl's ratio by hand: 1.9^(25.4 - 22.1) / 1.97^(16.9 - 17.2), second person against first.
  @Test
  void efficienciesBelowAndAboveOneHundredPercentCount() throws IOException {
    String assays = "assays:\n  c_myc: {efficiency: 90 %}\n  gapdh: {efficiency: 105 %}\n";
    String one = TARGET.replace("]}", "], calibrator: \"1\"}");
    Column.Numeric y =
        column(
            HEAD + one + assays + ANALYSES,
            "id,tissue,c_myc,gapdh\n1,brain,25.4,16.9\n2,kidney,22.1,17.2\n");
    assertThat(y.value(0)).isEqualTo(1);
    assertThat(y.value(1))
        .isCloseTo(Math.pow(1.9, 25.4 - 22.1) / Math.pow(2.05, 16.9 - 17.2), within(1e-11));
  }

  /// Cycles 20, 23.4, 26.8 for amounts 100, 10, 1: slope -3.4, efficiency 10^(1/3.4).
  @Test
  void dilutionSeriesGivesTheEfficiency() throws IOException {
    String assays = "assays:\n  c_myc: {dilution series: {100: 20.0, 10: 23.4, 1: 26.8}}\n";
    Printed printed =
        printed(HEAD + TARGET + assays + ANALYSES, "id,tissue,c_myc,gapdh\n1,brain,25,17\n");
    assertThat(value(printed, "expression_quality.c_myc.efficiency"))
        .isCloseTo(100 * (Math.pow(10, 1 / 3.4) - 1), within(1e-6));
    String rising = assays.replace("10: 23.4, 1: 26.8", "10: 18.4, 1: 16.8");
    assertThat(
            cohort(HEAD + TARGET + rising + ANALYSES, "id,tissue,c_myc,gapdh\n1,brain,25,17\n")
                .problems())
        .extracting(Problem::code)
        .contains("study/dilution-without-slope");
  }

  @Test
  void cyclesBeyondTheLimitAreCensoredAndNotDropped() throws IOException {
    String assays = "assays:\n  \"c_myc, gapdh\": {limit: 40}\n";
    Column.Numeric y =
        column(
            HEAD + TARGET + assays + ANALYSES,
            """
            id,tissue,c_myc,gapdh
            1,brain,Undetermined,17
            2,brain,25,>40
            3,brain,undetermined,No Ct
            4,kidney,,17
            5,kidney,25,17
            6,kidney,41.2,17
            """);
    assertThat(y.censoring(0)).isEqualTo(Censoring.BELOW);
    assertThat(y.value(0)).isCloseTo(Math.pow(2, 17.0 - 40), within(1e-18));
    assertThat(y.censoring(1)).isEqualTo(Censoring.ABOVE);
    assertThat(y.known(2)).isFalse();
    assertThat(y.known(3)).isFalse();
    assertThat(y.censoring(4)).isEqualTo(Censoring.NONE);
    assertThat(y.value(5)).isEqualTo(y.value(0));
    Study study = read(HEAD + TARGET + ANALYSES).orThrow();
    Files.writeString(
        folder.resolve("cycles.csv"), "id,tissue,c_myc,gapdh\n1,brain,Undetermined,1\n");
    assertThat(Sources.read(folder, study.data(), study.dictionary()).problems())
        .extracting(Problem::code)
        .containsExactly("data/undetermined-without-limit");
  }

  /// Replicates 25.0 and 26.0 of the first person have a standard deviation of 0.71, the single one
  /// of the second none.
  @Test
  void replicatesAreOnePersonAndTheirSpreadIsNamed() throws IOException {
    String assays = "assays:\n  c_myc: {replicates: [m1, m2]}\n";
    String data = "id,tissue,m1,m2,gapdh\n1,brain,25.0,26.0,17\n2,brain,25.5,,17\n";
    Cohort cohort = cohort(HEAD + TARGET + assays + ANALYSES, data).orThrow();
    Column.Numeric y = (Column.Numeric) cohort.table().column("y");
    assertThat(y.value(0)).isEqualTo(y.value(1));
    assertThat(cohort.queries())
        .singleElement()
        .satisfies(query -> {
          assertThat(query.subject()).isEqualTo("1");
          assertThat(query.message()).contains("c_myc", "0.5 cycles");
        });
    Printed printed = printed(HEAD + TARGET + assays + ANALYSES, data);
    assertThat(value(printed, "expression_quality.c_myc.replicate_sd"))
        .isCloseTo(Math.sqrt(0.5), within(1e-12));
    assertThat(printed.findings().get(1).heading().warnings().getFirst())
        .contains("one reference gene only");
  }

  @Test
  void unstableReferenceIsNamed() throws IOException {
    String two = TARGET.replace("[gapdh]", "[gapdh, b2m]");
    Printed printed =
        printed(
            HEAD + two + ANALYSES,
            "id,tissue,c_myc,gapdh,b2m\n1,brain,25,17,20\n2,brain,25,17,24\n3,kidney,25,17,19\n");
    // log ratios 3, 7 and 2: standard deviation sqrt(7)
    assertThat(value(printed, "expression_quality.gapdh.stability"))
        .isCloseTo(Math.sqrt(7), within(1e-12));
    assertThat(printed.findings().get(1).heading().warnings())
        .anyMatch(it -> it.contains("stable"));
  }

  @Test
  void readyValuesAreComparedByRatios() throws IOException {
    String ready = "  y: expression\n";
    String data = "id,tissue,y\n1,brain,1\n2,brain,2\n3,kidney,4\n4,kidney,8\n";
    assertThat(
            value(
                printed(HEAD + ready + ANALYSES, data), "comparison.y_by_tissue.kidney.mean_ratio"))
        .isCloseTo(4, within(1e-12));
    Study study = read(HEAD + ready + ANALYSES + "    scale: as is\n").orThrow();
    assertThat(Analyses.check(study, Analyses.ALL))
        .extracting(Problem::code)
        .containsExactly("study/expression-scale");
  }

  @Test
  void whatIsWrongInTheAssayIsNamed() {
    for (String[] one :
        new String[][] {
          {"  y: {is: expression, cq: c_myc}\n", "", "study/expression-reference"},
          {TARGET, "assays:\n  c_myc: {efficiency: 1.97}\n", "study/pcr-efficiency"},
          {TARGET, "assays:\n  c_myc: {efficiency: 180 %}\n", "study/pcr-efficiency"},
          {TARGET, "assays:\n  c_myc: {efficiency: 70 %}\n", "study/unusual-efficiency"},
          {TARGET, "assays:\n  c_myc: {dilution series: {a: 20}}\n", "study/dilution-series"},
          {
            TARGET,
            "assays:\n  \"c_myc, gapdh\": {replicates: [m1, m2]}\n",
            "study/replicates-of-several"
          },
          {TARGET, "assays:\n  c_mic: {efficiency: 97 %}\n", "study/unknown-variable"},
        }) {
      assertThat(read(HEAD + one[0] + one[1] + ANALYSES).problems())
          .as(one[0] + one[1])
          .extracting(Problem::code)
          .containsExactly(one[2]);
    }
  }

  @Test
  void calibratorMustBeSomebodyWithAValue() throws IOException {
    String nobody = TARGET.replace("]}", "], calibrator: pool}");
    assertThat(
            cohort(HEAD + nobody + ANALYSES, "id,tissue,c_myc,gapdh\n1,brain,25,17\n").problems())
        .extracting(Problem::code)
        .containsExactly("study/no-calibrator");
  }

  @Test
  void conclusionOfNoEffectNeedsMoreThanATestThatFoundNone() throws IOException {
    String data = "id,tissue,y\n1,brain,1\n2,brain,3\n3,kidney,2\n4,kidney,4\n5,kidney,1\n";
    String claim = "    conclusion: Tissue and c-myc are controlled independently\n";
    String margin = "    equivalence margin: 2 fold\n";
    String ready = HEAD + "  y: expression\n" + ANALYSES;
    Study study = read(ready + claim).orThrow();
    assertThat(Analyses.check(study, Analyses.ALL))
        .extracting(Problem::code)
        .containsExactly("study/claim-without-margin");
    assertThat(warnings(ready + margin + claim, data).getFirst())
        .contains("controlled independently", "not evidence of independence");
    String careful = claim.replace("are controlled independently", "showed no detected difference");
    assertThat(warnings(ready + margin + careful, data)).isEmpty();
    StringBuilder equal = new StringBuilder("id,tissue,y\n");
    for (int i = 0; i < 80; i++) {
      equal
          .append(i)
          .append(i % 2 == 0 ? ",brain," : ",kidney,")
          .append(1 + i / 2 % 3)
          .append('\n');
    }
    assertThat(warnings(ready + margin + claim, equal.toString())).isEmpty();
    assertThat(warnings(ready + margin + claim, equal.toString().replace("brain,", "brain,1")))
        .first()
        .asString()
        .contains("but the data show a difference");
  }

  private List<String> warnings(String text, String data) throws IOException {
    return printed(text, data).findings().get(1).heading().warnings();
  }
}
