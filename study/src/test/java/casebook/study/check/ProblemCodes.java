// SPDX-License-Identifier: Apache-2.0
package casebook.study.check;

import casebook.study.analysis.Analyses;
import casebook.study.language.Study;
import casebook.study.language.form.StudyReader;
import casebook.study.problem.Checked;
import casebook.study.problem.Problem;
import java.nio.file.Path;

/// Prints the codes of what is wrong with a study file, each once; a program of its own for tests
/// in little memory.
public final class ProblemCodes {
  private ProblemCodes() {}

  /// Reads the study file that is the first argument.
  public static void main(String[] arguments) {
    Checked<Study> study = StudyReader.read(Path.of(arguments[0]), Analyses.forms(Analyses.ALL));
    study.problems().stream().map(Problem::code).distinct().forEach(System.out::println);
  }
}
