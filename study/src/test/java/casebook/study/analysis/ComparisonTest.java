// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import casebook.study.finding.Finding;
import casebook.study.finding.Plot;
import casebook.study.finding.Settings;
import casebook.study.finding.Statistic;
import casebook.study.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `comparison` and `correlation`: what changes when data are turned round, and what is wrong in
/// the clause. The numbers are those of R in `studies/comparison`.
class ComparisonTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "studies", "comparison");

  @TempDir private Path folder;

  private static List<Finding> findings(Path folder, String text, Settings settings) {
    return new WrittenStudy(text).findings(folder, settings);
  }

  private static String text() throws IOException {
    return Files.readString(FOLDER.resolve("study.yaml"));
  }

  private static String numbers(List<Finding> findings) {
    return FindingsText.of(findings);
  }

  @Test
  void orderOfRowsChangesNothing() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(FOLDER.resolve("data.csv")));
    String head = lines.removeFirst();
    Collections.shuffle(lines, new Random(7));
    lines.addFirst(head);
    Files.write(folder.resolve("data.csv"), lines);
    assertThat(numbers(findings(folder, text(), Settings.standard())))
        .isEqualTo(numbers(findings(FOLDER, text(), Settings.standard())));
  }

  @Test
  void countingTheOtherAlleleInvertsTheRatios() throws IOException {
    String turned =
        text()
            .replace("alleles: T>G", "alleles: G>T")
            .replace("[additive, codominant, dominant, recessive]", "[additive, recessive]");
    Printed one = Printed.of(findings(FOLDER, text(), Settings.standard()));
    Printed other = Printed.of(findings(FOLDER, turned, Settings.standard()));
    String base = "comparison.mdm2_by_snp309.";
    assertThat(value(other, base + "additive.mean_ratio"))
        .isCloseTo(1 / value(one, base + "additive.mean_ratio"), within(1e-12));
    // TT against the others, either way round
    assertThat(value(other, base + "recessive.mean_ratio"))
        .isCloseTo(1 / value(one, base + "dominant.mean_ratio"), within(1e-12));
    for (String same :
        List.of("tt.median", "kruskal_wallis.p", "additive.detectable_ratio", "gg.n")) {
      assertThat(value(other, base + same))
          .as(same)
          .isCloseTo(value(one, base + same), within(1e-12));
    }
    assertThat(p(other, base + "jonckheere_terpstra.p"))
        .isCloseTo(p(one, base + "jonckheere_terpstra.p"), within(1e-12));
  }

  @Test
  void valuesInAnotherUnitHaveTheSameRatios() throws IOException {
    StringBuilder data = new StringBuilder();
    for (String line : Files.readAllLines(FOLDER.resolve("data.csv"))) {
      String[] cells = line.split(",", -1);
      boolean number = !cells[4].isEmpty() && Character.isDigit(cells[4].charAt(0));
      cells[4] = number ? String.valueOf(16 * Double.parseDouble(cells[4])) : cells[4];
      data.append(String.join(",", cells)).append('\n');
    }
    Files.writeString(folder.resolve("data.csv"), data);
    Printed one = Printed.of(findings(FOLDER, text(), Settings.standard()));
    Printed other = Printed.of(findings(folder, text(), Settings.standard()));
    for (String address :
        List.of(
            "comparison.mdm2_by_snp309.additive.mean_ratio",
            "comparison.mdm2_by_snp309.gg.mean_ratio",
            "comparison.mdm2_by_trisomy12.yes.detectable_ratio",
            "correlation.mdm2_with_p53.pearson.r")) {
      assertThat(value(other, address)).isCloseTo(value(one, address), within(1e-12));
    }
    assertThat(p(other, "comparison.mdm2_by_snp309.largest_of_models.p"))
        .isEqualTo(p(one, "comparison.mdm2_by_snp309.largest_of_models.p"));
  }

  @Test
  void seedMovesOnlyTheTestByPermutation() throws IOException {
    Settings standard = Settings.standard();
    Settings other =
        new Settings(
            standard.profile(), standard.journal(), standard.level(), 2, 1, standard.day());
    Printed one = Printed.of(findings(FOLDER, text(), standard));
    Printed two = Printed.of(findings(FOLDER, text(), other));
    List<String> moved =
        one.all().keySet().stream()
            .filter(address -> !one.at(address).p().equals(two.at(address).p()))
            .toList();
    assertThat(moved).isNotEmpty().allMatch(address -> address.endsWith("largest_of_models.p"));
  }

  @Test
  void censoredValuesLieBeyondAllOthersInRanks() throws IOException {
    Files.writeString(
        folder.resolve("data.csv"), "id,g,y\n1,a,<1\n2,a,<2\n3,a,5\n4,b,3\n5,b,6\n6,b,8\n");
    String study =
        """
        casebook: 1
        title: Censored
        design: cross-sectional
        data: data.csv
        subject: id
        variables:
          g: {levels: [a, b]}
          y: {is: number, censored: yes}
        analyses:
          - comparison: y by g
        """;
    Printed printed = Printed.of(findings(folder, study, Settings.standard()));
    // ranks 1.5 1.5 4 and 3 5 6: U = 8 of 9, tie corrected; the same as with 0, 0 for <1, <2
    assertThat(p(printed, "comparison.y_by_g.mann_whitney.p")).isCloseTo(0.1840, within(1e-4));
    assertThat(printed.at("comparison.y_by_g.a.median").whyNot()).contains("limit of detection");
    assertThat(printed.findings().getFirst().heading().warnings().getFirst())
        .contains("2 values", "beyond all others");
  }

  @Test
  void figureHoldsValuesInTheirOrderAndNothingElse() throws IOException {
    Finding.Comparison found =
        (Finding.Comparison) findings(FOLDER, text(), Settings.standard()).getFirst();
    Plot.Strips strips = (Plot.Strips) found.figure().orElseThrow();
    assertThat(strips.groups()).extracting(Plot.Strip::label).containsExactly("TT", "TG", "GG");
    for (Plot.Strip strip : strips.groups()) {
      assertThat(strip.dots().stream().map(Plot.Dot::at)).isSorted();
    }
    assertThat(strips.values().logarithmic()).isTrue();
  }

  @Test
  void scatterPutsEachMeasurementOnItsOwnAxis() throws IOException {
    Files.writeString(folder.resolve("data.csv"), "id,low,high\n1,1,100\n2,2,300\n3,3,200\n");
    String study =
        """
        casebook: 1
        title: Axes
        design: cross-sectional
        data: data.csv
        subject: id
        variables:
          low: {is: number, label: Low}
          high: {is: number, label: High}
        analyses:
          - correlation: low with high
        """;
    Finding.Correlation found =
        (Finding.Correlation) findings(folder, study, Settings.standard()).getFirst();
    Plot.Scatter scatter = (Plot.Scatter) found.figure().orElseThrow();
    assertThat(scatter.up().label()).isEqualTo("Low");
    assertThat(scatter.across().label()).isEqualTo("High");
    assertThat(scatter.groups().getFirst().pairs())
        .extracting(pair -> pair.up().at(), pair -> pair.across().at())
        .containsExactly(tuple(1.0, 100.0), tuple(2.0, 300.0), tuple(3.0, 200.0));
  }

  @Test
  void whatIsWrongInAClauseIsNamed() throws IOException {
    String head = text().substring(0, text().indexOf("analyses:")) + "analyses:\n";
    assertThat(codes(head + "  - comparison: mdm2 by b2m\n"))
        .containsExactly("study/groups-without-levels");
    assertThat(codes(head + "  - comparison: stage by snp309\n"))
        .containsExactly("study/not-measured");
    assertThat(codes(head + "  - comparison: mdm2 by stage\n    models: [additive]\n"))
        .containsExactly("study/models-without-genotype");
    assertThat(
            codes(head + "  - comparison: mdm2 by snp309\n    models: [log-additive, dominant]\n"))
        .containsExactly("study/unknown-model");
    assertThat(codes(head + "  - comparison: mdm2 by snp309\n    equivalence margin: 0.8 fold\n"))
        .containsExactly("study/equivalence-margin");
    assertThat(
            codes(
                head
                    + "  - comparison: b2m by stage\n    scale: as is\n"
                    + "    equivalence margin: 2 fold\n"))
        .containsExactly("study/equivalence-margin");
    assertThat(codes(head + "  - comparison: mdm2 by snp39\n"))
        .containsExactly("study/unknown-variable");
    assertThat(
            codes(
                head
                    + "  - comparison: mdm2 by snp309\n"
                    + "    restricted to: {stage A: stage is A, stage-a: stage is A}\n"))
        .containsExactly("study/equal-subset");
    assertThat(codes(head + "  - correlation: mdm2 with mdm2\n    by: b2m\n"))
        .containsExactly("study/correlated-with-itself", "study/groups-without-levels");
  }

  private static List<String> codes(String text) {
    return new WrittenStudy(text).problems().stream().map(Problem::code).toList();
  }

  private static double value(Printed printed, String address) {
    return printed.at(address).estimate().orElseThrow().value();
  }

  private static double p(Printed printed, String address) {
    Statistic statistic = printed.at(address);
    return statistic.p().orElseThrow().value();
  }
}
