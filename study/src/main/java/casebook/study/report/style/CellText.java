// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.style;

import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.study.finding.Cell;
import casebook.study.finding.Finding;
import casebook.study.finding.Statistic;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/// Prints what stands in one place of a table as one unbroken text.
public final class CellText {
  private final Numbers numbers;
  private final Shares shares;
  private final TimeText times;

  public CellText(Numbers numbers) {
    this.numbers = numbers;
    this.shares = new Shares(numbers);
    this.times = new TimeText(numbers);
  }

  /// The text of a place in a row; empty where nothing belongs. Means and medians of one row have
  /// the same decimals, the fewest that one of them asks for.
  public String of(Finding.Row row, int place) {
    Cell cell = row.cells().get(place);
    OptionalInt decimals =
        row.cells().stream()
            .filter(other -> other.form() == cell.form())
            .flatMapToInt(other -> decimals(other.form(), other.statistics()).stream())
            .min();
    return of(cell.form(), cell.statistics(), decimals);
  }

  /// The text of statistics that stand together in a form, on their own.
  public String of(Cell.Form form, List<Statistic> statistics) {
    return of(form, statistics, decimals(form, statistics));
  }

  /// The text of other statistics in the place of a cell, with the decimals that they ask for.
  private String of(Cell.Form form, List<Statistic> statistics, OptionalInt decimals) {
    return switch (form) {
      case COUNT -> value(statistics, 0).map(v -> numbers.count(Math.round(v))).orElse(absent());
      case COUNT_PERCENT -> share(statistics, shares::countPercent);
      case COUNT_OF_PERCENT -> share(statistics, shares::countOfPercent);
      case PROPORTION -> proportion(statistics, false);
      case RATE -> estimate(statistics, numbers::ratio);
      case MEAN_SD ->
          value(statistics, 0)
              .map(m -> numbers.meanSd(m, value(statistics, 1), decimals.orElse(0)))
              .orElse(absent());
      case MEAN_SE ->
          value(statistics, 0)
              .map(m -> numbers.meanSe(m, value(statistics, 1), decimals.orElse(0)))
              .orElse(absent());
      case MEDIAN_QUARTILES, MEDIAN_RANGE -> medianBetween(statistics, decimals.orElse(0));
      case RATIO -> estimate(statistics, numbers::ratio);
      case DIFFERENCE -> estimate(statistics, numbers::difference);
      case CORRELATION -> estimate(statistics, numbers::correlation);
      case QUANTITY -> estimate(statistics, numbers::quantity);
      case TIME ->
          statistics.getFirst().estimate().map(times::of).orElseGet(() -> absent(statistics));
      case TIME_QUARTILES, TIME_RANGE ->
          times.between(value(statistics, 0), value(statistics, 1), value(statistics, 2));
      case PERCENT -> estimate(statistics, times::percent);
      case NUMBER -> value(statistics, 0).map(numbers::number).orElse(absent());
      case P -> statistics.getFirst().p().map(numbers::p).orElse(absent());
      case REFERENCE -> "1 (reference)";
      case NOT_APPLICABLE -> "–";
      case EMPTY -> "";
    };
  }

  /// The decimals that a mean or median asks for; empty for other forms and for absent numbers.
  private static OptionalInt decimals(Cell.Form form, List<Statistic> statistics) {
    List<Double> values =
        statistics.stream().flatMap(s -> s.estimate().map(Estimate::value).stream()).toList();
    if (form == Cell.Form.MEAN_SD && values.size() == 2) {
      return OptionalInt.of(Digits.meanSd(values.get(0), values.get(1)));
    }
    if (form == Cell.Form.MEAN_SE && values.size() == 2) {
      return OptionalInt.of(Digits.meanSe(values.get(0), values.get(1)));
    }
    boolean median = form == Cell.Form.MEDIAN_QUARTILES || form == Cell.Form.MEDIAN_RANGE;
    return median && values.size() == 3
        ? OptionalInt.of(Digits.median(values.get(0), values.get(1), values.get(2)))
        : OptionalInt.empty();
  }

  /// The text of statistics inside a sentence, where a table would say in its head what they are.
  public String inSentence(Cell.Form form, List<Statistic> statistics) {
    return switch (form) {
      case PROPORTION, COUNT_OF_PERCENT -> proportion(statistics, true);
      case RATE -> estimate(statistics, shares::rateStatement);
      case COUNT,
          COUNT_PERCENT,
          MEAN_SD,
          MEAN_SE,
          MEDIAN_QUARTILES,
          MEDIAN_RANGE,
          RATIO,
          DIFFERENCE,
          CORRELATION,
          P,
          NUMBER,
          QUANTITY,
          TIME,
          TIME_QUARTILES,
          TIME_RANGE,
          PERCENT,
          REFERENCE,
          NOT_APPLICABLE,
          EMPTY ->
          of(form, statistics);
    };
  }

  private String proportion(List<Statistic> statistics, boolean sentence) {
    Optional<Double> count = value(statistics, 0);
    if (count.isEmpty()) {
      return absent();
    }
    Optional<Interval> interval = statistics.getLast().estimate().flatMap(Estimate::interval);
    Shares.Share share =
        new Shares.Share(Math.round(count.get()), denominator(statistics), interval);
    return sentence ? shares.statement(share) : shares.proportion(share);
  }

  /// The text of a statistic that stands in no table.
  public String alone(Statistic statistic) {
    if (statistic.estimate().isEmpty()) {
      return statistic.p().map(numbers::pStatement).orElse(absent());
    }
    return of(FurtherCells.form(statistic), List.of(statistic));
  }

  /// What stands where a time is not known: that it is not reached, where that is why.
  private static String absent(List<Statistic> statistics) {
    String why = statistics.getFirst().whyNot();
    return why.startsWith(TimeText.NOT_REACHED) ? TimeText.NOT_REACHED : absent();
  }

  private static String absent() {
    return Numbers.NOT_ESTIMABLE;
  }

  private static Optional<Double> value(List<Statistic> statistics, int place) {
    return place < statistics.size()
        ? statistics.get(place).estimate().map(Estimate::value)
        : Optional.empty();
  }

  private static String estimate(List<Statistic> statistics, Function<Estimate, String> print) {
    return statistics.getFirst().estimate().map(print).orElse(absent());
  }

  private String medianBetween(List<Statistic> statistics, int decimals) {
    Optional<Double> median = value(statistics, 0);
    Optional<Double> low = value(statistics, 1);
    Optional<Double> high = value(statistics, 2);
    if (median.isEmpty() || low.isEmpty() || high.isEmpty()) {
      return median.map(m -> numbers.quantity(Estimate.of(m))).orElse(absent());
    }
    return numbers.medianBetween(median.get(), low.get(), high.get(), decimals);
  }

  private interface Share {
    String print(long count, long of);
  }

  private static String share(List<Statistic> statistics, Share share) {
    Optional<Double> count = value(statistics, 0);
    if (count.isEmpty()) {
      return absent();
    }
    return share.print(Math.round(count.get()), denominator(statistics));
  }

  /// Of how many: as the percentage or the count says, else the rows it rests on.
  public static long denominator(List<Statistic> statistics) {
    for (Statistic statistic : statistics.reversed()) {
      Long of = statistic.basis().counts().get("of");
      if (of != null) {
        return of;
      }
    }
    return statistics.getLast().basis().rows().in();
  }
}
