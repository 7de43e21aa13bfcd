// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casebook.stats.result.Interval;
import casebook.study.cohort.Cohort;
import casebook.study.cohort.CohortBuilder;
import casebook.study.finding.Finding;
import casebook.study.finding.Settings;
import casebook.study.finding.Statistic;
import casebook.study.language.Study;
import casebook.study.language.form.StudyReader;
import casebook.study.source.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssayTest {
  private static final Path LETTER = Path.of("..", "studies", "anti-protein-s");
  private static final String ASSAY = "- assay: igm_ps\n  partition by: sex";

  @TempDir private Path folder;

  private static List<Finding> findings(Path folder, String text) {
    Study study =
        StudyReader.read(
                "study.yaml", text.getBytes(StandardCharsets.UTF_8), Analyses.forms(Analyses.ALL))
            .orThrow();
    Cohort cohort =
        CohortBuilder.standard()
            .build(study, Sources.read(folder, study.data(), study.dictionary()).orThrow())
            .orThrow();
    return Analyses.asked(study, Analyses.ALL).stream()
        .flatMap(asked -> asked.run(cohort, Settings.standard()).stream())
        .toList();
  }

  /// The study of the letter with other analyses.
  private static String letter(String analyses) throws IOException {
    String text = Files.readString(LETTER.resolve("study.yaml"));
    return text.substring(0, text.indexOf("analyses:")) + "analyses:\n" + analyses.indent(2);
  }

  private static Printed printed() throws IOException {
    return Printed.of(findings(LETTER, letter(ASSAY)));
  }

  private static double value(Printed printed, String address) {
    return printed.at(address).estimate().orElseThrow().value();
  }

  private static double p(Statistic statistic) {
    return statistic.p().orElseThrow().value();
  }

  /// Plates 1 and 4 on one day, 2 and 3 on another, by `anova` of R in `days.R`.
  @Test
  void imprecisionBetweenDaysIsThatOfNestedVariance() throws IOException {
    Path plates = Path.of("src", "test", "resources", "studies", "plates");
    Files.copy(plates.resolve("data.csv"), folder.resolve("data.csv"));
    Files.write(
        folder.resolve("readings.csv"),
        Files.readAllLines(plates.resolve("readings.csv")).stream()
            .map(line -> line + "," + day(line.charAt(0)))
            .toList());
    String text =
        Files.readString(plates.resolve("study.yaml"))
            .replace("units: unit}", "units: unit, day: measured}");
    Printed printed = Printed.of(findings(folder, text));
    for (String line : Files.readAllLines(plates.resolve("r-days.csv"))) {
      String[] wanted = line.split(" ");
      if (!line.startsWith("#")) {
        double value = Double.parseDouble(wanted[1]);
        // the values of the wells come from two fits to double precision
        assertThat(value(printed, wanted[0])).as(line).isCloseTo(value, within(1e-8 * value));
        printed
            .at(wanted[0])
            .estimate()
            .flatMap(it -> it.interval())
            .ifPresent(interval -> {
              double high = Double.parseDouble(wanted[3]);
              assertThat(interval.high()).as(line).isCloseTo(high, within(1e-8 * high));
            });
      }
    }
  }

  private static String day(char plate) {
    return plate == 'p' ? "measured" : plate == '1' || plate == '4' ? "monday" : "tuesday";
  }

  /// Of 246 controls type 6 lies at rank 244.53, between the 244th and the 245th: 2 above; type 7
  /// at rank 243.55: 3 above. 12 * 244 / (232 * 2) = 6.31 becomes 12 * 243 / (232 * 3) = 4.19.
  @Test
  void definitionOfThePercentileMovesTheOddsRatio() throws IOException {
    Printed printed = printed();
    assertThat(value(printed, "assay.igm_ps.type_6.cutoff")).isEqualTo(8.2);
    assertThat(value(printed, "assay.igm_ps.type_6.controls.count")).isEqualTo(2);
    assertThat(value(printed, "assay.igm_ps.type_6.odds_ratio"))
        .isCloseTo(12 * 244 / (232.0 * 2), within(1e-12));
    assertThat(value(printed, "assay.igm_ps.type_7.cutoff")).isEqualTo(7.6);
    assertThat(value(printed, "assay.igm_ps.type_4.controls.count")).isEqualTo(3);
    assertThat(value(printed, "assay.igm_ps.type_4.odds_ratio"))
        .isCloseTo(12 * 243 / (232.0 * 3), within(1e-12));
  }

  /// P(at least 12 of 244 cases above the 244th of 246 controls) = 0.005622, the one-sided Fisher
  /// p; above the 245th 0.001451; above the 243rd 0.0156.
  @Test
  void exceedanceTestAllowsForTheControlsOwnLimit() throws IOException {
    Printed printed = printed();
    assertThat(p(printed.at("assay.igm_ps.in_use.exceedance"))).isCloseTo(0.005622, within(5e-7));
    assertThat(p(printed.at("assay.igm_ps.in_use.exceedance.doubled")))
        .isCloseTo(0.011244, within(1e-6));
    assertThat(p(printed.at("assay.igm_ps.in_use.exceedance.bound")))
        .isCloseTo(0.001451, within(5e-7));
    assertThat(p(printed.at("assay.igm_ps.type_4.exceedance"))).isCloseTo(0.0156, within(5e-5));
  }

  @Test
  void circularityIsFlagged() throws IOException {
    assertThat(findings(LETTER, letter(ASSAY)))
        .anySatisfy(finding ->
            assertThat(finding.heading().warnings())
                .anyMatch(it -> it.contains("taken from the very controls")));
    String given = letter(ASSAY).replaceFirst("\"igm_ps, igg_ps\": \\{percentile.*}", KIT);
    assertThat(findings(LETTER, given))
        .allSatisfy(finding -> assertThat(finding.heading().warnings()).isEmpty());
  }

  private static final String KIT = "\"igm_ps, igg_ps\": {limit: 8.2, from: kit}";

  /// The interval of the 99th percentile of 246 begins at rank 241 and has no upper limit.
  @Test
  void tooFewControlsHaveNoUpperLimit() throws IOException {
    Statistic percentile = printed().at("assay.igm_ps.reference.percentile");
    Interval interval = percentile.estimate().orElseThrow().interval().orElseThrow();
    assertThat(interval.high()).isInfinite();
    assertThat(interval.low()).isEqualTo(6.9);
    assertThat(notes(percentile.address().path()))
        .containsExactly(
            "246 reference persons are too few for this interval: the lower limit is the value of"
                + " rank 241, there is no upper limit; 299 are needed");
  }

  private static List<String> notes(String address) throws IOException {
    List<String> notes = new ArrayList<>();
    for (Finding finding : findings(LETTER, letter(ASSAY))) {
      if (finding instanceof Finding.Limits table) {
        table.rows().stream()
            .flatMap(row -> row.cells().stream())
            .filter(cell ->
                cell.statistics().stream().anyMatch(it -> it.address().path().equals(address)))
            .forEach(cell -> notes.addAll(cell.notes()));
      }
    }
    return notes;
  }

  /// The declared 3 to 6 % within and 4 to 8 % between runs are 5 to 10 % together.
  @Test
  void imprecisionWithinAndBetweenRunsAddsUp() throws IOException {
    Printed printed = printed();
    assertThat(value(printed, "assay.igm_ps.reference.cv_lowest")).isEqualTo(5);
    assertThat(value(printed, "assay.igm_ps.reference.cv_highest")).isEqualTo(10);
    Interval zone =
        printed
            .at("assay.igm_ps.reference.cv_highest.zone")
            .estimate()
            .flatMap(it -> it.interval())
            .orElseThrow();
    assertThat(zone.low()).isCloseTo(8.2 * (1 - 0.1959964), within(1e-6));
  }

  @Test
  void flaggedValuesAreCountedAllTheSame() throws IOException {
    Printed printed = printed();
    assertThat(value(printed, "assay.igm_ps.reference.flagged")).isEqualTo(3);
    assertThat(printed.at("assay.igm_ps.without_flagged.controls.count").basis().counts())
        .containsEntry("of", 246L);
  }

  @Test
  void curveHoldsTheOddsRatioInUse() throws IOException {
    Finding.Curve curve = curve(findings(LETTER, letter(ASSAY)));
    Finding.Curve.Mark used = curve.marks().getFirst();
    Finding.Curve.Stretch step =
        curve.steps().stream()
            .filter(it -> it.from() <= used.at() && used.at() < it.to())
            .findFirst()
            .orElseThrow();
    assertThat(step.effect())
        .isEqualTo(printed().at("assay.igm_ps.in_use.odds_ratio").estimate().orElseThrow());
    assertThat(step.counts()).containsExactly(12, 2);
    for (int i = 1; i < curve.steps().size(); i++) {
      assertThat(curve.steps().get(i).from()).isEqualTo(curve.steps().get(i - 1).to());
    }
  }

  private static Finding.Curve curve(List<Finding> findings) {
    return (Finding.Curve)
        findings.stream().filter(Finding.Curve.class::isInstance).findFirst().orElseThrow();
  }

  @Test
  void nothingIsDrawnThatWasNotAskedFor() throws IOException {
    List<Finding> findings =
        findings(LETTER, letter("- assay: igm_ps\n  bootstrap: 0\n  sweep: no"));
    assertThat(findings)
        .extracting(it -> it.heading().address().path())
        .containsExactly("assay.igm_ps.reference", "assay.igm_ps");
  }

  @Test
  void orderOfRowsChangesNothing() throws IOException {
    List<String> lines = Files.readAllLines(LETTER.resolve("participants.csv"));
    List<String> rows = new ArrayList<>(lines.subList(1, lines.size()));
    Collections.shuffle(rows, new Random(7));
    rows.addFirst(lines.getFirst());
    Files.write(folder.resolve("participants.csv"), rows);
    String shuffled = FindingsText.of(findings(folder, letter(ASSAY)));
    String plain = FindingsText.of(findings(LETTER, letter(ASSAY)));
    // the footnote names lines of the file
    assertThat(withoutLines(shuffled)).isEqualTo(withoutLines(plain));
  }

  private static String withoutLines(String text) {
    return text.replaceAll("Lines [0-9, ]+ of", "Lines of");
  }

  /// Four times every value: cut-offs are four times as high, and all that is counted is the same.
  @Test
  void anotherUnitScalesTheCutoffsAlone() throws IOException {
    List<String> lines = Files.readAllLines(LETTER.resolve("participants.csv"));
    int place = List.of(lines.getFirst().split(",", -1)).indexOf("igm_ps");
    List<String> scaled = new ArrayList<>(List.of(lines.getFirst()));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      boolean known = !cells[place].isEmpty() && !cells[place].equals("NA");
      cells[place] = known ? Double.toString(4 * Double.parseDouble(cells[place])) : "";
      scaled.add(String.join(",", cells));
    }
    Files.write(folder.resolve("participants.csv"), scaled);
    String study = letter(ASSAY).replace(", rounded to: 0.1", "");
    Printed plain = Printed.of(findings(LETTER, study));
    Printed fourfold = Printed.of(findings(folder, study));
    Function<String, Double> ratio = address -> value(fourfold, address) / value(plain, address);
    for (String address :
        List.of("in_use.cutoff", "type_7.cutoff", "bootstrap.cutoff", "reference.upper_fence")) {
      // decimals in, so that 15 digits are right
      assertThat(ratio.apply("assay.igm_ps." + address)).isCloseTo(4, within(1e-9));
    }
    for (String address :
        List.of(
            "in_use.odds_ratio",
            "in_use.cases.count",
            "bootstrap.odds_ratio",
            "reference.male_female.z",
            "reference.flagged")) {
      assertThat(ratio.apply("assay.igm_ps." + address)).isCloseTo(1, within(1e-9));
    }
  }
}
