// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.survival;

import casebook.study.analysis.people.Subset;
import casebook.study.language.Clause;
import casebook.study.problem.Span;
import java.util.List;
import java.util.Optional;

/// What a `survival` clause says.
///
/// @param clock how time is taken and what ends it
/// @param by what makes the groups: a variable, a genotype with its coding behind `as`
/// @param covariates what a Cox model holds constant
/// @param wishes at which times, from which landmark
/// @param subsets repeated in these
/// @param primary whether this is the primary analysis
/// @param name its part of the address, where one was given
/// @param at its place
public record SurvivalSpec(
    Clock clock,
    Optional<Clause> by,
    List<Clause> covariates,
    Wishes wishes,
    List<Subset> subsets,
    boolean primary,
    Optional<String> name,
    Span at) {
  public SurvivalSpec {
    covariates = List.copyOf(covariates);
    subsets = List.copyOf(subsets);
  }

  /// What is to be shown.
  ///
  /// @param at times at which the curves are read, rising, in the unit of the times
  /// @param landmark time after time zero from which it is counted anew
  record Wishes(List<Double> at, Optional<Landmark> landmark) {
    Wishes {
      at = List.copyOf(at);
    }
  }

  /// A landmark: groups are what is known then, and only who is still observed then counts.
  ///
  /// @param time after time zero
  /// @param unit its unit, where one was written
  /// @param words as written
  record Landmark(double time, Optional<TimeUnit> unit, String words) {}

  /// What it is called where no name was given.
  String title() {
    String event = clock.event().map(Clause::words).orElse("");
    return by.map(it -> event + " by " + it.words()).orElse(event);
  }

  /// The end of its address.
  public String slug() {
    return name.orElse(title());
  }
}
