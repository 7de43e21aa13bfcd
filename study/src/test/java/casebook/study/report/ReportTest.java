// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.finding.Cell;
import casebook.study.finding.Finding;
import casebook.study.finding.Rows;
import casebook.study.finding.Statistic.Basis;
import casebook.study.report.Document.Block;
import casebook.study.report.Document.Inline;
import casebook.study.report.style.CellText;
import casebook.study.report.style.Journals;
import casebook.study.report.style.Numbers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {
  private final Document paper = Report.of(LetterFindings.in("plain"));

  @Test
  void printsTheNumbersOfTheLetter() {
    assertThat(printed())
        .contains(
            "12 (4.9)",
            "2 (0.8)",
            "8/183 (4.4)",
            "6.3 (1.4–28.5)",
            "6.1 (1.3–28.0)",
            "7.0 (1.5–33.5)",
            "5.6 (1.2–26.6)");
  }

  @Test
  void whatCannotBeGivenIsSaidInWords() {
    assertThat(printed()).contains("not estimable (1.20 to not estimable)", "not estimable");
    assertThat(String.join("\n", printed())).doesNotContain("NaN", "Inf", "E");
  }

  @Test
  void everyPrintedNumberHasAnExplanation() {
    assertThat(paper.explanations().keySet()).containsAll(addresses());
  }

  @Test
  void numberThatProfileCasebookPrintsOtherwiseHasItInAFootnote() {
    assertThat(table(2).footnotes())
        .contains(
            new Document.Footnote(
                "e",
                "Profile casebook: 6.3 (1.6–25.4) (sample odds ratio; 95% CI:"
                    + " Miettinen–Nurminen)."));
  }

  @Test
  void methodsAreNamedOnTheHeadOfTheirColumn() {
    assertThat(table(2).head().get(3).marks()).containsExactly("a");
    assertThat(table(2).footnotes())
        .contains(new Document.Footnote("a", "Sample odds ratio; 95% CI: Wald (Woolf)."));
  }

  @Test
  void analysesThatAreNotPrimaryAreExploratory() {
    assertThat(table(2).caption()).doesNotContain("exploratory");
    assertThat(table(3).caption()).endsWith("(exploratory)");
  }

  @Test
  void journalNamesItsPValue() {
    Document lancet = Report.of(LetterFindings.in("lancet"));
    assertThat(table(lancet, 1).head().getLast().text()).isEqualTo("p value");
    assertThat(table(lancet, 2).head().getLast().marks()).containsExactly("‡", "§");
  }

  private Block.Table table(int number) {
    return table(paper, number);
  }

  private static Block.Table table(Document document, int number) {
    return document.blocks().stream()
        .filter(Block.Table.class::isInstance)
        .map(Block.Table.class::cast)
        .filter(table -> table.name().equals("table-" + number))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void meansOfOneRowHaveTheSameDecimals() {
    Finding.Row row =
        new Finding.Row(
            "APC ratio", "mean (SD)", 0, List.of(mean(2.641, 0.451), mean(2.728, 0.356)));
    CellText text = new CellText(new Numbers(Journals.named("plain")));
    assertThat(text.of(row, 0)).isEqualTo("2.64 (0.45)");
    assertThat(text.of(row, 1)).isEqualTo("2.73 (0.36)");
  }

  private static Cell mean(double mean, double deviation) {
    Basis basis = Numbered.basis(1, Rows.all(5), Map.of());
    return Cell.of(
        Cell.Form.MEAN_SD,
        Numbered.value("a.mean", "mean", mean, "", Numbered.MEAN, basis),
        Numbered.value("a.sd", "SD", deviation, "", Numbered.MEAN, basis));
  }

  private List<String> printed() {
    return numbers().stream().map(Inline.Printed::text).toList();
  }

  private List<String> addresses() {
    return numbers().stream().map(Inline.Printed::address).toList();
  }

  private List<Inline.Printed> numbers() {
    return paper.blocks().stream()
        .filter(Block.Table.class::isInstance)
        .map(Block.Table.class::cast)
        .flatMap(table -> table.rows().stream())
        .flatMap(line -> line.cells().stream())
        .flatMap(cell -> cell.content().stream())
        .filter(Inline.Printed.class::isInstance)
        .map(Inline.Printed.class::cast)
        .toList();
  }
}
