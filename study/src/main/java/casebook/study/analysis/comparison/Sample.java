// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.comparison;

import casebook.study.data.Censoring;
import casebook.study.data.Column;
import casebook.study.data.RowSet;
import casebook.study.finding.Plot;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The values of one group, rising, so that the order of the rows does not matter. A censored value
/// stands at its limit among the values, and beyond all others among those for ranks.
final class Sample {
  private final String slug;
  private final String label;
  private final RowSet rows;
  private final double[] values;
  private final double[] ranked;
  private final List<Plot.Dot> dots;

  /// @param rows persons with a value
  Sample(String slug, String label, Column.Numeric column, RowSet rows) {
    this.slug = slug;
    this.label = label;
    this.rows = rows;
    List<Plot.Dot> sorted =
        rows.stream()
            .mapToObj(row -> new Plot.Dot(column.value(row), beyond(column.censoring(row))))
            .sorted((a, b) ->
                a.at() == b.at()
                    ? Integer.compare(a.beyond(), b.beyond())
                    : Double.compare(a.at(), b.at()))
            .toList();
    this.dots = sorted;
    this.values = sorted.stream().mapToDouble(Plot.Dot::at).toArray();
    this.ranked =
        IntStream.range(0, values.length)
            .mapToDouble(i ->
                switch (sorted.get(i).beyond()) {
                  case -1 -> Double.NEGATIVE_INFINITY;
                  case 1 -> Double.POSITIVE_INFINITY;
                  default -> values[i];
                })
            .toArray();
  }

  static int beyond(Censoring censoring) {
    return switch (censoring) {
      case NONE -> 0;
      case BELOW -> -1;
      case ABOVE -> 1;
    };
  }

  String slug() {
    return slug;
  }

  String label() {
    return label;
  }

  int size() {
    return values.length;
  }

  RowSet rows() {
    return rows;
  }

  /// The values, a censored one at its limit.
  double[] values() {
    return values.clone();
  }

  /// The values for tests by ranks, a censored one beyond all.
  double[] ranked() {
    return ranked.clone();
  }

  /// Natural logarithms of the values, or the values.
  double[] on(ComparisonSpec.Scale scale) {
    return scale == ComparisonSpec.Scale.LOG
        ? Arrays.stream(values).map(Math::log).toArray()
        : values.clone();
  }

  /// The values as a figure shows them.
  List<Plot.Dot> dots() {
    return dots;
  }

  long censored() {
    return dots.stream().filter(dot -> dot.beyond() != 0).count();
  }

  boolean anyNotPositive() {
    return values.length > 0 && !(values[0] > 0);
  }
}
