// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.assay;

import casebook.stats.describe.Quantile;
import casebook.stats.reference.TukeyFences;
import casebook.study.analysis.assay.Cutoff.Remarks;
import casebook.study.analysis.provenance.Sentence;
import casebook.study.analysis.provenance.Slugs;
import casebook.study.cohort.ComputedLimit;
import casebook.study.data.Column;
import casebook.study.finding.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// The cut-offs that a study might have used.
///
/// @param asked what is asked
record Cutoffs(AssayQuestion asked) {
  private static final int TYPES = 9;
  private static final Map<Integer, String> PROGRAMS =
      Map.of(2, "SAS, Stata", 6, "CLSI, SPSS", 7, "R, Excel");

  /// The limit in use and, where it was rounded, what it was before.
  List<Cutoff> used() {
    ComputedLimit limit = asked.limit();
    boolean given = limit.rule().fixed().isPresent();
    List<Cutoff> cutoffs = new ArrayList<>();
    cutoffs.add(
        new Cutoff(
            "in_use",
            given ? "In use: limit from " + limit.rule().fixedFrom() : "In use",
            0,
            limit.value(),
            limit.whyNot(),
            given ? AssayMethods.GIVEN : percentile(asked.quantile()),
            asked.circular(),
            Remarks.NONE));
    if (limit.rule().roundedTo().isPresent() && !limit.value().equals(limit.unrounded())) {
      cutoffs.add(
          new Cutoff(
              "not_rounded",
              "Not rounded",
              1,
              limit.unrounded(),
              limit.whyNot(),
              percentile(asked.quantile()),
              asked.circular(),
              Remarks.NONE));
    }
    return cutoffs;
  }

  private static Method percentile(Quantile quantile) {
    return AssayMethods.percentile(quantile.toString());
  }

  /// Limits that others set.
  List<Cutoff> others() {
    List<Cutoff> cutoffs = new ArrayList<>();
    List<String> slugs =
        Slugs.distinct(asked.spec().others().stream().map(AssaySpec.Other::label).toList());
    for (int i = 0; i < slugs.size(); i++) {
      AssaySpec.Other other = asked.spec().others().get(i);
      cutoffs.add(
          new Cutoff(
              "limit_from_" + slugs.get(i),
              "Limit from " + other.label(),
              0,
              OptionalDouble.of(other.limit()),
              "",
              AssayMethods.GIVEN,
              false,
              Remarks.NONE));
    }
    return cutoffs;
  }

  /// The percentile by its nine definitions; those that give the same cut-off share a row.
  List<Cutoff> types() {
    double[] reference = asked.reference().values();
    Map<OptionalDouble, List<Integer>> types = new LinkedHashMap<>();
    for (int type = 1; type <= TYPES; type++) {
      OptionalDouble value = rounded(new Quantile(type).of(reference, asked.probability()));
      types.computeIfAbsent(value, it -> new ArrayList<>()).add(type);
    }
    List<Cutoff> cutoffs = new ArrayList<>();
    types.forEach((value, same) ->
        cutoffs.add(
            new Cutoff(
                "type_" + same.getFirst(),
                label(same),
                1,
                value,
                none(value),
                percentile(new Quantile(same.getFirst())),
                ofControls(),
                new Remarks(
                    List.of(), same.stream().skip(1).map(type -> "type_" + type).toList()))));
    return cutoffs;
  }

  /// Such as `Types 4 and 7 (R, Excel)`.
  private static String label(List<Integer> types) {
    if (types.size() == TYPES) {
      return "All nine types";
    }
    String programs =
        String.join(", ", types.stream().filter(PROGRAMS::containsKey).map(PROGRAMS::get).toList());
    return (types.size() == 1 ? "Type " : "Types ")
        + Sentence.list(types.stream().map(String::valueOf).toList())
        + (programs.isEmpty() ? "" : " (" + programs + ")");
  }

  /// Says whether percentiles of the reference group are upper percentiles of the controls.
  private boolean ofControls() {
    return asked.compares()
        && asked.limit().rule().group().equals("controls")
        && asked.percentile() > 50;
  }

  private OptionalDouble rounded(OptionalDouble percentile) {
    return percentile.isPresent()
        ? OptionalDouble.of(asked.rounded(percentile.getAsDouble()))
        : percentile;
  }

  private String none(OptionalDouble value) {
    return value.isPresent()
        ? ""
        : "nobody among the " + asked.referenceLabel() + " has a measurement";
  }

  /// The percentile of the reference group without its outliers; empty when there are none.
  List<Cutoff> withoutOutliers() {
    double[] reference = asked.reference().values();
    List<Integer> outside =
        Outliers.of(reference).map(TukeyFences.Fences::outside).orElse(List.of());
    if (outside.isEmpty()) {
      return List.of();
    }
    double[] rest =
        IntStream.range(0, reference.length)
            .filter(i -> !outside.contains(i))
            .mapToDouble(i -> reference[i])
            .toArray();
    OptionalDouble value = rounded(asked.quantile().of(rest, asked.probability()));
    return List.of(
        new Cutoff(
            "without_flagged",
            "Without the " + outside.size() + " flagged reference values",
            0,
            value,
            none(value),
            percentile(asked.quantile()),
            false,
            Remarks.note(
                "Only this cut-off is taken without them; they are counted as all others")));
  }

  /// The percentile of each level of a variable within the reference group.
  ///
  /// @param level place of the level
  /// @param slug its part of an address
  Cutoff part(Column.Leveled by, int level, String slug) {
    Column.Numeric column = asked.column();
    double[] values =
        asked.reference().rows().stream()
            .filter(row -> by.known(row) && by.code(row) == level)
            .mapToDouble(column::value)
            .toArray();
    Arrays.sort(values);
    double rank = asked.probability() * (values.length + 1);
    boolean reached = rank >= 1 && rank <= values.length;
    OptionalDouble value =
        reached
            ? rounded(asked.quantile().of(values, asked.probability()))
            : OptionalDouble.empty();
    return new Cutoff(
        "part_" + slug,
        by.levels().get(level),
        1,
        value,
        reached
            ? ""
            : "with "
                + values.length
                + " reference persons the percentile lies beyond the last of them",
        percentile(asked.quantile()),
        ofControls(),
        Remarks.note(values.length + " reference persons"));
  }
}
