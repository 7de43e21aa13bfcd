// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casebook.study.finding.Contrast;
import casebook.study.finding.Finding;
import casebook.study.finding.Finding.Column;
import casebook.study.finding.Finding.Row;
import casebook.study.problem.ProblemText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which of several contrasts is the primary one, where it is named, and which P value stands for a
/// comparison, a correlation and a survival analysis in a family.
class PrimaryContrastTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "studies", "comparison");

  private static final String BY_GENOTYPE =
      "  - comparison: mdm2 by snp309\n    models: [codominant, additive]\n";

  private static final String BY_STAGE = "  - comparison: b2m by stage\n    scale: as is\n";

  private static final String CORRELATED = "  - correlation: mdm2 with p53\n";

  private static String text(String analyses) throws IOException {
    return WrittenStudy.of(FOLDER, "analyses:", "analyses:\n" + analyses).text();
  }

  private static List<Finding> findings(String text) {
    return new WrittenStudy(text).besideFamilies(FOLDER);
  }

  private static Finding.Comparison comparison(String text, int place) {
    return (Finding.Comparison) findings(text).get(place);
  }

  private static List<String> rows(Finding.Comparison table) {
    return table.rows().stream().map(Row::label).toList();
  }

  private static double p(Printed printed, String address) {
    return printed.at(address).p().orElseThrow().value();
  }

  @Test
  void homozygotesOfTheCountedAlleleAreTheDefault() throws IOException {
    String text = text(BY_GENOTYPE);
    Finding.Comparison groups = comparison(text, 0);
    assertThat(rows(groups))
        .startsWith("TT", "TG", "GG, primary contrast", "Additive: per G allele");
    assertThat(groups.contrasts())
        .extracting(Contrast::words)
        .containsExactly(
            "between GG and TT (SNP309, primary contrast)", "between TG and TT (SNP309)");
    assertThat(groups.heading().notes())
        .contains("The primary contrast is GG against TT (our default).");
    assertThat(rows(comparison(text, 1)))
        .containsExactly(
            "TG against TT", "GG against TT, primary contrast", "Additive: per G allele");
    assertThat(Printed.of(findings(text)).at("comparison.mdm2_by_snp309.gg.mean_ratio").label())
        .isEqualTo("MDM2 mRNA, GG against TT, primary contrast: ratio of geometric means");
  }

  @Test
  void declaredContrastIsNamedAndComesFirst() throws IOException {
    String text = text(BY_GENOTYPE + "    primary contrast: T/G against T/T\n");
    Finding.Comparison groups = comparison(text, 0);
    assertThat(rows(groups)).startsWith("TT", "TG, primary contrast", "GG");
    assertThat(groups.contrasts().getFirst().words())
        .isEqualTo("between TG and TT (SNP309, primary contrast)");
    assertThat(groups.heading().notes())
        .contains("The primary contrast is TG against TT (as declared).");
  }

  /// A model with one effect, and two groups, have no choice; unordered groups have no default.
  @Test
  void whereNothingIsToBeChosenNothingIsNamed() throws IOException {
    for (String analysis :
        List.of("  - comparison: mdm2 by snp309\n", "  - comparison: mdm2 by trisomy12\n")) {
      Finding.Comparison groups = comparison(text(analysis), 0);
      assertThat(groups.contrasts()).singleElement().matches(Contrast::primary);
      assertThat(String.join(" ", rows(groups))).doesNotContain("primary");
    }
    Finding.Comparison unordered = comparison(text(BY_STAGE).replace(", ordered: yes", ""), 0);
    assertThat(unordered.contrasts()).hasSize(2).noneMatch(Contrast::primary);
    assertThat(rows(comparison(text(BY_STAGE), 0))).contains("C, primary contrast");
  }

  /// Holm by hand over the primary contrast, Spearman's test, and the last of three stages: the
  /// smallest counts three times, the next twice, and none falls below one before it.
  @Test
  void familyTakesTheTestOfThePrimaryContrast() throws IOException {
    String family = "families: {all: [mdm2 by snp309, b2m by stage, mdm2 with p53]}\n";
    List<Finding> findings = findings(text(BY_GENOTYPE + BY_STAGE + CORRELATED + family));
    Printed printed = Printed.of(findings);
    List<String> members =
        List.of(
            "comparison.mdm2_by_snp309.gg.mean_ratio",
            "comparison.b2m_by_stage.c.mean_difference",
            "correlation.mdm2_with_p53.spearman.rho");
    List<String> rising =
        members.stream()
            .sorted((one, other) -> Double.compare(p(printed, one), p(printed, other)))
            .toList();
    double last = 0;
    for (int i = 0; i < 3; i++) {
      last = Math.min(1, Math.max(last, (3 - i) * p(printed, rising.get(i))));
      assertThat(p(printed, rising.get(i) + ".adjusted")).isCloseTo(last, within(1e-12 * last));
    }
    assertThat(printed.all().keySet().stream().filter(it -> it.endsWith("adjusted"))).hasSize(3);
  }

  /// Benjamini-Hochberg by hand: the larger stays, the smaller is doubled but not above it.
  @Test
  void benjaminiHochbergIsAdjustedAlike() throws IOException {
    String family =
        "families: {two: {of: [mdm2_by_snp309, mdm2_with_p53], method: Benjamini-Hochberg}}\n";
    Printed printed = Printed.of(findings(text(BY_GENOTYPE + CORRELATED + family)));
    String contrast = "comparison.mdm2_by_snp309.gg.mean_ratio";
    String rho = "correlation.mdm2_with_p53.spearman.rho";
    double larger = Math.max(p(printed, contrast), p(printed, rho));
    double smaller = Math.min(p(printed, contrast), p(printed, rho));
    List<Double> adjusted =
        List.of(p(printed, contrast + ".adjusted"), p(printed, rho + ".adjusted"));
    assertThat(adjusted.stream().max(Double::compare).orElseThrow())
        .isCloseTo(larger, within(1e-12));
    assertThat(adjusted.stream().min(Double::compare).orElseThrow())
        .isCloseTo(Math.min(2 * smaller, larger), within(1e-12));
  }

  /// Each P value has one adjusted one beside it, in the table of the groups only.
  @Test
  void adjustedValuesStandOnceBesideTheRawOnes() throws IOException {
    String family = "families: {all: [mdm2_by_snp309, mdm2_with_p53]}\n";
    List<Finding> findings = findings(text(BY_GENOTYPE + CORRELATED + family));
    Finding.Comparison groups = (Finding.Comparison) findings.getFirst();
    assertThat(groups.columns())
        .extracting(Column::label)
        .containsExactly("n", "Median (quartiles)", "Geometric mean", "Ratio", "P", "Adjusted P");
    assertThat(((Finding.Comparison) findings.get(1)).columns())
        .extracting(Column::label)
        .doesNotContain("P", "Adjusted P");
    assertThat(((Finding.Correlation) findings.get(2)).columns())
        .extracting(Column::label)
        .endsWith("P", "Adjusted P");
    groups.rows().forEach(row -> assertThat(row.cells()).hasSize(6));
  }

  /// Where none of several contrasts is primary, the test over all groups is the answer.
  @Test
  void unorderedGroupsTakeTheTestOfAnyDifference() throws IOException {
    String family = "families: {one: [b2m_by_stage]}\n";
    Printed printed = Printed.of(findings(text(BY_STAGE + family).replace(", ordered: yes", "")));
    assertThat(p(printed, "comparison.b2m_by_stage.kruskal_wallis.p.adjusted"))
        .isEqualTo(p(printed, "comparison.b2m_by_stage.kruskal_wallis.p"));
  }

  @Test
  void contrastThatCannotBeChosenIsRefused() throws IOException {
    assertThat(problems(BY_GENOTYPE + "    primary contrast: TT against GG\n"))
        .contains("study/primary-contrast", "`TT against GG` is no contrast of `snp309`");
    assertThat(problems(BY_GENOTYPE + "    primary contrast: GC against TT\n"))
        .contains("Did you mean `GG against TT`");
    assertThat(
            problems(
                BY_GENOTYPE.replace("codominant, ", "") + "    primary contrast: GG against TT\n"))
        .contains("study/primary-contrast", "put `codominant` first");
    assertThat(
            problems("  - comparison: mdm2 by trisomy12\n    primary contrast: yes against no\n"))
        .contains("There is one contrast only");
    assertThat(problems(BY_STAGE + "    primary contrast: B against A\n")).isEmpty();
  }

  private static String problems(String analyses) throws IOException {
    String text = text(analyses);
    return ProblemText.of(
        new WrittenStudy(text)
            .problems().stream().filter(it -> it.code().equals("study/primary-contrast")).toList(),
        text.lines().toList());
  }
}
