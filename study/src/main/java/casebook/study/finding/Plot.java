// SPDX-License-Identifier: Apache-2.0
package casebook.study.finding;

import casebook.stats.result.Estimate;
import java.util.List;
import java.util.Optional;

/// A figure of single values. It holds what a reader of the figure sees and no more: values in
/// rising order, without rows or names.
public sealed interface Plot {
  /// An axis of measured values.
  ///
  /// @param label what is measured
  /// @param unit as printed; may be empty
  /// @param logarithmic whether equal ratios have equal distances; all values are positive then
  record Axis(String label, String unit, boolean logarithmic) {}

  /// A value of one person.
  ///
  /// @param at the value
  /// @param beyond whether the true value is only known to lie below (-1) or above (1) it, else 0
  record Dot(double at, int beyond) {}

  /// Values by group: a strip of points a group, with its median.
  ///
  /// @param values the axis of the values
  /// @param by what makes the groups
  /// @param groups in their order
  record Strips(Axis values, String by, List<Strip> groups) implements Plot {
    public Strips {
      groups = List.copyOf(groups);
    }
  }

  /// One group of values.
  ///
  /// @param label its name
  /// @param dots its values, rising
  /// @param middle its median with its interval, where there are
  record Strip(String label, List<Dot> dots, Optional<Estimate> middle) {
    public Strip {
      dots = List.copyOf(dots);
    }
  }

  /// Pairs of values, by group.
  ///
  /// @param across the axis from left to right
  /// @param up the axis from below
  /// @param groups in their order; one without a label when there are none
  record Scatter(Axis across, Axis up, List<Cloud> groups) implements Plot {
    public Scatter {
      groups = List.copyOf(groups);
    }
  }

  /// The pairs of one group.
  ///
  /// @param label its name; empty for everybody
  /// @param pairs in an order of their values
  record Cloud(String label, List<Pair> pairs) {
    public Cloud {
      pairs = List.copyOf(pairs);
    }
  }

  /// Two values of one person.
  record Pair(Dot across, Dot up) {}
}
