// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.protocol;

import casebook.clinic.protocol.ResponseDefinition.Condition;
import casebook.clinic.protocol.ResponseDefinition.Confirming;
import casebook.clinic.protocol.ResponseDefinition.Course;
import casebook.clinic.protocol.ResponseDefinition.Dependent;
import casebook.clinic.protocol.ResponseDefinition.Grade;
import casebook.clinic.protocol.ResponseDefinition.Relapse;
import casebook.clinic.protocol.ResponseDefinition.Response;
import casebook.clinic.protocol.Treatment.Steps;
import casebook.study.language.Clause;
import casebook.study.language.Entries;
import casebook.study.language.Words;
import casebook.study.problem.Checked;
import casebook.study.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what counts as a response.
final class ResponseReader {
  private static final Pattern NOT_COUNTED =
      Pattern.compile("within " + StepWords.PATTERN + " after rescue");
  private static final Pattern RELAPSE =
      Pattern.compile("(.+?)(?:\\s+at (\\d) counts?)?(\\s+or rescue)?");
  private static final Pattern DEPENDENT =
      Pattern.compile(
          "lost within " + StepWords.PATTERN + " after stopping and regained after restarting");
  private static final Pattern STABLE =
      Pattern.compile("complete or partial at every count over " + StepWords.PATTERN);

  private final Entries entries;
  private final Problems problems;
  private final ConditionWords conditions;

  private ResponseReader(Entries entries, Problems problems) {
    this.entries = entries;
    this.problems = problems;
    this.conditions = new ConditionWords(problems);
  }

  /// Reads a definition.
  ///
  /// @param name what it is called
  static Checked<ResponseDefinition> read(Clause clause, String name) {
    Problems problems = new Problems();
    Entries entries = Entries.of(clause, ResponseFields.ALL, problems);
    ResponseDefinition response =
        new ResponseReader(entries, problems).read(clause, name, problems);
    if (!problems.hasErrors()) {
      new ResponseHoles(response, problems).look();
    }
    return problems.with(response);
  }

  private ResponseDefinition read(Clause clause, String name, Problems problems) {
    List<Grade> grades = grades(clause);
    Optional<Steps> confirmed =
        entries
            .clause("confirmed")
            .filter(it -> Words.single(it, "a distance in time, or no", problems))
            .filter(it -> !it.words().equals("no"))
            .flatMap(it -> StepWords.of(it, problems));
    Confirming confirming =
        new Confirming(confirmed, steps("not counted", NOT_COUNTED, "within 4 weeks after rescue"));
    Course course =
        new Course(
            entries.clause("lost").flatMap(conditions::read),
            entries.clause("relapse").flatMap(this::relapse),
            steps(
                    "dependent",
                    DEPENDENT,
                    "lost within 3 months after stopping and regained after restarting")
                .map(Dependent::new),
            entries.yes("dependent counts as response", true),
            steps("stable remission", STABLE, "complete or partial at every count over 6 months"));
    return new ResponseDefinition(
        name, conditions.measure().orElse(""), grades, confirming, course, clause.at());
  }

  private List<Grade> grades(Clause clause) {
    List<Grade> grades = new ArrayList<>();
    for (Clause entry : clause.children()) {
      for (Response response : Response.values()) {
        if (entry.keyword().equals(response.word())) {
          grade(entry, response).ifPresent(grades::add);
        }
      }
    }
    if (grades.stream().noneMatch(grade -> grade.response() != Response.NONE)) {
      problems.error(
          "protocol/no-grade",
          clause.at(),
          "It is not said what a response is.",
          "Write, for example, `complete: platelets >= 150`.");
    }
    return grades;
  }

  private Optional<Grade> grade(Clause entry, Response response) {
    if (entry.words().equals("otherwise")) {
      return Optional.of(new Grade(response, Optional.empty(), entry.at()));
    }
    return conditions.read(entry).map(it -> new Grade(response, Optional.of(it), entry.at()));
  }

  private Optional<Relapse> relapse(Clause clause) {
    if (!Words.single(clause, "a condition", problems)) {
      return Optional.empty();
    }
    Matcher words = RELAPSE.matcher(clause.words());
    if (!words.matches()) {
      return Optional.empty();
    }
    int counts = words.group(2) == null ? 1 : Math.max(1, Integer.parseInt(words.group(2)));
    boolean rescue = words.group(3) != null;
    Optional<Condition> condition = conditions.read(words.group(1), clause.wordsAt());
    return condition.map(it -> new Relapse(it, counts, rescue));
  }

  private Optional<Steps> steps(String key, Pattern pattern, String example) {
    Optional<Clause> clause =
        entries.clause(key).filter(it -> Words.single(it, "`" + example + "`", problems));
    if (clause.isEmpty()) {
      return Optional.empty();
    }
    Matcher words = pattern.matcher(clause.get().words());
    if (!words.matches()) {
      problems.error(
          "protocol/phrase",
          clause.get().wordsAt(),
          "`" + clause.get().words() + "` cannot be said for `" + key + "`.",
          "Write, for example, `" + key + ": " + example + "`.");
      return Optional.empty();
    }
    return StepWords.of(words.group(1), words.group(2), clause.get().wordsAt(), problems);
  }
}
