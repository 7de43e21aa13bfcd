// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import casebook.stats.contingency.ChiSquare;
import casebook.stats.contingency.Effect;
import casebook.stats.contingency.FisherExact;
import casebook.stats.contingency.OddsRatio;
import casebook.stats.contingency.TwoByTwo;
import casebook.stats.result.Answer;
import casebook.stats.result.TestResult;
import java.util.ArrayList;
import java.util.List;

/// `casebook calc odds-ratio A B C D`: one 2x2 table by every method, without a study.
final class Calc implements Command {
  @Override
  public String name() {
    return "calc";
  }

  @Override
  public String summary() {
    return "one table by every method: calc odds-ratio 12 232 2 244";
  }

  @Override
  public String words() {
    return "odds-ratio A B C D";
  }

  @Override
  public String details() {
    return """
    The four counts are: cases exposed, cases unexposed, controls exposed, controls
    unexposed. Each interval stands beside the p-value of the test that it inverts.

    example: casebook calc odds-ratio 12 232 2 244\
    """;
  }

  @Override
  public List<Option> options() {
    return List.of(Option.LEVEL, Option.JSON);
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    List<String> words = arguments.words();
    if (words.size() != 5 || !words.getFirst().equals("odds-ratio")) {
      throw new CommandLineException(
          "calc takes `odds-ratio` and four counts, such as: casebook calc odds-ratio 12 232 2 244");
    }
    TwoByTwo table =
        new TwoByTwo(
            count(words.get(1)), count(words.get(2)), count(words.get(3)), count(words.get(4)));
    double level = RunSettings.level(arguments).orElse(0.95);
    OddsRatioTable rows = new OddsRatioTable(table, level, effects(table, level), tests(table));
    terminal.out().print(arguments.has(Option.JSON) ? rows.json() : rows.text());
    return ExitCode.DONE;
  }

  /// Reads a count.
  static long count(String word) {
    if (!word.matches("[0-9]{1,9}")) {
      throw new CommandLineException(
          "`" + word + "` is not a count: write a whole number from 0 to 999999999.");
    }
    return Long.parseLong(word);
  }

  private static List<OddsRatioTable.Row> effects(TwoByTwo table, double level) {
    OddsRatio ratio = OddsRatio.standard().withLevel(level);
    List<OddsRatioTable.Row> rows = new ArrayList<>();
    rows.add(row("wald", "Wald (Woolf)", ratio.woolf(table)));
    rows.add(row("score", "score (Cornfield)", ratio.cornfield(table)));
    rows.add(
        row("score_n_minus_1", "score, N-1 (Miettinen-Nurminen)", ratio.miettinenNurminen(table)));
    rows.add(row("profile", "profile likelihood", ratio.profile(table)));
    rows.add(row("haldane", "Haldane-Anscombe, 1/2 added", Answer.of(ratio.haldane(table))));
    rows.add(row("small_sample", "small-sample adjusted", Answer.of(ratio.smallSample(table))));
    rows.add(row("firth", "Firth, penalised profile", ratio.firth(table)));
    rows.add(row("exact_central", "exact, central", ratio.centralExact(table)));
    rows.add(
        row(
            "exact_minimum_likelihood",
            "exact, minimum likelihood",
            ratio.minimumLikelihood(table)));
    rows.add(row("exact_blaker", "exact, Blaker", ratio.blaker(table)));
    rows.add(row("mid_p", "mid-P, median unbiased", ratio.midP(table)));
    return rows;
  }

  private static OddsRatioTable.Row row(String key, String label, Answer<Effect> answer) {
    return new OddsRatioTable.Row(key, label, answer);
  }

  private static List<OddsRatioTable.Test> tests(TwoByTwo table) {
    List<OddsRatioTable.Test> tests = new ArrayList<>();
    tests.add(test("pearson", "Pearson chi-square", ChiSquare.pearson(table)));
    tests.add(test("n_minus_1", "N-1 chi-square", ChiSquare.nMinusOne(table)));
    tests.add(test("yates", "Yates chi-square", ChiSquare.yates(table)));
    tests.add(test("likelihood_ratio", "likelihood ratio", ChiSquare.likelihoodRatio(table)));
    tests.add(test("fisher", "Fisher exact, two-sided", Answer.of(FisherExact.twoSided(table))));
    tests.add(
        test("fisher_central", "Fisher exact, central", Answer.of(FisherExact.central(table))));
    return tests;
  }

  private static OddsRatioTable.Test test(String key, String label, Answer<TestResult> answer) {
    return new OddsRatioTable.Test(key, label, answer);
  }
}
