// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.survival;

import casebook.stats.survival.CompetingTimes;
import casebook.stats.survival.Times;
import casebook.study.finding.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// How long each of some persons was followed, and what ended it.
final class Followed {
  private final int[] rows;
  private final double[] times;
  private final End[] ends;
  private final Map<String, Integer> out;
  private final List<Integer> negative;

  /// What ended the time of somebody.
  enum End {
    /// The last contact.
    LAST_CONTACT,
    /// What was waited for.
    EVENT,
    /// Death, where it is not what was waited for.
    DEATH
  }

  /// @param rows rows of the table
  /// @param times in the unit of the analysis, not negative
  /// @param ends what ended each
  /// @param out who was left out, by reason
  /// @param negative lines of the file on which the end lies before the beginning
  Followed(
      int[] rows, double[] times, End[] ends, Map<String, Integer> out, List<Integer> negative) {
    this.rows = rows.clone();
    this.times = times.clone();
    this.ends = ends.clone();
    this.out = new TreeMap<>(out);
    this.negative = List.copyOf(negative);
  }

  int size() {
    return rows.length;
  }

  int row(int i) {
    return rows[i];
  }

  double time(int i) {
    return times[i];
  }

  int[] rows() {
    return rows.clone();
  }

  /// Lines of the file on which the end lies before the beginning.
  List<Integer> negative() {
    return negative;
  }

  int count(End end) {
    return (int) Arrays.stream(ends).filter(it -> it == end).count();
  }

  /// The largest time; 0 for nobody.
  double longest() {
    return Arrays.stream(times).max().orElse(0);
  }

  /// How persons count who were followed for no time, and who left at the time of an event; empty
  /// where there are none.
  List<String> ties() {
    List<String> notes = new ArrayList<>();
    long none = Arrays.stream(times).filter(time -> time == 0).count();
    if (none > 0) {
      notes.add(
          (none == 1 ? "1 person was" : none + " persons were")
              + " followed for no time (0): counted among those at risk at the beginning.");
    }
    double[] events = at(it -> it == End.EVENT);
    if (Arrays.stream(at(it -> it != End.EVENT))
        .anyMatch(time -> Arrays.binarySearch(events, time) >= 0)) {
      notes.add(
          "Where an event and an end of observation have the same time, the event comes first.");
    }
    return notes;
  }

  /// The times that ended so, rising.
  private double[] at(Predicate<End> ended) {
    return IntStream.range(0, times.length)
        .filter(i -> ended.test(ends[i]))
        .mapToDouble(i -> times[i])
        .sorted()
        .toArray();
  }

  /// Those for whom it holds; the others are left out for a reason.
  Followed where(IntPredicate keep, String reason) {
    return part(keep, reason);
  }

  /// Those for whom it holds, as people of their own.
  Followed where(IntPredicate keep) {
    return part(keep, "");
  }

  private Followed part(IntPredicate keep, String reason) {
    int[] kept = new int[rows.length];
    int n = 0;
    for (int i = 0; i < rows.length; i++) {
      if (keep.test(i)) {
        kept[n++] = i;
      }
    }
    int[] at = Arrays.copyOf(kept, n);
    Map<String, Integer> left = new TreeMap<>(reason.isEmpty() ? Map.of() : out);
    if (!reason.isEmpty() && n < rows.length) {
      left.merge(reason, rows.length - n, Integer::sum);
    }
    End[] endings = new End[n];
    Arrays.setAll(endings, i -> ends[at[i]]);
    return new Followed(
        Arrays.stream(at).map(i -> rows[i]).toArray(),
        Arrays.stream(at).mapToDouble(i -> times[i]).toArray(),
        endings,
        left,
        negative);
  }

  /// The same persons with their time counted from a later moment.
  Followed from(double later) {
    double[] rest = Arrays.stream(times).map(time -> time - later).toArray();
    return new Followed(rows, rest, ends, out, negative);
  }

  /// Times until the event; whatever else ends them censors.
  Times untilEvent() {
    return times(End.EVENT);
  }

  /// Times under observation: what ends them is the last contact; event and death censor.
  Times underObservation() {
    return times(End.LAST_CONTACT);
  }

  /// Times until the event or death.
  Times untilEither() {
    return underObservation().reversed();
  }

  /// Times until death.
  Times untilDeath() {
    return times(End.DEATH);
  }

  private Times times(End awaited) {
    boolean[] event = new boolean[ends.length];
    for (int i = 0; i < ends.length; i++) {
      event[i] = ends[i] == awaited;
    }
    return new Times(times, event);
  }

  /// Times with causes: 1 the event, 2 death.
  CompetingTimes withDeath() {
    return new CompetingTimes(times, Arrays.stream(ends).mapToInt(Followed::cause).toArray());
  }

  private static int cause(End end) {
    return switch (end) {
      case LAST_CONTACT -> 0;
      case EVENT -> 1;
      case DEATH -> 2;
    };
  }

  /// Who is in and who was left out, why.
  Rows counted(List<Rows.Out> before) {
    List<Rows.Out> all = new ArrayList<>(before);
    out.forEach((reason, count) -> all.add(new Rows.Out(reason, count)));
    return new Rows(size(), all);
  }
}
