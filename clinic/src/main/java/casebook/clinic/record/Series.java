// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.record;

import casebook.clinic.record.Event.Measured;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// The values of one measurement of a patient, in the order of time. Days and quantities are kept
/// beside the events: a rule that goes through a series touches little memory.
public final class Series {
  private final String name;
  private final Measured[] values;
  private final int[] days;
  private final Quantity[] quantities;

  private Series(String name, Measured[] values, int[] days) {
    this.name = name;
    this.values = values;
    this.days = days;
    quantities = new Quantity[values.length];
    for (int i = 0; i < values.length; i++) {
      quantities[i] = values[i].quantity();
    }
  }

  /// No value.
  static Series none(String name) {
    return new Series(name, new Measured[0], new int[0]);
  }

  /// What is measured.
  public String name() {
    return name;
  }

  /// How many values there are.
  public int size() {
    return values.length;
  }

  /// A value.
  ///
  /// @param index from 0, the first in time
  public Measured get(int index) {
    return values[index];
  }

  /// What was measured.
  public Quantity quantity(int index) {
    return quantities[index];
  }

  /// The day of a value, counted from 1970-01-01.
  public int day(int index) {
    return days[index];
  }

  /// How many values there are up to the end of a day.
  ///
  /// @param day counted from 1970-01-01
  public int until(long day) {
    return until(days, day);
  }

  /// The same of any days in rising order.
  static int until(int[] days, long day) {
    int low = 0;
    int high = days.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (days[middle] > day) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /// All values.
  public List<Measured> all() {
    return Collections.unmodifiableList(Arrays.asList(values));
  }

  /// The values from one day to another, both included.
  public List<Measured> between(LocalDate from, LocalDate to) {
    int begin = until(from.toEpochDay() - 1);
    return all().subList(begin, Math.max(begin, until(to.toEpochDay())));
  }

  /// Names are mostly the same object, that of the study file.
  @SuppressWarnings("ReferenceEquality")
  static boolean same(String one, String other) {
    return one == other || one.equals(other);
  }

  /// Takes values one after the other, in the order of time.
  static final class Gathered {
    private final String name;
    private Measured[] values = new Measured[16];
    private int[] days = new int[16];
    private LocalDate last = LocalDate.EPOCH;
    private int size;

    Gathered(String name) {
      this.name = name;
    }

    String name() {
      return name;
    }

    void add(Measured value, LocalDate day) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
        days = Arrays.copyOf(days, 2 * size);
      }
      values[size] = value;
      days[size] = size > 0 && day.equals(last) ? days[size - 1] : (int) day.toEpochDay();
      last = day;
      size++;
    }

    Series series() {
      return new Series(name, Arrays.copyOf(values, size), Arrays.copyOf(days, size));
    }
  }
}
