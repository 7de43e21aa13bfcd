// SPDX-License-Identifier: Apache-2.0
package casebook.study.run;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.analysis.Analyses;
import casebook.study.cohort.Cohort;
import casebook.study.finding.Settings;
import casebook.study.language.Study;
import casebook.study.render.Renderer.OutputFile;
import casebook.study.render.Renderers;
import casebook.study.report.Document.Block;
import casebook.study.report.Document.Inline;
import casebook.study.report.Report;
import casebook.study.source.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the paper says of a comparison, from the study file and the data to the sentence: no test
/// that found nothing becomes "no difference". The numbers were checked with R 4.2.2: `t.test`,
/// `pt` and its noncentral t.
class ComparisonSentencesTest {
  private static final String STUDY =
      """
      casebook: 1
      title: A comparison
      design: cross-sectional
      data: people.csv
      subject: id
      variables:
        snp: {is: genotype, alleles: T>G, label: SNP309}
        y: {is: number, censored: yes, label: MDM2 mRNA}
        z: {is: number, censored: yes}
      analyses:
        - comparison: y by snp
          models: [dominant]
      """;

  private static final String MARGIN = "    equivalence margin: 2 fold\n";

  @TempDir private Path folder;

  private StudyResult run(String text, String data) throws IOException {
    Path file = folder.resolve("study.yaml");
    Files.writeString(file, text);
    Files.writeString(folder.resolve("people.csv"), data);
    StudyRun run = new StudyRun(Analyses.ALL, Renderers.ALL, "test");
    Study study = run.read("study.yaml", Files.readAllBytes(file)).orThrow();
    Settings settings = Settings.standard();
    Cohort cohort =
        run.cohort(study, Sources.read(folder, study.data(), study.dictionary()), settings)
            .orThrow();
    return run.paper(cohort, List.of(), settings);
  }

  private List<String> sentences(String text, String data) throws IOException {
    return Report.of(run(text, data).findings()).blocks().stream()
        .flatMap(block ->
            block instanceof Block.Paragraph paragraph
                ? Optional.of(words(paragraph)).stream()
                : Optional.<String>empty().stream())
        .filter(words -> words.contains("MDM2 mRNA"))
        .toList();
  }

  private static String words(Block.Paragraph paragraph) {
    return paragraph.content().stream()
        .map(inline ->
            switch (inline) {
              case Inline.Text text -> text.text();
              case Inline.Printed printed -> printed.text();
              case Inline.Link link -> link.text();
            })
        .collect(Collectors.joining());
  }

  /// Equal numbers of TT and TG; the values of TG are `factor` times those of TT, whose logarithms
  /// spread about 0.
  private static String people(int each, double spread, double factor) {
    StringBuilder data = new StringBuilder("id,snp,y,z\n");
    for (int i = 0; i < 2 * each; i++) {
      int place = i / 2;
      double value = Math.exp(spread * (2.0 * place / (each - 1) - 1));
      data.append(
          String.format(
              Locale.ROOT,
              "%d,%s,%.4f,1%n",
              i,
              i % 2 == 0 ? "TT" : "TG",
              i % 2 == 0 ? value : factor * value));
    }
    return data.toString();
  }

  @Test
  void differenceIsSaidWithItsInterval() throws IOException {
    assertThat(sentences(STUDY + MARGIN, people(30, 1, 2.5)))
        .containsExactly(
            "There is a difference in MDM2 mRNA between TG or GG and TT (SNP309): ratio 2.50 (95% CI"
                + " 1.83–3.42; P < 0.001), and it is not shown to be smaller than the declared margin"
                + " of 2-fold.");
  }

  @Test
  void smallDifferenceIsBothShownAndSmall() throws IOException {
    assertThat(sentences(STUDY + MARGIN, people(60, 0.5, 1.3)))
        .containsExactly(
            "There is a difference in MDM2 mRNA between TG or GG and TT (SNP309), but it is smaller"
                + " than the declared margin of 2-fold: ratio 1.30 (95% CI 1.17–1.45; P < 0.001)"
                + " (equivalence test, P < 0.001).");
  }

  @Test
  void equivalenceIsSaidOnlyByItsOwnTest() throws IOException {
    assertThat(sentences(STUDY + MARGIN, people(30, 1, 1.05)))
        .containsExactly(
            "There is no difference in MDM2 mRNA between TG or GG and TT (SNP309) beyond the"
                + " declared margin of 2-fold: ratio 1.05 (95% CI 0.77–1.44; P = 0.76) (equivalence"
                + " test, P < 0.001); so many people with this spread would have shown a ratio of"
                + " 1.56 (or its inverse) or more with a power of 80%.");
  }

  @Test
  void fewPeopleLeaveItOpen() throws IOException {
    List<String> open = sentences(STUDY + MARGIN, people(4, 1, 1.3));
    assertThat(open)
        .containsExactly(
            "The data leave open whether there is a difference in MDM2 mRNA between TG or GG and TT"
                + " (SNP309): ratio 1.30 (95% CI 0.29–5.76; P = 0.68); that it is smaller than the"
                + " declared margin of 2-fold is not shown (equivalence test, P = 0.25); so many"
                + " people with this spread would have shown only a ratio of 7.8 (or its inverse) or"
                + " more with a power of 80%. This is not evidence of no difference.");
    assertThat(sentences(STUDY, people(4, 1, 1.3)).getFirst())
        .contains("no margin of equivalence was declared")
        .endsWith("This is not evidence of no difference.");
  }

  @Test
  void differencesHaveTheUnitOfTheMeasurement() throws IOException {
    String text =
        STUDY.replace("is: number, censored: yes, label", "is: number, unit: mg/L, label")
            + "    scale: as is\n    equivalence margin: 0.5 mg/L\n";
    assertThat(sentences(text, people(30, 0.5, 1.02)).getFirst())
        .isEqualTo(
            "There is no difference in MDM2 mRNA between TG or GG and TT (SNP309) beyond the"
                + " declared margin of 0.5 mg/L: difference 0.02 mg/L (95% CI −0.14 to 0.19), P ="
                + " 0.80 (equivalence test, P < 0.001); so many people with this spread would have"
                + " shown a difference of 0.234 mg/L or more with a power of 80%.");
  }

  /// Three people, equal values, values beyond a limit, one genotype: words, never NaN.
  @Test
  void edgesAreAnsweredInWords() throws IOException {
    String head = "id,snp,y,z\n";
    List<String> data =
        List.of(
            head + "1,TT,1,1\n2,TG,2,1\n3,GG,3,2\n",
            head + "1,TT,2,1\n2,TG,2,1\n3,GG,2,1\n4,TT,2,1\n5,TG,2,1\n",
            head + "1,TT,<1,1\n2,TG,<1,1\n3,GG,<1,1\n4,TT,<1,1\n",
            head + "1,TT,1,1\n2,TT,2,1\n3,TT,3,1\n4,TT,5,1\n",
            head + "1,TT,0,1\n2,TG,2,1\n3,GG,3,1\n4,TT,5,1\n5,TG,4,1\n",
            head + "1,TT,,1\n2,TG,,1\n");
    String all =
        STUDY.replace("          models: [dominant]\n", "")
            + "  - comparison: y by snp\n    name: again\n    scale: as is\n"
            + "  - correlation: y with z\n    by: snp\n";
    for (String people : data) {
      StudyResult result = run(all.replace("models: [dominant]", "models: [additive]"), people);
      for (OutputFile file : result.files()) {
        String page = new String(file.bytes(), StandardCharsets.UTF_8);
        if (file.path().endsWith(".csv") || file.path().endsWith(".json")) {
          assertThat(page).as(file.path() + " of " + people).doesNotContain("NaN", "Infinity");
        }
      }
    }
    assertThat(sentences(STUDY, data.get(0)).getFirst())
        .isEqualTo(
            "Nothing can be said of MDM2 mRNA between TG or GG and TT (SNP309): a group has fewer"
                + " than two values.");
    assertThat(sentences(STUDY, data.get(1)).getFirst()).contains("the values do not vary");
    assertThat(sentences(STUDY, data.get(2)).getFirst())
        .contains("every value lies beyond a limit of detection");
    assertThat(sentences(STUDY, data.get(3)).getFirst()).contains("nobody has TG or GG");
    assertThat(sentences(STUDY, data.get(4)).getFirst()).contains("has no logarithm");
  }
}
