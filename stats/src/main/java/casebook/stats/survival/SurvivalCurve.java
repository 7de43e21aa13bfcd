// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import casebook.stats.dist.Normal;
import casebook.stats.result.Interval;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/// A step function of survival with one row for each distinct time, made by [KaplanMeier].
///
/// Row i holds what happens at `time(i)`; the survival of a row holds from its time up to the next.
/// Before the first row survival is 1.
public final class SurvivalCurve {
  /// Levels of survival closer than this are the same.
  private static final double SAME = 1e-10;

  private final ConfidenceBand band;
  private final double level;
  private final QuantileRule rule;
  private final int people;
  private final double z;
  private final Rows rows;

  SurvivalCurve(ConfidenceBand band, double level, QuantileRule rule, int people, Rows rows) {
    this.band = band;
    this.level = level;
    this.rule = rule;
    this.people = people;
    this.z = Normal.ofLevel(level);
    this.rows = rows.trimmed();
  }

  /// Returns the scale of the pointwise intervals.
  public ConfidenceBand band() {
    return band;
  }

  /// Returns the confidence level of the intervals.
  public double level() {
    return level;
  }

  /// Returns the rule for quantiles where the curve is flat.
  public QuantileRule rule() {
    return rule;
  }

  /// Returns the number of people.
  public int people() {
    return people;
  }

  /// Returns the number of rows: distinct times at which somebody had the event or was censored.
  public int size() {
    return rows.size;
  }

  /// Returns the time of a row.
  public double time(int row) {
    return rows.time[row];
  }

  /// Returns how many people were at risk just before the row's time.
  public int atRisk(int row) {
    return rows.atRisk[row];
  }

  /// Returns how many events happened at the row's time.
  public int events(int row) {
    return rows.events[row];
  }

  /// Returns how many people were censored at the row's time.
  public int censored(int row) {
    return rows.censored[row];
  }

  /// Returns the number of events of all rows.
  public int events() {
    return Arrays.stream(rows.events).sum();
  }

  /// Returns the survival probability from the row's time on.
  public double survival(int row) {
    return rows.survival[row];
  }

  /// Returns Greenwood's standard error of the survival probability; absent where nobody survives.
  public OptionalDouble standardError(int row) {
    double survival = rows.survival[row];
    return survival <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(survival * Math.sqrt(rows.greenwood[row]));
  }

  /// Returns the pointwise interval; absent where its scale has none (survival 0, and 1 for
  /// log-log, logit and arcsine).
  public Optional<Interval> interval(int row) {
    double logError = Math.sqrt(rows.greenwood[row]);
    return band.interval(rows.survival[row], logError, z, level);
  }

  /// Returns the cumulative hazard of Nelson and Aalen.
  public double cumulativeHazard(int row) {
    return rows.hazard[row];
  }

  /// Returns the standard error of the cumulative hazard, sqrt(sum d/n^2).
  public double cumulativeHazardError(int row) {
    return Math.sqrt(rows.hazardVariance[row]);
  }

  /// Returns the row whose survival holds at a time, or -1 before the first row.
  public int rowAt(double time) {
    int found = Arrays.binarySearch(rows.time, time);
    return found >= 0 ? found : -found - 2;
  }

  /// Reads the curve at a time. Before the first row survival is 1 with the interval 1 to 1; after
  /// the last, the last row holds.
  public SurvivalPoint at(double time) {
    int row = rowAt(time);
    int next = row >= 0 && rows.time[row] == time ? row : row + 1;
    int atRisk = next < size() ? rows.atRisk[next] : 0;
    if (row < 0) {
      var certain = new Interval(1, 1, level);
      return new SurvivalPoint(time, atRisk, 1, OptionalDouble.of(0), Optional.of(certain));
    }
    return new SurvivalPoint(time, atRisk, survival(row), standardError(row), interval(row));
  }

  /// Returns the median survival time with the interval of Brookmeyer and Crowley.
  public SurvivalQuantile median() {
    return quantile(0.5);
  }

  /// Finds the time by which a share of the people have had the event, with its interval: the times
  /// at which the two bands reach the same level. An interval is absent where its band is undefined
  /// or never reaches the level.
  ///
  /// @param probability the share, between 0 and 1; 0.25 is the first quartile
  public SurvivalQuantile quantile(double probability) {
    if (!(probability > 0 && probability < 1)) {
      throw new IllegalArgumentException("probability " + probability + " is not between 0 and 1");
    }
    double height = 1 - probability;
    double[] low = new double[size()];
    double[] high = new double[size()];
    for (int i = 0; i < low.length; i++) {
      var interval = interval(i);
      low[i] = interval.map(Interval::low).orElse(Double.NaN);
      high[i] = interval.map(Interval::high).orElse(Double.NaN);
    }
    return new SurvivalQuantile(
        probability,
        reached(rows.survival, height),
        reached(low, height),
        reached(high, height),
        level);
  }

  /// The time at which a line first reaches a height; NaN rows are passed over.
  private OptionalDouble reached(double[] line, double height) {
    int first = 0;
    while (first < line.length && !(line[first] <= height + SAME)) {
      first++;
    }
    if (first == line.length) {
      return OptionalDouble.empty();
    }
    if (rule == QuantileRule.FIRST || line[first] < height - SAME) {
      return OptionalDouble.of(time(first));
    }
    int below = first;
    while (below < line.length && !(line[below] < height - SAME)) {
      below++;
    }
    return OptionalDouble.of((time(first) + time(Math.min(below, line.length - 1))) / 2);
  }

  /// The columns of the curve while it grows; the estimates are built row by row.
  static final class Rows {
    private int size;
    private double[] time;
    private int[] atRisk;
    private int[] events;
    private int[] censored;
    private double[] survival;
    private double[] greenwood; // variance of ln survival
    private double[] hazard;
    private double[] hazardVariance;
    private double base = 1; // survival at the last change of the risk set
    private int baseAtRisk;
    private int alive;

    Rows(int capacity) {
      time = new double[capacity];
      atRisk = new int[capacity];
      events = new int[capacity];
      censored = new int[capacity];
      survival = new double[capacity];
      greenwood = new double[capacity];
      hazard = new double[capacity];
      hazardVariance = new double[capacity];
    }

    /// Adds a row. While nobody leaves or enters between events, survival is the base times the
    /// share still alive, one rounding for all of them.
    void add(double when, int n, int d, int c) {
      double before = size == 0 ? 1 : survival[size - 1];
      if (n != alive) {
        base = before;
        baseAtRisk = n;
        alive = n;
      }
      alive -= d;
      time[size] = when;
      atRisk[size] = n;
      events[size] = d;
      censored[size] = c;
      survival[size] = d == 0 ? before : base * ((double) alive / baseAtRisk);
      double share = (double) d / n;
      double step = d == 0 ? 0 : share / (n - d);
      greenwood[size] = step + (size == 0 ? 0 : greenwood[size - 1]);
      hazard[size] = share + (size == 0 ? 0 : hazard[size - 1]);
      hazardVariance[size] = share / n + (size == 0 ? 0 : hazardVariance[size - 1]);
      size++;
    }

    private Rows trimmed() {
      if (size < time.length) {
        time = Arrays.copyOf(time, size);
        atRisk = Arrays.copyOf(atRisk, size);
        events = Arrays.copyOf(events, size);
        censored = Arrays.copyOf(censored, size);
        survival = Arrays.copyOf(survival, size);
        greenwood = Arrays.copyOf(greenwood, size);
        hazard = Arrays.copyOf(hazard, size);
        hazardVariance = Arrays.copyOf(hazardVariance, size);
      }
      return this;
    }
  }
}
