// SPDX-License-Identifier: Apache-2.0
package casebook.study.finding;

import java.util.List;
import java.util.OptionalDouble;

/// Something that could have been chosen otherwise when a question was answered.
///
/// @param label such as `People` or `Cut-off`
/// @param unit the unit of the values of its options; empty without values
/// @param options the first is what the study chose
public record Choice(String label, String unit, List<Option> options) {
  public Choice {
    options = List.copyOf(options);
  }

  /// One way to choose.
  ///
  /// @param label such as `first events` or `97.5th percentile`
  /// @param value such as the cut-off itself; empty where the label says all
  /// @param words how a sentence begins that says it was chosen, such as `After excluding cases
  ///   with recurrent thrombosis`
  public record Option(String label, OptionalDouble value, String words) {}
}
