// SPDX-License-Identifier: Apache-2.0
package casebook.bench.score;

import casebook.stats.regress.Design;
import casebook.stats.regress.Fit;
import casebook.stats.result.Answer;
import casebook.stats.result.Interval;
import casebook.stats.survival.Cox;
import casebook.stats.survival.KaplanMeier;
import casebook.stats.survival.LogRank;
import casebook.stats.survival.LogRankResult;
import casebook.stats.survival.SurvivalCurve;
import casebook.stats.survival.Ties;
import casebook.stats.survival.Times;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Kaplan-Meier, log-rank and Cox: columns `time`, `event` and the covariates; the log-rank test
/// compares the levels of the first covariate.
///
/// `km_<part>_<row>` is a part of the curve at the first, the middle (number of event times / 2,
/// from 0) or the last time with events.
final class SurvivalTimes implements Subject {
  private static final Pattern ROW = Pattern.compile("km_(.+)_(first|mid|last)");
  private static final Pattern EXPECTED =
      Pattern.compile("logrank_(expected|observed)_group(\\d+)");

  @Override
  public String suite() {
    return "survival";
  }

  @Override
  public Answers answers(Json input) {
    List<String> columns = input.at("columns").items().stream().map(Json::text).toList();
    double[][] rows = input.at("rows").rows();
    double[] happened = column(rows, columns.indexOf("event"));
    boolean[] event = new boolean[rows.length];
    for (int i = 0; i < event.length; i++) {
      event[i] = happened[i] != 0;
    }
    Times times = new Times(column(rows, columns.indexOf("time")), event);
    Design design = Design.withoutIntercept(rows.length);
    for (int j = 0; j < columns.size(); j++) {
      if (!columns.get(j).equals("time") && !columns.get(j).equals("event")) {
        design = design.and(columns.get(j), column(rows, j));
      }
    }
    return answers(times, design, input.number("level", 0.95));
  }

  private static Answers answers(Times times, Design design, double level) {
    SurvivalCurve curve = KaplanMeier.standard().withLevel(level).fit(times);
    double[] levels = IntStream.range(0, design.rows()).mapToDouble(i -> design.at(i, 0)).toArray();
    return statistic ->
        curve(statistic, curve, times)
            .or(() -> logRank(statistic, times, levels))
            .or(() -> cox(statistic, times, design));
  }

  private static double[] column(double[][] rows, int column) {
    return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
  }

  private static Optional<String> curve(String statistic, SurvivalCurve curve, Times times) {
    if (statistic.equals("km_median")) {
      return Printed.number(curve.median().time(), "Inf");
    }
    if (statistic.equals("median_followup_reverse_km")) {
      return Printed.number(KaplanMeier.standard().fit(times.reversed()).median().time(), "Inf");
    }
    Matcher found = ROW.matcher(statistic);
    int[] rows = IntStream.range(0, curve.size()).filter(i -> curve.events(i) > 0).toArray();
    if (!found.matches() || rows.length == 0) {
      return Optional.empty();
    }
    int at =
        switch (found.group(2)) {
          case "first" -> 0;
          case "mid" -> rows.length / 2;
          default -> rows.length - 1;
        };
    return row(found.group(1), curve, rows[at]);
  }

  private static Optional<String> row(String part, SurvivalCurve curve, int row) {
    return switch (part) {
      case "time" -> Printed.number(curve.time(row));
      case "surv" -> Printed.number(curve.survival(row));
      case "se" -> Printed.number(curve.standardError(row), "NaN");
      case "loglog_lower" -> limit(curve.interval(row).map(Interval::low));
      case "loglog_upper" -> limit(curve.interval(row).map(Interval::high));
      default -> Optional.empty();
    };
  }

  private static Optional<String> limit(Optional<Double> limit) {
    return Printed.number(limit.orElse(Double.NaN));
  }

  private static Optional<String> logRank(String statistic, Times times, double[] levels) {
    double[] distinct = Arrays.stream(levels).distinct().sorted().toArray();
    int[] groups =
        Arrays.stream(levels).mapToInt(level -> Arrays.binarySearch(distinct, level)).toArray();
    Answer<LogRankResult> answer = LogRank.standard().test(times, groups);
    Matcher found = EXPECTED.matcher(statistic);
    if (found.matches()) {
      int group = Arrays.binarySearch(distinct, Double.parseDouble(found.group(2)));
      boolean expected = found.group(1).equals("expected");
      return group < 0
          ? Optional.empty()
          : Printed.part(answer, test -> expected ? test.expected(group) : test.observed(group));
    }
    return switch (statistic) {
      case "logrank_chi2" -> Printed.statistic(answer.map(LogRankResult::test));
      case "logrank_p" -> Printed.p(answer.map(LogRankResult::test));
      default -> Optional.empty();
    };
  }

  private static Optional<String> cox(String statistic, Times times, Design design) {
    return ties(statistic)
        .flatMap(ties -> {
          Fit fit = Cox.standard().withTies(ties).fit(times, design).fit();
          String name = statistic.replaceFirst("cox_[a-z]+_", "");
          return switch (name) {
            case "loglik" -> Printed.number(fit.logLikelihood());
            case "lr_chi2" -> Printed.statistic(fit.likelihoodRatio());
            case "score_chi2" ->
                Printed.statistic(fit.score(fit.columnNames().toArray(String[]::new)));
            default -> MatchedModels.coefficient(Statistic.of(name), fit);
          };
        });
  }

  private static Optional<Ties> ties(String statistic) {
    return Arrays.stream(Ties.values())
        .filter(ties -> statistic.startsWith("cox_" + ties.name().toLowerCase(Locale.ROOT) + "_"))
        .findFirst();
  }
}
