// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.cohort.Cohort;
import casebook.study.cohort.CohortBuilder;
import casebook.study.data.Table;
import casebook.study.finding.Finding;
import casebook.study.finding.Settings;
import casebook.study.finding.Statistic;
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

/// Printed numbers against calculations and five persons, counted by hand: ages 20, 30, 40, 41 and
/// one not known; a, b and e smoke, of d it is not known; two relapses.
class StatementsTest {
  private static final String STUDY =
      """
      casebook: 1
      title: Statements
      design: cohort
      data: people.csv
      subject: id
      variables:
        age: {is: number, unit: years}
        smoker: yes/no
        man: yes/no
        "start, relapse, end": date
      analyses:
        - statements: the text
          one: {says: "a sentence", HELD}
      """;

  private static final String PEOPLE =
      """
      id,age,smoker,man,start,relapse,end
      a,20,yes,yes,2000-01-01,2001-01-01,2004-01-01
      b,30,yes,no,2000-01-01,,2005-01-01
      c,40,no,no,2000-01-01,2002-01-01,2006-01-01
      d,41,,yes,2000-01-01,,2007-01-01
      e,,yes,yes,2000-01-01,,2008-01-01
      """;

  @TempDir Path folder;

  private static Checked<Study> read(String statement) {
    return StudyReader.read(
        "study.yaml",
        STUDY.replace("HELD", statement).getBytes(StandardCharsets.UTF_8),
        Analyses.forms(Analyses.ALL));
  }

  /// The messages of `check`: all there are, each with its code.
  private static List<String> problems(String statement) {
    Checked<Study> study = read(statement);
    List<Problem> problems = new ArrayList<>(study.problems());
    study.value().ifPresent(it -> problems.addAll(Analyses.check(it, Analyses.ALL)));
    return problems.stream().map(it -> it.code() + " " + it.message()).toList();
  }

  private Cohort cohort(String statement) throws IOException {
    Files.writeString(folder.resolve("people.csv"), PEOPLE);
    Study study = read(statement).orThrow();
    Table table = Sources.read(folder, study.data(), study.dictionary()).orThrow();
    return CohortBuilder.standard().build(study, table).orThrow();
  }

  /// The first row of the table: its group, what the number must equal, whether it holds.
  private String answer(String statement) throws IOException {
    Cohort cohort = cohort(statement);
    Finding.Statements table =
        (Finding.Statements)
            Analyses.asked(cohort.study(), Analyses.ALL)
                .getFirst()
                .run(cohort, Settings.standard())
                .getFirst();
    Statistic computed = table.rows().getLast().cells().getLast().statistics().getFirst();
    String value =
        computed.estimate().map(it -> String.valueOf(it.value())).orElse(computed.whyNot());
    return table.rows().getFirst().label() + ": " + value;
  }

  @Test
  void calculationHoldsWhenItRoundsToThePrintedNumber() throws IOException {
    assertThat(answer("prints: 83.3 percent, equals: 10 / 12"))
        .isEqualTo("Holds: 83.33333333333333");
    assertThat(answer("prints: 83.4 percent, equals: 10 / 12")).startsWith("Does not hold");
    assertThat(answer("prints: 41.1 percent, equals: 5 / 12")).startsWith("Does not hold: 41.66");
  }

  /// 5.75 is half-way between 5.7 and 5.8, and prints as either.
  @Test
  void numberHalfWayBetweenTwoIsEither() throws IOException {
    assertThat(answer("prints: 5.7 years, equals: 69 months")).isEqualTo("Holds: 5.75");
    assertThat(answer("prints: 5.8 years, equals: 69 months")).isEqualTo("Holds: 5.75");
    assertThat(answer("prints: 5.5 years, equals: 69 months")).isEqualTo("Does not hold: 5.75");
    assertThat(answer("prints: 5.74 years, equals: 69 months")).startsWith("Does not hold");
  }

  @Test
  void daysBecomeMonthsAndYearsOfMeanLength() throws IOException {
    // 2000-01-01 to 2004-01-01 are 1461 days: 48 months of 30.4375 days
    assertThat(answer("prints: 48 months, equals: 2004-01-01 - 2000-01-01"))
        .isEqualTo("Holds: 48.0");
    assertThat(answer("prints: 4 years, least: end - start")).isEqualTo("Holds: 4.0");
    assertThat(answer("prints: 8 years, greatest: end - start")).startsWith("Holds: 8.0");
  }

  @Test
  void personsAreCounted() throws IOException {
    assertThat(answer("prints: 3, count: man")).isEqualTo("Holds: 3.0");
    assertThat(answer("prints: 60 percent, share: man")).isEqualTo("Holds: 60.0");
    assertThat(answer("prints: 2, count: relapse is known")).isEqualTo("Holds: 2.0");
    assertThat(answer("prints: 5, count without: relapse is known"))
        .isEqualTo("Does not hold: 3.0");
  }

  @Test
  void countWithSomebodyUnknownCannotBeTold() throws IOException {
    assertThat(answer("prints: 3, count: smoker"))
        .isEqualTo("Cannot be told: unknown because smoker is missing");
  }

  /// Of 20, 30, 40, 41: the median is 35, the mean 32.75.
  @Test
  void summariesLeaveOutWhoseNumberIsNotKnown() throws IOException {
    assertThat(answer("prints: 35 years, median: age")).isEqualTo("Holds: 35.0");
    assertThat(answer("prints: 32.8 years, mean: age")).isEqualTo("Holds: 32.75");
    assertThat(answer("prints: 20 years, least: age")).isEqualTo("Holds: 20.0");
    assertThat(answer("prints: 42 years, greatest: age")).isEqualTo("Does not hold: 41.0");
    assertThat(answer("prints: 41 years, median: age, of: \"all except a, b, c\""))
        .isEqualTo("Holds: 41.0");
  }

  /// Twelve whole numbers have a whole or a half median; eleven a whole one; a mean of 28 is a
  /// multiple of 1/28, so that 5.19 is none (Brown and Heathers 2017, p. 364).
  @Test
  void summaryOfWholeNumbersHasFewPossibleValues() throws IOException {
    assertThat(answer("prints: 66.5 years, possible as: median of 12 whole years"))
        .isEqualTo("Holds: 66.5");
    assertThat(answer("prints: 66.6 years, possible as: median of 12 whole years"))
        .isEqualTo("Does not hold: 66.5");
    assertThat(answer("prints: 66.5 years, possible as: median of 11 whole years"))
        .startsWith("Does not hold");
    assertThat(answer("prints: 5.19, possible as: mean of 28 whole numbers"))
        .startsWith("Does not hold: 5.178");
    assertThat(answer("prints: 5.18, possible as: mean of 28 whole numbers")).startsWith("Holds");
  }

  @Test
  void calculationsAreJudgedWithoutData() {
    assertThat(problems("prints: 83.3 percent, equals: 10 / 12")).isEmpty();
    assertThat(problems("prints: 5.5 years, equals: 69 months"))
        .containsExactly(
            "study/statement “a sentence”: 5.5 years is printed, but it must equal 5.75 years (69"
                + " months).");
    assertThat(problems("prints: 66.6 years, possible as: median of 12 whole years"))
        .containsExactly(
            "study/statement “a sentence”: 66.6 years is printed, but a median of 12 whole years is"
                + " 66.5 years at the nearest.");
  }

  @Test
  void dataAreHeldAgainstWhatNeedsThem() throws IOException {
    assertThat(Statements.notBorneOut(cohort("prints: 3, count: man"))).isEmpty();
    assertThat(Statements.notBorneOut(cohort("prints: 4, count: man")))
        .singleElement()
        .satisfies(it ->
            assertThat(it.message())
                .isEqualTo("“a sentence”: 4 is printed, but it must equal 3 (count: man)."));
  }

  @Test
  void whatCannotBeReadIsSaid() {
    assertThat(problems("prints: 3"))
        .singleElement()
        .asString()
        .startsWith("study/statement-measure It is not said what the number must equal.");
    assertThat(problems("prints: 3, count: man, equals: 3"))
        .singleElement()
        .asString()
        .startsWith("study/statement-measure The number is held against several things");
    assertThat(problems("prints: three, count: man"))
        .singleElement()
        .asString()
        .startsWith("study/statement-number");
    assertThat(problems("prints: 3 years, possible as: mode of 3 whole years"))
        .singleElement()
        .asString()
        .startsWith("study/statement-possible");
    assertThat(problems("prints: 3 years, equals: age"))
        .singleElement()
        .asString()
        .startsWith("study/statement-arithmetic");
    assertThat(problems("prints: 3 kg, median: age"))
        .singleElement()
        .asString()
        .isEqualTo(
            "study/statement-unit The printed number has kg, and what it must equal has years.");
    assertThat(problems("prints: 3, median: man"))
        .singleElement()
        .asString()
        .startsWith("study/statement-not-a-number");
    assertThat(problems("prints: 3, count: boy"))
        .singleElement()
        .asString()
        .startsWith("study/unknown-variable");
    assertThat(problems("prints: 3, count: man}\n    One: {says: again, prints: 3, count: man"))
        .singleElement()
        .asString()
        .startsWith("study/statement-twice");
  }
}
