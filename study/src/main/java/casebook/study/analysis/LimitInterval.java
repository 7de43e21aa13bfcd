// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.stats.reference.ReferenceLimit;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.study.cohort.Cohort;
import casebook.study.cohort.ComputedLimit;
import casebook.study.data.Censoring;
import casebook.study.data.Column;
import casebook.study.data.RowSet;
import java.util.List;
import java.util.Optional;

/// The 90% interval of a limit that is a percentile: two of the ordered reference values.
///
/// Source: CLSI EP28-A3c (2010), table 8.
///
/// @param interval the interval; empty when the limit is no percentile, or cannot have one
/// @param whyNot why a percentile has none; empty when it has, or is none
record LimitInterval(Optional<Interval> interval, String whyNot) {
  private static final LimitInterval NONE = new LimitInterval(Optional.empty(), "");

  /// The interval of a limit of this cohort.
  static LimitInterval of(Cohort cohort, ComputedLimit limit) {
    if (limit.rule().percentile().isEmpty()
        || limit.value().isEmpty()
        || !(cohort.table().column(limit.rule().variable()) instanceof Column.Numeric numbers)) {
      return NONE;
    }
    ReferenceLimit method = ReferenceLimit.upper(limit.rule().percentile().get() / 100);
    RowSet group = group(cohort, limit.rule().group());
    if (group.stream().anyMatch(row -> numbers.censoring(row) != Censoring.NONE)) {
      return new LimitInterval(
          Optional.empty(), "No interval is given where values lie beyond a limit of detection");
    }
    double[] values = NumberCells.values(numbers, group);
    if (values.length < method.smallestSize()) {
      return new LimitInterval(Optional.empty(), tooFew(values.length, method.smallestSize()));
    }
    return new LimitInterval(Optional.of(method.interval(values)), "");
  }

  private static String tooFew(int persons, int needed) {
    return "A 90% interval of this percentile needs at least "
        + needed
        + " reference persons; there are "
        + persons;
  }

  private static RowSet group(Cohort cohort, String name) {
    return switch (name) {
      case "controls" -> cohort.groups().controls();
      case "cases" -> cohort.groups().cases();
      default -> cohort.rows();
    };
  }

  /// The limit with its interval.
  Estimate estimate(double limit) {
    return new Estimate(limit, interval);
  }

  /// What a footnote says of a missing interval.
  List<String> notes() {
    return whyNot.isEmpty() ? List.of() : List.of(whyNot);
  }
}
