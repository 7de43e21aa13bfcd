// SPDX-License-Identifier: Apache-2.0
package casebook.study.plate;

import casebook.study.data.Censoring;
import casebook.study.data.Column;
import casebook.study.data.Presence;
import casebook.study.data.Table;
import casebook.study.language.Dictionary.Variable;
import casebook.study.language.Study;
import casebook.study.problem.Checked;
import casebook.study.problem.LineNumbers;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import casebook.study.problem.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts the values of plates into the table of persons.
public final class Calibrated {
  private final Study study;
  private final Table persons;
  private final Problems problems = new Problems();

  private Calibrated(Study study, Table persons) {
    this.study = study;
    this.persons = persons;
  }

  /// The table with one column more for each calibrated variable; rows are joined by the subject.
  ///
  /// @param table the data with the readings beside them
  public static Checked<Table> of(Study study, Table table) {
    List<Variable> variables = study.dictionary().calibrated();
    return variables.isEmpty() ? Checked.of(table) : new Calibrated(study, table).table(variables);
  }

  private Checked<Table> table(List<Variable> variables) {
    Table whole = persons;
    for (Variable variable : variables) {
      Optional<Plates> plates = problems.take(Plates.checked(study, persons, variable));
      if (plates.isPresent()) {
        whole = whole.with(column(variable, plates.get()));
      }
    }
    return problems.hasErrors() ? Checked.none(problems.list()) : problems.with(whole);
  }

  private Column column(Variable variable, Plates plates) {
    Map<String, Integer> rows = new HashMap<>();
    Column.Text subjects = (Column.Text) persons.column(study.data().subject());
    for (int row = 0; row < persons.rows(); row++) {
      if (subjects.known(row)) {
        rows.put(subjects.value(row), row);
      }
    }
    double[] values = new double[persons.rows()];
    Presence[] presence = new Presence[persons.rows()];
    Arrays.fill(presence, Presence.MISSING);
    Map<Integer, Censoring> censored = new HashMap<>();
    List<Integer> strangers = new ArrayList<>();
    for (Measured sample : plates.samples()) {
      Integer row = rows.get(sample.sample());
      if (row == null) {
        strangers.add(sample.line());
      } else {
        values[row] = sample.value();
        presence[row] = Presence.KNOWN;
        if (sample.censoring() != Censoring.NONE) {
          censored.put(row, sample.censoring());
        }
      }
    }
    strangers(plates, strangers);
    without(variable, plates, presence);
    return new Column.Numeric(variable.name(), values, presence, Map.of(), censored);
  }

  private void strangers(Plates plates, List<Integer> lines) {
    if (!lines.isEmpty()) {
      problems.warning(
          "data/sample-without-subject",
          Span.ofLine(plates.file(), lines.getFirst()),
          (lines.size() == 1 ? "A sample belongs" : lines.size() + " samples belong")
              + " to nobody in "
              + persons.origin().file()
              + " ("
              + LineNumbers.words(lines, lines.size())
              + ").",
          "Correct the id, or call it a control.");
    }
  }

  private void without(Variable variable, Plates plates, Presence[] presence) {
    long without = Arrays.stream(presence).filter(it -> it == Presence.MISSING).count();
    if (without > 0) {
      problems.add(
          Problem.note(
              "data/subject-without-sample",
              Span.ofFile(plates.file()),
              without
                  + " of "
                  + persons.rows()
                  + " persons have no value of `"
                  + variable.name()
                  + "` from a plate; it is missing."));
    }
  }
}
