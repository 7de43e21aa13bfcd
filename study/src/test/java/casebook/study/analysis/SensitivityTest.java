// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.cohort.Cohort;
import casebook.study.cohort.CohortBuilder;
import casebook.study.finding.Finding;
import casebook.study.finding.Finding.Specifications;
import casebook.study.finding.Finding.Specifications.Specification;
import casebook.study.finding.Profile;
import casebook.study.finding.Settings;
import casebook.study.finding.Statistic;
import casebook.study.language.Study;
import casebook.study.language.form.StudyReader;
import casebook.study.problem.ProblemText;
import casebook.study.source.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SensitivityTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "studies", "sensitivity");

  private static Study study(String text) {
    return StudyReader.read(
            "study.yaml", text.getBytes(StandardCharsets.UTF_8), Analyses.forms(Analyses.ALL))
        .orThrow();
  }

  private static String text(String analysis) throws IOException {
    String text = Files.readString(FOLDER.resolve("study.yaml"));
    return text.substring(0, text.indexOf("analyses:")) + "analyses:\n" + analysis.indent(2);
  }

  private static List<Finding> findings(String analysis, Profile profile) throws IOException {
    Study study = study(text(analysis));
    Cohort cohort =
        CohortBuilder.standard()
            .build(study, Sources.read(FOLDER, study.data(), study.dictionary()).orThrow())
            .orThrow();
    Settings settings = Settings.standard().withProfile(profile);
    return Analyses.asked(study, Analyses.ALL).stream()
        .flatMap(asked -> asked.run(cohort, settings).stream())
        .toList();
  }

  private static Specifications grid(List<Finding> findings) {
    return findings.stream()
        .filter(Specifications.class::isInstance)
        .map(Specifications.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static String problems(String analysis) throws IOException {
    String text = text(analysis);
    return ProblemText.of(Analyses.check(study(text), Analyses.ALL), text.lines().toList());
  }

  private static final String LETTER =
      """
      - association: igm_positive
        adjusted for:
          LA: la
        restricted to:
          first events: {of: cases, keep: not recurrent}
        sensitivity: {cut-offs: [percentile 99 type 7]}
      """;

  @Test
  void specificationsAreAllCombinations() throws IOException {
    Specifications grid = grid(findings(LETTER, Profile.CASEBOOK));
    assertThat(grid.choices()).extracting(it -> it.options().size()).containsExactly(2, 2, 2, 2);
    assertThat(grid.specifications()).hasSize(16);
    assertThat(grid.specifications()).extracting(Specification::taken).doesNotHaveDuplicates();
    assertThat(grid.specifications())
        .extracting(it -> it.answer().estimate().orElseThrow().value())
        .isSorted();
  }

  /// The main specification is the number of the association itself, in each profile: the crude
  /// odds ratio, by Firth where the row is sparse.
  @Test
  void mainSpecificationIsThePrintedNumber() throws IOException {
    for (Profile profile : Profile.values()) {
      List<Finding> findings = findings(LETTER, profile);
      Specification main =
          grid(findings).specifications().stream()
              .filter(Specification::main)
              .findFirst()
              .orElseThrow();
      Statistic printed = Printed.of(findings).at("association.igm_positive.crude.odds_ratio");
      assertThat(main.answer().estimate()).as(profile.word()).isEqualTo(printed.estimate());
      assertThat(main.answer().p()).as(profile.word()).isEqualTo(printed.p());
      assertThat(main.answer().method()).as(profile.word()).isEqualTo(printed.method());
    }
  }

  /// 8 of 183 cases against 2 of 246 controls, as the letter says: 8 * 244 / (175 * 2) = 5.577.
  @Test
  void subsetHasTheNumbersOfItsRow() throws IOException {
    Printed printed = Printed.of(findings(LETTER, Profile.SPSS14));
    String at = "association.igm_positive.sensitivity.first_events.in_use.crude.";
    assertThat(printed.value(at + "cases.count")).isEqualTo(8);
    assertThat(printed.value(at + "controls.count")).isEqualTo(2);
    assertThat(printed.value(at + "maximum_likelihood.odds_ratio"))
        .isEqualTo(8 * 244 / (175 * 2.0));
    assertThat(printed.at(at + "maximum_likelihood.odds_ratio").estimate())
        .isEqualTo(
            printed
                .at("association.igm_positive.restricted.first_events.crude.odds_ratio")
                .estimate());
  }

  @Test
  void sentenceOfASubsetSaysWhoWasLeftOut() throws IOException {
    Specifications grid = grid(findings(LETTER, Profile.CASEBOOK));
    assertThat(grid.choices().getFirst().options().getLast().words())
        .isEqualTo("After excluding cases with recurrent thrombosis");
    assertThat(grid.choices().get(1).options().getLast().words())
        .isEqualTo("Adjusted for lupus anticoagulant");
  }

  /// A variable derived from the exposure's own limit follows the cut-off, others do not.
  @Test
  void covariatesThatRestOnTheLimitFollowIt() throws IOException {
    String analysis =
        """
        - association: igm_in_women
          sensitivity: {cut-offs: [percentile 97.5]}
        """;
    String derived = "  igm_in_women: {yes when: igm_positive and sex is female}\n";
    String text = text(analysis).replace("  igm_and_fviii:", derived + "  igm_and_fviii:");
    Study study = study(text);
    Cohort cohort =
        CohortBuilder.standard()
            .build(study, Sources.read(FOLDER, study.data(), study.dictionary()).orThrow())
            .orThrow();
    List<Finding> findings =
        Analyses.asked(study, Analyses.ALL).getFirst().run(cohort, Settings.standard());
    Printed printed = Printed.of(findings);
    String at = "association.igm_in_women.sensitivity.everybody.";
    assertThat(printed.value(at + "in_use.crude.cases.count"))
        .isLessThan(printed.value(at + "97_5th_percentile.crude.cases.count"));
  }

  @Test
  void whatCannotBeFittedSaysWhy() throws IOException {
    String analysis =
        """
        - association: igm_positive
          adjusted for:
            all: [la, sex, age]
          sensitivity: {cut-offs: [kit 12, 1000], estimators: [maximum likelihood, exact]}
        """;
    Specifications grid = grid(findings(analysis, Profile.CASEBOOK));
    assertThat(grid.specifications())
        .filteredOn(it -> it.answer().estimate().isEmpty())
        .allSatisfy(it -> assertThat(it.answer().whyNot()).isNotBlank());
    Printed printed = Printed.of(List.of(grid));
    String at = "association.igm_positive.sensitivity.everybody.";
    assertThat(printed.at(at + "kit.all.maximum_likelihood.odds_ratio").whyNot())
        .contains("predicts perfectly");
    assertThat(printed.at(at + "value_1000_0.crude.maximum_likelihood.odds_ratio").whyNot())
        .isEqualTo("nobody is exposed");
    assertThat(printed.at(at + "in_use.all.exact.odds_ratio").whyNot()).isNotBlank();
  }

  @Test
  void unreadableCutoffIsToldHowToWriteIt() throws IOException {
    for (String wrong : List.of("high", "percentile 0", "percentile 99 type 10", "percentile")) {
      String analysis = "- association: igm_positive\n  sensitivity: {cut-offs: [" + wrong + "]}\n";
      String text = text(analysis);
      assertThat(
              StudyReader.read(
                      "study.yaml",
                      text.getBytes(StandardCharsets.UTF_8),
                      Analyses.forms(Analyses.ALL))
                  .problems())
          .as(wrong)
          .extracting(it -> it.code())
          .containsExactly("study/sensitivity-cut-off");
    }
  }

  @Test
  void gridsThatHaveNoMeaningAreRefused() throws IOException {
    assertThat(problems("- association: fvl\n  sensitivity: yes\n"))
        .contains("study/sensitivity-of-levels");
    assertThat(problems("- association: la\n  sensitivity: {cut-offs: [10]}\n"))
        .contains("study/sensitivity-cut-off", "does not rest on a reference limit");
    assertThat(problems("- association: igm_and_fviii\n  sensitivity: {cut-offs: [10]}\n"))
        .contains("study/sensitivity-cut-off", "rests on several reference limits: fviii and igm");
    assertThat(problems("- association: la\n  sensitivity: no\n")).isEmpty();
    assertThat(problems("- association: la\n  matched by: id\n  sensitivity: yes\n"))
        .contains("study/sensitivity-of-sets");
  }

  @Test
  void unknownEstimatorGetsTheNearestWord() throws IOException {
    String text = text("- association: la\n  sensitivity: {estimators: [firth]}\n");
    assertThat(
            StudyReader.read(
                    "study.yaml",
                    text.getBytes(StandardCharsets.UTF_8),
                    Analyses.forms(Analyses.ALL))
                .problems())
        .extracting(it -> it.code() + " " + it.fix())
        .containsExactly("study/unknown-word Did you mean `Firth`?");
  }
}
