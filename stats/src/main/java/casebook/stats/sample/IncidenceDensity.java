// SPDX-License-Identifier: Apache-2.0
package casebook.stats.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Draws controls for each case from those still at risk when the case happened: the nested
/// case-control design, whose odds ratio is the hazard ratio of the cohort.
///
/// Somebody is at risk at a time when entered before it and followed to it or beyond; of people
/// with the same time, those without the event are at risk. A control may serve several cases and
/// become a case later.
///
/// Source: Prentice and Breslow, 1978, Biometrika 65:153-158; Lubin and Gail, 1984, Biometrics
/// 40:63-75.
///
/// @param controls most controls for a case, at least 1
/// @param seed of the random numbers
public record IncidenceDensity(int controls, long seed) {
  public IncidenceDensity {
    if (controls < 1) {
      throw new IllegalArgumentException(controls + " controls per case; at least 1");
    }
  }

  /// A case with its controls.
  ///
  /// @param caseRow row of the case in the cohort
  /// @param controlRows rows of its controls, ascending
  /// @param atRisk how many could have been drawn
  public record RiskSet(int caseRow, List<Integer> controlRows, int atRisk) {
    public RiskSet {
      controlRows = List.copyOf(controlRows);
    }
  }

  /// Draws the controls.
  ///
  /// @param entry length n, when each person enters; `Double.NEGATIVE_INFINITY` for the beginning
  /// @param time length n, end of follow-up
  /// @param event length n, whether it ended with the event
  /// @param rules further conditions; cases and controls of each are the rows of the cohort
  /// @return one set for each case, in the order of their times, then rows
  public List<RiskSet> sample(
      double[] entry, double[] time, boolean[] event, List<? extends MatchRule> rules) {
    int n = time.length;
    if (entry.length != n || event.length != n) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%d entries, %d times, %d events", entry.length, n, event.length));
    }
    for (MatchRule rule : rules) {
      if (rule.cases() != n || rule.controls() != n) {
        throw new IllegalArgumentException("a rule is not about the " + n + " rows of the cohort");
      }
    }
    var random = new SplittableRandom(seed);
    List<RiskSet> sets = new ArrayList<>();
    IntStream.range(0, n)
        .filter(i -> event[i])
        .boxed()
        .sorted((a, b) -> Double.compare(time[a], time[b]))
        .forEach(i -> {
          int[] open =
              IntStream.range(0, n)
                  .filter(j -> j != i && entry[j] < time[i])
                  .filter(j -> time[j] > time[i] || (time[j] == time[i] && !event[j]))
                  .filter(j -> rules.stream().allMatch(rule -> rule.allows(i, j)))
                  .toArray();
          sets.add(new RiskSet(i, drawn(open, random), open.length));
        });
    return List.copyOf(sets);
  }

  private List<Integer> drawn(int[] open, SplittableRandom random) {
    int size = Math.min(controls, open.length);
    for (int k = 0; k < size; k++) {
      int other = random.nextInt(k, open.length);
      int row = open[other];
      open[other] = open[k];
      open[k] = row;
    }
    return Arrays.stream(open, 0, size).sorted().boxed().toList();
  }
}
