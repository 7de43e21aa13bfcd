// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.protocol;

import casebook.clinic.protocol.Treatment.CoMedicationRule;
import casebook.clinic.protocol.Treatment.LevelAfter;
import casebook.clinic.protocol.Treatment.Stance;
import casebook.study.language.Clause;
import casebook.study.language.Entries;
import casebook.study.language.Words;
import casebook.study.problem.NearestWord;
import casebook.study.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what a protocol says to other drugs and foods.
final class CoMedicationWords {
  private static final Pattern LEVEL =
      Pattern.compile("level after (\\d{1,3})(?: to (\\d{1,3}))? days?");

  private static final Map<String, Stance> STANCES = stances();

  private CoMedicationWords() {}

  private static Map<String, Stance> stances() {
    Map<String, Stance> stances = new LinkedHashMap<>();
    stances.put("permitted", Stance.PERMITTED);
    stances.put("not permitted", Stance.NOT_PERMITTED);
    stances.put("note", Stance.NOTE);
    stances.put("before or after", Stance.BEFORE_OR_AFTER);
    return stances;
  }

  /// The rules; none when the clause is absent.
  static List<CoMedicationRule> read(Optional<Clause> clause, Problems problems) {
    List<CoMedicationRule> rules = new ArrayList<>();
    for (Clause entry : clause.map(Clause::children).orElse(List.of())) {
      if (entry.isWords()) {
        stance(entry, problems)
            .ifPresent(it ->
                rules.add(new CoMedicationRule(entry.keyword(), it, Optional.empty(), entry.at())));
      } else {
        Entries entries = Entries.of(entry, TreatmentFields.DRUG, problems);
        boolean said = entries.clause("permitted").isPresent();
        Stance stance =
            !said
                ? Stance.NOTE
                : entries.yes("permitted", true) ? Stance.PERMITTED : Stance.NOT_PERMITTED;
        Optional<LevelAfter> then =
            entries
                .clause("then")
                .filter(it -> Words.single(it, "what follows", problems))
                .flatMap(it -> then(it, problems));
        rules.add(new CoMedicationRule(entry.keyword(), stance, then, entry.at()));
      }
    }
    return rules;
  }

  private static Optional<Stance> stance(Clause entry, Problems problems) {
    Optional<Stance> stance = Optional.ofNullable(STANCES.get(entry.words()));
    if (stance.isEmpty()) {
      String nearest = NearestWord.question(entry.words(), STANCES.keySet());
      problems.error(
          "protocol/stance",
          entry.wordsAt(),
          "`" + entry.words() + "` is not what a protocol says to a drug.",
          nearest.isEmpty()
              ? "It is one of: " + String.join(", ", STANCES.keySet()) + "."
              : nearest);
    }
    return stance;
  }

  private static Optional<LevelAfter> then(Clause clause, Problems problems) {
    Matcher words = LEVEL.matcher(clause.words());
    if (words.matches()) {
      int from = Integer.parseInt(words.group(1));
      int to = words.group(2) == null ? from : Integer.parseInt(words.group(2));
      if (from <= to) {
        return Optional.of(new LevelAfter(from, to));
      }
    }
    problems.error(
        "protocol/then",
        clause.wordsAt(),
        "`" + clause.words() + "` does not say what follows the start of a drug.",
        "Write, for example, `then: level after 5 to 7 days`.");
    return Optional.empty();
  }
}
