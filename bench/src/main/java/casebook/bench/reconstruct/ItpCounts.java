// SPDX-License-Identifier: Apache-2.0
package casebook.bench.reconstruct;

import casebook.bench.reconstruct.ItpStory.At;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// The platelet counts of one patient: those that stand as they are, and those of the visits.
///
/// Visits follow the letter: every week for a month, every month until a stable remission, every
/// six months from then, counted from the first dose and from the day of the stable remission; each
/// is a few days early or late.
final class ItpCounts {
  private static final int RESPONSE = 80;
  private static final double SCATTER = 0.05;

  private final ItpStory story;
  private final SplittableRandom random;
  private final TreeMap<LocalDate, Integer> counts = new TreeMap<>();
  private final TreeMap<LocalDate, Boolean> blood = new TreeMap<>();

  private ItpCounts(ItpStory story, SplittableRandom random) {
    this.story = story;
    this.random = random;
  }

  /// The counts after the first dose by day, and on which of these days the whole blood chemistry
  /// was taken.
  record Visits(TreeMap<LocalDate, Integer> counts, TreeMap<LocalDate, Boolean> blood) {}

  static Visits of(ItpStory story, SplittableRandom random) {
    ItpCounts visits = new ItpCounts(story, random);
    visits.standing();
    visits.weekly();
    visits.later();
    visits.last();
    return new Visits(visits.counts, visits.blood);
  }

  private void standing() {
    story.at("counts").forEach(it -> visit(it.day(), Integer.parseInt(it.value()), false));
    story.at("creatinine").forEach(it -> visit(it.day(), drawn(it.day()), true));
  }

  private void weekly() {
    for (int week = 1; week <= 4; week++) {
      // the dose changes on day 7: a level two days later would not be steady before day 9
      LocalDate day = story.start().plusDays(7L * week + (week == 1 ? 2 : about(1)));
      visit(day, drawn(day), true);
    }
  }

  private void later() {
    LocalDate due = story.start().plusMonths(2);
    while (due.isBefore(story.last().minusDays(20))) {
      boolean stable = stable(due).isPresent();
      LocalDate day = due.plusDays(about(stable ? 9 : 4));
      if (counts.subMap(day.minusDays(8), day.plusDays(9)).isEmpty()) {
        boolean odd = ChronoUnit.MONTHS.between(story.start(), due) % 2 == 1;
        visit(day, drawn(day), stable || odd);
      }
      due = next(day.isAfter(due) ? day : due);
    }
  }

  private LocalDate next(LocalDate after) {
    Optional<LocalDate> stable = stable(after);
    LocalDate anchor = stable.orElse(story.start());
    int step = stable.isPresent() ? 6 : 1;
    int months = step;
    while (anchor.plusMonths(months).isBefore(after.plusDays(14))) {
      months += step;
    }
    return anchor.plusMonths(months);
  }

  private void last() {
    if (story.rows("death").isEmpty()) {
      visit(story.last(), drawn(story.last()), true);
    }
  }

  private void visit(LocalDate day, int count, boolean chemistry) {
    counts.put(day, count);
    blood.merge(day, chemistry, Boolean::logicalOr);
  }

  private int about(int days) {
    return random.nextInt(2 * days + 1) - days;
  }

  /// The day of the first count with responses at every count over six months, in the row that has
  /// not ended by a day.
  private Optional<LocalDate> stable(LocalDate until) {
    Optional<LocalDate> from = Optional.empty();
    Optional<LocalDate> stable = Optional.empty();
    for (var count : counts.headMap(until, true).entrySet()) {
      LocalDate day = count.getKey();
      if (count.getValue() < RESPONSE) {
        from = Optional.empty();
        stable = Optional.empty();
      } else if (from.isEmpty()) {
        from = Optional.of(day);
      } else if (stable.isEmpty() && !day.isBefore(from.get().plusMonths(6))) {
        stable = Optional.of(day);
      }
    }
    return stable;
  }

  /// A count near the course of the story.
  private int drawn(LocalDate day) {
    double scatter = 1 + SCATTER * (2 * random.nextDouble() - 1);
    return (int) Math.round(expected(day) * scatter);
  }

  private double expected(LocalDate day) {
    List<At> course = story.at("course");
    At before = course.getFirst();
    for (At point : course) {
      if (point.day().isAfter(day)) {
        double share =
            (double) (day.toEpochDay() - before.day().toEpochDay())
                / (point.day().toEpochDay() - before.day().toEpochDay());
        double low = Double.parseDouble(before.value());
        return low + share * (Double.parseDouble(point.value()) - low);
      }
      before = point;
    }
    return Double.parseDouble(before.value());
  }
}
