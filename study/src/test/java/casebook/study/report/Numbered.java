// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.stats.result.PValue;
import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Method;
import casebook.study.finding.Rows;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import casebook.study.problem.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes statistics and cells for fixtures.
public final class Numbered {
  public static final Method COUNT = new Method("count", "", "The number of persons.", "", "");
  public static final Method SHARE =
      new Method("percentage", "", "The share of those for whom the value is known.", "", "");
  public static final Method MEAN = new Method("mean", "", "The arithmetic mean.", "", "");
  public static final Method MEDIAN =
      new Method(
          "median and quartiles by percentile type 6",
          "",
          "Half of the values lie below the median, a quarter below the first quartile.",
          "Hyndman and Fan 1996, Am Stat 50:361",
          "Quantile[type=6]");
  public static final Method WALD =
      new Method(
          "sample odds ratio",
          "Wald (Woolf)",
          "The odds of exposure among cases divided by the odds among controls.",
          "Woolf 1955, Ann Hum Genet 19:251",
          "OddsRatio[level=0.95]");
  public static final Method LOGISTIC =
      new Method(
          "odds ratio by logistic regression",
          "Wald",
          "The odds ratio when the other variables of the model are held fixed.",
          "Hosmer and Lemeshow, Applied Logistic Regression, 2nd edition, 2000",
          "Logistic[maxIterations=50, tolerance=1.0E-12]");
  public static final Method CHI_SQUARE =
      new Method(
          "Pearson chi-square test",
          "",
          "How often tables at least as uneven as this one arise by chance.",
          "Pearson 1900, Philos Mag 50:157",
          "");
  public static final Method LIMIT =
      new Method(
          "99th percentile, type 6",
          "",
          "The value below which 99 of 100 reference values lie.",
          "CLSI EP28-A3c",
          "Quantile[type=6]");
  public static final Method DIFFERENCE =
      new Method(
          "standardised difference",
          "",
          "The difference of the groups in units of their standard deviation.",
          "Yang and Dalton 2012, SAS Global Forum paper 335",
          "");

  private Numbered() {}

  /// A basis at a line of the study file.
  public static Basis basis(int line, Rows rows, Map<String, Long> counts, Basis.Other... others) {
    Span at = new Span("study.yaml", line, 5, 10);
    return new Basis(counts, rows, at, List.of("participants.csv"), List.of(others));
  }

  public static Statistic value(
      String address, String label, double value, String unit, Method method, Basis basis) {
    return new Statistic(
        new Address(address),
        label,
        Optional.of(Estimate.of(value)),
        Optional.empty(),
        unit,
        method,
        basis,
        "");
  }

  public static Statistic count(String address, String label, long n, int line) {
    return value(
        address, label, (double) n, "", COUNT, basis(line, Rows.all((int) n), Map.of("count", n)));
  }

  public static Statistic ratio(
      String address, double value, double low, double high, double p, Method method, Basis basis) {
    Estimate estimate = new Estimate(value, new Interval(low, high, 0.95));
    return new Statistic(
        new Address(address),
        address.replace('.', ' ').replace('_', ' '),
        Optional.of(estimate),
        Optional.of(PValue.of(p)),
        "",
        method,
        basis,
        "");
  }

  public static Statistic absent(
      String address, String label, Method method, Basis basis, String whyNot) {
    return new Statistic(
        new Address(address), label, Optional.empty(), Optional.empty(), "", method, basis, whyNot);
  }

  public static Statistic test(String address, String label, double p, Method method, Basis basis) {
    return new Statistic(
        new Address(address),
        label,
        Optional.empty(),
        Optional.of(PValue.of(p)),
        "",
        method,
        basis,
        "");
  }

  public static Cell share(String address, String label, long n, long of, int line) {
    return shareOf(Cell.Form.COUNT_PERCENT, address, label, n, of, line);
  }

  public static Cell shareOf(
      Cell.Form form, String address, String label, long n, long of, int line) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("count", n);
    counts.put("of", of);
    Basis basis = basis(line, Rows.all((int) of), counts);
    return Cell.of(
        form,
        value(address + ".count", label + ": number", (double) n, "", COUNT, basis),
        value(address + ".percent", label + ": percentage", 100.0 * n / of, "%", SHARE, basis));
  }

  public static Cell none() {
    return Cell.of(Cell.Form.EMPTY);
  }

  public static Cell dash() {
    return Cell.of(Cell.Form.NOT_APPLICABLE);
  }

  public static Cell reference() {
    return Cell.of(Cell.Form.REFERENCE);
  }

  /// Two counts in this order; `Map.of` has another one in every run.
  public static Map<String, Long> inOrder(String first, long one, String second, long other) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put(first, one);
    counts.put(second, other);
    return counts;
  }
}
