// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.analysis.sensitivity.SensitivitySpec;
import casebook.study.language.Clause;
import casebook.study.language.Entries;
import casebook.study.language.Field;
import casebook.study.language.Field.Kind;
import casebook.study.language.Words;
import casebook.study.problem.NearestWord;
import casebook.study.problem.Problems;
import casebook.study.problem.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an `association` clause asks for beside its odds ratios.
///
/// @param strata the variable whose levels are pooled by Mantel and Haenszel, where one was named
/// @param trend whether the levels are taken as steps, where that was asked
/// @param modifier the variable in whose levels the odds ratios are compared, where one was named
/// @param measures further measures of effect
/// @param matched the variable that names the matched sets, where one was named
/// @param sensitivity the grid of other choices, where one was asked
/// @param models the genetic models of a genotype, where they were asked for
public record AssociationRequests(
    Optional<Named> strata,
    Optional<Trend> trend,
    Optional<Named> modifier,
    List<Measure.Wanted> measures,
    Optional<Named> matched,
    Optional<SensitivitySpec> sensitivity,
    Optional<GenotypeModels> models) {
  static final String TREND = "trend";
  static final String INTERACTION = "interaction with";
  static final String ALSO = "also";
  static final String MATCHED = "matched by";

  public AssociationRequests {
    measures = List.copyOf(measures);
  }

  /// What is asked for of an exposure that is no genotype.
  public AssociationRequests(
      Optional<Named> strata,
      Optional<Trend> trend,
      Optional<Named> modifier,
      List<Measure.Wanted> measures,
      Optional<Named> matched,
      Optional<SensitivitySpec> sensitivity) {
    this(strata, trend, modifier, measures, matched, sensitivity, Optional.empty());
  }

  /// The fields of the form.
  static final List<Field> FIELDS =
      List.of(
          Field.optional(
                  TREND,
                  Kind.LIST,
                  "With `yes` the levels are steps 0, 1, 2, ...; a list gives each level its score."
                      + " Adds the odds ratio per step, the test for trend and that for departure"
                      + " from it.",
                  "[20, 60, 100, 140]")
              .otherwise("no"),
          Field.optional(
              INTERACTION,
              Kind.VARIABLE,
              "A variable with levels: the odds ratios within each of its levels, and the test that"
                  + " they are the same.",
              "sex"),
          Field.optional(
              ALSO,
              Kind.LIST,
              "Further crude measures: risk difference (with the number needed), risk ratio,"
                  + " attributable fraction. A case-control study has no risks.",
              "[attributable fraction]"),
          Field.optional(
              MATCHED,
              Kind.VARIABLE,
              "The variable that names the matched set of a person. Adds conditional logistic"
                  + " regression, which compares within sets, and for pairs McNemar's test.",
              "case_id"),
          SensitivitySpec.FIELD,
          GenotypeModels.FIELD);

  /// Levels taken as steps.
  ///
  /// @param scores the score of each level; empty for 0, 1, 2, ...
  /// @param at the place where it was asked
  public record Trend(List<BigDecimal> scores, Span at) {
    public Trend {
      scores = List.copyOf(scores);
    }

    /// The score of each of so many levels.
    double[] of(int levels) {
      double[] all = new double[levels];
      for (int level = 0; level < levels; level++) {
        all[level] = scores.isEmpty() ? level : scores.get(level).doubleValue();
      }
      return all;
    }

    /// The scores as written.
    List<String> words(int levels) {
      List<String> words = new ArrayList<>();
      for (int level = 0; level < levels; level++) {
        words.add(scores.isEmpty() ? Integer.toString(level) : scores.get(level).toPlainString());
      }
      return words;
    }
  }

  /// Nothing beside the odds ratios but, perhaps, the pooling over strata.
  static AssociationRequests only(Optional<Named> strata) {
    return new AssociationRequests(
        strata, Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty());
  }

  /// Reads what stands in the clause.
  static AssociationRequests read(Entries entries, Optional<Named> strata, Problems problems) {
    Optional<Named> modifier = entries.clause(INTERACTION).filter(Clause::isWords).map(Named::of);
    entries.text(INTERACTION);
    return new AssociationRequests(
        strata,
        trend(entries, problems),
        modifier,
        measures(entries, problems),
        matched(entries),
        entries
            .clause(SensitivitySpec.KEY)
            .flatMap(clause -> SensitivitySpec.read(clause, problems)),
        GenotypeModels.read(entries, problems));
  }

  /// Reads the variable that names the sets.
  static Optional<Named> matched(Entries entries) {
    Optional<Named> matched = entries.clause(MATCHED).filter(Clause::isWords).map(Named::of);
    entries.text(MATCHED);
    return matched;
  }

  private static List<Measure.Wanted> measures(Entries entries, Problems problems) {
    List<Measure.Wanted> wanted = new ArrayList<>();
    for (Clause item : entries.items(ALSO)) {
      Optional<Measure> measure = Measure.find(item.words());
      if (measure.isEmpty()) {
        String nearest = NearestWord.question(item.words(), Measure.all());
        problems.error(
            Entries.UNKNOWN_WORD,
            item.wordsAt(),
            "`" + item.words() + "` is not a measure of effect that can be asked for.",
            nearest.isEmpty()
                ? "It is one of: " + String.join(", ", Measure.all()) + "."
                : nearest);
      } else if (wanted.stream().noneMatch(it -> it.measure() == measure.get())) {
        wanted.add(new Measure.Wanted(measure.get(), item.wordsAt()));
      }
    }
    return wanted;
  }

  private static Optional<Trend> trend(Entries entries, Problems problems) {
    Optional<Clause> clause = entries.clause(TREND);
    List<Clause> items = entries.items(TREND);
    if (clause.isEmpty() || items.isEmpty()) {
      return Optional.empty();
    }
    if (clause.get().isWords()) {
      return Words.yesNo(items.getFirst(), problems).orElse(false)
          ? Optional.of(new Trend(List.of(), clause.get().wordsAt()))
          : Optional.empty();
    }
    List<BigDecimal> scores =
        items.stream().flatMap(item -> Words.number(item, problems).stream()).toList();
    return Optional.of(new Trend(scores, clause.get().at()));
  }
}
