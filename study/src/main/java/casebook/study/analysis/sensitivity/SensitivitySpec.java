// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.sensitivity;

import casebook.study.language.Clause;
import casebook.study.language.Entries;
import casebook.study.language.Field;
import casebook.study.language.Field.Kind;
import casebook.study.language.Words;
import casebook.study.problem.NearestWord;
import casebook.study.problem.Problems;
import casebook.study.problem.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What `sensitivity` says: which choices are crossed beside people and covariates, which are those
/// of the association.
///
/// @param cutoffs cut-offs beside the one in use
/// @param estimators how the odds ratio is estimated, at least one way
/// @param at its place
public record SensitivitySpec(List<OtherCutoff> cutoffs, List<Estimator> estimators, Span at) {
  /// The key in the study file, and the part of addresses.
  public static final String KEY = "sensitivity";

  private static final String CUTOFFS = "cut-offs";
  private static final String ESTIMATORS = "estimators";
  private static final List<Estimator> BOTH =
      List.of(Estimator.MAXIMUM_LIKELIHOOD, Estimator.FIRTH);

  private static final List<Field> FIELDS =
      List.of(
          Field.optional(
              CUTOFFS,
              Kind.LIST,
              "Cut-offs beside the limit on which the exposure rests: percentiles of its reference"
                  + " group, or values with their source.",
              "[percentile 97.5, percentile 99 type 7, kit 10.0]"),
          Field.optional(
                  ESTIMATORS,
                  Kind.LIST,
                  "How the odds ratio is estimated: maximum likelihood, Firth, exact.",
                  "[maximum likelihood, Firth, exact]")
              .otherwise("[maximum likelihood, Firth]"));

  /// The field of an association.
  public static final Field FIELD =
      Field.optional(
              KEY,
              Kind.YES_NO,
              "With `yes` every subset is crossed with every covariate set and both estimators, in"
                  + " one table and one figure; entries add cut-offs and choose the estimators.",
              "{cut-offs: [percentile 97.5, kit 10.0]}")
          .with(FIELDS.toArray(new Field[0]))
          .otherwise("no");

  public SensitivitySpec {
    cutoffs = List.copyOf(cutoffs);
    estimators = List.copyOf(estimators);
  }

  /// Reads what stands under the key; empty where it says no.
  public static Optional<SensitivitySpec> read(Clause clause, Problems problems) {
    if (clause.isWords()) {
      return Words.yesNo(clause, problems).orElse(false)
          ? Optional.of(new SensitivitySpec(List.of(), BOTH, clause.at()))
          : Optional.empty();
    }
    Entries entries = Entries.of(clause, FIELDS, problems);
    List<OtherCutoff> cutoffs =
        entries.items(CUTOFFS).stream()
            .flatMap(item -> OtherCutoff.read(item, problems).stream())
            .toList();
    List<Estimator> estimators = estimators(entries, problems);
    return Optional.of(
        new SensitivitySpec(cutoffs, estimators.isEmpty() ? BOTH : estimators, clause.at()));
  }

  private static List<Estimator> estimators(Entries entries, Problems problems) {
    List<Estimator> estimators = new ArrayList<>();
    for (Clause item : entries.items(ESTIMATORS)) {
      Optional<Estimator> estimator = Estimator.find(item.words());
      if (estimator.isEmpty()) {
        String nearest = NearestWord.question(item.words(), Estimator.words());
        problems.error(
            Entries.UNKNOWN_WORD,
            item.wordsAt(),
            "`" + item.words() + "` is not an estimator of odds ratios.",
            nearest.isEmpty()
                ? "It is one of: " + String.join(", ", Estimator.words()) + "."
                : nearest);
      } else if (!estimators.contains(estimator.get())) {
        estimators.add(estimator.get());
      }
    }
    return estimators;
  }
}
