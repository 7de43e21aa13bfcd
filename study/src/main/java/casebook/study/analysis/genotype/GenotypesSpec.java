// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.genotype;

import casebook.study.language.Clause;
import casebook.study.problem.Span;
import java.util.List;
import java.util.Optional;

/// What a `genotypes` clause says.
///
/// @param variables the genotypes, in order
/// @param by the variable whose levels are the columns, where one was named
/// @param in the group in which equilibrium is judged: `all`, `cases` or `controls`, where it was
///   said
/// @param name its part of the address, where one was given
/// @param at its place
public record GenotypesSpec(
    List<Clause> variables,
    Optional<Clause> by,
    Optional<Clause> in,
    Optional<String> name,
    Span at) {
  public GenotypesSpec {
    variables = List.copyOf(variables);
  }
}
