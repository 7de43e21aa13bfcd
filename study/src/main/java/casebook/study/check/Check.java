// SPDX-License-Identifier: Apache-2.0
package casebook.study.check;

import casebook.study.language.Study;
import casebook.study.problem.Problem;
import java.util.List;

/// One thing that can be wrong with a study that was read without error.
public interface Check {
  /// What is wrong, or worth knowing; empty when nothing is.
  List<Problem> check(Study study);
}
