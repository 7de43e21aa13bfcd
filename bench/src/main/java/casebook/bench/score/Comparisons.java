// SPDX-License-Identifier: Apache-2.0
package casebook.bench.score;

import casebook.stats.compare.Alternative;
import casebook.stats.compare.Correlation;
import casebook.stats.compare.KruskalWallis;
import casebook.stats.compare.MannWhitney;
import casebook.stats.compare.MeanDifference;
import casebook.stats.compare.Pearson;
import casebook.stats.compare.SignedRank;
import casebook.stats.compare.Spearman;
import casebook.stats.compare.TTest;
import casebook.stats.describe.Moments;
import casebook.stats.result.Answer;
import casebook.stats.result.TestResult;
import java.util.Optional;

/// Rank tests, correlations and t tests.
final class Comparisons implements Subject {
  @Override
  public String suite() {
    return "ranks_means";
  }

  @Override
  public Answers answers(Json input) {
    return switch (input.at("test").text()) {
      case "mann_whitney" -> mannWhitney(input.at("x").numbers(), input.at("y").numbers());
      case "wilcoxon_signed_rank" -> signedRank(input.at("differences").numbers());
      case "kruskal_wallis" -> kruskalWallis(KruskalWallis.test(input.at("groups").rows()));
      case "correlation" ->
          correlation(
              input.at("x").numbers(), input.at("y").numbers(), input.number("level", 0.95));
      case "t_test_independent" -> tTest(input.at("x").numbers(), input.at("y").numbers());
      default -> _ -> Optional.empty();
    };
  }

  private static Answers mannWhitney(double[] x, double[] y) {
    MannWhitney test = MannWhitney.standard();
    return statistic ->
        switch (statistic) {
          case "u" -> Printed.number(MannWhitney.u(x, y));
          case "p_exact_two_sided" -> Printed.p(test.exact(x, y));
          case "p_exact_less" -> Printed.p(test.withAlternative(Alternative.LESS).exact(x, y));
          case "p_exact_greater" ->
              Printed.p(test.withAlternative(Alternative.GREATER).exact(x, y));
          case "p_normal_cc" -> Printed.p(test.asymptotic(x, y));
          case "p_normal" -> Printed.p(test.withContinuityCorrection(false).asymptotic(x, y));
          default -> Optional.empty();
        };
  }

  private static Answers signedRank(double[] differences) {
    return statistic ->
        switch (statistic) {
          case "v" -> Printed.number(SignedRank.v(differences));
          case "p_exact_two_sided" -> Printed.p(SignedRank.standard().exact(differences));
          case "n_nonzero" -> Printed.number(SignedRank.nonzeroCount(differences));
          default -> Optional.empty();
        };
  }

  private static Answers kruskalWallis(Answer<TestResult> test) {
    return statistic ->
        switch (statistic) {
          case "h" -> Printed.statistic(test);
          case "p" -> Printed.p(test);
          default -> Optional.empty();
        };
  }

  private static Answers correlation(double[] x, double[] y, double level) {
    Answer<Correlation> pearson = Pearson.standard().withLevel(level).of(x, y);
    Answer<Correlation> spearman = Spearman.standard().withLevel(level).of(x, y);
    return statistic ->
        switch (statistic) {
          case "pearson" -> Printed.part(pearson, c -> c.estimate().value());
          case "pearson_p" -> Printed.p(pearson.map(Correlation::test));
          case "pearson_lower" ->
              Printed.part(pearson, c -> c.estimate().interval().orElseThrow().low());
          case "pearson_upper" ->
              Printed.part(pearson, c -> c.estimate().interval().orElseThrow().high());
          case "spearman" -> Printed.part(spearman, c -> c.estimate().value());
          case "spearman_p_t" -> Printed.p(spearman.map(Correlation::test));
          default -> Optional.empty();
        };
  }

  private static Answers tTest(double[] x, double[] y) {
    Answer<TestResult> welch = TTest.standard().welch(x, y).map(MeanDifference::test);
    Answer<TestResult> pooled = TTest.standard().pooled(x, y).map(MeanDifference::test);
    return statistic ->
        switch (statistic) {
          case "welch_t" -> Printed.statistic(welch);
          case "welch_df" -> Printed.part(welch, test -> test.df().orElseThrow());
          case "welch_p" -> Printed.p(welch);
          case "pooled_t" -> Printed.statistic(pooled);
          case "pooled_df" -> Printed.part(pooled, test -> test.df().orElseThrow());
          case "pooled_p" -> Printed.p(pooled);
          case "mean_x" -> Printed.number(Moments.of(x).mean());
          case "mean_y" -> Printed.number(Moments.of(y).mean());
          case "sem_x" -> Printed.number(Moments.of(x).standardError(), "NaN");
          case "sem_y" -> Printed.number(Moments.of(y).standardError(), "NaN");
          default -> Optional.empty();
        };
  }
}
