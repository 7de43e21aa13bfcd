// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The daily doses that capsules make, and which of them is chosen.
///
/// The day's portions (morning and evening) are amounts that capsules reach. They may differ: the
/// larger is at most the smaller and 25 mg, or and 34 % of the larger, whichever is more. Among the
/// daily doses in a range the fewest capsules win, then equal portions, then the total nearest to
/// the aim, then the smallest difference of the portions. Where no dose lies in the range the
/// nearest one that does not exceed it is shown as such.
///
/// All amounts are mg and exact decimals; the order of the day is the larger portion first.
///
/// Source: the letter gives mg/kg/d and no capsules; sizes of 10, 25, 50 and 100 mg are those of
/// the European product information. Limit and order are ours.
///
/// @param strengths the capsules that exist, mg, at least one
/// @param portions how often a day, 1 to 3
public record Capsules(List<BigDecimal> strengths, int portions) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final long DIFFERENCE = 25;
  private static final long PERCENT = 34;

  public Capsules {
    strengths = List.copyOf(strengths);
    if (strengths.isEmpty() || strengths.stream().anyMatch(it -> it.signum() <= 0)) {
      throw new IllegalArgumentException("capsules of " + strengths + " mg; all are above 0");
    }
    if (portions < 1 || portions > 3) {
      throw new IllegalArgumentException(portions + " portions a day; 1 to 3");
    }
  }

  /// The daily doses that are wanted, mg, both ends included.
  ///
  /// @param low the least
  /// @param high the most
  /// @param aim the dose that is best
  public record Range(BigDecimal low, BigDecimal high, BigDecimal aim) {
    private static final BigDecimal REST = new BigDecimal("0.95");

    /// The doses that hold at least 95 % of a target and never more than it.
    public static Range upTo(BigDecimal target) {
      return new Range(target.multiply(REST), target, target);
    }

    /// The doses of a band in mg/kg/d; the best is its middle.
    public static Range band(BigDecimal low, BigDecimal high, BigDecimal weight) {
      BigDecimal middle = low.add(high).multiply(weight).divide(BigDecimal.valueOf(2));
      return new Range(low.multiply(weight), high.multiply(weight), middle);
    }

    /// Says whether a dose lies in the range.
    public boolean contains(BigDecimal dose) {
      return dose.compareTo(low) >= 0 && dose.compareTo(high) <= 0;
    }
  }

  /// A day's portions.
  ///
  /// @param portions mg, the larger first
  /// @param capsules how many capsules that are
  /// @param within whether their sum lies in the range that was asked for
  public record Choice(List<BigDecimal> portions, int capsules, boolean within) {
    public Choice {
      portions = List.copyOf(portions);
    }

    /// mg a day.
    public BigDecimal total() {
      return portions.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  /// Chooses the dose for a range. Empty where even the smallest dose exceeds it.
  public Optional<Choice> choose(Range range) {
    Grid grid = Grid.of(strengths, range.high());
    int low = Math.max(1, grid.units(range.low(), true));
    int high = grid.units(range.high(), false);
    List<int[]> found = new ArrayList<>();
    for (int total = low; total <= high; total++) {
      grid.split(total, portions, found);
    }
    for (int total = Math.min(low, high + 1) - 1; found.isEmpty() && total > 0; total--) {
      grid.split(total, portions, found);
    }
    return found.stream().min(grid.order(range.aim())).map(it -> grid.choice(it, range));
  }

  /// Chooses the largest dose that does not exceed a range and takes fewer capsules than another;
  /// offered beside a dose of many capsules. Empty where there is none.
  ///
  /// @param chosen the dose with more capsules
  public Optional<Choice> simpler(Range range, Choice chosen) {
    Grid grid = Grid.of(strengths, range.high());
    for (int total = grid.units(range.high(), false); total > 0; total--) {
      List<int[]> found = new ArrayList<>();
      grid.split(total, portions, found);
      found.removeIf(it -> grid.capsules(it) >= chosen.capsules());
      if (!found.isEmpty()) {
        return found.stream().min(grid.order(range.aim())).map(it -> grid.choice(it, range));
      }
    }
    return Optional.empty();
  }

  /// The limit of unequal portions, in hundredths of mg: 100 (larger - smaller) is at most 2500 or
  /// 34 times the larger.
  private static boolean near(BigDecimal larger, BigDecimal smaller) {
    BigDecimal difference = larger.subtract(smaller).multiply(HUNDRED);
    BigDecimal limit =
        BigDecimal.valueOf(100 * DIFFERENCE).max(larger.multiply(BigDecimal.valueOf(PERCENT)));
    return difference.compareTo(limit) <= 0;
  }

  /// Amounts as whole multiples of one unit, and the fewest capsules for each; a large number where
  /// capsules do not reach it.
  private static final class Grid {
    private static final int NEVER = 1_000_000;

    private final BigDecimal unit;
    private final int[] fewest;

    private Grid(BigDecimal unit, int[] fewest) {
      this.unit = unit;
      this.fewest = fewest;
    }

    static Grid of(List<BigDecimal> strengths, BigDecimal largest) {
      int scale = strengths.stream().mapToInt(BigDecimal::scale).max().orElse(0);
      int places = Math.max(0, scale);
      long common = 0;
      for (BigDecimal strength : strengths) {
        common = gcd(strength.movePointRight(places).longValueExact(), common);
      }
      BigDecimal unit = BigDecimal.valueOf(common).movePointLeft(places);
      int size = Math.max(0, largest.divideToIntegralValue(unit).intValueExact());
      int[] fewest = new int[size + 1];
      for (int amount = 1; amount <= size; amount++) {
        fewest[amount] = NEVER;
        for (BigDecimal strength : strengths) {
          int step = strength.divideToIntegralValue(unit).intValueExact();
          if (step <= amount) {
            fewest[amount] = Math.min(fewest[amount], fewest[amount - step] + 1);
          }
        }
      }
      return new Grid(unit, fewest);
    }

    private static long gcd(long a, long b) {
      return b == 0 ? a : gcd(b, a % b);
    }

    int units(BigDecimal amount, boolean up) {
      BigDecimal[] parts = amount.max(BigDecimal.ZERO).divideAndRemainder(unit);
      return parts[0].intValueExact() + (up && parts[1].signum() > 0 ? 1 : 0);
    }

    /// Adds every way to split a total into portions that capsules reach and that are near.
    void split(int total, int portions, List<int[]> found) {
      if (portions == 1) {
        add(found, total);
      } else if (portions == 2) {
        for (int smaller = total / 2; smaller > 0; smaller--) {
          if (!add(found, total - smaller, smaller)) {
            return;
          }
        }
      } else {
        for (int smallest = total / 3; smallest > 0; smallest--) {
          for (int middle = (total - smallest) / 2; middle >= smallest; middle--) {
            if (!add(found, total - smallest - middle, middle, smallest)) {
              break;
            }
          }
        }
      }
    }

    /// Adds portions that capsules reach; says whether they were near.
    private boolean add(List<int[]> found, int... portion) {
      boolean near = near(amount(portion[0]), amount(portion[portion.length - 1]));
      if (near && capsules(portion) < NEVER) {
        found.add(portion);
      }
      return near;
    }

    int capsules(int[] portion) {
      int sum = 0;
      for (int part : portion) {
        sum += fewest[part];
      }
      return sum;
    }

    Comparator<int[]> order(BigDecimal aim) {
      return Comparator.comparingInt(this::capsules)
          .thenComparingInt(it -> it[0] == it[it.length - 1] ? 0 : 1)
          .thenComparing(it -> total(it).subtract(aim).abs())
          .thenComparingInt(it -> it[0] - it[it.length - 1]);
    }

    Choice choice(int[] portion, Range range) {
      List<BigDecimal> amounts = new ArrayList<>();
      for (int part : portion) {
        amounts.add(amount(part));
      }
      return new Choice(amounts, capsules(portion), range.contains(total(portion)));
    }

    BigDecimal amount(int units) {
      return unit.multiply(BigDecimal.valueOf(units));
    }

    BigDecimal total(int[] portion) {
      int sum = 0;
      for (int part : portion) {
        sum += part;
      }
      return amount(sum);
    }
  }
}
