// SPDX-License-Identifier: Apache-2.0
package casebook.bench.reconstruct;

import casebook.bench.reconstruct.Person.Antibodies;
import casebook.bench.reconstruct.Person.Clotting;
import casebook.bench.reconstruct.Person.Event;
import casebook.bench.reconstruct.Person.Leiden;
import casebook.bench.reconstruct.Person.Phospholipid;
import casebook.bench.reconstruct.Person.Story;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// Draws 250 patients and 250 controls whose frequencies lie near the published ones of this
/// population: factor V Leiden 13 and 3 % and PT20210A 17 and 6 % (Souto 1998, Thromb Haemost
/// 80:366), F12 46 T/T 6 and 2 % (Santamaria 2004, Haematologica 89:878). Counts by group are
/// fixed; who has what is drawn.
final class People {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final LocalDate OPENED = LocalDate.of(1997, 11, 1);
  private static final LocalDate CLOSED = LocalDate.of(2002, 4, 30);

  private final RandomGenerator random;
  private final boolean asPrinted;

  /// Prepares a draw.
  ///
  /// @param asPrinted whether the counts and limits that the letter prints are put in; otherwise
  ///   they are drawn like everything else
  People(long seed, boolean asPrinted) {
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    this.asPrinted = asPrinted;
  }

  /// Draws everybody, patients first.
  List<Person> draw() {
    List<Person> people = new ArrayList<>(group(true));
    people.addAll(group(false));
    return people;
  }

  private List<Person> group(boolean patient) {
    int n = 250;
    boolean[] plasma = chosen(n, patient ? 244 : 246);
    boolean[] male = within(plasma, patient ? 108 : 107, patient ? 3 : 2);
    boolean[] positive =
        within(plasma, asPrinted ? (patient ? 12 : 2) : about(patient ? 0.05 : 0.01), 0);
    boolean[] recurrent = recurrent(plasma, positive, patient);
    boolean[] lupus = within(plasma, patient ? 9 : 2, 0);
    boolean[] phospholipid = within(plasma, patient ? 26 : 14, 1);
    boolean[] leiden = within(plasma, patient ? 31 : 7, 1);
    boolean[] prothrombin = within(plasma, patient ? 42 : 15, 0);
    boolean[] factor12 = within(plasma, patient ? 14 : 5, 0);
    List<Antibodies> antibodies = antibodies(plasma, positive, patient);
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      String id = (patient ? "P" : "C") + String.valueOf(1001 + i).substring(1);
      people.add(
          new Person(
              story(id, patient, male[i], plasma[i], recurrent[i]),
              antibodies.get(i),
              phospholipid(lupus[i], phospholipid[i]),
              leiden(leiden[i]),
              prothrombin[i] ? (random.nextInt(20) == 0 ? "AA" : "GA") : "GG",
              factor12[i] ? "TT" : (random.nextInt(100) < 33 ? "CT" : "CC"),
              clotting(patient)));
    }
    return people;
  }

  private Story story(String id, boolean patient, boolean male, boolean plasma, boolean recurrent) {
    int span = (int) (CLOSED.toEpochDay() - OPENED.toEpochDay());
    LocalDate referred = OPENED.plusDays(random.nextInt(span));
    if (!patient) {
      int age = years(45, 19, 78);
      LocalDate sampled = referred.plusDays(random.nextInt(60));
      return new Story(
          id, false, male, plasma, age, new Event(0, false, sampled, ""), referred, sampled);
    }
    int eventAge = years(42, 17, 69);
    int monthsBefore = 1 + random.nextInt(recurrent ? 24 : 60);
    LocalDate last = referred.minusMonths(monthsBefore).minusDays(random.nextInt(28));
    LocalDate earliest = last.plusMonths(6).plusDays(1);
    LocalDate sampled = referred.isAfter(earliest) ? referred : earliest;
    sampled = sampled.plusDays(random.nextInt(60));
    int since = recurrent ? 2 + random.nextInt(8) : (sampled.getYear() - last.getYear());
    String site = List.of("DVT", "DVT", "DVT", "PE", "PE", "other").get(random.nextInt(6));
    Event event = new Event(eventAge, recurrent, last, site);
    return new Story(id, true, male, plasma, eventAge + since, event, referred, sampled);
  }

  private boolean[] recurrent(boolean[] plasma, boolean[] positive, boolean patient) {
    boolean[] recurrent = new boolean[plasma.length];
    if (!patient) {
      return recurrent;
    }
    if (!asPrinted) {
      return within(plasma, 61, 2);
    }
    boolean[] negative = new boolean[plasma.length];
    for (int i = 0; i < negative.length; i++) {
      negative[i] = plasma[i] && !positive[i];
    }
    boolean[] amongPositive = within(positive, 4, 0);
    boolean[] amongNegative = within(negative, 57, 0);
    for (int i = 0; i < recurrent.length; i++) {
      recurrent[i] = amongPositive[i] || amongNegative[i];
    }
    return recurrent;
  }

  /// Antibody values with one decimal. As printed, the 244th to 246th of the controls are set so
  /// that the 99th percentile (type 6, between the 244th and 245th) rounds to 8.2 and 8.9.
  private List<Antibodies> antibodies(boolean[] plasma, boolean[] positive, boolean patient) {
    List<Antibodies> values = new ArrayList<>();
    boolean[] high = within(plasma, asPrinted ? (patient ? 5 : 2) : about(0.015), 0);
    boolean set = asPrinted && !patient;
    double[][] anchors = {{8.6, 10.9}, {9.4, 12.7}};
    int igmTop = 0;
    int iggTop = 0;
    for (int i = 0; i < plasma.length; i++) {
      double igm = titre(3.1, 0.38, 7.6);
      double igg = titre(3.6, 0.36, 8.2);
      if (positive[i]) {
        igm = set ? anchors[0][igmTop++] : 8.3 + titre(3.5, 0.9, 40);
      }
      if (high[i]) {
        igg = set ? anchors[1][iggTop++] : 9.0 + titre(3.0, 0.8, 30);
      }
      values.add(new Antibodies(tenth(igm), tenth(igg)));
    }
    if (set) {
      setHighestBelow(values, plasma, positive, high);
    }
    return values;
  }

  private void setHighestBelow(
      List<Antibodies> values, boolean[] plasma, boolean[] positive, boolean[] high) {
    int first = -1;
    int second = -1;
    for (int i = 0; i < plasma.length; i++) {
      if (plasma[i] && !positive[i] && !high[i]) {
        second = first;
        first = i;
      }
    }
    values.set(first, new Antibodies(7.7, values.get(first).igg()));
    values.set(second, new Antibodies(values.get(second).igm(), 8.3));
  }

  /// A log-normal value; beyond `cap` it is drawn again, unless nothing is put in as printed.
  private double titre(double median, double sigma, double cap) {
    double value = median * StrictMath.exp(sigma * normal());
    while (asPrinted && value > cap) {
      value = median * StrictMath.exp(sigma * normal());
    }
    return value;
  }

  private Phospholipid phospholipid(boolean lupus, boolean any) {
    List<Boolean> others = new ArrayList<>();
    int sure = random.nextInt(6);
    for (int i = 0; i < 6; i++) {
      others.add(any && (i == sure || random.nextInt(4) == 0));
    }
    return new Phospholipid(lupus, List.copyOf(others));
  }

  private Leiden leiden(boolean carrier) {
    boolean homozygous = carrier && random.nextInt(30) == 0;
    double ratio = carrier ? 1.75 + 0.2 * normal() : 2.75 + 0.32 * normal();
    boolean measured = random.nextInt(40) != 0;
    String genotype = homozygous ? "hom" : carrier ? "het" : "wt";
    return new Leiden(genotype, measured ? Math.rint(ratio * 100) / 100 : Double.NaN);
  }

  private Clotting clotting(boolean patient) {
    int antithrombin = bounded((patient ? 101 : 104) + 10 * normal(), 50, 140);
    int proteinC = bounded((patient ? 108 : 113) + 21 * normal(), 45, 190);
    double total = (patient ? 99 : 102) + 18 * normal();
    int free = bounded(0.94 * total + 9 * normal(), 30, 170);
    double factor8 = (patient ? 168 : 141) * StrictMath.exp(0.27 * normal());
    return new Clotting(
        antithrombin, proteinC, bounded(total, 40, 170), free, bounded(factor8, 40, 420));
  }

  /// The number of 245 that a probability gives.
  private int about(double probability) {
    int count = 0;
    for (int i = 0; i < 245; i++) {
      count += random.nextDouble() < probability ? 1 : 0;
    }
    return count;
  }

  private double normal() {
    double u = random.nextDouble();
    return NORMAL.inverseCumulativeProbability(u == 0 ? 0x1p-54 : u);
  }

  /// An age from a normal distribution, drawn again until it lies between both ends.
  private int years(double mean, int low, int high) {
    int age = (int) Math.rint(mean + 15.5 * normal());
    while (age < low || age > high) {
      age = (int) Math.rint(mean + 15.5 * normal());
    }
    return age;
  }

  private static int bounded(double value, int low, int high) {
    return (int) Math.max(low, Math.min(high, Math.rint(value)));
  }

  private static double tenth(double value) {
    return Math.rint(value * 10) / 10;
  }

  /// `count` of `n`, at random.
  private boolean[] chosen(int n, int count) {
    boolean[] all = new boolean[n];
    Arrays.fill(all, true);
    return within(all, count, 0);
  }

  /// `inside` of the members of `set` and `outside` of the others.
  private boolean[] within(boolean[] set, int inside, int outside) {
    boolean[] taken = new boolean[set.length];
    int left = inside;
    int leftOutside = outside;
    int membersLeft = 0;
    for (boolean member : set) {
      membersLeft += member ? 1 : 0;
    }
    int othersLeft = set.length - membersLeft;
    for (int i = 0; i < set.length; i++) {
      if (set[i]) {
        taken[i] = random.nextInt(membersLeft--) < left;
        left -= taken[i] ? 1 : 0;
      } else {
        taken[i] = random.nextInt(othersLeft--) < leftOutside;
        leftOutside -= taken[i] ? 1 : 0;
      }
    }
    return taken;
  }
}
