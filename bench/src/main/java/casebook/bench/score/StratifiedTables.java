// SPDX-License-Identifier: Apache-2.0
package casebook.bench.score;

import casebook.stats.contingency.BreslowDay;
import casebook.stats.contingency.CochranArmitage;
import casebook.stats.contingency.Effect;
import casebook.stats.contingency.ExactStrata;
import casebook.stats.contingency.MantelHaenszel;
import casebook.stats.contingency.McNemar;
import casebook.stats.contingency.Strata;
import casebook.stats.contingency.TwoByTwo;
import java.util.Optional;

/// 2x2 tables by strata, matched pairs, and trends over ordered columns.
final class StratifiedTables implements Subject {
  @Override
  public String suite() {
    return "stratified";
  }

  @Override
  public Answers answers(Json input) {
    if (input.has("strata")) {
      Strata strata = new Strata(input.at("strata").items().stream().map(this::table).toList());
      double level = input.number("level", 0.95);
      return statistic ->
          pooled(statistic, strata, MantelHaenszel.standard().withLevel(level))
              .or(() -> exact(statistic, strata, ExactStrata.standard().withLevel(level)))
              .or(() -> heterogeneity(statistic, strata));
    }
    return input.has("discordant") ? pairs(input.at("discordant").counts()) : trend(input);
  }

  private TwoByTwo table(Json row) {
    long[] cells = row.counts();
    return new TwoByTwo(cells[0], cells[1], cells[2], cells[3]);
  }

  private static Optional<String> pooled(String statistic, Strata strata, MantelHaenszel method) {
    return switch (statistic) {
      case "mh_or" -> Printed.part(method.oddsRatio(strata), e -> e.estimate().value());
      case "mh_log_se_rbg" ->
          Printed.part(method.oddsRatio(strata), e -> e.standardError().orElseThrow());
      case "mh_lower" -> Printed.part(method.oddsRatio(strata), Effect::low);
      case "mh_upper" -> Printed.part(method.oddsRatio(strata), Effect::high);
      case "cmh_chi2" -> Printed.statistic(MantelHaenszel.test(strata));
      case "cmh_p" -> Printed.p(MantelHaenszel.test(strata));
      case "cmh_chi2_cc" -> Printed.statistic(MantelHaenszel.testCorrected(strata));
      case "cmh_cc_p" -> Printed.p(MantelHaenszel.testCorrected(strata));
      default -> Optional.empty();
    };
  }

  private static Optional<String> exact(String statistic, Strata strata, ExactStrata method) {
    return switch (statistic) {
      case "exact_p_two_sided" -> Printed.p(ExactStrata.twoSided(strata));
      case "exact_or_cmle" -> Printed.part(method.central(strata), e -> e.estimate().value());
      case "exact_lower" -> Printed.part(method.central(strata), Effect::low);
      case "exact_upper" -> Printed.part(method.central(strata), Effect::high);
      default -> Optional.empty();
    };
  }

  private static Optional<String> heterogeneity(String statistic, Strata strata) {
    return switch (statistic) {
      case "breslow_day" -> Printed.statistic(BreslowDay.test(strata));
      case "breslow_day_df" ->
          Printed.part(BreslowDay.test(strata), test -> test.df().orElseThrow());
      case "breslow_day_p" -> Printed.p(BreslowDay.test(strata));
      case "tarone" -> Printed.statistic(BreslowDay.tarone(strata));
      case "tarone_p" -> Printed.p(BreslowDay.tarone(strata));
      default -> Optional.empty();
    };
  }

  private static Answers pairs(long[] discordant) {
    long b = discordant[0];
    long c = discordant[1];
    return statistic ->
        switch (statistic) {
          case "mcnemar_exact_p" -> Printed.p(McNemar.exact(b, c));
          case "mcnemar_midp" -> Printed.p(McNemar.midP(b, c));
          case "mcnemar_chi2" -> Printed.statistic(McNemar.chiSquare(b, c));
          case "mcnemar_chi2_cc" -> Printed.statistic(McNemar.chiSquareCorrected(b, c));
          default -> Optional.empty();
        };
  }

  private static Answers trend(Json input) {
    long[] cases = input.at("cases").counts();
    long[] totals = input.at("controls").counts();
    for (int i = 0; i < totals.length; i++) {
      totals[i] += cases[i];
    }
    var test = CochranArmitage.of(cases, totals, input.at("weights").numbers()).test();
    return statistic ->
        switch (statistic) {
          case "armitage_chi2" -> Printed.statistic(test);
          case "armitage_p" -> Printed.p(test);
          default -> Optional.empty();
        };
  }
}
