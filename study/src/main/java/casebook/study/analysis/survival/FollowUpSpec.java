// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.survival;

import casebook.study.analysis.people.Chosen;
import casebook.study.problem.Span;
import java.util.List;
import java.util.Optional;

/// What a `follow-up` clause says.
///
/// @param clock from when to when people were observed
/// @param groups whose follow-up is shown, each in a row
/// @param name its part of the address, where one was given
/// @param at its place
public record FollowUpSpec(Clock clock, List<Group> groups, Optional<String> name, Span at) {
  public FollowUpSpec {
    groups = List.copyOf(groups);
  }

  /// Some persons.
  ///
  /// @param label as the table calls them
  /// @param people who they are; empty for everybody
  record Group(String label, Optional<Chosen> people) {}

  /// The end of its address.
  public String slug() {
    return name.orElseGet(
        () -> clock.from().or(clock::time).map(it -> "from " + it.words()).orElse("all"));
  }
}
