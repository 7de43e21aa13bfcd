// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import casebook.stats.contingency.TwoByTwo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/// Looks for the 2x2 tables from which some convention gives a printed odds ratio.
///
/// @param printed the odds ratio as printed
/// @param level confidence level of its interval
record TableSearch(PrintedRatio printed, double level) {
  /// A count that is given may be wrong by so much.
  private static final int NEAR = 3;

  /// A count that is not given is looked for from 0 to this.
  private static final int MOST = 500;

  /// A table with the conventions that fit it.
  record Found(TwoByTwo table, List<Convention> conventions) {
    Found {
      conventions = List.copyOf(conventions);
    }
  }

  /// The conventions that give the printed numbers from a table.
  List<Convention> fits(TwoByTwo table) {
    List<Convention> fits = new ArrayList<>();
    for (Convention convention : Convention.values()) {
      if (convention.mayFit(table, printed)
          && convention.of(table, level).flatMap(printed::fits).isPresent()) {
        fits.add(convention);
      }
    }
    return fits;
  }

  /// The tables whose counts differ by at most three each, the nearest first.
  List<Found> near(TwoByTwo t) {
    List<Found> found = new ArrayList<>();
    for (long a = t.a() - NEAR; a <= t.a() + NEAR; a++) {
      for (long b = t.b() - NEAR; b <= t.b() + NEAR; b++) {
        for (long c = t.c() - NEAR; c <= t.c() + NEAR; c++) {
          for (long d = t.d() - NEAR; d <= t.d() + NEAR; d++) {
            add(found, a, b, c, d);
          }
        }
      }
    }
    found.sort(Comparator.comparingLong(it -> distance(it.table(), t)));
    return found;
  }

  private static long distance(TwoByTwo one, TwoByTwo other) {
    return Math.abs(one.a() - other.a())
        + Math.abs(one.b() - other.b())
        + Math.abs(one.c() - other.c())
        + Math.abs(one.d() - other.d());
  }

  /// The tables with some counts given and the others anything, the smallest first.
  List<Found> among(List<OptionalLong> counts) {
    List<Found> found = new ArrayList<>();
    for (long a = from(counts, 0); a <= to(counts, 0); a++) {
      for (long b = from(counts, 1); b <= to(counts, 1); b++) {
        for (long c = from(counts, 2); c <= to(counts, 2); c++) {
          for (long d = from(counts, 3); d <= to(counts, 3); d++) {
            add(found, a, b, c, d);
          }
        }
      }
    }
    found.sort(Comparator.comparingLong(it -> it.table().n()));
    return found;
  }

  private static long from(List<OptionalLong> counts, int place) {
    return counts.get(place).orElse(0);
  }

  private static long to(List<OptionalLong> counts, int place) {
    return counts.get(place).orElse(MOST);
  }

  private void add(List<Found> found, long a, long b, long c, long d) {
    if (Math.min(Math.min(a, b), Math.min(c, d)) < 0 || !spreadFits(a, b, c, d)) {
      return;
    }
    TwoByTwo table = new TwoByTwo(a, b, c, d);
    List<Convention> fits = fits(table);
    if (!fits.isEmpty()) {
      found.add(new Found(table, fits));
    }
  }

  /// No interval is less than half or more than three times as wide as that of Wald, in logarithms.
  private boolean spreadFits(long a, long b, long c, long d) {
    double low = printed.low().doubleValue();
    double wide = Math.log(printed.high().doubleValue() / low);
    double error = Math.sqrt(1 / (a + 0.5) + 1 / (b + 0.5) + 1 / (c + 0.5) + 1 / (d + 0.5));
    double share = wide / (2 * 1.96 * error);
    return low <= 0 || (share > 0.5 && share < 3);
  }
}
