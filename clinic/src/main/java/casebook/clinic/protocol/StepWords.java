// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.protocol;

import casebook.clinic.protocol.Treatment.Step;
import casebook.clinic.protocol.Treatment.Steps;
import casebook.study.language.Clause;
import casebook.study.problem.Problems;
import casebook.study.problem.Span;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a number of days, weeks, months or years.
final class StepWords {
  /// A number and a step, for the patterns of others: two groups.
  static final String PATTERN = "(\\d{1,4})\\s*(days?|weeks?|months?|years?)";

  private static final Pattern WHOLE = Pattern.compile(PATTERN);

  private StepWords() {}

  /// The steps of a number and a word; empty, with a problem, for 0.
  static Optional<Steps> of(String number, String word, Span at, Problems problems) {
    int amount = Integer.parseInt(number);
    if (amount == 0) {
      problems.error(
          "protocol/no-step",
          at,
          "0 " + word + " is no distance in time.",
          "Write at least 1 " + word.replaceAll("s$", "") + ".");
      return Optional.empty();
    }
    Step step =
        switch (word.charAt(0)) {
          case 'd' -> Step.DAYS;
          case 'w' -> Step.WEEKS;
          case 'm' -> Step.MONTHS;
          default -> Step.YEARS;
        };
    return Optional.of(new Steps(amount, step));
  }

  /// The steps that a whole clause says.
  static Optional<Steps> of(Clause clause, Problems problems) {
    Matcher steps = WHOLE.matcher(clause.words());
    if (!steps.matches()) {
      problems.error(
          "protocol/steps",
          clause.wordsAt(),
          "`" + clause.words() + "` is not a number of days, weeks, months or years.",
          "Write, for example, `7 days` or `6 months`.");
      return Optional.empty();
    }
    return of(steps.group(1), steps.group(2), clause.wordsAt(), problems);
  }
}
