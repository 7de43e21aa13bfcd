// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.statement;

import casebook.study.analysis.statement.Audit.Answer;
import casebook.study.analysis.statement.Audit.Verdict;
import casebook.study.analysis.statement.StatementSpec.Counting;
import casebook.study.analysis.statement.StatementSpec.Measure;
import casebook.study.analysis.statement.StatementSpec.Printed;
import casebook.study.analysis.statement.StatementSpec.Statement;
import casebook.study.cohort.Cohort;
import casebook.study.finding.Address;
import casebook.study.language.Clause;
import casebook.study.language.Dictionary;
import casebook.study.language.ExprUses;
import casebook.study.language.Names;
import casebook.study.language.Study;
import casebook.study.language.expression.ExprText;
import casebook.study.problem.Checked;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import casebook.study.unit.Unit;
import casebook.study.unit.Units;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is wrong with statements: those that cannot be read, and those that do not hold.
///
/// @param spec the statements
/// @param study what the file says
public record StatementCheck(StatementSpec spec, Study study) {
  /// The code of a printed number that does not hold.
  public static final String DOES_NOT_HOLD = "study/statement";

  private static final Unit PERCENT = Units.read("percent").orElseThrow();

  /// The problems that need no data.
  public List<Problem> problems() {
    Problems problems = new Problems();
    Set<String> slugs = new HashSet<>();
    for (Statement statement : spec.statements()) {
      if (!slugs.add(Address.slug(statement.name()))) {
        problems.error(
            "study/statement-twice",
            statement.at(),
            "Two statements would have the same address: `" + statement.name() + "`.",
            "Give one of them another name.");
      }
      statement.of().ifPresent(it -> it.check(study).forEach(problems::add));
      Problems own = measure(statement);
      own.list().forEach(problems::add);
      if (!own.hasErrors()) {
        new Audit(study)
            .withoutData(statement)
            .flatMap(answer -> warning(statement, answer))
            .ifPresent(problems::add);
      }
    }
    return problems.list();
  }

  /// What the data say against the statements that need them.
  public List<Problem> problems(Cohort cohort) {
    Audit audit = new Audit(study);
    return spec.statements().stream()
        .filter(it -> audit.withoutData(it).isEmpty())
        .flatMap(it -> warning(it, audit.withData(it, cohort)).stream())
        .toList();
  }

  private static Optional<Problem> warning(Statement statement, Answer answer) {
    return answer.verdict() == Verdict.HOLDS
        ? Optional.empty()
        : Optional.of(
            Problem.note(
                DOES_NOT_HOLD,
                statement.printed().at(),
                StatementWords.sentence(statement, answer)));
  }

  private Problems measure(Statement statement) {
    Problems problems = new Problems();
    Printed printed = statement.printed();
    switch (statement.measure()) {
      case Measure.Arithmetic it -> arithmetic(it, printed, problems);
      case Measure.Persons it -> {
        ExprText.truth(it.condition(), Names.of(study)).problems().forEach(problems::add);
        boolean share = it.counting() == Counting.SHARE;
        unit(share ? PERCENT : Unit.NONE, printed, problems);
      }
      case Measure.Summary it -> {
        Checked<ExprText.Value> read = ExprText.value(it.expression(), Names.of(study));
        read.problems().forEach(problems::add);
        read.value().ifPresent(value -> number(value, it.expression(), printed, problems));
      }
      case Measure.Possible it -> {}
    }
    return problems;
  }

  private void arithmetic(Measure.Arithmetic it, Printed printed, Problems problems) {
    Checked<ExprText.Value> read = ExprText.value(it.expression(), Names.of(study));
    read.problems().forEach(problems::add);
    boolean data =
        read.value().map(value -> !ExprUses.variables(value.expr()).isEmpty()).orElse(false);
    if (data) {
      problems.error(
          "study/statement-arithmetic",
          it.expression().wordsAt(),
          "`equals` is a calculation with numbers alone, and this uses data.",
          "Write `median: ...`, `count: ...` or another summary of persons.");
    } else {
      read.value().ifPresent(value -> number(value, it.expression(), printed, problems));
    }
  }

  private static void number(
      ExprText.Value value, Clause expression, Printed printed, Problems problems) {
    if (value.type() instanceof Dictionary.Type.Measure measure) {
      unit(measure.unit(), printed, problems);
    } else {
      problems.error(
          "study/statement-not-a-number",
          expression.wordsAt(),
          "`" + expression.words() + "` is a condition, and a number is needed here.",
          "Write `count:` or `share:` for the persons who meet it.");
    }
  }

  private static void unit(Unit found, Printed printed, Problems problems) {
    if (!Amount.fits(found, printed.unit())) {
      String stands = printed.unit().printed().isEmpty() ? "no unit" : printed.unit().printed();
      problems.error(
          "study/statement-unit",
          printed.at(),
          "The printed number has "
              + stands
              + ", and what it must equal has "
              + (found.printed().isEmpty() ? "none" : found.printed())
              + ".",
          "Write the unit of the printed number: `prints: 69 months`.");
    }
  }
}
