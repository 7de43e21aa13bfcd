// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.assay;

import casebook.study.data.Column;
import casebook.study.data.RowSet;
import java.util.Arrays;

/// The measurements of some persons, in rising order; those without one are left out.
final class Group {
  private final String slug;
  private final String label;
  private final RowSet rows;
  private final double[] sorted;

  /// @param slug its part of an address
  /// @param label its name in a table
  /// @param column what was measured
  /// @param persons who belongs
  Group(String slug, String label, Column.Numeric column, RowSet persons) {
    this.slug = slug;
    this.label = label;
    this.rows = persons.where(column::known);
    this.sorted = rows.stream().mapToDouble(column::value).sorted().toArray();
  }

  String slug() {
    return slug;
  }

  String label() {
    return label;
  }

  /// The persons with a measurement.
  RowSet rows() {
    return rows;
  }

  int size() {
    return sorted.length;
  }

  /// The measurements in rising order.
  double[] values() {
    return sorted.clone();
  }

  /// The number of measurements above a limit.
  int above(double limit) {
    return sorted.length - upTo(limit);
  }

  /// The number of measurements between two values, both included.
  int between(double low, double high) {
    return upTo(high) - upTo(Math.nextDown(low));
  }

  private int upTo(double limit) {
    int place = Arrays.binarySearch(sorted, limit);
    int count = place < 0 ? -place - 1 : place + 1;
    while (count < sorted.length && sorted[count] == limit) {
      count++;
    }
    return count;
  }
}
