// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.protocol;

import casebook.clinic.protocol.Treatment.Stage;
import casebook.study.language.Clause;
import casebook.study.problem.Problems;
import casebook.study.unit.Unit;
import casebook.study.unit.Units;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads doses, `5 mg/kg/d for 6 days` and `2.5 to 3 mg/kg/d`, and capsules, `25 mg`.
final class DoseWords {
  private static final String NUMBER = "(\\d{1,6}(?:\\.\\d{1,6})?)";
  private static final Pattern STAGE =
      Pattern.compile(
          NUMBER
              + "(?:\\s+to\\s+"
              + NUMBER
              + ")?\\s*(\\S*?)(?:\\s+for\\s+(\\d{1,4})\\s*(days?|weeks?))?");
  private static final Pattern CAPSULE = Pattern.compile(NUMBER + "\\s*(\\S*)");
  private static final Unit PER_KG = Units.read("mg/kg/d").orElseThrow();
  private static final Unit MG = Units.read("mg").orElseThrow();

  private DoseWords() {}

  /// The stages, each with an end but the last.
  static List<Stage> stages(List<Clause> items, Problems problems) {
    List<Stage> stages = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Clause item = items.get(i);
      boolean last = i == items.size() - 1;
      Optional<Stage> stage = stage(item, problems);
      stage.ifPresent(stages::add);
      if (stage.isPresent() && stage.get().days().isEmpty() != last) {
        problems.error(
            "protocol/stages",
            item.wordsAt(),
            last
                ? "The last dose has an end; it is not said what follows it."
                : "This dose has no end, but another one follows it.",
            last
                ? "Leave out `for ...` at the last dose, or add the dose that follows."
                : "Write, for example, `5 mg/kg/d for 6 days`.");
      }
    }
    return stages;
  }

  private static Optional<Stage> stage(Clause item, Problems problems) {
    Matcher words = STAGE.matcher(item.words());
    if (!words.matches()) {
      problems.error(
          "protocol/dose",
          item.wordsAt(),
          "`" + item.words() + "` is not a dose.",
          "Write, for example, `5 mg/kg/d for 6 days`, or `2.5 to 3 mg/kg/d`.");
      return Optional.empty();
    }
    Optional<Unit> unit = unit(words.group(3), item, problems);
    if (unit.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal low = converted(words.group(1), unit.get());
    BigDecimal high = words.group(2) == null ? low : converted(words.group(2), unit.get());
    if (low.compareTo(high) > 0 || low.signum() == 0) {
      problems.error(
          "protocol/dose-band",
          item.wordsAt(),
          low.signum() == 0
              ? "A dose of 0 is no dose."
              : "The first end of the band is greater than the second.",
          "Write, for example, `2.5 to 3 mg/kg/d`.");
      return Optional.empty();
    }
    Optional<Integer> days =
        Optional.ofNullable(words.group(4))
            .map(Integer::valueOf)
            .map(it -> words.group(5).startsWith("w") ? 7 * it : it);
    if (days.isPresent() && days.get() == 0) {
      problems.error(
          "protocol/no-days", item.wordsAt(), "A dose for 0 days is never given.", "Take it out.");
      return Optional.empty();
    }
    return Optional.of(new Stage(low, high, days, item.wordsAt()));
  }

  private static Optional<Unit> unit(String words, Clause item, Problems problems) {
    Optional<Unit> unit = words.isEmpty() ? Optional.empty() : Units.read(words);
    if (unit.isPresent() && unit.get().converts(PER_KG)) {
      return unit;
    }
    problems.error(
        "protocol/dose-unit",
        item.wordsAt(),
        words.isEmpty()
            ? "`" + item.words() + "` has no unit."
            : "`" + words + "` is not a dose per body weight and day.",
        "Write mg/kg/d: `5 mg/kg/d for 6 days`.");
    return Optional.empty();
  }

  private static BigDecimal converted(String number, Unit unit) {
    BigDecimal value = new BigDecimal(number);
    return unit.equals(PER_KG) ? value : unit.convert(value, PER_KG).orElseThrow();
  }

  /// The strengths of capsules, mg, rising.
  static List<BigDecimal> capsules(List<Clause> items, Problems problems) {
    List<BigDecimal> capsules = new ArrayList<>();
    for (Clause item : items) {
      Matcher words = CAPSULE.matcher(item.words());
      Optional<BigDecimal> mg =
          words.matches()
              ? Units.read(words.group(2))
                  .flatMap(unit -> unit.convert(new BigDecimal(words.group(1)), MG))
                  .filter(it -> it.signum() > 0)
              : Optional.empty();
      if (mg.isEmpty() || capsules.contains(mg.get())) {
        problems.error(
            "protocol/capsule",
            item.wordsAt(),
            mg.isEmpty()
                ? "`" + item.words() + "` is not the strength of a capsule."
                : "`" + item.words() + "` stands twice.",
            "Write, for example, `capsules: [25 mg, 50 mg, 100 mg]`.");
      } else {
        capsules.add(mg.get());
      }
    }
    return capsules.stream().sorted().toList();
  }
}
