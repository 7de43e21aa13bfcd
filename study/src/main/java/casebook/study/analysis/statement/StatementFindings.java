// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.statement;

import casebook.study.analysis.provenance.Counts;
import casebook.study.analysis.provenance.Origin;
import casebook.study.analysis.statement.Audit.Answer;
import casebook.study.analysis.statement.Audit.Verdict;
import casebook.study.analysis.statement.StatementSpec.Measure;
import casebook.study.analysis.statement.StatementSpec.Statement;
import casebook.study.cohort.Cohort;
import casebook.study.finding.Address;
import casebook.study.finding.Cell;
import casebook.study.finding.Finding;
import casebook.study.finding.Method;
import casebook.study.finding.Rows;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The table of statements: those that do not hold first.
///
/// @param base the common beginning of the addresses
/// @param spec the statements
/// @param cohort the persons
public record StatementFindings(Address base, StatementSpec spec, Cohort cohort) {
  private static final Method PRINTED =
      new Method(
          "printed number",
          "",
          "The number as the text prints it; it stands for all that round to it.",
          "",
          "");
  private static final Method COMPUTED =
      new Method("recomputed number", "", "What the printed number must equal.", "", "");
  private static final Method POSSIBLE =
      new Method(
          "possible summary of whole numbers",
          "",
          "The nearest value that a summary of so many whole numbers can have: a mean is a multiple"
              + " of 1 divided by how many there are, a median a whole or a half number.",
          "Brown NJL, Heathers JAJ. Soc Psychol Personal Sci 2017;8:363-369",
          "");

  /// The table.
  public List<Finding> findings() {
    Map<Statement, Answer> answers = new LinkedHashMap<>();
    Audit audit = new Audit(cohort.study());
    spec.statements().forEach(it -> answers.put(it, audit.withData(it, cohort)));
    List<Finding.Row> rows = new ArrayList<>();
    group("Does not hold", Verdict.DOES_NOT_HOLD, answers, rows);
    group("Cannot be told", Verdict.CANNOT_TELL, answers, rows);
    group("Holds", Verdict.HOLDS, answers, rows);
    Finding.Heading heading =
        new Finding.Heading(
            base,
            "What " + spec.whose() + " prints, and what it must equal",
            spec.at(),
            false,
            List.of(
                "A printed number holds when what it must equal rounds to it. What it must equal"
                    + " stands beside each sentence."),
            List.of());
    List<Finding.Column> columns =
        List.of(
            new Finding.Column("printed", "Printed", 0, ""),
            new Finding.Column("computed", "Must equal", 0, ""));
    return List.of(new Finding.Statements(heading, columns, rows));
  }

  private void group(
      String label, Verdict verdict, Map<Statement, Answer> answers, List<Finding.Row> rows) {
    List<Statement> group =
        answers.keySet().stream().filter(it -> verdict == verdict(answers, it)).toList();
    if (!group.isEmpty()) {
      Cell empty = Cell.of(Cell.Form.EMPTY);
      rows.add(
          new Finding.Row(label, group.size() + " of " + answers.size(), 0, List.of(empty, empty)));
    }
    group.forEach(it -> rows.add(row(it, answer(answers, it))));
  }

  private static Verdict verdict(Map<Statement, Answer> answers, Statement statement) {
    return answer(answers, statement).verdict();
  }

  private static Answer answer(Map<Statement, Answer> answers, Statement statement) {
    return Objects.requireNonNull(answers.get(statement));
  }

  private Finding.Row row(Statement statement, Answer answer) {
    Address place = base.with(statement.name());
    String unit = statement.printed().unit().printed();
    Origin origin = Origin.of(cohort, statement.at());
    Basis nobody = origin.basis(Counts.NONE, Rows.all(0));
    Basis basis = origin.basis(holds(answer), answer.rows());
    Method method = statement.measure() instanceof Measure.Possible ? POSSIBLE : COMPUTED;
    String label = statement.name() + ": what it must equal";
    Statistic printed =
        Origin.value(
            place.with("printed"),
            statement.name() + ": as printed",
            statement.printed().value().doubleValue(),
            unit,
            PRINTED,
            nobody);
    Statistic computed =
        answer
            .value()
            .map(it ->
                Origin.value(place.with("computed"), label, it.doubleValue(), unit, method, basis))
            .orElseGet(() ->
                Origin.absent(place.with("computed"), label, unit, method, basis, answer.whyNot()));
    return new Finding.Row(
        "“" + statement.says() + "”",
        StatementWords.measure(statement),
        1,
        List.of(Cell.of(Cell.Form.QUANTITY, printed), Cell.of(Cell.Form.QUANTITY, computed)));
  }

  /// Whether it holds, for programs.
  private static Counts holds(Answer answer) {
    return answer.verdict() == Verdict.CANNOT_TELL
        ? Counts.NONE
        : Counts.of("holds", answer.verdict() == Verdict.HOLDS ? 1 : 0);
  }
}
