// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.protocol;

import casebook.clinic.protocol.Treatment.Action;
import casebook.clinic.protocol.Treatment.Trigger;
import casebook.study.language.Clause;
import casebook.study.problem.Problems;
import casebook.study.problem.Span;
import casebook.study.unit.Unit;
import casebook.study.unit.Units;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what changes a dose, `creatinine > 150 % of baseline` or `infection or intolerance`, and
/// what is done, `reduce 25 % or stop for 3 days`.
final class TriggerWords {
  private static final Pattern COMPARED =
      Pattern.compile("(.+?)\\s*" + Relations.PATTERN + "\\s*(\\d+(?:\\.\\d+)?)\\s*(.*)");
  private static final Pattern NAME = Pattern.compile("[\\p{L}][\\p{L}\\p{N} _/-]*");
  private static final Pattern OF_BASELINE = Pattern.compile("(?:%|percent)\\s+of\\s+baseline");
  private static final Pattern REDUCE =
      Pattern.compile("reduce\\s+(?:by\\s+)?(\\d{1,3}(?:\\.\\d+)?)\\s*(?:%|percent)" + days());
  private static final Pattern STOP = Pattern.compile("stop" + days());

  private TriggerWords() {}

  private static String days() {
    return "(?:\\s+for\\s+(\\d{1,3})\\s+days?)?";
  }

  /// What a trigger says.
  ///
  /// @param words the trigger
  /// @param at its place
  static Optional<Trigger> trigger(String words, Span at, Problems problems) {
    Matcher compared = COMPARED.matcher(words);
    if (compared.matches()) {
      return compared(compared, at, problems);
    }
    List<String> names = List.of(words.split("\\s+or\\s+", -1));
    if (!names.stream().allMatch(name -> NAME.matcher(name).matches())) {
      problems.error(
          "protocol/trigger",
          at,
          "`" + words + "` is neither a comparison nor the name of a complication.",
          "Write, for example, `creatinine > 150 % of baseline`, or `infection or intolerance`.");
      return Optional.empty();
    }
    return Optional.of(new Trigger.Happening(names, at));
  }

  private static Optional<Trigger> compared(Matcher words, Span at, Problems problems) {
    String measure = words.group(1);
    BigDecimal number = new BigDecimal(words.group(3));
    String rest = words.group(4).strip();
    if (OF_BASELINE.matcher(rest).matches()) {
      return Optional.of(new Trigger.OfBaseline(measure, Relations.of(words.group(2)), number, at));
    }
    Optional<Unit> unit = rest.isEmpty() ? Optional.of(Unit.NONE) : Units.read(rest);
    if (unit.isEmpty() || rest.startsWith("%") || rest.startsWith("percent")) {
      problems.error(
          "protocol/trigger-unit",
          at,
          "`" + rest + "` is neither a unit nor `% of baseline`.",
          "Write, for example, `creatinine > 150 % of baseline`, or `bilirubin > 2 mg/dL`.");
      return Optional.empty();
    }
    return Optional.of(
        new Trigger.OfValue(measure, Relations.of(words.group(2)), number, unit.get(), at));
  }

  /// What is done: one of several actions, joined by `or`, or all of them, joined by `and`. Days at
  /// the end hold for all of them.
  static List<Action> actions(Clause clause, Problems problems) {
    List<Action> actions = new ArrayList<>();
    for (String part : clause.words().strip().split("\\s+(?:or|and)\\s+", -1)) {
      Optional<Action> action = action(part);
      if (action.isEmpty()) {
        problems.error(
            "protocol/action",
            clause.wordsAt(),
            "`" + part + "` is not something that can be done with a dose.",
            "Write `reduce 25 % for 10 days`, `stop for 3 days`, `stop`, or `ask`.");
        return List.of();
      }
      actions.add(action.get());
    }
    return lasting(actions);
  }

  private static Optional<Action> action(String words) {
    Matcher reduce = REDUCE.matcher(words);
    if (reduce.matches()) {
      BigDecimal percent = new BigDecimal(reduce.group(1));
      boolean possible = percent.signum() > 0 && percent.compareTo(new BigDecimal(100)) < 0;
      return possible
          ? Optional.of(new Action.Reduce(percent, number(reduce.group(2))))
          : Optional.empty();
    }
    Matcher stop = STOP.matcher(words);
    if (stop.matches()) {
      return Optional.of(new Action.Stop(number(stop.group(1))));
    }
    return words.equals("ask") ? Optional.of(new Action.Ask()) : Optional.empty();
  }

  private static Optional<Integer> number(String digits) {
    return Optional.ofNullable(digits).map(Integer::valueOf);
  }

  private static List<Action> lasting(List<Action> actions) {
    Optional<Integer> days = actions.isEmpty() ? Optional.empty() : days(actions.getLast());
    return actions.stream()
        .<Action>map(action ->
            switch (action) {
              case Action.Reduce(BigDecimal percent, Optional<Integer> own) ->
                  new Action.Reduce(percent, own.or(() -> days));
              case Action.Stop(Optional<Integer> own) -> new Action.Stop(own.or(() -> days));
              case Action.Ask ask -> ask;
            })
        .toList();
  }

  private static Optional<Integer> days(Action action) {
    return switch (action) {
      case Action.Reduce reduce -> reduce.days();
      case Action.Stop stop -> stop.days();
      case Action.Ask ask -> Optional.empty();
    };
  }
}
