// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import casebook.stats.golden.GoldenCase;
import casebook.stats.golden.GoldenData;
import casebook.stats.golden.Json;
import casebook.stats.regress.Design;
import casebook.stats.regress.Factor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The data of a golden case about survival: its columns after the preparation that the case tells
/// in words, and its formula in R notation. A clause that is not understood is an error.
final class GoldenFollowUp {
  private static final Pattern FORMULA = Pattern.compile("Surv\\(([^)]*)\\) ~ (.*)");
  private static final Pattern COMPARISON =
      Pattern.compile(
          "(\\w+) = \\(?(\\w+) (==|!=|>|-) (\\d+)\\)?(: deaths from other causes are censored)?");

  private final Map<String, double[]> columns = new HashMap<>();
  private final Map<String, List<String>> levels = new HashMap<>();
  private final List<String> response;
  private final List<String> terms = new ArrayList<>();
  private final int[] rows;

  private GoldenFollowUp(GoldenCase one, List<String> response, List<String> terms) {
    this.response = response;
    this.terms.addAll(terms);
    if (one.hasDataset()) {
      read(one.dataset());
    } else {
      one.data().properties().forEach(p -> columns.put(p.getKey(), Json.numbers(p.getValue())));
    }
    for (String clause : one.args().path("prepare").asText("").split("; ")) {
      prepare(clause);
    }
    int n = columns.values().iterator().next().length;
    List<String> used = new ArrayList<>(response);
    terms.forEach(term -> used.addAll(variables(term)));
    used.forEach(name -> column(name)); // fails early on an unknown name
    rows =
        IntStream.range(0, n)
            .filter(i -> used.stream().noneMatch(v -> Double.isNaN(column(v)[i])))
            .toArray();
  }

  /// Reads a case with a formula.
  static GoldenFollowUp of(GoldenCase one) {
    Matcher formula = FORMULA.matcher(one.args().path("formula").asText());
    if (!formula.matches()) {
      throw new IllegalArgumentException("formula of " + one.id());
    }
    List<String> right = List.of(formula.group(2).split(" \\+ "));
    return new GoldenFollowUp(
        one, List.of(formula.group(1).split(", ")), right.equals(List.of("1")) ? List.of() : right);
  }

  /// Reads a case that names its columns.
  static GoldenFollowUp of(GoldenCase one, String time, String event, List<String> terms) {
    return new GoldenFollowUp(one, List.of(time, event), terms);
  }

  private void read(GoldenData data) {
    for (String name : data.names()) {
      List<String> order = data.levels(name);
      boolean number = order.stream().allMatch(level -> level.matches("-?[0-9.]+(e-?[0-9]+)?"));
      if (number || order.equals(List.of("false", "true"))) {
        columns.put(name, data.numeric(name));
      } else {
        columns.put(
            name,
            Arrays.stream(data.factor(name)).mapToDouble(l -> l < 0 ? Double.NaN : l).toArray());
        levels.put(name, order);
      }
    }
  }

  private void prepare(String clause) {
    Matcher comparison = COMPARISON.matcher(clause);
    if (comparison.matches()) {
      double limit = Double.parseDouble(comparison.group(4));
      String operator = comparison.group(3);
      columns.put(
          comparison.group(1),
          Arrays.stream(column(comparison.group(2)))
              .map(value -> compare(value, operator, limit))
              .toArray());
    } else if (clause.startsWith("every row split at 200 and 400")) {
      split(200, 400);
    } else if (!clause.isEmpty()
        && !clause.equals("complete cases")
        && !clause.matches("rows with (a value|a missing value|[\\w.]+)( missing)? dropped")) {
      throw new IllegalArgumentException("preparation not understood: " + clause);
    }
  }

  private static double compare(double value, String operator, double limit) {
    if (Double.isNaN(value)) {
      return value;
    }
    return switch (operator) {
      case "-" -> value - limit;
      case "==" -> value == limit ? 1 : 0;
      case "!=" -> value != limit ? 1 : 0;
      default -> value > limit ? 1 : 0;
    };
  }

  /// Splits rows into pieces `(tstart, time]` at some times.
  private void split(double... cuts) {
    String time = response.get(1);
    String event = response.get(2);
    List<double[]> pieces = new ArrayList<>(); // row, start, stop, event
    double[] stops = column(time);
    for (int i = 0; i < stops.length; i++) {
      double start = 0;
      for (double cut : cuts) {
        if (cut < stops[i]) {
          pieces.add(new double[] {i, start, cut, 0});
          start = cut;
        }
      }
      pieces.add(new double[] {i, start, stops[i], column(event)[i]});
    }
    columns.replaceAll(
        (name, old) -> pieces.stream().mapToDouble(piece -> old[(int) piece[0]]).toArray());
    columns.put(response.get(0), pieces.stream().mapToDouble(piece -> piece[1]).toArray());
    columns.put(time, pieces.stream().mapToDouble(piece -> piece[2]).toArray());
    columns.put(event, pieces.stream().mapToDouble(piece -> piece[3]).toArray());
  }

  private double[] column(String name) {
    double[] found = columns.get(name);
    if (found == null) {
      throw new IllegalArgumentException("there is no column " + name);
    }
    return found;
  }

  private static List<String> variables(String term) {
    return List.of(term.replaceAll("(strata|cluster|factor|log)\\((.*)\\)", "$2").split(" \\* "));
  }

  /// Returns the number of complete rows.
  int size() {
    return rows.length;
  }

  /// Returns a column, complete rows only.
  double[] numeric(String name) {
    double[] all = column(name);
    return Arrays.stream(rows).mapToDouble(i -> all[i]).toArray();
  }

  /// Returns the follow-up.
  Times times() {
    double[] flags = numeric(response.getLast());
    boolean[] events = new boolean[flags.length];
    for (int i = 0; i < events.length; i++) {
      events[i] = flags[i] == 1;
    }
    return response.size() == 3
        ? Times.entering(numeric(response.get(0)), numeric(response.get(1)), events)
        : new Times(numeric(response.get(0)), events);
  }

  /// Returns the terms of the formula that are neither strata nor clusters.
  List<String> covariates() {
    return terms.stream().filter(term -> !term.matches("(strata|cluster)\\(.*")).toList();
  }

  /// Returns the numbers of the groups of `strata(...)` or `cluster(...)`; all 0 without one.
  int[] numbers(String function) {
    return terms.stream()
        .filter(term -> term.startsWith(function + "("))
        .findFirst()
        .map(term -> groups(variables(term).getFirst()))
        .orElseGet(() -> new int[size()]);
  }

  /// Returns the covariates as a design. A column `name=level` of a factor is R's `namelevel`.
  Design design() {
    Design design = Design.withoutIntercept(size());
    for (String term : covariates()) {
      for (String name : List.of(term.split(" \\* "))) {
        design = with(design, name);
      }
      if (term.contains(" * ")) {
        design = design.andInteraction(term.split(" \\* ")[0], term.split(" \\* ")[1]);
      }
    }
    return design;
  }

  private Design with(Design design, String term) {
    String name = variables(term).getFirst();
    if (levels.containsKey(name)) {
      return design.and(term, Factor.of(codes(name), levels.get(name)));
    }
    if (term.startsWith("factor(")) {
      return design.and(term, Factor.of(groups(name), groupNames(name)));
    }
    double[] values = numeric(name);
    return term.startsWith("log(")
        ? design.and(term, Arrays.stream(values).map(Math::log).toArray())
        : design.and(term, values);
  }

  private int[] codes(String name) {
    return Arrays.stream(numeric(name)).mapToInt(level -> (int) level).toArray();
  }

  /// Returns the number of each row's value among the ascending values of a column.
  int[] groups(String name) {
    double[] values = numeric(name);
    double[] distinct = Arrays.stream(values).sorted().distinct().toArray();
    return Arrays.stream(values).mapToInt(v -> Arrays.binarySearch(distinct, v)).toArray();
  }

  /// Returns the names of those values.
  List<String> groupNames(String name) {
    return Arrays.stream(numeric(name)).sorted().distinct().mapToObj(v -> word(name, v)).toList();
  }

  private String word(String name, double value) {
    if (levels.containsKey(name)) {
      return levels.get(name).get((int) value);
    }
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }
}
