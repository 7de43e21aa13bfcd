// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.language.Clause;
import casebook.study.problem.Span;
import java.util.List;
import java.util.Optional;

/// What an `association` clause says.
///
/// @param exposure the exposure
/// @param primary whether it is the primary analysis
/// @param sets the covariate sets
/// @param subsets the subsets
/// @param requests what it asks for beside the odds ratios
/// @param published what was published, as printed under the table; empty: nothing
/// @param name its part of the address, where one was given
/// @param at its place
public record AssociationSpec(
    Named exposure,
    boolean primary,
    List<CovariateSet> sets,
    List<Subset> subsets,
    AssociationRequests requests,
    String published,
    Optional<String> name,
    Span at) {
  public AssociationSpec {
    sets = List.copyOf(sets);
    subsets = List.copyOf(subsets);
  }

  /// A clause that asks for odds ratios only, perhaps pooled over strata.
  public AssociationSpec(
      Named exposure,
      boolean primary,
      List<CovariateSet> sets,
      List<Subset> subsets,
      Optional<Named> strata,
      String published,
      Optional<String> name,
      Span at) {
    this(exposure, primary, sets, subsets, AssociationRequests.only(strata), published, name, at);
  }

  /// The variable whose levels are pooled by Mantel and Haenszel, where one was named.
  public Optional<Named> strata() {
    return requests.strata();
  }

  /// The same question with other covariate sets.
  AssociationSpec withSets(List<CovariateSet> others) {
    return new AssociationSpec(exposure, primary, others, subsets, requests, published, name, at);
  }

  /// The covariates of one model.
  ///
  /// @param label its name in the table
  /// @param covariates as written: `sex`, `fvl carrier`
  /// @param at the place of the label
  public record CovariateSet(String label, List<Named> covariates, Span at) {
    public CovariateSet {
      covariates = List.copyOf(covariates);
    }
  }

  /// Persons to whom an analysis is restricted.
  ///
  /// @param label its name in the table
  /// @param of to whom it applies: `all`, `cases` or `controls`; the others stay
  /// @param keep the expression as written
  /// @param at the place of the label
  public record Subset(String label, String of, Clause keep, Span at) {}
}
