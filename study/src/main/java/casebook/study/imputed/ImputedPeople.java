// SPDX-License-Identifier: Apache-2.0
package casebook.study.imputed;

import casebook.study.data.Column;
import casebook.study.data.RowSet;
import casebook.study.data.Table;
import casebook.study.problem.LineNumbers;
import casebook.study.problem.Problems;
import casebook.study.problem.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Whether each set holds everybody who is in the study, each once, and nobody who is not in the
/// data.
///
/// @param subject the variable that names a person
/// @param observed the data
/// @param rows who is in the study
record ImputedPeople(String subject, Table observed, RowSet rows) {
  /// Tells what is wrong with the first set in which something is.
  void judge(List<ImputedSet> sets, Problems problems) {
    Map<String, Integer> known = known();
    for (ImputedSet set : sets) {
      List<Integer> strangers = new ArrayList<>(set.astray());
      set.rowOf()
          .forEach((person, row) -> {
            if (!known.containsKey(person)) {
              strangers.add(set.table().line(row));
            }
          });
      List<Integer> lacking =
          known.entrySet().stream()
              .filter(it -> rows.contains(it.getValue()) && !set.rowOf().containsKey(it.getKey()))
              .map(it -> observed.line(it.getValue()))
              .sorted()
              .toList();
      if (!strangers.isEmpty() || !lacking.isEmpty()) {
        tell(set, strangers.stream().sorted().toList(), lacking, problems);
        return;
      }
    }
  }

  private Map<String, Integer> known() {
    Column.Text people = (Column.Text) observed.column(subject);
    Map<String, Integer> known = new HashMap<>();
    for (int row = 0; row < observed.rows(); row++) {
      if (people.known(row)) {
        known.put(people.value(row), row);
      }
    }
    return known;
  }

  private void tell(
      ImputedSet set, List<Integer> strangers, List<Integer> lacking, Problems problems) {
    List<String> faults = new ArrayList<>();
    if (!strangers.isEmpty()) {
      faults.add(
          "holds rows of nobody in "
              + observed.origin().file()
              + ", or of somebody twice ("
              + LineNumbers.words(strangers, strangers.size())
              + ")");
    }
    if (!lacking.isEmpty()) {
      faults.add(
          "lacks persons of the study ("
              + LineNumbers.words(lacking, lacking.size())
              + " of "
              + observed.origin().file()
              + ")");
    }
    problems.error(
        "data/imputation-people",
        Span.ofLine(set.file(), strangers.isEmpty() ? 1 : strangers.getFirst()),
        "Imputed data set " + set.label() + " " + String.join(" and ", faults) + ".",
        "Each set needs one row for everybody in the study, with the same `"
            + subject
            + "` as in the data.");
  }
}
