// SPDX-License-Identifier: Apache-2.0
package casebook.study.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One immutable typed column of a table. Missing data exists only here, asked by `presence(row)`.
///
/// The members are final classes, not records, because they hold arrays that are never handed out.
/// Reading the value of a row that is not `KNOWN` is a mistake of the caller and throws
/// `IllegalStateException` with the column's name and the row number.
public sealed interface Column {
  /// The variable's name.
  String name();

  /// The number of rows.
  int size();

  /// Whether row `row` (from 0) holds a value.
  Presence presence(int row);

  /// The same column with other marks; where a value is to be `KNOWN`, it must have been before.
  Column marked(Presence[] marks);

  /// Says whether row `row` holds a value.
  default boolean known(int row) {
    return presence(row) == Presence.KNOWN;
  }

  /// Numbers in the unit of the variable.
  final class Numeric implements Column {
    private final String name;
    private final double[] values;
    private final Presence[] presence;
    private final Map<Integer, BigDecimal> exact;
    private final Map<Integer, Censoring> censored;

    /// Makes a column; `values` at rows that are not `KNOWN` are not looked at.
    public Numeric(String name, double[] values, Presence[] presence) {
      this(name, values, presence, Map.of(), Map.of());
    }

    /// Makes a column of which some values have more digits than a double, or lie beyond what could
    /// be measured.
    ///
    /// @param exact by row, the decimal as written where it is not the shortest decimal of its
    ///   double
    /// @param censored by row, on which side the true value lies; the value there is the limit
    public Numeric(
        String name,
        double[] values,
        Presence[] presence,
        Map<Integer, BigDecimal> exact,
        Map<Integer, Censoring> censored) {
      sameLength(name, values.length, presence.length);
      this.name = name;
      this.values = values.clone();
      this.presence = presence.clone();
      this.exact = Map.copyOf(exact);
      this.censored = Map.copyOf(censored);
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public int size() {
      return values.length;
    }

    @Override
    public Column marked(Presence[] marks) {
      return new Numeric(name, values, newMarks(this, marks), exact, censored);
    }

    @Override
    public Presence presence(int row) {
      return presence[row];
    }

    /// The number in row `row`; of a censored value the limit.
    public double value(int row) {
      mustBeKnown(this, row);
      return values[row];
    }

    /// The decimal in row `row`, equal to the one that was written, digit by digit.
    public BigDecimal decimal(int row) {
      mustBeKnown(this, row);
      BigDecimal written = exact.get(row);
      return written == null ? BigDecimal.valueOf(values[row]) : written;
    }

    /// On which side of `value(row)` the true value lies.
    public Censoring censoring(int row) {
      return censored.getOrDefault(row, Censoring.NONE);
    }

    /// Says whether any value is censored.
    public boolean anyCensored() {
      return !censored.isEmpty();
    }
  }

  /// One of a fixed list of levels: sex, site, a genotype, yes and no.
  final class Leveled implements Column {
    private static final List<String> NO_YES = List.of("no", "yes");

    private final String name;
    private final List<String> levels;
    private final boolean truth;
    private final int[] codes;
    private final Presence[] presence;

    /// Makes a column.
    ///
    /// @param levels the levels, the reference first
    /// @param codes index into `levels` for each row; not looked at where not `KNOWN`
    public Leveled(String name, List<String> levels, int[] codes, Presence[] presence) {
      sameLength(name, codes.length, presence.length);
      this.name = name;
      this.levels = List.copyOf(levels);
      this.truth = levels.equals(NO_YES);
      this.codes = codes.clone();
      this.presence = presence.clone();
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public int size() {
      return codes.length;
    }

    @Override
    public Column marked(Presence[] marks) {
      return new Leveled(name, levels, codes, newMarks(this, marks));
    }

    @Override
    public Presence presence(int row) {
      return presence[row];
    }

    /// The levels, the reference first; `no` and `yes` for a truth.
    public List<String> levels() {
      return levels;
    }

    /// Says whether the levels are `no` and `yes`.
    public boolean truth() {
      return truth;
    }

    /// The index of the level in row `row`.
    public int code(int row) {
      mustBeKnown(this, row);
      return codes[row];
    }

    /// The level in row `row`.
    public String level(int row) {
      return levels.get(code(row));
    }
  }

  /// Days of the calendar. A date without its day is `MISSING`, but its month or year is kept.
  final class Dates implements Column {
    private final String name;
    private final LocalDate[] values;
    private final Presence[] presence;
    private final Map<Integer, PartialDate> partial;

    /// Makes a column; `values` at rows that are not `KNOWN` are not looked at.
    public Dates(String name, LocalDate[] values, Presence[] presence) {
      this(name, values, presence, Map.of());
    }

    /// Makes a column in which some dates are known only in part.
    ///
    /// @param partial by row, what is known of dates whose presence is `MISSING`
    public Dates(
        String name, LocalDate[] values, Presence[] presence, Map<Integer, PartialDate> partial) {
      sameLength(name, values.length, presence.length);
      this.name = name;
      this.values = values.clone();
      this.presence = presence.clone();
      this.partial = Map.copyOf(partial);
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public int size() {
      return values.length;
    }

    @Override
    public Column marked(Presence[] marks) {
      return new Dates(name, values, newMarks(this, marks), partial);
    }

    @Override
    public Presence presence(int row) {
      return presence[row];
    }

    /// The day in row `row`.
    public LocalDate value(int row) {
      mustBeKnown(this, row);
      return values[row];
    }

    /// What is known of a date whose day is missing.
    public Optional<PartialDate> partial(int row) {
      return presence[row] == Presence.MISSING
          ? Optional.ofNullable(partial.get(row))
          : Optional.empty();
    }
  }

  /// Free text and identifiers.
  final class Text implements Column {
    private final String name;
    private final List<String> values;
    private final Presence[] presence;

    /// Makes a column; `values` at rows that are not `KNOWN` are not looked at (use an empty text).
    public Text(String name, List<String> values, Presence[] presence) {
      sameLength(name, values.size(), presence.length);
      this.name = name;
      this.values = List.copyOf(values);
      this.presence = presence.clone();
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public int size() {
      return values.size();
    }

    @Override
    public Column marked(Presence[] marks) {
      return new Text(name, values, newMarks(this, marks));
    }

    @Override
    public Presence presence(int row) {
      return presence[row];
    }

    /// The text in row `row`, exactly as read.
    public String value(int row) {
      mustBeKnown(this, row);
      return values.get(row);
    }
  }

  private static void sameLength(String name, int values, int presence) {
    if (values != presence) {
      throw new IllegalArgumentException(
          "column " + name + " has " + values + " values and " + presence + " marks");
    }
  }

  private static Presence[] newMarks(Column column, Presence[] marks) {
    sameLength(column.name(), column.size(), marks.length);
    for (int row = 0; row < marks.length; row++) {
      if (marks[row] == Presence.KNOWN) {
        mustBeKnown(column, row);
      }
    }
    return marks;
  }

  private static void mustBeKnown(Column column, int row) {
    if (!column.known(row)) {
      throw new IllegalStateException("no value of " + column.name() + " in row " + row);
    }
  }
}
