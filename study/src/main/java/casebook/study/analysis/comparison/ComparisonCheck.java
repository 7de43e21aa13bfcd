// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.comparison;

import casebook.stats.genetic.GenotypeModel;
import casebook.study.analysis.comparison.ComparisonSpec.Margin;
import casebook.study.analysis.comparison.ComparisonSpec.Scale;
import casebook.study.analysis.people.Subset;
import casebook.study.analysis.provenance.StudyVariable;
import casebook.study.finding.Address;
import casebook.study.language.Clause;
import casebook.study.language.Dictionary;
import casebook.study.language.Names;
import casebook.study.language.Study;
import casebook.study.language.expression.ExprText;
import casebook.study.problem.NearestWord;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What is wrong with a comparison in the light of the study.
///
/// @param spec what was asked for
/// @param study what the file says
public record ComparisonCheck(ComparisonSpec spec, Study study) {
  /// The code of a margin that cannot be one.
  static final String MARGIN = "study/equivalence-margin";

  /// The code of a variable without levels where groups are needed.
  static final String NO_GROUPS = "study/groups-without-levels";

  /// The code of a variable that is not a number where one is needed.
  static final String NOT_MEASURED = "study/not-measured";

  /// The problems, in the order of the clause.
  public List<Problem> problems() {
    Problems problems = new Problems();
    Names names = Names.of(study);
    measured(spec.measured(), study, problems);
    Optional<StudyVariable> by = StudyVariable.find(study, spec.by().words());
    if (by.isEmpty()) {
      problems.add(names.unknown(spec.by().words(), spec.by().wordsAt()));
    } else if (!by.get().hasLevels()) {
      problems.error(
          NO_GROUPS,
          spec.by().wordsAt(),
          "`" + spec.by().words() + "` has no levels, so that it makes no groups.",
          "Derive groups from it, or ask for `correlation: "
              + TwoNames.label(spec.measured(), "with", spec.by())
              + "`.");
    }
    by.filter(StudyVariable::hasLevels).ifPresent(it -> models(it, problems));
    by.filter(StudyVariable::hasLevels)
        .ifPresent(it -> new PrimaryContrast(spec, it).check(problems));
    spec.wishes().conclusion().ifPresent(it -> claim(it, problems));
    scale(spec.wishes().scale(), List.of(spec.measured()), study, problems);
    spec.wishes().margin().ifPresent(it -> margin(it, problems));
    subsets(spec.subsets(), names, problems);
    return problems.list();
  }

  /// Says that a name is unknown, or not that of a number.
  static void measured(Clause name, Study study, Problems problems) {
    Optional<StudyVariable> found = StudyVariable.find(study, name.words());
    if (found.isEmpty()) {
      problems.add(Names.of(study).unknown(name.words(), name.wordsAt()));
    } else if (!(found.get().type() instanceof Dictionary.Type.Measure)) {
      problems.error(
          NOT_MEASURED,
          name.wordsAt(),
          "`" + name.words() + "` is not a number.",
          "Name a variable that was measured; counts by group are in `characteristics`.");
    }
  }

  /// Without a margin no number can carry a claim of no effect.
  private void claim(Clause conclusion, Problems problems) {
    if (new Claim(conclusion).ofNoEffect() && spec.wishes().margin().isEmpty()) {
      problems.warning(
          "study/claim-without-margin",
          conclusion.wordsAt(),
          "This claims that there is no effect, but no margin of equivalence says which effects would"
              + " not matter; a test that finds nothing cannot show it.",
          "Write, for example, `equivalence margin: 2 fold`, or `no difference was detected`.");
    }
  }

  /// Relative expression is compared by ratios only.
  static void scale(
      Optional<Scale> declared, List<Clause> measured, Study study, Problems problems) {
    for (Clause name : measured) {
      if (declared.filter(Scale.AS_IS::equals).isPresent() && expression(study, name.words())) {
        problems.error(
            "study/expression-scale",
            name.wordsAt(),
            "`" + name.words() + "` is relative expression, which is compared by ratios only.",
            "Leave `scale: as is` out.");
      }
    }
  }

  static boolean expression(Study study, String name) {
    return StudyVariable.find(study, name)
        .filter(it -> it.type() instanceof Dictionary.Type.Measure measure && measure.expression())
        .isPresent();
  }

  private void models(StudyVariable by, Problems problems) {
    Set<String> seen = new HashSet<>();
    for (Clause model : spec.models()) {
      List<String> words = Models.words();
      if (!words.contains(model.words())) {
        String nearest = NearestWord.question(model.words(), words);
        problems.error(
            "study/unknown-model",
            model.wordsAt(),
            "`" + model.words() + "` is not a genetic model.",
            nearest.isEmpty() ? "It is one of: " + String.join(", ", words) + "." : nearest);
      } else if (!seen.add(model.words())) {
        problems.error(
            "study/unknown-model",
            model.wordsAt(),
            "The model `" + model.words() + "` stands twice.",
            "Keep one of them.");
      }
    }
    if (!spec.models().isEmpty() && !by.isGenotype()) {
      problems.error(
          "study/models-without-genotype",
          spec.models().getFirst().wordsAt(),
          "Genetic models need a genotype; `" + by.name() + "` is none.",
          "Leave `models` out: each group is compared with the first.");
    }
  }

  private void margin(Margin margin, Problems problems) {
    boolean log = spec.scale() == Scale.LOG;
    String unit =
        StudyVariable.find(study, spec.measured().words()).map(it -> it.unit()).orElse("");
    boolean fits =
        log
            ? margin.value() > 1 && margin.unit().isEmpty()
            : margin.value() > 0 && !margin.fold() && fits(margin.unit(), unit);
    if (!fits) {
      problems.error(
          MARGIN,
          margin.at(),
          log
              ? "Groups are compared by ratios; the margin is a ratio above 1."
              : "Groups are compared by differences; the margin is a difference above 0 in the unit"
                  + " of the measurement.",
          log
              ? "Write, for example, `2 fold`; or `scale: as is` for differences."
              : "Write, for example, `5" + (unit.isEmpty() ? "" : " " + unit) + "`.");
    }
  }

  private static boolean fits(String written, String unit) {
    return written.isEmpty()
        || written.equals(unit)
        || (written.equals("%") && unit.equals("percent"));
  }

  /// Says which subsets cannot be read, and which share an address.
  static void subsets(List<Subset> subsets, Names names, Problems problems) {
    Set<String> slugs = new HashSet<>();
    for (Subset subset : subsets) {
      problems.take(ExprText.truth(subset.keep(), names));
      if (!slugs.add(Address.slug(subset.label()))) {
        problems.error(
            "study/equal-subset",
            subset.keep().at(),
            "The numbers of `" + subset.label() + "` would have the address of another subset.",
            "Give it another label.");
      }
    }
  }

  /// The genetic models by their words.
  static final class Models {
    private Models() {}

    static List<String> words() {
      return List.of(GenotypeModel.values()).stream()
          .map(model -> model.name().toLowerCase(Locale.ROOT))
          .toList();
    }

    static GenotypeModel of(String word) {
      return GenotypeModel.valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
