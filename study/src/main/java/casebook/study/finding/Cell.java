// SPDX-License-Identifier: Apache-2.0
package casebook.study.finding;

import java.util.List;

/// What stands in one place of a table: one or more statistics that are printed together.
///
/// @param form how they stand together
/// @param statistics the numbers, in the order of the form; empty for `REFERENCE`, `NOT_APPLICABLE`
///   and `EMPTY`
/// @param notes footnotes that belong to this place, in order
public record Cell(Form form, List<Statistic> statistics, List<String> notes) {
  public Cell {
    statistics = List.copyOf(statistics);
    notes = List.copyOf(notes);
  }

  /// A cell without footnotes.
  public static Cell of(Form form, Statistic... statistics) {
    return new Cell(form, List.of(statistics), List.of());
  }

  /// How the statistics of a cell stand together; the digits are the report's affair.
  public enum Form {
    /// A count: `244`.
    COUNT,
    /// Count and percentage: `12 (4.9)`.
    COUNT_PERCENT,
    /// Mean and standard deviation: `52.3 (14.2)`.
    MEAN_SD,
    /// Mean and standard error: `52.3 ± 0.9`.
    MEAN_SE,
    /// Median and quartiles: `52 (41–63)`.
    MEDIAN_QUARTILES,
    /// Median and range: `52 (18–85)`.
    MEDIAN_RANGE,
    /// A ratio with its interval: `6.3 (1.4–28.5)`.
    RATIO,
    /// A difference with its interval, which may be negative: `1.2 (−0.3 to 2.7)`.
    DIFFERENCE,
    /// A test: its p-value.
    P,
    /// A number with two decimals, such as a standardised difference.
    NUMBER,
    /// A measured quantity in its unit, such as a reference limit.
    QUANTITY,
    /// The reference level of a ratio: `1 (reference)`.
    REFERENCE,
    /// Was not asked: a dash.
    NOT_APPLICABLE,
    /// Nothing belongs here.
    EMPTY
  }
}
