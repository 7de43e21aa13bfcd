// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.cohort.Cohort;
import casebook.study.finding.Address;
import casebook.study.finding.Finding;
import casebook.study.finding.Settings;
import casebook.study.language.Clause;
import casebook.study.language.Study;
import casebook.study.problem.Checked;
import casebook.study.problem.Problem;
import java.util.List;
import java.util.Optional;

/// An analysis that a study asks for, with what its clause says.
///
/// @param analysis the analysis
/// @param spec what the clause says
/// @param <S> the typed meaning of the clause
public record Asked<S>(Analysis<S> analysis, S spec) {

  /// Reads the clause of an analysis.
  public static <S> Checked<Asked<S>> read(Analysis<S> analysis, Clause clause) {
    Checked<S> read = analysis.form().reader().apply(clause);
    Optional<Asked<S>> asked = read.value().map(spec -> new Asked<>(analysis, spec));
    return new Checked<>(asked, read.problems());
  }

  /// The common beginning of the addresses of its numbers.
  public Address address() {
    return analysis.address(spec);
  }

  /// What is wrong with it in the light of the study.
  public List<Problem> check(Study study) {
    return analysis.check(spec, study);
  }

  /// Computes its findings.
  public List<Finding> run(Cohort cohort, Settings settings) {
    return analysis.run(spec, cohort, settings);
  }
}
