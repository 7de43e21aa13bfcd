// SPDX-License-Identifier: Apache-2.0
package casebook.study.language;

import casebook.study.problem.Problem;
import java.util.List;
import java.util.Map;

/// A section of the study file that somebody above the language owns and reads. The language keeps
/// it as a clause; its form has read it once, so that its problems are told with all others.
public interface Section {
  /// How it is written.
  Form<?> form();

  /// The measurements that it declares: what an expression may use on a day.
  ///
  /// @param clause the section as written
  default Map<String, Dictionary.Type> measures(Clause clause) {
    return Map.of();
  }

  /// The variables that it brings: whoever reads the section adds their columns. Where the file
  /// declares a variable of the same name, the declared one counts.
  ///
  /// @param clause the section as written
  default List<Dictionary.Variable> variables(Clause clause) {
    return List.of();
  }

  /// What is wrong with it beside the rest of the study. Asked also where the file has no such
  /// section.
  default List<Problem> check(Study study) {
    return List.of();
  }
}
