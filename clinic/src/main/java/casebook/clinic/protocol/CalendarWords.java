// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.protocol;

import casebook.clinic.protocol.Treatment.Phase;
import casebook.clinic.protocol.Treatment.Steps;
import casebook.study.language.Clause;
import casebook.study.problem.Problems;
import casebook.study.problem.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a calendar: `1 week for 1 month then 2 months`, each distance with its window where one is
/// said, `1 week ±2 days`.
final class CalendarWords {
  /// The longest follow-up that a calendar is judged by, in days: 40 years.
  private static final int LONGEST = 14_610;

  /// More visits of one patient are a mistake.
  private static final int MOST = 10_000;

  private static final Pattern PHASE =
      Pattern.compile(
          StepWords.PATTERN
              + "(?:\\s*(?:±|\\+-|within)\\s*(\\d{1,3})\\s*days?)?"
              + "(?:\\s+for\\s+"
              + StepWords.PATTERN
              + ")?");

  private CalendarWords() {}

  /// The phases, one after the other.
  static List<Phase> phases(Clause clause, Problems problems) {
    List<Phase> phases = new ArrayList<>();
    String[] parts = clause.words().split("\\s+then\\s+", -1);
    for (int i = 0; i < parts.length; i++) {
      Span at = clause.part(clause.words().indexOf(parts[i]), parts[i].length());
      boolean last = i == parts.length - 1;
      phase(parts[i], at, problems).filter(it -> ends(it, last, problems)).ifPresent(phases::add);
    }
    visits(phases, clause, problems);
    return phases;
  }

  private static Optional<Phase> phase(String words, Span at, Problems problems) {
    Matcher phase = PHASE.matcher(words.strip());
    if (!phase.matches()) {
      problems.error(
          "protocol/calendar",
          at,
          "`" + words + "` is not a distance between visits.",
          "Write, for example, `1 week for 1 month then 2 months`.");
      return Optional.empty();
    }
    Optional<Steps> every = StepWords.of(phase.group(1), phase.group(2), at, problems);
    Optional<Steps> lasting =
        phase.group(4) == null
            ? Optional.empty()
            : StepWords.of(phase.group(4), phase.group(5), at, problems);
    if (every.isEmpty() || (phase.group(4) != null && lasting.isEmpty())) {
      return Optional.empty();
    }
    boolean declared = phase.group(3) != null;
    int window = declared ? Integer.parseInt(phase.group(3)) : window(every.get());
    if (2 * window >= every.get().leastDays()) {
      problems.error(
          "protocol/window-overlap",
          at,
          "Windows of "
              + window
              + " days before and after visits that are "
              + every.get().words()
              + " apart overlap: a day would belong to two visits.",
          "Write at most ±" + (every.get().leastDays() - 1) / 2 + " days.");
      return Optional.empty();
    }
    return Optional.of(new Phase(every.get(), window, declared, lasting, at));
  }

  /// The window where the file says none: 2 days for visits up to two weeks apart, 7 up to three
  /// months, 14 beyond.
  private static int window(Steps every) {
    int days = every.leastDays();
    return days < 5 ? 0 : days <= 14 ? 2 : days <= 92 ? 7 : 14;
  }

  private static boolean ends(Phase phase, boolean last, Problems problems) {
    if (phase.lasting().isEmpty() != last) {
      problems.error(
          "protocol/phases",
          phase.at(),
          last
              ? "The last phase of the calendar ends; afterwards nothing would be measured."
              : "This phase has no end, but another one follows it.",
          last
              ? "Leave out `for ...`, or add what follows: `then 2 months`."
              : "Write, for example, `1 week for 1 month then 2 months`.");
      return false;
    }
    boolean empty =
        phase.lasting().isPresent()
            && phase.lasting().get().leastDays() + 3 < phase.every().leastDays();
    if (empty) {
      problems.error(
          "protocol/empty-phase",
          phase.at(),
          "A phase of "
              + phase.lasting().get().words()
              + " has no visit when visits are "
              + phase.every().words()
              + " apart.",
          "Make the phase longer, or the visits closer.");
    }
    return !empty;
  }

  private static void visits(List<Phase> phases, Clause clause, Problems problems) {
    long visits = 0;
    long days = 0;
    for (Phase phase : phases) {
      long lasting = phase.lasting().map(Steps::leastDays).orElse((int) (LONGEST - days));
      visits += lasting / phase.every().leastDays();
      days += lasting;
    }
    if (visits > MOST) {
      problems.error(
          "protocol/too-many-visits",
          clause.wordsAt(),
          "In 40 years this calendar asks for " + visits + " visits of one patient.",
          "At most 10,000 are reckoned with: write a greater distance.");
    }
  }
}
