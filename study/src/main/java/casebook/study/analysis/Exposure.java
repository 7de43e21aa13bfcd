// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.study.analysis.provenance.Slugs;
import casebook.study.analysis.provenance.StudyVariable;
import casebook.study.cohort.Cohort;
import casebook.study.data.Column;
import java.util.ArrayList;
import java.util.List;

/// What cases and controls are compared on.
///
/// @param variable its name, label and unit
/// @param column its values: levels, or numbers
record Exposure(StudyVariable variable, Column column) {
  Exposure {
    if (!(column instanceof Column.Leveled || column instanceof Column.Numeric)) {
      throw new IllegalArgumentException(variable.name() + " is a date or a text");
    }
  }

  static Exposure of(Cohort cohort, String name) {
    StudyVariable variable = StudyVariable.find(cohort.study(), name).orElseThrow();
    return new Exposure(variable, cohort.table().column(name));
  }

  /// One odds ratio: a level against the reference, or one unit more of a number.
  ///
  /// @param slug its part of an address; empty when the exposure has one contrast only
  /// @param term its name among the terms of a model
  /// @param label such as `IgM anti-PS` or `Alcohol 120+`
  /// @param level place of the level; 0 for a number
  record Contrast(String slug, String term, String label, int level) {}

  boolean isNumber() {
    return column instanceof Column.Numeric;
  }

  /// The levels, the reference first; none for a number.
  List<String> levels() {
    return column instanceof Column.Leveled leveled ? leveled.levels() : List.of();
  }

  /// A level as a paper prints it.
  String printed(int level) {
    return variable.printed(levels().get(level));
  }

  /// Says whether a level besides the reference has a row of its own.
  boolean hasManyLevels() {
    return levels().size() > 2;
  }

  /// The odds ratios, in the order of the levels.
  List<Contrast> contrasts() {
    if (isNumber()) {
      return List.of(new Contrast("", variable.name(), variable.label(), 0));
    }
    List<String> slugs = Slugs.distinct(levels());
    List<Contrast> contrasts = new ArrayList<>();
    for (int level = 1; level < levels().size(); level++) {
      String name = levels().get(level);
      String slug = hasManyLevels() ? slugs.get(level) : "";
      contrasts.add(new Contrast(slug, variable.name() + "=" + name, label(level), level));
    }
    return contrasts;
  }

  /// A level in words: `IgM anti-PS` for yes, `no IgM anti-PS` for no, `Alcohol 120+`.
  String label(int level) {
    return LevelCells.words(variable, (Column.Leveled) column, level);
  }

  boolean known(int row) {
    return column.known(row);
  }

  /// The value of a contrast's term: 1 for the level, else 0; the number itself.
  double value(Contrast contrast, int row) {
    return switch (column) {
      case Column.Numeric numeric -> numeric.value(row);
      case Column.Leveled leveled -> leveled.code(row) == contrast.level() ? 1 : 0;
      case Column.Dates dates -> throw new IllegalStateException(dates.name());
      case Column.Text text -> throw new IllegalStateException(text.name());
    };
  }
}
