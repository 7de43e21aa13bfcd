// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.assay;

import casebook.study.language.Clause;
import casebook.study.problem.Span;
import java.util.List;
import java.util.Optional;

/// What an `assay` clause says.
///
/// @param variable the name of what was measured
/// @param partition the name of the variable whose levels may need limits of their own
/// @param replicates number of bootstrap samples; 0 for none
/// @param sweep whether the odds ratio is drawn along the cut-off
/// @param percentile of the reference group shown beside a limit that was given, 0 to 100
/// @param others further limits, each a label with a number
/// @param name its part of the address, where one was given
/// @param at its place
public record AssaySpec(
    Clause variable,
    Optional<Clause> partition,
    int replicates,
    boolean sweep,
    double percentile,
    List<Other> others,
    Optional<String> name,
    Span at) {
  /// The number of bootstrap samples unless the study says otherwise.
  public static final int REPLICATES = 999;

  public AssaySpec {
    others = List.copyOf(others);
  }

  /// A limit that somebody else set.
  ///
  /// @param label whose it is, such as `kit`
  /// @param limit in the unit of the variable
  public record Other(String label, double limit) {}
}
