// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.stats.regress.Design;
import casebook.stats.regress.Separation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CoxSeparationTest {
  private static Design design(double[] x, double[] z) {
    return Design.withoutIntercept(x.length).and("x", x).and("z", z);
  }

  private static List<String> found(Times times, Design design, int... strata) {
    int count = Groups.check(strata, times.size());
    return CoxSeparation.find(new RiskSets(times, strata, count), design);
  }

  /// Every event against everybody at risk, none left out.
  private static List<String> amongAllPairs(Times times, Design design, int... strata) {
    List<double[]> differences = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      for (int j = 0; j < times.size(); j++) {
        boolean atRisk = times.time(j) >= times.time(i) && times.entry(j) < times.time(i);
        if (i != j && times.event(i) && atRisk && strata[i] == strata[j]) {
          double sign = differences.size() % 2 == 1 ? 1 : -1;
          differences.add(
              new double[] {
                sign * (design.at(i, 0) - design.at(j, 0)),
                sign * (design.at(i, 1) - design.at(j, 1))
              });
        }
      }
    }
    double[] x = differences.stream().mapToDouble(d -> d[0]).toArray();
    double[] z = differences.stream().mapToDouble(d -> d[1]).toArray();
    double[] outcome = new double[x.length];
    for (int k = 0; k < outcome.length; k++) {
      outcome[k] = k % 2;
    }
    if (x.length > 1) {
      return Separation.find(design(x, z), outcome).infinite();
    }
    // nothing holds back what differs in the only pair
    List<String> names = new ArrayList<>();
    differences.forEach(only -> addDiffering(names, only));
    return names;
  }

  private static void addDiffering(List<String> names, double... difference) {
    for (int j = 0; j < difference.length; j++) {
      if (difference[j] != 0) {
        names.add(List.of("x", "z").get(j));
      }
    }
  }

  /// Few people, few times and values, so that ties, late entries and separation abound.
  @Test
  void comparisonsThatAreLeftOutFollowFromTheOthers() {
    Random random = new Random(20261122);
    int separated = 0;
    for (int trial = 0; trial < 600; trial++) {
      int n = 4 + random.nextInt(4);
      double[] entry = new double[n];
      double[] stop = new double[n];
      boolean[] event = new boolean[n];
      double[] x = new double[n];
      double[] z = new double[n];
      int[] strata = new int[n];
      for (int i = 0; i < n; i++) {
        entry[i] = random.nextInt(3) == 0 ? random.nextInt(3) : Double.NEGATIVE_INFINITY;
        stop[i] = 3 + random.nextInt(4) - (entry[i] > 0 ? 0 : 2);
        event[i] = random.nextInt(3) > 0;
        x[i] = random.nextInt(3);
        z[i] = random.nextInt(4);
        strata[i] = trial % 2 == 0 ? 0 : random.nextInt(2);
      }
      Times times = Times.entering(entry, stop, event);
      List<String> expected = amongAllPairs(times, design(x, z), strata);
      assertThat(found(times, design(x, z), strata)).as("trial " + trial).isEqualTo(expected);
      separated += expected.isEmpty() ? 0 : 1;
    }
    assertThat(separated).isGreaterThan(100);
  }

  /// One event, one other person: what differs between them runs away.
  @Test
  void onePairRunsAwayInWhatDiffers() {
    Times times = KaplanMeierTest.times(1, -2);
    assertThat(found(times, design(new double[] {1, 0}, new double[] {3, 3}), 0, 0))
        .containsExactly("x");
    assertThat(found(times, design(new double[] {1, 1}, new double[] {2, 3}), 0, 0))
        .containsExactly("z");
    assertThat(found(times, design(new double[] {1, 1}, new double[] {3, 3}), 0, 0)).isEmpty();
    assertThat(found(times, design(new double[] {1, 0}, new double[] {2, 3}), 0, 1)).isEmpty();
  }
}
