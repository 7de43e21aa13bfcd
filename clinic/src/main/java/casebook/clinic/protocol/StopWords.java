// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.protocol;

import casebook.clinic.protocol.Treatment.Steps;
import casebook.clinic.protocol.Treatment.StopRule;
import casebook.study.language.Clause;
import casebook.study.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads when treatment ends: `no response after 3 months`, `response for 6 months`.
final class StopWords {
  private static final Pattern RULE =
      Pattern.compile("(?:(no response) after|(response) for)\\s+" + StepWords.PATTERN);

  private StopWords() {}

  static List<StopRule> read(List<Clause> items, Problems problems) {
    List<StopRule> rules = new ArrayList<>();
    for (Clause item : items) {
      Matcher words = RULE.matcher(item.words().strip());
      if (!words.matches()) {
        problems.error(
            "protocol/stop",
            item.wordsAt(),
            "`" + item.words() + "` does not say when treatment ends.",
            "Write `no response after 3 months`, counted from the first dose, or `response for 6"
                + " months`, counted from the first day of the response.");
        continue;
      }
      Optional<Steps> after =
          StepWords.of(words.group(3), words.group(4), item.wordsAt(), problems);
      boolean response = words.group(2) != null;
      after.ifPresent(it -> rules.add(new StopRule(response, it, item.words(), item.wordsAt())));
    }
    return rules;
  }
}
