// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.compare.MeanDifference;
import casebook.stats.compare.TTest;
import casebook.stats.result.Interval;
import casebook.study.cohort.Cohort;
import casebook.study.cohort.CohortBuilder;
import casebook.study.data.Column;
import casebook.study.finding.Settings;
import casebook.study.language.Study;
import casebook.study.language.form.StudyReader;
import casebook.study.source.Sources;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Worked examples of another program with their printed digits: expression with efficiencies, and
/// with two reference genes. The R package rtpcr prints four decimals.
class ExpressionExamplesTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "third-party", "rtpcr");

  private static final double PRINTED = 0.00005;

  private static final String ONE_REFERENCE =
      """
      data: one-reference.csv
      subject: id
      variables:
        condition: {levels: [control, treatment]}
        y: {is: expression, cq: target, reference: [actin]}
      assays:
        target: {efficiency: 88 %}
        actin: {efficiency: 67 %}
      """;

  private static final String TWO_REFERENCES =
      """
      data: two-references.csv
      subject: id
      variables:
        condition: {levels: [control, treatment]}
        y: {is: expression, cq: der5, reference: [actin, hprt]}
      """;

  private static Cohort cohort(String text) {
    String whole =
        "casebook: 1\ntitle: A worked example\ndesign: cross-sectional\n"
            + text
            + "analyses:\n  - comparison: y by condition\n";
    Study study =
        StudyReader.read(
                "study.yaml", whole.getBytes(StandardCharsets.UTF_8), Analyses.forms(Analyses.ALL))
            .orThrow();
    return CohortBuilder.standard()
        .build(study, Sources.read(FOLDER, study.data(), study.dictionary()).orThrow())
        .orThrow();
  }

  private static double ratio(Cohort cohort) {
    return Printed.of(
            Analyses.asked(cohort.study(), Analyses.ALL)
                .getFirst()
                .run(cohort, Settings.standard()))
        .value("comparison.y_by_condition.treatment.mean_ratio");
  }

  /// The example's test takes equal variances; ours (Welch's) does not, so it is made here of the
  /// same values.
  private static MeanDifference pooled(Cohort cohort) {
    Column.Numeric values = (Column.Numeric) cohort.table().column("y");
    double[] logs =
        IntStream.range(0, values.size()).mapToDouble(row -> Math.log(values.value(row))).toArray();
    return TTest.standard()
        .pooled(Arrays.copyOfRange(logs, 3, 6), Arrays.copyOfRange(logs, 0, 3))
        .orThrow();
  }

  private static void limits(Cohort cohort, double low, double high, double p) {
    MeanDifference difference = pooled(cohort);
    Interval interval = difference.difference().interval().orElseThrow();
    assertThat(Math.exp(interval.low())).isCloseTo(low, within(PRINTED));
    assertThat(Math.exp(interval.high())).isCloseTo(high, within(PRINTED));
    assertThat(difference.test().p().value()).isCloseTo(p, within(PRINTED));
  }

  @Test
  void efficienciesGiveThePrintedRatio() {
    Cohort cohort = cohort(ONE_REFERENCE);
    assertThat(ratio(cohort)).isCloseTo(0.4090, within(PRINTED));
    limits(cohort, 0.2388, 0.7006, 0.0099);
  }

  @Test
  void twoReferenceGenesGiveThePrintedRatio() {
    Cohort cohort = cohort(TWO_REFERENCES);
    assertThat(ratio(cohort)).isCloseTo(0.4343, within(PRINTED));
    limits(cohort, 0.1921, 0.9816, 0.0469);
  }
}
