// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.sensitivity;

import casebook.study.analysis.provenance.Ordinal;
import casebook.study.analysis.provenance.Slugs;
import casebook.study.analysis.provenance.StudyVariable;
import casebook.study.cohort.Cohort;
import casebook.study.cohort.ComputedLimit;
import casebook.study.cohort.OtherLimit;
import casebook.study.finding.Choice;
import casebook.study.finding.Choice.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/// The cut-offs of a grid, each with the study as it would be with it.
///
/// @param choice the options, the one in use first
/// @param slugs their parts of addresses
/// @param cohorts the study with each
record GridCutoffs(Choice choice, List<String> slugs, List<Cohort> cohorts) {
  private static final String LABEL = "Cut-off";

  GridCutoffs {
    slugs = List.copyOf(slugs);
    cohorts = List.copyOf(cohorts);
  }

  static GridCutoffs of(GridQuestion asked) {
    Cohort cohort = asked.cohort();
    Optional<ComputedLimit> used = limit(cohort, asked.exposure().name());
    if (used.isEmpty() || asked.spec().cutoffs().isEmpty()) {
      Option only = new Option("in use", OptionalDouble.empty(), "");
      return new GridCutoffs(
          new Choice(LABEL, "", List.of(only)), List.of("in_use"), List.of(cohort));
    }
    String variable = used.get().rule().variable();
    List<Supplier<Cohort>> others = new ArrayList<>();
    for (OtherCutoff other : asked.spec().cutoffs()) {
      int type = other.type().orElse(used.get().quantileType());
      OtherLimit limit = new OtherLimit(other.rule(used.get().rule()), type);
      others.add(() -> limit.in(cohort));
    }
    List<Cohort> cohorts = new ArrayList<>(List.of(cohort));
    cohorts.addAll(asked.models().all(others));
    List<Option> options = new ArrayList<>();
    List<String> slugs = new ArrayList<>(List.of("in use"));
    options.add(new Option(words(used.get()) + " (in use)", used.get().value(), ""));
    for (int i = 0; i < asked.spec().cutoffs().size(); i++) {
      String label = asked.spec().cutoffs().get(i).label();
      OptionalDouble value = value(cohorts.get(i + 1), variable);
      slugs.add(label.equals("value") ? label + " " + value.orElseThrow() : label);
      options.add(new Option(label, value, asked.spec().cutoffs().get(i).sentence()));
    }
    String unit = StudyVariable.find(cohort.study(), variable).orElseThrow().unit();
    return new GridCutoffs(new Choice(LABEL, unit, options), Slugs.distinct(slugs), cohorts);
  }

  private static Optional<ComputedLimit> limit(Cohort cohort, String exposure) {
    List<String> behind = List.copyOf(OtherLimit.behind(cohort.study(), exposure));
    return cohort.limits().stream()
        .filter(it -> behind.size() == 1 && it.rule().variable().equals(behind.getFirst()))
        .findFirst();
  }

  private static OptionalDouble value(Cohort cohort, String variable) {
    return cohort.limits().stream()
        .filter(it -> it.rule().variable().equals(variable))
        .findFirst()
        .orElseThrow()
        .value();
  }

  private static String words(ComputedLimit limit) {
    if (limit.rule().percentile().isPresent()) {
      return Ordinal.of(limit.rule().percentile().get()) + " percentile";
    }
    return limit.rule().fixedFrom().isEmpty() ? "value" : limit.rule().fixedFrom();
  }
}
