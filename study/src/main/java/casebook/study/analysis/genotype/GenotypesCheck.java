// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.genotype;

import casebook.study.analysis.provenance.StudyVariable;
import casebook.study.language.Clause;
import casebook.study.language.Names;
import casebook.study.language.Selection;
import casebook.study.language.Study;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import java.util.List;
import java.util.Optional;

/// What is wrong with a `genotypes` clause in the light of the study.
///
/// @param spec what was asked for
/// @param study what the file says
public record GenotypesCheck(GenotypesSpec spec, Study study) {

  /// The problems, in the order of the clause.
  public List<Problem> problems() {
    Problems problems = new Problems();
    Names names = Names.of(study);
    spec.variables().forEach(it -> genotype(it, names, problems));
    spec.in().ifPresent(it -> group(it, problems));
    return problems.list();
  }

  private void genotype(Clause variable, Names names, Problems problems) {
    Optional<StudyVariable> found = StudyVariable.find(study, variable.words());
    if (found.isEmpty()) {
      problems.add(names.unknown(variable.words(), variable.wordsAt()));
    } else if (!found.get().isGenotype()) {
      problems.error(
          "study/genotypes-of-another-kind",
          variable.wordsAt(),
          "`" + variable.words() + "` is no genotype, so that it has no alleles to count.",
          "Declare it so, for example `"
              + variable.words()
              + ": {is: genotype, alleles: T>G}`, or name another variable.");
    }
  }

  private void group(Clause in, Problems problems) {
    Selection selection = study.selection();
    boolean groups = selection.cases().isPresent() && selection.controls().isPresent();
    if (!in.words().equals("all") && !groups) {
      problems.error(
          "study/genotypes-in-no-group",
          in.wordsAt(),
          "Equilibrium is to be judged in "
              + in.words()
              + ", but the study does not say who they are.",
          "Write `cases:` and `controls:`, or `in: all`.");
    }
  }
}
