// SPDX-License-Identifier: Apache-2.0
package casebook.stats.regress;

import casebook.stats.math.LongVector;
import casebook.stats.math.Sums;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.apache.commons.numbers.core.DD;

/// The explanatory side of a regression model: named terms over the rows of the data.
///
/// A design never changes; each method that adds something returns a new one. Values are numbers
/// that are all there: rows with missing values are left out before.
///
/// ```java
/// Design.withIntercept(n).and("anti-PS", antiPs).and("age", ages).and("race", race)
/// ```
public final class Design {
  /// The name of the column of ones.
  public static final String INTERCEPT = "(Intercept)";

  private static final double[] NONE = {};

  private final int rows;
  private final List<Term> terms;
  private final List<double[]> columns;
  private final double[] offset;
  private final double[] frequencies;
  // by column, what rounding to doubles took from it
  private final Map<String, double[]> rests;

  private Design(
      int rows,
      List<Term> terms,
      List<double[]> columns,
      double[] offset,
      double[] frequencies,
      Map<String, double[]> rests) {
    this.rows = rows;
    this.terms = terms;
    this.columns = columns;
    this.offset = offset;
    this.frequencies = frequencies;
    this.rests = rests;
  }

  /// Starts a design with a column of ones.
  ///
  /// @param rows number of rows, at least 0
  public static Design withIntercept(int rows) {
    double[] ones = new double[Math.max(0, rows)];
    Arrays.fill(ones, 1);
    return withoutIntercept(rows).plus(INTERCEPT, List.of(INTERCEPT), List.of(ones));
  }

  /// Starts a design without an intercept, as for conditional and for Cox models.
  ///
  /// @param rows number of rows, at least 0
  public static Design withoutIntercept(int rows) {
    if (rows < 0) {
      throw new IllegalArgumentException(rows + " rows");
    }
    return new Design(rows, List.of(), List.of(), NONE, NONE, Map.of());
  }

  /// Adds a numeric variable.
  ///
  /// @param name not yet in the design
  /// @param values finite numbers, one for each row; copied
  public Design and(String name, double... values) {
    return plus(name, List.of(name), List.of(values.clone()));
  }

  /// Adds a yes/no variable: 1 for yes.
  ///
  /// @param name not yet in the design
  /// @param values one for each row
  public Design and(String name, boolean... values) {
    double[] column = new double[values.length];
    Arrays.setAll(column, i -> values[i] ? 1 : 0);
    return plus(name, List.of(name), List.of(column));
  }

  /// Adds a factor: one column `name=level` for every level but the reference.
  ///
  /// @param name not yet in the design
  /// @param factor one level for each row
  public Design and(String name, Factor factor) {
    List<String> names = new ArrayList<>();
    List<double[]> indicators = new ArrayList<>();
    for (int level = 1; level < factor.levels().size(); level++) {
      names.add(name + "=" + factor.levels().get(level));
      indicators.add(factor.indicator(level));
    }
    return plus(name, names, indicators);
  }

  /// Adds a numeric variable with its powers, as one term: columns `name`, `name^2` and so on.
  ///
  /// A power of a double has more digits than a double holds, and a polynomial of high degree lives
  /// from them. [Linear] uses the powers with twice the digits, so that they are the powers of the
  /// values given; other models use them rounded.
  ///
  /// @param name not yet in the design
  /// @param degree the highest power, at least 1
  /// @param values finite numbers, one for each row, whose powers are finite
  public Design andPowers(String name, int degree, double... values) {
    if (degree < 1) {
      throw new IllegalArgumentException("the degree is " + degree + "; it is at least 1");
    }
    List<String> names = new ArrayList<>();
    List<double[]> powers = new ArrayList<>();
    Map<String, double[]> kept = new TreeMap<>(rests);
    for (int k = 1; k <= degree; k++) {
      int power = k;
      DD[] exact = Arrays.stream(values).mapToObj(x -> DD.of(x).pow(power)).toArray(DD[]::new);
      names.add(k == 1 ? name : name + "^" + k);
      powers.add(Arrays.stream(exact).mapToDouble(DD::hi).toArray());
      kept.put(names.getLast(), Arrays.stream(exact).mapToDouble(DD::lo).toArray());
    }
    Design more = plus(name, names, powers);
    return new Design(rows, more.terms, more.columns, offset, frequencies, Map.copyOf(kept));
  }

  /// Adds the interaction of two terms: the products of their columns, named `first:second`.
  public Design andInteraction(String first, String second) {
    Term one = term(first);
    Term two = term(second);
    List<String> names = new ArrayList<>();
    List<double[]> products = new ArrayList<>();
    for (int b = 0; b < two.size(); b++) {
      for (int a = 0; a < one.size(); a++) {
        names.add(one.columns().get(a) + ":" + two.columns().get(b));
        double[] left = columns.get(one.first() + a);
        double[] right = columns.get(two.first() + b);
        double[] product = new double[rows];
        Arrays.setAll(product, i -> left[i] * right[i]);
        products.add(product);
      }
    }
    return plus(first + ":" + second, names, products);
  }

  private Design plus(String name, List<String> names, List<double[]> added) {
    if (terms.stream().anyMatch(term -> term.name().equals(name))) {
      throw new IllegalArgumentException("the design has a term " + name + " already");
    }
    added.forEach(column -> requireNumbers(name, column));
    List<Term> allTerms = new ArrayList<>(terms);
    allTerms.add(new Term(name, columns.size(), names));
    List<double[]> all = new ArrayList<>(columns);
    all.addAll(added);
    return new Design(rows, List.copyOf(allTerms), List.copyOf(all), offset, frequencies, rests);
  }

  private void requireNumbers(String name, double[] column) {
    if (column.length != rows) {
      throw new IllegalArgumentException(
          name + " has " + column.length + " values for " + rows + " rows");
    }
    for (int i = 0; i < rows; i++) {
      if (!Double.isFinite(column[i])) {
        throw new IllegalArgumentException(name + " is " + column[i] + " in row " + i);
      }
    }
  }

  /// Returns the design with an offset: a known part of the linear predictor.
  ///
  /// @param values finite numbers on the scale of the linear predictor, one for each row; copied
  public Design withOffset(double... values) {
    requireNumbers("the offset", values);
    return new Design(rows, terms, columns, values.clone(), frequencies, rests);
  }

  /// Returns the design with frequency weights: row i stands for `values[i]` people. A row of
  /// weight 0 counts for nothing; fractions are allowed, as pseudo-data need them.
  ///
  /// @param values finite numbers, at least 0, one for each row; copied
  public Design withFrequencies(double... values) {
    requireNumbers("the frequency", values);
    for (int i = 0; i < rows; i++) {
      if (values[i] < 0) {
        throw new IllegalArgumentException(
            "the frequency is " + values[i] + " in row " + i + "; it is at least 0");
      }
    }
    return new Design(rows, terms, columns, offset, values.clone(), rests);
  }

  /// Returns the design without one of its terms.
  public Design without(String name) {
    Term gone = term(name);
    List<Term> left = new ArrayList<>();
    List<double[]> kept = new ArrayList<>();
    for (Term term : terms) {
      if (!term.equals(gone)) {
        left.add(new Term(term.name(), kept.size(), term.columns()));
        kept.addAll(columns.subList(term.first(), term.first() + term.size()));
      }
    }
    Map<String, double[]> others = new TreeMap<>(rests);
    gone.columns().forEach(others::remove);
    return new Design(
        rows, List.copyOf(left), List.copyOf(kept), offset, frequencies, Map.copyOf(others));
  }

  /// Returns the number of rows.
  public int rows() {
    return rows;
  }

  /// Returns the number of columns, the intercept included.
  public int columns() {
    return columns.size();
  }

  /// Returns the terms in their order, the intercept included.
  public List<Term> terms() {
    return terms;
  }

  /// Returns the term of a name.
  public Term term(String name) {
    return terms.stream()
        .filter(term -> term.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no term " + name + " among " + names()));
  }

  private List<String> names() {
    return terms.stream().map(Term::name).toList();
  }

  /// Returns the names of the columns.
  public List<String> columnNames() {
    return terms.stream().map(Term::columns).flatMap(List::stream).toList();
  }

  /// Returns the place of a column, counted from 0.
  public int column(String name) {
    int place = columnNames().indexOf(name);
    if (place < 0) {
      throw new IllegalArgumentException("no column " + name + " among " + columnNames());
    }
    return place;
  }

  /// Says whether the first term is the intercept.
  public boolean hasIntercept() {
    return !terms.isEmpty() && terms.getFirst().name().equals(INTERCEPT);
  }

  /// Returns one value.
  public double at(int row, int column) {
    return columns.get(column)[row];
  }

  /// Returns the offset of a row, 0 where the design has none.
  public double offset(int row) {
    return offset.length == 0 ? 0 : offset[row];
  }

  /// Says whether the design has an offset.
  public boolean hasOffset() {
    return offset.length > 0;
  }

  /// Returns the frequency of a row, 1 where the design has none.
  public double frequency(int row) {
    return frequencies.length == 0 ? 1 : frequencies[row];
  }

  /// Returns the number of people: the sum of the frequencies, or the rows.
  public double people() {
    return frequencies.length == 0 ? rows : Sums.sum(frequencies);
  }

  /// Returns the column itself, for the kernels of this package, which only read it.
  double[] values(int column) {
    return columns.get(column);
  }

  /// Says whether a column was computed with twice the digits of a double.
  boolean isLong(int column) {
    return rests.containsKey(columnNames().get(column));
  }

  /// Returns a column with all the digits that the design has of it.
  LongVector longValues(int column) {
    double[] rest = rests.getOrDefault(columnNames().get(column), NONE);
    double[] rounded = columns.get(column);
    LongVector result = new LongVector(rows);
    for (int i = 0; i < rows; i++) {
      result.set(i, DD.ofSum(rounded[i], rest.length == 0 ? 0 : rest[i]));
    }
    return result;
  }

  /// Multiplies the value of each row by the root of its frequency.
  LongVector weighted(LongVector values) {
    LongVector result = values.copy();
    for (int i = 0; hasFrequencies() && i < rows; i++) {
      result.set(i, values.at(i).multiply(DD.of(frequency(i)).sqrt()));
    }
    return result;
  }

  boolean hasFrequencies() {
    return frequencies.length > 0;
  }

  /// Returns a design of the same terms over other rows.
  ///
  /// @param values the new columns, all of one length
  /// @param shift the offset of the new rows, or empty
  Design replaced(List<double[]> values, double[] shift) {
    int count = values.isEmpty() ? 0 : values.getFirst().length;
    return new Design(count, terms, List.copyOf(values), shift, NONE, Map.of());
  }

  /// Adds rows of pseudo-data below; the columns keep their names.
  Design appended(double[][] rowValues, double[] rowFrequencies, IntToDoubleFunction rowOffset) {
    int total = rows + rowValues.length;
    List<double[]> longer = new ArrayList<>();
    for (int j = 0; j < columns.size(); j++) {
      double[] column = Arrays.copyOf(columns.get(j), total);
      for (int i = 0; i < rowValues.length; i++) {
        column[rows + i] = rowValues[i][j];
      }
      longer.add(column);
    }
    double[] frequency = new double[total];
    Arrays.setAll(frequency, i -> i < rows ? frequency(i) : rowFrequencies[i - rows]);
    double[] shift = new double[hasOffset() ? total : 0];
    Arrays.setAll(shift, i -> i < rows ? offset(i) : rowOffset.applyAsDouble(i - rows));
    return new Design(total, terms, List.copyOf(longer), shift, frequency, Map.of());
  }

  @Override
  public String toString() {
    return rows
        + " rows ~ "
        + String.join(" + ", names())
        + Stream.of(hasOffset() ? " + offset" : "", hasFrequencies() ? ", frequencies" : "")
            .reduce("", String::concat);
  }
}
