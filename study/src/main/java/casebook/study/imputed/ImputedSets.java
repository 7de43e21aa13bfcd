// SPDX-License-Identifier: Apache-2.0
package casebook.study.imputed;

import casebook.study.data.Column;
import casebook.study.data.Table;
import casebook.study.language.DataFiles;
import casebook.study.language.DataFiles.Imputations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the supplied data sets in the tables that were read beside the data.
final class ImputedSets {
  /// How programs mark the rows of the original data: mice and SPSS number them 0; SPSS may write
  /// its label instead.
  private static final Pattern ORIGINAL = Pattern.compile("0+(\\.0*)?|(?i:original data)");

  private ImputedSets() {}

  /// The sets in the order of the files, without the original data.
  ///
  /// @param files which files hold them
  /// @param beside the tables that were read beside the data
  static List<ImputedSet> of(DataFiles files, List<Table> beside) {
    Imputations imputations = files.imputations().orElseThrow();
    List<ImputedSet> sets = new ArrayList<>();
    for (String file : imputations.files()) {
      for (Table table : beside) {
        if (table.origin().file().equals(file)) {
          sets.addAll(split(table, files.subject(), imputations.by()));
        }
      }
    }
    return sets;
  }

  private static List<ImputedSet> split(Table table, String subject, Optional<String> by) {
    Column.Text people = (Column.Text) table.column(subject);
    Optional<Column.Text> numbers = by.map(it -> (Column.Text) table.column(it));
    Map<String, Map<String, Integer>> rows = new LinkedHashMap<>();
    Map<String, List<Integer>> astray = new HashMap<>();
    for (int i = 0; i < table.rows(); i++) {
      int row = i;
      String set = numbers.map(it -> numbered(it, row)).orElse(table.origin().file());
      Map<String, Integer> own = rows.computeIfAbsent(set, any -> new HashMap<>());
      boolean first = people.known(row) && own.putIfAbsent(people.value(row), row) == null;
      if (!first) {
        astray.computeIfAbsent(set, any -> new ArrayList<>()).add(table.line(row));
      }
    }
    return rows.entrySet().stream()
        .filter(it -> by.isEmpty() || !ORIGINAL.matcher(it.getKey()).matches())
        .map(it ->
            new ImputedSet(
                it.getKey(), table, it.getValue(), astray.getOrDefault(it.getKey(), List.of())))
        .toList();
  }

  private static String numbered(Column.Text numbers, int row) {
    return numbers.known(row) ? numbers.value(row) : "";
  }
}
