// SPDX-License-Identifier: Apache-2.0
package casebook.bench.reconstruct;

import casebook.stats.describe.Quantile;
import casebook.stats.regress.Design;
import casebook.stats.regress.Logistic;
import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/// Exchanges parts between persons of one group until both adjusted odds ratios of the letter come
/// out as printed: 6.1 (1.3-28.0) and 7.0 (1.5-33.5). Counts by group never change.
final class DigitSearch {
  private static final double[] FIRST = {6.1, 1.3, 28.0};
  private static final double[] SECOND = {7.0, 1.5, 33.5};
  private static final double LIMIT = 8.2;
  private static final int MOST = 1_000_000;
  private static final int PATIENCE = 5_000;
  private static final int SHAKES = 12;

  private final RandomGenerator random;

  DigitSearch(long seed) {
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed ^ 0x5eed);
  }

  /// Changes the list until the digits are right; throws when they are not found.
  void improve(List<Person> people) {
    int[] eligible =
        IntStream.range(0, people.size()).filter(i -> people.get(i).story().plasma()).toArray();
    double loss = loss(people, eligible);
    int stuck = 0;
    for (int step = 0; step < MOST; step++) {
      if (loss == 0) {
        return;
      }
      int i = eligible[random.nextInt(eligible.length)];
      int j = eligible[random.nextInt(eligible.length)];
      Person a = people.get(i);
      Person b = people.get(j);
      if (!alike(a, b) || (positive(a) == positive(b) && random.nextBoolean())) {
        continue;
      }
      int part = random.nextInt(6);
      people.set(i, exchanged(a, b, part));
      people.set(j, exchanged(b, a, part));
      double now = loss(people, eligible);
      if (now < loss || stuck > PATIENCE) {
        loss = now;
        stuck = stuck > PATIENCE + SHAKES ? 0 : stuck > PATIENCE ? stuck + 1 : 0;
      } else {
        people.set(i, a);
        people.set(j, b);
        stuck++;
      }
    }
    throw new IllegalStateException("the printed digits were not found; the distance is " + loss);
  }

  /// Persons of one group, one of them positive, so that an exchange changes the answer; recurrence
  /// is kept because antibodies move too.
  private static boolean alike(Person a, Person b) {
    return a.story().patient() == b.story().patient()
        && a.story().event().recurrent() == b.story().event().recurrent();
  }

  private static Person exchanged(Person a, Person b, int part) {
    return new Person(
        a.story(),
        part == 0 ? b.antibodies() : a.antibodies(),
        part == 1 ? b.phospholipid() : a.phospholipid(),
        part == 2 ? b.leiden() : a.leiden(),
        part == 3 ? b.prothrombin() : a.prothrombin(),
        part == 4 ? b.factor12() : a.factor12(),
        part == 5 ? b.clotting() : a.clotting());
  }

  private static boolean positive(Person person) {
    return person.antibodies().igm() > LIMIT;
  }

  /// How far both models are from the printed numbers; 0 when every number lies well inside the
  /// values that round to the printed one.
  private static double loss(List<Person> people, int[] eligible) {
    int n = eligible.length;
    double[] factor8 =
        IntStream.of(eligible)
            .mapToObj(people::get)
            .filter(person -> !person.story().patient())
            .mapToDouble(person -> person.clotting().factor8())
            .toArray();
    double high = Quantile.standard().withType(6).of(factor8, 0.9).orElseThrow();
    double[][] columns = new double[10][n];
    for (int row = 0; row < n; row++) {
      fill(columns, row, people.get(eligible[row]), high);
    }
    Design first =
        Design.withIntercept(n)
            .and("igm", columns[1])
            .and("sex", columns[2])
            .and("age", columns[3])
            .and("la", columns[4])
            .and("apa", columns[5]);
    Design second =
        first
            .and("fvl", columns[6])
            .and("pt", columns[7])
            .and("f12", columns[8])
            .and("fviii", columns[9]);
    double sum = distance(first, columns[0], FIRST) + distance(second, columns[0], SECOND);
    return Math.rint(sum * 1e6) / 1e6; // an exchange that changes nothing is a tie to the last bit
  }

  private static void fill(double[][] columns, int row, Person person, double high) {
    columns[0][row] = person.story().patient() ? 1 : 0;
    columns[1][row] = positive(person) ? 1 : 0;
    columns[2][row] = person.story().male() ? 0 : 1;
    columns[3][row] = person.story().age();
    columns[4][row] = person.phospholipid().lupus() ? 1 : 0;
    columns[5][row] = person.phospholipid().anyOther() ? 1 : 0;
    columns[6][row] = person.leiden().genotype().equals("wt") ? 0 : 1;
    columns[7][row] = person.prothrombin().equals("GG") ? 0 : 1;
    columns[8][row] = person.factor12().equals("TT") ? 1 : 0;
    columns[9][row] = person.clotting().factor8() > high ? 1 : 0;
  }

  private static double distance(Design design, double[] outcome, double[] printed) {
    Estimate ratio = Logistic.standard().fit(design, outcome).term("igm").oddsRatio(0.95);
    Interval interval = ratio.interval().orElseThrow();
    double[] found = {ratio.value(), interval.low(), interval.high()};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double miss = Math.max(0, Math.abs(found[i] - printed[i]) / 0.05 - 0.97);
      sum += miss * miss;
    }
    return sum;
  }
}
