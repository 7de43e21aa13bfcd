// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

import casebook.study.cohort.Cohort.Groups;
import casebook.study.data.Column;
import casebook.study.data.Presence;
import casebook.study.data.RowSet;
import casebook.study.data.Table;
import java.util.Arrays;
import java.util.List;

/// Matched sets that were made.
///
/// @param sets the sets, in the order of their cases
/// @param without cases that found no control
/// @param notJudged cases whose matching variables are missing
/// @param within the variables that were matched within a distance
public record MadeSets(List<Made> sets, RowSet without, RowSet notJudged, List<String> within) {
  private static final String SET = "matched_set";

  public MadeSets {
    sets = List.copyOf(sets);
    within = List.copyOf(within);
  }

  /// One set.
  ///
  /// @param caseRow the row of its case
  /// @param controls the rows of its controls, rising
  /// @param distances how far each is from the case
  public record Made(int caseRow, List<Integer> controls, List<Double> distances) {
    public Made {
      controls = List.copyOf(controls);
      distances = List.copyOf(distances);
    }
  }

  /// How many cases found exactly so many controls.
  public long found(int controls) {
    return sets.stream().filter(set -> set.controls().size() == controls).count();
  }

  /// How many controls are used, each once.
  public int controls() {
    return sets.stream().mapToInt(set -> set.controls().size()).sum();
  }

  /// The distances of all pairs.
  public double[] distances() {
    return sets.stream()
        .flatMap(set -> set.distances().stream())
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  /// The differences of all pairs in one variable, case less control, in its unit.
  public double[] differences(Cohort cohort, String variable) {
    Table table = cohort.table();
    double[] values = EligibleControls.numbers(table.column(variable), RowSet.all(table.rows()));
    return sets.stream()
        .flatMapToDouble(
            set -> set.controls().stream().mapToDouble(row -> values[set.caseRow()] - values[row]))
        .toArray();
  }

  /// The header of the column that numbers the sets, which no variable has.
  public static String column(Cohort cohort) {
    String name = SET;
    while (cohort.table().find(name).isPresent()) {
      name += "_";
    }
    return name;
  }

  /// Everybody in a set with all variables, as in the analysis set, and the number of the set; the
  /// file can be the data of a study of its own.
  public byte[] csv(Cohort cohort) {
    Table table = cohort.table();
    String[] set = new String[table.rows()];
    Arrays.fill(set, "");
    for (int i = 0; i < sets.size(); i++) {
      String number = Integer.toString(i + 1);
      set[sets.get(i).caseRow()] = number;
      sets.get(i).controls().forEach(row -> set[row] = number);
    }
    Presence[] presence =
        Arrays.stream(set)
            .map(number -> number.isEmpty() ? Presence.MISSING : Presence.KNOWN)
            .toArray(Presence[]::new);
    RowSet matched = cohort.rows().where(row -> !set[row].isEmpty());
    Groups groups =
        new Groups(
            cohort.groups().cases().where(matched::contains),
            cohort.groups().controls().where(matched::contains));
    return AnalysisSet.csv(
        new Cohort(
            cohort.study(),
            table.with(new Column.Text(column(cohort), List.of(set), presence)),
            matched,
            groups,
            cohort.attrition(),
            cohort.limits(),
            cohort.queries()));
  }
}
