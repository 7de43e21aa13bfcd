// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.analysis.AssociationRequests.Trend;
import casebook.study.analysis.provenance.StudyVariable;
import casebook.study.analysis.sensitivity.SensitivityCheck;
import casebook.study.analysis.sensitivity.SensitivitySpec;
import casebook.study.language.Dictionary;
import casebook.study.language.Names;
import casebook.study.language.Study;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What is wrong with what an association asks for beside its odds ratios.
///
/// @param spec what was asked for
/// @param study what the file says
record RequestsCheck(AssociationSpec spec, Study study) {

  List<Problem> problems() {
    Problems problems = new Problems();
    Optional<StudyVariable> exposure = StudyVariable.find(study, spec.exposure().name());
    spec.requests()
        .trend()
        .ifPresent(trend -> exposure.ifPresent(it -> trend(trend, it, problems)));
    spec.requests().modifier().ifPresent(modifier -> modifier(modifier, problems));
    spec.requests()
        .models()
        .ifPresent(models -> exposure.ifPresent(it -> models(models, it, problems)));
    for (Measure.Wanted wanted : spec.requests().measures()) {
      exposure.ifPresent(it -> measure(wanted, it, problems));
    }
    spec.requests()
        .sensitivity()
        .ifPresent(grid -> exposure.ifPresent(it -> grid(grid, it, problems)));
    return problems.list();
  }

  private void grid(SensitivitySpec grid, StudyVariable exposure, Problems problems) {
    boolean matched = spec.requests().matched().isPresent();
    new SensitivityCheck(grid, study).problems(exposure, matched).forEach(problems::add);
  }

  private void models(GenotypeModels models, StudyVariable exposure, Problems problems) {
    if (!exposure.isGenotype()) {
      problems.error(
          "study/models-of-another-kind",
          models.at(),
          "`" + exposure.name() + "` is no genotype, so that it has no genetic models.",
          "Leave `models` out.");
    } else if (spec.requests().trend().isPresent() || spec.strata().isPresent()) {
      problems.error(
          "study/models-alone",
          models.at(),
          spec.strata().isPresent()
              ? "Genetic models are not pooled over strata."
              : "The additive model is the trend over the genotypes.",
          spec.strata().isPresent()
              ? "Write the strata under `adjusted for`; or ask for them in an analysis of its own,"
                  + " with a `name`."
              : "Leave `trend` out.");
    }
  }

  private void modifier(Named modifier, Problems problems) {
    Optional<StudyVariable> found = StudyVariable.find(study, modifier.name());
    if (found.isEmpty()) {
      problems.add(Names.of(study).unknown(modifier.name(), modifier.at()));
      return;
    }
    ComparedVariables.askedOfAll(found.get(), modifier, problems);
    boolean exposure = modifier.name().equals(spec.exposure().name());
    boolean outcome = ComparedVariables.outcome(study).contains(modifier.name());
    if (exposure || outcome || !found.get().hasLevels()) {
      problems.error(
          "study/no-interaction",
          modifier.at(),
          "`"
              + modifier.name()
              + (exposure
                  ? "` is the exposure; it cannot modify itself."
                  : outcome
                      ? "` says who is a case; odds ratios do not exist within its levels."
                      : "` has no levels within which odds ratios could be compared."),
          exposure || outcome ? "Name another variable." : "Derive groups from it.");
    }
  }

  private void measure(Measure.Wanted wanted, StudyVariable exposure, Problems problems) {
    String words = wanted.measure().words();
    if (!exposure.hasLevels()) {
      problems.error(
          "study/no-exposed",
          wanted.at(),
          "`"
              + words
              + "` compares exposed with unexposed; `"
              + exposure.name()
              + "` has no levels.",
          "Derive groups from it, or leave `" + words + "` out.");
    } else if (wanted.measure().needsRisks() && study.heading().design().equals("case-control")) {
      problems.error(
          "study/no-risks",
          wanted.at(),
          "A case-control study has no "
              + words
              + ": how many cases and controls there are was chosen by the study, so that the risks"
              + " of exposed and unexposed are not known.",
          "Leave it out: the odds ratio stands for the risk ratio where the event is rare, and"
              + " `attributable fraction` is possible.");
    }
  }

  private static int levels(StudyVariable variable) {
    return switch (variable.type()) {
      case Dictionary.Type.Levels levels -> levels.levels().size();
      case Dictionary.Type.Genotype genotype -> 3;
      case Dictionary.Type.YesNo yesNo -> 2;
      case Dictionary.Type.Measure measure -> 0;
      case Dictionary.Type.Date date -> 0;
      case Dictionary.Type.Several several -> 0;
      case Dictionary.Type.Text text -> 0;
    };
  }

  private static void trend(Trend trend, StudyVariable exposure, Problems problems) {
    int levels = levels(exposure);
    if (levels < 3) {
      problems.error(
          "study/no-trend",
          trend.at(),
          "A trend needs an exposure with three levels or more in their order; `"
              + exposure.name()
              + (levels == 0 ? "` has no levels." : "` has two."),
          levels == 0 && exposure.type() instanceof Dictionary.Type.Measure
              ? "Leave `trend` out: the odds ratio per unit is a trend already."
              : "Leave `trend` out.");
    } else if (!trend.scores().isEmpty() && trend.scores().size() != levels) {
      problems.error(
          "study/trend-scores",
          trend.at(),
          "`trend` has "
              + trend.scores().size()
              + " scores for the "
              + levels
              + " levels of `"
              + exposure.name()
              + "`.",
          "Give each level one score, in the order of the levels.");
    } else if (!rising(trend.scores())) {
      problems.error(
          "study/trend-scores",
          trend.at(),
          "The scores of `trend` do not rise from level to level.",
          "Give each level a higher score than the one before it.");
    }
  }

  private static boolean rising(List<BigDecimal> scores) {
    for (int i = 1; i < scores.size(); i++) {
      if (scores.get(i).compareTo(scores.get(i - 1)) <= 0) {
        return false;
      }
    }
    return true;
  }
}
