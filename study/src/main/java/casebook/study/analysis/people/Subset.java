// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.people;

import casebook.study.language.Clause;
import casebook.study.language.Entries;
import casebook.study.language.Field;
import casebook.study.language.Field.Kind;
import casebook.study.language.Words;
import casebook.study.problem.Problems;
import java.util.List;

/// A subset in which an analysis is repeated.
///
/// @param label its name
/// @param keep the expression, true for those who stay
public record Subset(String label, Clause keep) {
  private static final String KEYWORD = "restricted to";

  /// The field that declares the subsets of an analysis.
  ///
  /// @param label of the example
  /// @param keep of the example
  public static Field field(String label, String keep) {
    return Field.optional(
            KEYWORD,
            Kind.ENTRIES,
            "Subsets, each with a label, in which it is repeated.",
            "{" + label + ": " + keep + "}")
        .with(labelled(keep));
  }

  private static Field labelled(String example) {
    return Field.optional("<label>", Kind.EXPRESSION, "True for those who stay.", example);
  }

  /// Reads the subsets of an analysis.
  public static List<Subset> read(Entries entries, Problems problems) {
    return entries
        .clause(KEYWORD)
        .map(it -> Entries.of(it, List.of(labelled("age >= 60")), problems).named())
        .orElse(List.of())
        .stream()
        .filter(entry -> Words.single(entry, "an expression", problems))
        .map(entry -> new Subset(entry.keyword(), entry))
        .toList();
  }
}
