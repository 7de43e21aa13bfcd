// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.assay;

import casebook.study.finding.Method;
import java.util.List;
import java.util.OptionalDouble;

/// A value above which somebody counts as positive.
///
/// @param slug its part of an address
/// @param label its row
/// @param indent 0, or 1 below a heading
/// @param value in the unit of the variable; empty when there is none
/// @param whyNot why there is none; empty when there is
/// @param method where it comes from
/// @param ofControls whether it is an upper percentile of the controls it is tested against
/// @param remarks footnotes, and other rules that give the same value
record Cutoff(
    String slug,
    String label,
    int indent,
    OptionalDouble value,
    String whyNot,
    Method method,
    boolean ofControls,
    Remarks remarks) {

  /// What is said beside it.
  ///
  /// @param notes footnotes
  /// @param same parts of addresses of other rules that give the same value
  record Remarks(List<String> notes, List<String> same) {
    static final Remarks NONE = new Remarks(List.of(), List.of());

    Remarks {
      notes = List.copyOf(notes);
      same = List.copyOf(same);
    }

    static Remarks note(String note) {
      return new Remarks(List.of(note), List.of());
    }
  }
}
