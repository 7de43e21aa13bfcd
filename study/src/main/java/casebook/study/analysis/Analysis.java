// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.cohort.Cohort;
import casebook.study.finding.Address;
import casebook.study.finding.Finding;
import casebook.study.finding.Settings;
import casebook.study.language.Form;
import casebook.study.language.Study;
import casebook.study.problem.Problem;
import java.util.List;

/// Something a study can ask for.
///
/// @param <S> what the clause says, typed
public interface Analysis<S> {
  /// How its clause is written and read.
  Form<S> form();

  /// The common beginning of the addresses of its numbers; no two analyses of a study share it.
  Address address(S spec);

  /// What is wrong with a specification in the light of the study: unknown names, an outcome among
  /// its own covariates. No data are needed.
  List<Problem> check(S spec, Study study);

  /// Computes its findings. What the statistics cannot answer is a finding too, never an exception.
  List<Finding> run(S spec, Cohort cohort, Settings settings);
}
