// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.sensitivity;

import casebook.study.cohort.Cohort;
import casebook.study.finding.Address;
import java.util.List;
import java.util.function.Supplier;

/// Fits the models of a grid.
public interface Models {
  /// Fits one model.
  Fitted fit(Wanted wanted);

  /// Does pieces of work that know nothing of each other, perhaps at the same time; the results
  /// stand in the order of the pieces.
  <T> List<T> all(List<Supplier<T>> pieces);

  /// A model that is wanted.
  ///
  /// @param cohort the study with this cut-off
  /// @param people which persons: the place among the options; 0 for everybody
  /// @param covariates which covariate set: the place among the options; 0 for none
  /// @param address the beginning of the addresses of its numbers
  /// @param label what is estimated, for whom
  record Wanted(Cohort cohort, int people, int covariates, Address address, String label) {}
}
