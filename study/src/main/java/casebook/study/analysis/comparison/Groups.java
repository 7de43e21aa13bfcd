// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.comparison;

import casebook.study.analysis.provenance.Slugs;
import casebook.study.analysis.provenance.StudyVariable;
import casebook.study.cohort.Cohort;
import casebook.study.data.Column;
import casebook.study.data.Presence;
import casebook.study.data.RowSet;
import casebook.study.finding.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The groups of a comparison within some persons, the reference first.
///
/// @param samples one a level, in the order of the levels; some may be empty
/// @param rows who is in them, and why others are not
record Groups(List<Sample> samples, Rows rows) {
  /// Parts of addresses that levels must not take.
  private static final List<String> RESERVED =
      List.of(
          "restricted",
          "kruskal_wallis",
          "mann_whitney",
          "jonckheere_terpstra",
          "largest_of_models",
          "additive",
          "dominant",
          "recessive",
          "overdominant");

  Groups {
    samples = List.copyOf(samples);
  }

  /// Parts persons by the levels of a variable.
  static Groups of(Cohort cohort, People people, Column.Numeric measured, Column.Leveled by) {
    StudyVariable variable = StudyVariable.find(cohort.study(), by.name()).orElseThrow();
    List<String> slugs = slugs(by.levels());
    List<Sample> samples = new ArrayList<>();
    for (int level = 0; level < by.levels().size(); level++) {
      int wanted = level;
      RowSet rows =
          people
              .rows()
              .where(row -> measured.known(row) && by.known(row) && by.code(row) == wanted);
      String label = variable.printed(by.levels().get(level));
      samples.add(new Sample(slugs.get(level), label, measured, rows));
    }
    int in = samples.stream().mapToInt(Sample::size).sum();
    List<Rows.Out> out = new ArrayList<>(people.out());
    out.addAll(left(people.rows(), List.of(measured, by)));
    return new Groups(samples, new Rows(in, out));
  }

  private static List<String> slugs(List<String> levels) {
    List<String> all = new ArrayList<>(RESERVED);
    all.addAll(levels);
    return Slugs.distinct(all).subList(RESERVED.size(), all.size());
  }

  /// Who lacks a value, by the first that is lacking.
  static List<Rows.Out> left(RowSet rows, List<Column> columns) {
    Map<String, Integer> reasons = new TreeMap<>();
    for (int i = 0; i < rows.size(); i++) {
      int row = rows.row(i);
      for (Column column : columns) {
        if (!column.known(row)) {
          boolean missing = column.presence(row) == Presence.MISSING;
          String reason = column.name() + (missing ? " is missing" : " was not asked");
          reasons.merge(reason, 1, Integer::sum);
          break;
        }
      }
    }
    return reasons.entrySet().stream().map(it -> new Rows.Out(it.getKey(), it.getValue())).toList();
  }

  /// The groups with somebody in them.
  List<Sample> present() {
    return samples.stream().filter(sample -> sample.size() > 0).toList();
  }

  Sample reference() {
    return samples.getFirst();
  }

  int size() {
    return rows.in();
  }

  long censored() {
    return samples.stream().mapToLong(Sample::censored).sum();
  }

  boolean anyNotPositive() {
    return samples.stream().anyMatch(Sample::anyNotPositive);
  }

  /// All values of some groups, those of the first group first.
  static double[] joined(List<Sample> some, ComparisonSpec.Scale scale) {
    return some.stream().flatMapToDouble(it -> Arrays.stream(it.on(scale))).toArray();
  }
}
