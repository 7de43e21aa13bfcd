// SPDX-License-Identifier: Apache-2.0
package casebook.study.amendment;

import casebook.study.problem.Span;
import java.util.List;
import java.util.Optional;

/// One thing that two study files say otherwise.
///
/// @param part the part of the study: `eligibility`, `dose`, `analyses`
/// @param path the keys below the part, down to what differs; empty for the part itself
/// @param kind how they differ
/// @param before what the earlier file says; empty: nothing
/// @param after what the later file says; empty: nothing
/// @param otherwise what holds where a file does not say; empty: nothing does
/// @param beforeAt the place in the earlier file
/// @param afterAt the place in the later file
public record Amendment(
    String part,
    List<String> path,
    Kind kind,
    String before,
    String after,
    String otherwise,
    Optional<Span> beforeAt,
    Optional<Span> afterAt) {

  /// How two files differ.
  public enum Kind {
    /// Both say something, and not the same.
    CHANGED("changed"),
    /// Only the later one says it.
    NEW("new"),
    /// Only the earlier one says it.
    LEFT_OUT("left out"),
    /// Both say it, under different names.
    RENAMED("renamed"),
    /// Both say the same, in another order that matters.
    REORDERED("order");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /// As it is printed.
    public String word() {
      return word;
    }
  }

  public Amendment {
    path = List.copyOf(path);
  }
}
