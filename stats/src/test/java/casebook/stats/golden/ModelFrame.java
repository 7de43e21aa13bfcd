// SPDX-License-Identifier: Apache-2.0
package casebook.stats.golden;

import casebook.stats.regress.Design;
import casebook.stats.regress.Factor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// The rows of a data set that a formula can use, as design and response: R's `model.frame`.
///
/// A text column, a column with levels in the dictionary and `factor(x)` are factors. Column names
/// of the design are R's with `=` between variable and level.
public final class ModelFrame {
  private final GoldenData data;
  private final Map<String, double[]> derived;
  private final Formula formula;
  private final int[] rows;

  private ModelFrame(GoldenData data, Map<String, double[]> derived, Formula formula, int[] rows) {
    this.data = data;
    this.derived = derived;
    this.formula = formula;
    this.rows = rows;
  }

  /// Reads a frame whose variables all lie in the data set.
  public static ModelFrame of(GoldenData data, String formula) {
    return of(data, formula, Map.of());
  }

  /// Reads a frame.
  ///
  /// @param data the data set
  /// @param formula R notation; the response may be any expression and is not read here
  /// @param derived further numeric columns, one value for each row of the data; NaN is missing
  public static ModelFrame of(GoldenData data, String formula, Map<String, double[]> derived) {
    Formula parsed = Formula.parse(formula);
    Map<String, double[]> copy = new LinkedHashMap<>(derived);
    int[] rows =
        IntStream.range(0, data.rows())
            .filter(row ->
                parsed.variables().stream()
                    .map(Formula::column)
                    .noneMatch(name -> missing(data, copy, name, row)))
            .toArray();
    return new ModelFrame(data, copy, parsed, rows).whereResponse();
  }

  private static boolean missing(
      GoldenData data, Map<String, double[]> derived, String name, int row) {
    double[] values = derived.get(name);
    return values == null ? data.missing(name, row) : Double.isNaN(values[row]);
  }

  /// Leaves out rows without a response, where the response is a plain column.
  private ModelFrame whereResponse() {
    String name = formula.response();
    boolean known = derived.containsKey(name) || data.names().contains(name);
    return known
        ? new ModelFrame(
            data,
            derived,
            formula,
            IntStream.of(rows).filter(row -> !missing(data, derived, name, row)).toArray())
        : this;
  }

  /// Returns the rows of the data set used, counted from 0.
  public int[] rows() {
    return rows.clone();
  }

  /// Returns the values of a numeric column in the rows used.
  public double[] pick(double[] column) {
    return IntStream.of(rows).mapToDouble(row -> column[row]).toArray();
  }

  /// Returns the response: a number, or 0 and 1 for the two levels of a factor.
  public double[] response() {
    String name = formula.response();
    if (derived.containsKey(name)) {
      return pick(derived.get(name));
    }
    if (isFactor(name)) {
      return pick(Arrays.stream(data.factor(name)).asDoubleStream().toArray());
    }
    return pick(data.numeric(name));
  }

  /// Returns the response as yes and no.
  public boolean[] events() {
    double[] response = response();
    boolean[] events = new boolean[response.length];
    for (int i = 0; i < events.length; i++) {
      events[i] = response[i] == 1;
    }
    return events;
  }

  /// Returns the design of the formula's terms with an intercept.
  public Design design() {
    return terms(Design.withIntercept(rows.length));
  }

  /// Returns the design of the formula's terms without an intercept, factors with a reference.
  public Design designWithoutIntercept() {
    return terms(Design.withoutIntercept(rows.length));
  }

  private Design terms(Design start) {
    Design design = start;
    for (List<String> term : formula.terms()) {
      design =
          term.size() == 1
              ? with(design, term.getFirst())
              : design.andInteraction(
                  String.join(":", term.subList(0, term.size() - 1)), term.getLast());
    }
    return design;
  }

  private Design with(Design design, String variable) {
    String name = Formula.column(variable);
    if (variable.startsWith("factor(") || isFactor(name)) {
      int[] codes = data.factor(name);
      return design.and(
          variable,
          Factor.of(IntStream.of(rows).map(row -> codes[row]).toArray(), data.levels(name)));
    }
    double[] values = derived.containsKey(name) ? derived.get(name) : data.numeric(name);
    IntToDoubleFunction of =
        variable.endsWith("^2)") ? row -> values[row] * values[row] : row -> values[row];
    return design.and(variable, IntStream.of(rows).mapToDouble(of).toArray());
  }

  private boolean isFactor(String name) {
    if (derived.containsKey(name)) {
      return false;
    }
    return data.text(name).stream()
            .anyMatch(cell -> !cell.matches("|true|false|-?[0-9.]+(e[-+]?[0-9]+)?"))
        || data.text(name).stream().noneMatch(cell -> cell.matches(".*[0-9].*|true|false"));
  }

  /// Returns the numbers of the sets named in `strata(...)`.
  public int[] strata() {
    Map<String, Integer> numbers = new TreeMap<>();
    int[] result = new int[rows.length];
    for (int i = 0; i < result.length; i++) {
      int row = rows[i];
      StringBuilder key = new StringBuilder();
      for (String name : formula.strata()) {
        key.append(
                derived.containsKey(name)
                    ? String.valueOf(derived.get(name)[row])
                    : data.text(name).get(row))
            .append('|');
      }
      numbers.putIfAbsent(key.toString(), numbers.size());
      result[i] = numbers.get(key.toString());
    }
    return result;
  }

  /// Turns a column's name into R's: `race=black` is `raceblack`.
  public static String nameInR(String column) {
    return column.replace("=", "");
  }
}
