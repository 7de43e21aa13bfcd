// SPDX-License-Identifier: Apache-2.0
package casebook.bench.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Cases that no certified file holds: the scorer looks at inputs, never at names.
class SuiteScoreTest {
  private static SuiteScore score(String suite, String input, String expected) {
    String text =
        "{'suite': '%s', 'cases': [{'id': 'new', 'input': {%s}, 'expected': {%s}}]}"
            .formatted(suite, input, expected);
    return SuiteScore.of(Suite.of(Json.parse(text.replace('\'', '"'))));
  }

  private static void reachesAll(String suite, String input, String expected) {
    SuiteScore score = score(suite, input, expected);
    assertThat(score.missing()).isEmpty();
    assertThat(score.values()).isNotEmpty().allMatch(value -> value.digits() >= 12.5);
  }

  @Test
  void tableWithRowsSwappedAndAnotherLevel() {
    // 2 / 244 against 12 / 232: ln(464 / 2928) -+ 1.6449 sqrt(1/2 + 1/244 + 1/12 + 1/232), 2 / 246
    // - 12 / 244, 490 (464 - 2928)^2 / (246 244 14 476), and the sum of C(14, k) C(476, 246 - k)
    // over k <= 2; worked out with 50 digits
    reachesAll(
        "two_by_two",
        "'a': 2, 'b': 244, 'c': 12, 'd': 232, 'level': '0.9'",
        """
        'or_sample': '0.15846994535519125683060109289617486',
        'or_wald_lower': '0.044713035045684540407029897786393403',
        'or_wald_upper': '0.56164211521805534086523755888154401',
        'rd': '-0.04105024656803945088631214180994269',
        'pearson': '7.4373387899742063958730233396837343',
        'p_less': '0.0056217378741802344575746935934817631'\
        """);
  }

  @Test
  void quantilesOfTypesThatTheCertifiedFilesLack() {
    // 4 values: type 4 at n p = 1.2, type 5 at n p + 1/2 = 1.5, type 3 at the nearest even rank
    reachesAll(
        "reference_limits",
        "'values': ['1', '2', '4', '8']",
        "'q0.3_type4': '1.2', 'q0.25_type5': '1.5', 'q0.625_type3': '2'");
  }

  @Test
  void ranksAtAnotherLevel() {
    // 120 values, 97.5th percentile: no upper rank at 95 %, the ranks 114 and 120 at 90 %
    String values = "'values': [" + "'1', ".repeat(119) + "'2']";
    reachesAll("reference_limits", values, "'ci_rank_upper_0.975': 'none'");
    reachesAll(
        "reference_limits",
        values + ", 'level': '0.9'",
        "'ci_rank_lower_0.975': '114', 'ci_rank_upper_0.975': '120'");
  }

  @Test
  void modelWithoutFrequenciesAndOtherColumns() {
    // 1 of 3 against 3 of 4: ln(1/2), ln 3 - ln(1/2), variance 1 + 1/2 + 1 + 1/3, covariance -3/2
    reachesAll(
        "logistic_ml",
        """
        'X': [['1','0'],['1','0'],['1','0'],['1','1'],['1','1'],['1','1'],['1','1']],
        'y': [1, 0, 0, 1, 1, 1, 0]\
        """,
        """
        'beta[0]': '-0.69314718055994530941723212145817657',
        'beta[1]': '1.7917594692280550008124773583807023',
        'cov[1,1]': '2.8333333333333333333333333333333333',
        'cov[0,1]': '-1.5'\
        """);
  }

  @Test
  void lineThroughTheOrigin() {
    // 1 at 1, 3 at 2: slope 7 / 5, residuals -2/5 and 1/5, so 1/5 on 1 df; explained 49/5
    reachesAll(
        "nist_linear",
        "'model': 'y = b0*x', 'data': [['1', '1'], ['3', '2']]",
        """
        'beta[0]': '1.4', 'se[0]': '0.2', 'ss_residual': '0.2', 'ss_regression': '9.8',
        'f': '49', 'df_residual': '1', 'r_squared': '0.98'\
        """);
  }

  @Test
  void parabolaThatLeavesNothing() {
    reachesAll(
        "nist_linear",
        """
        'model': 'y = b0 + b1*x + b2*x^2',
        'data': [['1', '0'], ['2', '1'], ['5', '2'], ['10', '3']]\
        """,
        """
        'beta[0]': '1', 'beta[1]': '0', 'beta[2]': '1', 'se[1]': '0', 'residual_sd': '0',
        'f': 'Infinity', 'r_squared': '1'\
        """);
  }

  @Test
  void twoPredictors() {
    // a 2 x 2 design without interaction: means 2.5, effects 1 and 2, residuals +-1/2
    reachesAll(
        "nist_linear",
        """
        'model': 'y = b0 + b1*x1 + b2*x2',
        'data': [['1.5', '0', '0'], ['1.5', '1', '0'], ['2.5', '0', '1'], ['4.5', '1', '1']]\
        """,
        "'beta[0]': '1', 'beta[1]': '1', 'beta[2]': '2', 'ss_residual': '1', 'df_regression': '2'");
  }

  @Test
  void curveThatLeavesNothing() {
    // 4 2^-x at 0, 1, 2 and 3
    reachesAll(
        "nist_nonlinear",
        """
        'model': 'b1*exp(-b2*x)', 'response': 'y', 'columns': 'y x', 'start1': ['3', '0.5'],
        'data': [['4', '0'], ['2', '1'], ['1', '2'], ['0.5', '3']]\
        """,
        "'b1': '4', 'b2': '0.69314718055994530941723212145817657', 'rss': '0', 'se_b2': '0'");
  }

  @Test
  void planeInTwoVariablesOfWhichTheModelCallsTheFirstX() {
    // the 2 x 2 design of the linear models: 1, 1 and 2, sum of squares 1 on 1 df
    reachesAll(
        "nist_nonlinear",
        """
        'model': 'b1+b2*x+b3*x2', 'response': 'y', 'columns': 'y x1 x2',
        'start1': ['9', '-9', '9'], 'start2': ['0', '0', '0'],
        'data': [['1.5', '0', '0'], ['1.5', '1', '0'], ['2.5', '0', '1'], ['4.5', '1', '1']]\
        """,
        "'b1': '1', 'b2': '1', 'b3': '2', 'rss': '1', 'residual_sd': '1'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0, 0, 1, 1 | complete_separation",
        "0, 1, 1, 1 | quasi_complete_separation",
        "0, 1, 0, 1 | overlap",
        "0, 0, 0, 0 | outcome_constant"
      })
  void separationAnswersInWords(String outcome, String status) {
    reachesAll(
        "separation",
        "'X': [['1','1'],['1','1'],['1','2'],['1','2']], 'y': [" + outcome + "]",
        "'status': '" + status + "', 'ml_finite': " + status.equals("overlap"));
  }

  @Test
  void proportionAtAnotherLevel() {
    // Wilson's limits of 3 / 7 at 80 %, worked out with 50 digits
    reachesAll(
        "proportions",
        "'successes': 3, 'n': 7, 'level': '0.8'",
        """
        'wilson_lower': '0.22598811161452572090243065740454117',
        'wilson_upper': '0.65830294637909340108652400545182375'\
        """);
  }

  @Test
  void autocorrelationAtAnotherLag() {
    // 1 2 3 4, mean 2.5: (0.5 -1.5 + 1.5 -0.5) / (2.25 + 0.25 + 0.25 + 2.25)
    reachesAll("nist_univariate", "'values': ['1', '2', '3', '4']", "'autocorr_lag2': '-0.3'");
  }

  @Test
  void groupsOfTheLogRankTestAreLevelsOfTheFirstCovariate() {
    // times 1 (level 3), 2 (level 7), no ties: expected in level 3 is 1/2
    reachesAll(
        "survival",
        """
        'columns': ['sex', 'event', 'time'],
        'rows': [['3', 1, '1'], ['7', 1, '2']]\
        """,
        "'logrank_expected_group3': '0.5', 'logrank_observed_group7': '1', 'km_median': '1'");
  }

  @Test
  void roundingOfOtherNumbers() {
    reachesAll(
        "rounding",
        "'value': '-1234567.865', 'decimals': 2",
        "'half_up_of_shortest_decimal': '-1234567.87', 'half_even_of_shortest_decimal':"
            + " '-1234567.86'");
  }

  @Test
  void suiteThatAddsToTheNameOfItsKind() {
    reachesAll("sums_2", "'values': ['0.5', '1e16', '-1e16']", "'sum_exact': '0.5'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "two_by_two   | 'a': 1, 'b': 2, 'c': 3, 'd': 4                 | or_peto  | unknown statistic",
        "logistic_ml  | 'X': [['1'],['1']], 'y': [0, 1]                | beta[7]  | unknown statistic",
        "distributions| 'distribution': 'weibull','params': {},'x':'1' | cdf      | unknown statistic",
        "nist_nonlinear | 'model':'b1*x', 'response':'y', 'columns':'y x', 'start1':['1'], 'data':[['1','1'],['3','2']] | b2 | unknown statistic",
        "ranks_means  | 'test': 'sign', 'x': ['1']                     | p        | unknown statistic",
        "two_by_three | 'a': 1                                         | p        | unknown suite",
      })
  void whatIsNotKnownIsListedAsMissing(String suite, String input, String name, String why) {
    SuiteScore score = score(suite, input, "'" + name + "': '1', 'note': 'is not a statistic'");
    assertThat(score.values()).isEmpty();
    assertThat(score.missing()).containsExactly(new SuiteScore.Missing("new", name, why));
  }

  @Test
  void inputsThatCannotBeReadAreListedAsMissing() {
    SuiteScore score = score("two_by_two", "'a': 1", "'pearson': '1', 'yates': '1'");
    assertThat(score.missing())
        .extracting(SuiteScore.Missing::statistic)
        .containsExactly("pearson", "yates");
    assertThat(score.missing()).allMatch(missing -> missing.why().contains("there is no b"));
  }

  @Test
  void whereTheLibraryGivesNoNumberItsReasonStands() {
    SuiteScore score =
        score("two_by_two", "'a': 0, 'b': 3, 'c': 2, 'd': 1", "'or_wald_lower': '0.5'");
    assertThat(score.values().getFirst().text()).contains("is empty, its logarithm infinite");
    assertThat(score.values().getFirst().reached()).isFalse();
  }

  @Test
  void ceilingsLowerWhatIsAskedFor() {
    var near = new SuiteScore.Value("a", "f", "1", "1", 3.5, 4.4);
    var below = new SuiteScore.Value("a", "f", "1", "1", 3.3, 4.4);
    var free = new SuiteScore.Value("a", "f", "1", "1", 11.9, Double.POSITIVE_INFINITY);
    assertThat(List.of(near.reached(), near.tooFew())).containsExactly(true, false);
    assertThat(List.of(below.reached(), below.tooFew())).containsExactly(false, true);
    assertThat(List.of(free.reached(), free.tooFew())).containsExactly(false, false);
  }

  @Test
  void doublesAreTheTargetWhereTheFileHasThem() {
    String text =
        """
        {"suite": "sums", "cases": [{"id": "new", "input": {"values": ["0.1", "0.2"]},
          "expected": {"sum_exact": "0.3", "sum_correctly_rounded": "0.30000000000000004"},
          "expected_binary64": {"sum_exact": "0.3000000000000000166533453693773481063544"},
          "ceiling_if_parsed_to_double": {"sum_exact": 15.3, "sum_correctly_rounded": "exact"}}]}\
        """;
    SuiteCase one = Suite.of(Json.parse(text)).cases().getFirst();
    assertThat(one.targets())
        .containsEntry("sum_exact", "0.3000000000000000166533453693773481063544")
        .containsEntry("sum_correctly_rounded", "0.30000000000000004");
    assertThat(one.ceiling("sum_exact")).isEqualTo(15.3);
    assertThat(one.ceiling("sum_correctly_rounded")).isInfinite();
  }

  @Test
  void ceilingsThatTheFilesDoNotState() {
    assertThat(Ceilings.of("nist_nonlinear", "Lanczos1", "rss")).hasValue(3);
    assertThat(Ceilings.of("nist_nonlinear", "Lanczos2", "se_b3")).hasValue(10);
    assertThat(Ceilings.of("nist_nonlinear", "Lanczos1", "b3")).isEmpty();
    assertThat(Ceilings.of("nist_nonlinear", "Misra1a", "rss")).isEmpty();
  }
}
