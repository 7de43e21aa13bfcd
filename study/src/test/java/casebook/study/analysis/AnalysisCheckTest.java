// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.language.Study;
import casebook.study.language.form.StudyReader;
import casebook.study.problem.Checked;
import casebook.study.problem.Problem;
import casebook.study.problem.ProblemText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What a study file is told when it asks for something that cannot be.
class AnalysisCheckTest {
  private static final String STUDY =
      """
      casebook: 1
      title: Check
      design: case-control
      data: data.csv
      subject: id
      variables:
        group: {levels: [control, patient]}
        sex: {levels: [male, female]}
        age: {is: number, unit: years}
        la: yes/no
        fvl: {is: genotype, alleles: G>A}
        sampled: date
        comment: text
        recurrent: {is: yes/no, of: cases}
      cases: group is patient
      controls: group is control
      matching: {kind: frequency, sex: same, age: within 10 years}
      analyses:
      """;

  private static String problems(String analyses) {
    return problemsOf(STUDY + analyses.indent(2));
  }

  private static String problemsOf(String text) {
    Checked<Study> study =
        StudyReader.read(
            "study.yaml", text.getBytes(StandardCharsets.UTF_8), Analyses.forms(Analyses.ALL));
    List<Problem> problems =
        study.value().isPresent()
            ? Analyses.check(study.value().get(), Analyses.ALL)
            : study.problems();
    List<String> lines = text.lines().toList();
    return problems.stream()
        .map(problem -> ProblemText.of(problem, lines))
        .collect(Collectors.joining());
  }

  @Test
  void soundAnalysesHaveNoProblems() {
    assertThat(
            problems(
                """
                - characteristics: [sex, age, fvl, recurrent]
                  by: group
                  summary: {age: median (range)}
                - association: la
                  adjusted for: {known: [sex, age, fvl carrier]}
                  restricted to:
                    first events: {of: cases, keep: not recurrent}
                    men: sex is male
                """))
        .isEmpty();
  }

  /// The check `GroupsDeclared` says it of a case-control study.
  @Test
  void missingGroupsAreToldOnce() {
    String without =
        STUDY.replaceAll("(?m)^(cases|controls|matching):.*\\n", "") + "  - association: la\n";
    assertThat(problemsOf(without)).isEmpty();
    assertThat(problemsOf(without.replace("design: case-control", "design: cross-sectional")))
        .contains("study/association-without-groups");
  }

  @Test
  void unknownNamesGetTheNearest() {
    assertThat(
            problems(
                """
                - characteristics: [sex, agee]
                - association: las
                  adjusted for: {known: [sex, age, flv carrier]}
                """))
        .contains("study.yaml:19:28  error  study/unknown-variable")
        .contains("There is no variable `agee`. Did you mean `age`")
        .contains("There is no variable `las`. Did you mean `la`")
        .contains("There is no variable `flv`. Did you mean `fvl`");
  }

  @Test
  void bareGenotypeAmongCovariatesIsRefused() {
    assertThat(problems("- association: la\n  adjusted for: {known: [sex, age, fvl]}"))
        .isEqualTo(
            """
            study.yaml:20:38  error  study/bare-genotype
                  adjusted for: {known: [sex, age, fvl]}
                                                   ^^^
              `fvl` is a genotype: say how it counts among the covariates. Write `fvl additive`, for example; it may be carrier (or dominant), additive, homozygous (or recessive), overdominant or codominant.
            """);
  }

  @Test
  void outcomeAndExposureAreNoCovariates() {
    assertThat(problems("- association: la\n  adjusted for: {known: [sex, age, group, la]}"))
        .contains("study/adjusted-for-outcome")
        .contains("`group` says who is a case; adjusting for it leaves nothing to explain.")
        .contains("study/adjusted-for-exposure")
        .contains("`la` is the exposure; a model cannot hold it constant.");
    assertThat(problems("- association: group")).contains("study/exposure-is-the-outcome");
  }

  @Test
  void variableAskedOfCasesOnlyCannotBeCompared() {
    assertThat(problems("- association: recurrent"))
        .contains("study/not-asked-of-all")
        .contains("`recurrent` was asked of cases only");
  }

  @Test
  void datesAndTextsAreNeitherExposuresNorCovariatesNorRows() {
    assertThat(problems("- association: sampled")).contains("study/not-an-exposure");
    assertThat(problems("- association: la\n  adjusted for: {a: [sex, age, comment]}"))
        .contains("study/not-a-covariate");
    assertThat(problems("- characteristics: [sampled]")).contains("study/not-summarised");
  }

  @Test
  void equalAddressesAreRefused() {
    assertThat(
            problems(
                """
                - association: la
                  adjusted for:
                    Sex and age: [sex, age]
                    sex, and age: [age, sex]
                    crude: [sex, age]
                """))
        .contains("study/equal-address");
    assertThat(problems("- association: la\n- association: la"))
        .contains("study/equal-analysis")
        .contains("Give it a name: `name: ...`.");
    assertThat(problems("- association: la\n- association: la\n  name: again")).isEmpty();
  }

  @Test
  void setWithoutTheMatchingFactorsIsWarnedOf() {
    assertThat(problems("- association: la\n  adjusted for: {only age: [age]}"))
        .contains("warning  study/matching-factor-not-adjusted")
        .contains("Controls were matched on sex, which `only age` does not hold constant.");
  }

  @Test
  void otherSlipsAreNamed() {
    assertThat(problems("- association: la\n  adjusted for: {a: [sex, sex, age]}"))
        .contains("study/covariate-twice");
    assertThat(problems("- association: la\n  adjusted for: {a: []}"))
        .contains("study/no-covariates");
    assertThat(problems("- association: la\n  adjusted for: {a: [sex carrier, age]}"))
        .contains("study/not-a-genotype");
    assertThat(problems("- association: la\n  restricted to: {men: sex is mal}"))
        .contains("study.yaml:20:");
    assertThat(problems("- characteristics: [age]\n  summary: {age: mode}"))
        .contains("study/unknown-summary")
        .contains("Write mean SD, mean SE, median (Q1-Q3) or median (range).");
    assertThat(problems("- characteristics: [sex]\n  summary: {age: mean SE}"))
        .contains("study/summary-without-row");
    assertThat(problems("- characteristics: [sex]\n  by: age")).contains("study/not-groups");
  }

  @Test
  void misspeltOptionGetsTheNearest() {
    assertThat(problems("- association: la\n  adjusted four: {a: [sex, age]}"))
        .contains("study/unknown-keyword")
        .contains("Did you mean `adjusted for`?");
  }

  @Test
  void assayNeedsALimitAndPartsThatAreLevels() {
    assertThat(problems("- assay: age\n  partition by: age"))
        .isEqualTo(
            """
            study.yaml:19:12  error  study/assay-without-limit
                - assay: age
                         ^^^
              `age` has no reference limit. Write one under `reference limits`, for example `age: {percentile: 99, of: controls}`.
            study.yaml:20:19  error  study/assay-partition
                  partition by: age
                                ^^^
              `age` has no levels, so that it does not part the reference group. Name a variable with levels or yes/no, such as sex; derive groups from a number.
            """);
    assertThat(problems("- assay: agee\n  partition by: sexx"))
        .contains("There is no variable `agee`. Did you mean `age`")
        .contains("There is no variable `sexx`. Did you mean `sex`");
  }

  @Test
  void fewReplicatesAndPercentilesBeyondTheScaleAreRefused() {
    assertThat(problems("- assay: age\n  bootstrap: 99\n  percentile: 100"))
        .isEqualTo(
            """
            study.yaml:20:16  error  study/assay-bootstrap
                  bootstrap: 99
                             ^^
              The number of bootstrap samples is a whole number from 999 to 99999, or 0 for none. Write 999; more samples make the Monte Carlo error smaller.
            study.yaml:21:17  error  study/assay-percentile
                  percentile: 100
                              ^^^
              The percentile beside a limit from elsewhere lies between 0 and 100. Write, for example, 99.
            """);
  }

  @Test
  void imprecisionThatIsNoPercentageIsNamed() {
    String study =
        STUDY
            .replace(
                "cases: group",
                "assays: {age: {CV within run: low, CV between runs: 8 to 4 %}}\ncases: group")
            .replace("analyses:", "reference limits: {age: {percentile: 99}}\nanalyses:");
    assertThat(problemsOf(study + "  - assay: age\n"))
        .contains("study/assay-cv")
        .contains("`low` is not a coefficient of variation in percent.")
        .contains("`8 to 4 %` is not a coefficient of variation in percent.");
  }

  @Test
  void trendNeedsThreeLevelsAndRisingScoresForEach() {
    String dose =
        STUDY.replace("  la: yes/no", "  la: yes/no\n  dose: {levels: [low, middle, high]}");
    String asked = dose + "  - association: dose\n    trend: ";
    assertThat(problemsOf(asked + "yes")).isEmpty();
    assertThat(problemsOf(asked + "no")).isEmpty();
    assertThat(problemsOf(asked + "[1, 2.5, 10]")).isEmpty();
    assertThat(problemsOf(asked + "[1, 2]"))
        .contains("study/trend-scores", "`trend` has 2 scores for the 3 levels of `dose`.");
    assertThat(problemsOf(asked + "[1, 3, 2]")).contains("study/trend-scores", "do not rise");
    assertThat(problems("- association: la\n  trend: yes"))
        .contains("study/no-trend", "three levels or more in their order; `la` has two.");
    assertThat(problems("- association: age\n  trend: yes"))
        .contains("study/no-trend", "the odds ratio per unit is a trend already");
  }

  @Test
  void interactionNeedsAnotherVariableWithLevels() {
    String asked = "- association: la\n  interaction with: ";
    assertThat(problems(asked + "sex")).isEmpty();
    assertThat(problems(asked + "age"))
        .contains("study/no-interaction", "`age` has no levels within which");
    assertThat(problems(asked + "la")).contains("study/no-interaction", "cannot modify itself");
    assertThat(problems(asked + "group")).contains("study/no-interaction", "says who is a case");
    assertThat(problems(asked + "sx")).contains("study/unknown-variable", "Did you mean `sex`");
    assertThat(problems(asked + "recurrent")).contains("study/not-asked-of-all");
  }

  @Test
  void caseControlStudyHasNoRisks() {
    assertThat(problems("- association: la\n  also: [risk ratio, risk difference]"))
        .contains("study/no-risks", "has no risk ratio", "has no risk difference");
    assertThat(problems("- association: la\n  also: [attributable fraction]")).isEmpty();
    assertThat(problems("- association: la\n  also: [atributable fraction]"))
        .contains("study/unknown-word", "Did you mean `attributable fraction`");
    assertThat(problems("- association: age\n  also: attributable fraction"))
        .contains("study/no-exposed", "`age` has no levels");
    String cohort = STUDY.replace("design: case-control", "design: cohort");
    assertThat(problemsOf(cohort + "  - association: la\n    also: [risk ratio, risk difference]"))
        .isEmpty();
  }

  @Test
  void missingValuesNeedKnownNames() {
    assertThat(problems("- missing: [age, sex, sampled, comment]\n  by: sex")).isEmpty();
    assertThat(problems("- missing: [agee]"))
        .contains("study/unknown-variable", "Did you mean `age`");
    assertThat(problems("- missing: age\n  by: age")).contains("study/not-groups");
  }
}
