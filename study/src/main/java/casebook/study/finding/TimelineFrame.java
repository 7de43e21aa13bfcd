// SPDX-License-Identifier: Apache-2.0
package casebook.study.finding;

import java.util.List;
import java.util.Optional;

/// What a figure of courses shows beside the patients themselves.
///
/// @param kind how the courses are drawn
/// @param measured what is followed, such as `platelets`
/// @param unit its unit as printed; may be empty
/// @param normal its normal range, both ends included
/// @param thresholds values that make a response or a relapse, from low to high
/// @param lanes what is given, each a lane of bars
/// @param level the level of the drug, where it is drawn
/// @param axes what lies along the axes
public record TimelineFrame(
    Kind kind,
    String measured,
    String unit,
    Optional<Range> normal,
    List<Threshold> thresholds,
    List<String> lanes,
    Optional<Level> level,
    Axes axes) {
  public TimelineFrame {
    thresholds = List.copyOf(thresholds);
    lanes = List.copyOf(lanes);
  }

  /// How courses are drawn.
  public enum Kind {
    /// A small panel a patient: values, bars, levels.
    COURSE,
    /// A lane a patient: time on the drug and in response.
    SWIMMER
  }

  /// A closed range.
  public record Range(double low, double high) {}

  /// A value with what it makes.
  ///
  /// @param label such as `complete` or `relapse`
  public record Threshold(double value, String label) {}

  /// A level of a drug.
  ///
  /// @param label what was measured
  /// @param unit as printed; may be empty
  /// @param window where it should lie; empty when the study does not say
  public record Level(String label, String unit, Optional<Range> window) {}

  /// What lies along the axes.
  ///
  /// @param calendar whether time is that of the calendar, not that since the first dose
  /// @param logarithmic whether equal ratios of values have equal distances
  public record Axes(boolean calendar, boolean logarithmic) {}
}
