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
  ///
  /// The statistics of a form stand in the order in which they are printed: count, percentage;
  /// mean, standard deviation; median, quartiles. The percentage names its exact fraction in
  /// `counts`: `count` of `of`.
  public enum Form {
    /// A count: `244`. Statistics: the count.
    COUNT,
    /// Count and percentage: `12 (4.9)`. Statistics: count, percentage.
    COUNT_PERCENT,
    /// Count, of how many, and percentage: `8/183 (4.4)`; for rows that rest on fewer persons than
    /// their column. Statistics: count, percentage.
    COUNT_OF_PERCENT,
    /// Count, of how many, and percentage with its interval: `10/12, 83 (52–98)`. Statistics:
    /// count, percentage.
    PROPORTION,
    /// A rate of events per time with its interval: `4.5 (1.5–10.5)`. Statistics: the rate.
    RATE,
    /// Mean and standard deviation: `52.3 (14.2)`. Statistics: mean, standard deviation.
    MEAN_SD,
    /// Mean and standard error: `52.3 ± 0.9`. Statistics: mean, standard error.
    MEAN_SE,
    /// Median and quartiles: `52 (41–63)`. Statistics: median, first and third quartile.
    MEDIAN_QUARTILES,
    /// Median and range: `52 (18–85)`. Statistics: median, smallest, largest.
    MEDIAN_RANGE,
    /// A ratio with its interval: `6.3 (1.4–28.5)`. Statistics: the ratio.
    RATIO,
    /// A difference with its interval, which may be negative: `1.2 (−0.3 to 2.7)`. Statistics: the
    /// difference.
    DIFFERENCE,
    /// A correlation with its interval: `0.45 (0.21 to 0.64)`. Statistics: the correlation.
    CORRELATION,
    /// A test: its p-value. Statistics: the test.
    P,
    /// A number with two decimals, such as a standardised difference. Statistics: the number.
    NUMBER,
    /// A measured quantity in its unit, such as a reference limit. Statistics: the quantity.
    QUANTITY,
    /// A time with its interval, of which parts may not be reached: `18.3 (12.1–not reached)`.
    /// Statistics: the time.
    TIME,
    /// A median time and its quartiles, which may not be reached: `69 (41–not reached)`.
    /// Statistics: median, first and third quartile.
    TIME_QUARTILES,
    /// A median time and its range: `69 (48–157)`. Statistics: median, smallest, largest.
    TIME_RANGE,
    /// A percentage with its interval: `60.6 (36.8–80.1)`. Statistics: the percentage.
    PERCENT,
    /// The reference level of a ratio: `1 (reference)`. No statistics.
    REFERENCE,
    /// Was not asked: a dash. No statistics.
    NOT_APPLICABLE,
    /// Nothing belongs here. No statistics.
    EMPTY
  }
}
