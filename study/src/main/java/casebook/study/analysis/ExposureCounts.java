// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.stats.contingency.TwoByTwo;
import casebook.study.analysis.Exposure.Contrast;
import casebook.study.analysis.provenance.Counts;
import casebook.study.analysis.provenance.Slugs;
import casebook.study.data.Column;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Cases and controls by level of the exposure.
///
/// @param exposure the exposure
/// @param cases how many cases at each level; empty for a number
/// @param controls how many controls at each level
record ExposureCounts(Exposure exposure, List<Integer> cases, List<Integer> controls) {
  ExposureCounts {
    cases = List.copyOf(cases);
    controls = List.copyOf(controls);
  }

  /// Counts the known values of some rows of a population.
  static ExposureCounts of(Population population, Exposure exposure, int[] rows) {
    if (!(exposure.column() instanceof Column.Leveled column)) {
      return new ExposureCounts(exposure, List.of(), List.of());
    }
    int[] cases = new int[column.levels().size()];
    int[] controls = new int[column.levels().size()];
    for (int row : rows) {
      if (column.known(row)) {
        (population.cases().contains(row) ? cases : controls)[column.code(row)]++;
      }
    }
    return new ExposureCounts(exposure, boxed(cases), boxed(controls));
  }

  static ExposureCounts of(Population population, Exposure exposure) {
    return of(population, exposure, population.rows());
  }

  private static List<Integer> boxed(int[] counts) {
    return Arrays.stream(counts).boxed().toList();
  }

  /// The 2x2 table of a level against the reference: cases first, the level first.
  TwoByTwo table(Contrast contrast) {
    int level = contrast.level();
    return new TwoByTwo(
        cases.get(level), cases.getFirst(), controls.get(level), controls.getFirst());
  }

  /// The number of persons of the smallest level that occurs; empty for a number.
  OptionalInt smallestLevel() {
    return IntStream.range(0, cases.size())
        .map(level -> cases.get(level) + controls.get(level))
        .filter(count -> count > 0)
        .min();
  }

  /// Why maximum likelihood has no finite odds ratio: the first empty cell of a level that occurs,
  /// in words such as `no control with IgM anti-PS`; empty when every cell is filled.
  List<String> emptyCells() {
    return IntStream.range(0, cases.size())
        .filter(level -> cases.get(level) + controls.get(level) > 0)
        .filter(level -> cases.get(level) == 0 || controls.get(level) == 0)
        .mapToObj(level ->
            "no " + (cases.get(level) == 0 ? "case" : "control") + " with " + exposure.label(level))
        .toList();
  }

  /// The counts by name; for two levels the four cells of the 2x2 table.
  Counts counts() {
    if (cases.size() == 2) {
      return Counts.of("cases_exposed", cases.get(1))
          .and("cases_unexposed", cases.get(0))
          .and("controls_exposed", controls.get(1))
          .and("controls_unexposed", controls.get(0));
    }
    List<String> slugs = Slugs.distinct(exposure.levels());
    Counts counts = Counts.NONE;
    for (int level = 0; level < cases.size(); level++) {
      counts =
          counts
              .and("cases_" + slugs.get(level), cases.get(level))
              .and("controls_" + slugs.get(level), controls.get(level));
    }
    return counts;
  }

  /// The four cells of a contrast by name.
  Counts counts(Contrast contrast) {
    TwoByTwo table = table(contrast);
    return Counts.of("cases_exposed", table.a())
        .and("cases_unexposed", table.b())
        .and("controls_exposed", table.c())
        .and("controls_unexposed", table.d());
  }
}
